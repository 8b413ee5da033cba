// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace fusiform {

/// The title of a dock: its name, and buttons to float and to close it, in the program's own icons
/// and at a size that can be hit. A drag moves the dock, a double click floats it, as always.
class DockTitle final : public QWidget {
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget* dock);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();

    QDockWidget* m_dock;
    QLabel* m_name;
    QToolButton* m_float;
    QToolButton* m_close;
};

} // namespace fusiform
