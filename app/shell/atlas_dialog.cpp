// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/atlas_dialog.h"

#include "app/support/text.h"
#include "widgets/controls/swatch.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace fusiform {

AtlasDialog::AtlasDialog(const AtlasOffer& offer, QWidget* parent)
    : QDialog(parent),
      m_offer(offer),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_add(new QPushButton(this))
{
    setObjectName(QStringLiteral("atlasDialog"));
    setWindowTitle(tr("Regions of an atlas"));
    auto* const title = new QLabel(QFileInfo(offer.file).fileName(), this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setWordWrap(true);
    auto* const note = new QLabel(this);
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    note->setText(offer.hasNames
                      ? tr("Each region takes the voxels of the fit in which it fills most.")
                      : tr("There is no table of names beside it: regions are called by their "
                           "numbers. Each takes the voxels of the fit in which it fills most."));
    m_search->setObjectName(QStringLiteral("atlasSearch"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("atlasRegions"));
    m_list->setAccessibleName(tr("Regions"));
    m_add->setObjectName(QStringLiteral("addAtlasRegions"));
    m_add->setDefault(true);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(note);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    fill();
    refresh();
    resize(440, 560);
    m_search->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &AtlasDialog::filter);
    connect(m_list, &QListWidget::itemChanged, this, &AtlasDialog::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &AtlasDialog::refresh);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [](QListWidgetItem* item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT regionsRequested(chosen());
        accept();
    });
}

void AtlasDialog::fill()
{
    const QLocale locale;
    for (const roi::Region& region : m_offer.regions) {
        const auto& [r, g, b] = region.colour;
        auto* const item = new QListWidgetItem(
            swatch(QColor(r, g, b)),
            tr("%1 · voxels: %2")
                .arg(QString::fromStdString(region.name),
                     locale.toString(static_cast<qlonglong>(region.voxels.count()))),
            m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
}

void AtlasDialog::filter(const QString& text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString name
            = QString::fromStdString(m_offer.regions[static_cast<std::size_t>(row)].name);
        const bool isFound = name.contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isFound);
        if (isFound && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
    refresh();
}

std::vector<roi::Region> AtlasDialog::chosen() const
{
    std::vector<roi::Region> regions;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            regions.push_back(m_offer.regions[static_cast<std::size_t>(row)]);
    if (const int row = m_list->currentRow(); regions.empty() && row >= 0)
        regions.push_back(m_offer.regions[static_cast<std::size_t>(row)]);
    return regions;
}

void AtlasDialog::refresh()
{
    const auto regions = chosen();
    m_add->setEnabled(!regions.empty());
    m_add->setText(regions.size() == 1
                       ? tr("Add %1").arg(QString::fromStdString(regions.front().name))
                       : tr("Add %1 regions").arg(regions.size()));
}

} // namespace fusiform
