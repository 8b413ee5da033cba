// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/thirds_controls.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;

namespace fusiform {

/// The regions of the fit: a click decodes one, a double click or F2 renames it.
class RegionsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RegionsPanel(Session& session, QWidget* parent = nullptr);

    /// @param menu of a region
    /// @param buttons below the list
    void setActions(const QList<QAction*>& menu, const QList<QAction*>& buttons);
    [[nodiscard]] ThirdsControls& thirds() { return *m_thirds; }

private:
    void refresh(Session::Changes changes);
    void fill();
    void showRow(int row, const fusiform::roi::Region& region);
    void showMeasures();
    void applyName(QListWidgetItem* item);

    Session& m_session;
    QListWidget* m_list;
    QLabel* m_measures;
    QHBoxLayout* m_buttons;
    ThirdsControls* m_thirds;
};

} // namespace fusiform
