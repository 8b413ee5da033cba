// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QFrame;
class QLabel;
class QPushButton;

namespace fusiform {

/// One stop: a control of the window, and what it is for.
struct TourStep {
    QPointer<QWidget> control;
    QString title;
    QString text;
    std::function<void()> before; ///< makes the control visible; may be empty
};

/// Leads through the window: everything but one control is dimmed, and a few words stand beside it.
/// The control stays alive: it can be tried.
class Tour final : public QWidget {
    Q_OBJECT
public:
    Tour(std::vector<TourStep> steps, QWidget* window);

    void start();
    [[nodiscard]] int step() const { return m_step; }

Q_SIGNALS:
    void ended(bool isFinished);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goTo(int step);
    void place();
    [[nodiscard]] QRect hole() const;
    void end(bool isFinished);

    std::vector<TourStep> m_steps;
    int m_step = -1;
    QFrame* m_bubble;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace fusiform
