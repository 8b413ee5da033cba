// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/regions_panel.h"

#include "app/support/text.h"
#include "widgets/controls/swatch.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace fusiform {

RegionsPanel::RegionsPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_list(new QListWidget(this)),
      m_measures(new QLabel(this)),
      m_thirds(new ThirdsControls(session, this))
{
    m_list->setObjectName(QStringLiteral("regionList"));
    m_list->setAccessibleName(tr("Regions"));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setSpacing(1);
    m_measures->setObjectName(QStringLiteral("regionMeasures"));
    m_measures->setWordWrap(true);
    m_measures->setProperty("role", QStringLiteral("muted"));
    m_measures->setContentsMargins(12, 8, 12, 10);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_measures);
    layout->addWidget(m_thirds);
    connect(&session, &Session::changed, this, &RegionsPanel::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_session.selectRegion(static_cast<std::size_t>(row));
    });
    connect(m_list, &QListWidget::itemChanged, this, &RegionsPanel::applyName);
}

void RegionsPanel::refresh(Session::Changes changes)
{
    if (!(changes & (Session::FitChange | Session::RegionChange)))
        return;
    fill();
    showMeasures();
}

void RegionsPanel::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const auto& region : m_session.document().regions) {
        auto* const item = new QListWidgetItem(
            swatch(QColor(region->colour[0], region->colour[1], region->colour[2])),
            regionTitle(*region), m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(
            tr("Voxels: %1")
                .arg(QLocale().toString(static_cast<qlonglong>(region->voxels.count()))));
    }
    m_list->setCurrentRow(m_session.activeRegion() ? static_cast<int>(m_session.document().active)
                                                   : -1);
}

void RegionsPanel::showMeasures()
{
    const auto region = m_session.activeRegion();
    if (!region) {
        m_measures->clear();
        return;
    }
    const auto measures = roi::measure(region->voxels, m_session.opened()->fit.grid);
    const QLocale locale;
    QString text = tr("Voxels: %1").arg(locale.toString(static_cast<qlonglong>(measures.voxels)))
                   + QLatin1Char('\n')
                   + tr("%1 cm³").arg(locale.toString(measures.volumeMm3 / 1000, 'f', 1));
    if (measures.voxels > 0)
        text += QLatin1Char('\n')
                + tr("Centre x %1  y %2  z %3 mm")
                      .arg(locale.toString(measures.centre.at[0], 'f', 1),
                           locale.toString(measures.centre.at[1], 'f', 1),
                           locale.toString(measures.centre.at[2], 'f', 1));
    m_measures->setText(text);
}

void RegionsPanel::applyName(QListWidgetItem* item)
{
    const int row = m_list->row(item);
    const QString name = item->text();
    m_session.renameRegion(static_cast<std::size_t>(row), name);
    if (name.trimmed().isEmpty())
        fill();
}

} // namespace fusiform
