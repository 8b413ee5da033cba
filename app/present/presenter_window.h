// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/talk_window.h"

#include <QTimer>

class QLabel;

namespace fusiform {

/// What the presenter sees on a screen of their own: notes, time, and what comes next.
class PresenterWindow final : public QWidget {
    Q_OBJECT
public:
    using Picture = std::function<QImage(std::size_t slide)>;
    /// @param picture a small picture of a slide
    PresenterWindow(TalkWindow& talk, Picture picture, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void showTime();

    TalkWindow& m_talk;
    Picture m_picture;
    QLabel* m_place;
    QLabel* m_time;
    QLabel* m_clock;
    QLabel* m_now;
    QLabel* m_next;
    QLabel* m_nextTitle;
    QLabel* m_notes;
    QTimer m_tick;
};

} // namespace fusiform
