// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/regions_panel.h"

#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/swatch.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace fusiform {

RegionsPanel::RegionsPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_list(new QListWidget(this)),
      m_measures(new QLabel(this)),
      m_buttons(new QHBoxLayout),
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
    layout->addLayout(m_buttons);
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

void RegionsPanel::setActions(const QList<QAction*>& menu, const QList<QAction*>& buttons)
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(menu);
    m_buttons->setContentsMargins(8, 2, 8, 2);
    m_buttons->setSpacing(2);
    for (QAction* const action : buttons) {
        auto* const button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
        button->setAccessibleName(action->text());
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

/// Rows stay where they can: a stroke changes a number, and a name may be being typed.
void RegionsPanel::fill()
{
    const QSignalBlocker blocker(m_list);
    const auto& regions = m_session.document().regions;
    while (m_list->count() > static_cast<int>(regions.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < static_cast<int>(regions.size())) {
        auto* const item = new QListWidgetItem(m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    for (int row = 0; row < m_list->count(); ++row)
        showRow(row, *regions[static_cast<std::size_t>(row)]);
    m_list->setCurrentRow(m_session.activeRegion() ? static_cast<int>(m_session.document().active)
                                                   : -1);
}

void RegionsPanel::showRow(int row, const roi::Region& region)
{
    QListWidgetItem* const item = m_list->item(row);
    const QString title = regionTitle(region);
    const QString number = QLocale().toString(static_cast<qlonglong>(region.voxels.count()));
    QColor colour(region.colour[0], region.colour[1], region.colour[2]);
    if (region.isHidden)
        colour.setAlphaF(0.25F);
    // What was there is left alone: setting it would end the typing of a name.
    const auto look = QVariantList{title, colour, region.isLocked};
    if (item->data(Qt::UserRole) != look) {
        item->setData(Qt::UserRole, look);
        item->setText(title);
        item->setIcon(region.isLocked ? themedIcon("lock") : swatch(colour));
    }
    QStringList tip{tr("Voxels: %1").arg(number)};
    if (region.isLocked)
        tip << tr("Locked: no tool changes it.");
    if (region.isHidden)
        tip << tr("Hidden on the brain.");
    if (region.isEditedWhileLooking)
        tip << tr("Changed while faces were showing: exploratory.");
    item->setToolTip(tip.join(QLatin1Char('\n')));
}

void RegionsPanel::showMeasures()
{
    const auto region = m_session.activeRegion();
    if (!region) {
        m_measures->clear();
        return;
    }
    const auto measures = roi::measure(region->voxels, *m_session.opened()->tMap);
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
    if (measures.peak)
        text += QLatin1Char('\n')
                + tr("Peak t %1 at %2  %3  %4")
                      .arg(locale.toString(measures.peak->value, 'f', 1),
                           locale.toString(measures.peak->at.at[0], 'f', 1),
                           locale.toString(measures.peak->at.at[1], 'f', 1),
                           locale.toString(measures.peak->at.at[2], 'f', 1));
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
