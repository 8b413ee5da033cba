// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/thirds_controls.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace fusiform {

/// The regions of the fit: a click decodes one, a double click or F2 renames it.
class RegionsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RegionsPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ThirdsControls& thirds() { return *m_thirds; }

private:
    void refresh(Session::Changes changes);
    void fill();
    void showMeasures();
    void applyName(QListWidgetItem* item);

    Session& m_session;
    QListWidget* m_list;
    QLabel* m_measures;
    ThirdsControls* m_thirds;
};

} // namespace fusiform
