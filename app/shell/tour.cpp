// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tour.h"

#include "widgets/controls/theme_colors.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace fusiform {

namespace {
constexpr int kHoleMargin = 4;
constexpr int kHoleRound = 8;
constexpr int kBubbleGap = 14;
constexpr int kBubbleWidth = 340;
} // namespace

Tour::Tour(std::vector<TourStep> steps, QWidget* window)
    : QWidget(window), m_steps(std::move(steps)), m_bubble(new QFrame(this))
{
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Guided tour"));
    setFocusPolicy(Qt::StrongFocus);
    m_bubble->setProperty("role", QStringLiteral("card"));
    m_bubble->setFixedWidth(kBubbleWidth);
    m_title = new QLabel(m_bubble);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setWordWrap(true);
    m_text = new QLabel(m_bubble);
    m_text->setWordWrap(true);
    m_count = new QLabel(m_bubble);
    m_count->setProperty("role", QStringLiteral("muted"));
    m_back = new QPushButton(tr("Back"), m_bubble);
    m_next = new QPushButton(m_bubble);
    m_next->setObjectName(QStringLiteral("tourNext"));
    m_next->setDefault(true);
    auto* const leave = new QPushButton(tr("Leave"), m_bubble);
    leave->setFlat(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_count);
    buttons->addStretch(1);
    buttons->addWidget(leave);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* const layout = new QVBoxLayout(m_bubble);
    layout->setContentsMargins(16, 14, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(leave, &QPushButton::clicked, this, [this] { end(false); });
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_step + 1); });
    window->installEventFilter(this);
}

void Tour::start()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    goTo(0);
}

void Tour::goTo(int step)
{
    const int count = static_cast<int>(m_steps.size());
    if (step < 0)
        return;
    if (step >= count) {
        end(true);
        return;
    }
    m_step = step;
    const TourStep& now = m_steps[static_cast<std::size_t>(step)];
    if (now.before)
        now.before();
    m_title->setText(now.title);
    m_text->setText(now.text);
    const QLocale locale;
    m_count->setText(tr("%1 of %2").arg(locale.toString(step + 1), locale.toString(count)));
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < count ? tr("Next") : tr("Done"));
    m_next->setFocus();
    // Docks that have just come to the front have no place yet.
    QTimer::singleShot(0, this, &Tour::place);
}

/// Of the control, in this widget's coordinates; empty if it cannot be seen.
QRect Tour::hole() const
{
    if (m_step < 0)
        return {};
    const QWidget* const control = m_steps[static_cast<std::size_t>(m_step)].control;
    if (!control || !control->isVisible())
        return {};
    return QRect(control->mapTo(parentWidget(), QPoint(0, 0)), control->size())
        .marginsAdded({kHoleMargin, kHoleMargin, kHoleMargin, kHoleMargin})
        .intersected(rect());
}

/// The words stand where there is most room, beside the control.
void Tour::place()
{
    const QRect seen = hole();
    raise(); // a dock that came to the front is above everything
    QRect bubble(0, 0, kBubbleWidth, m_bubble->layout()->totalHeightForWidth(kBubbleWidth));
    const int right = width() - seen.right();
    const int left = seen.left();
    if (seen.isEmpty()) {
        bubble.moveCenter(rect().center());
    } else if (std::max(left, right) > bubble.width() + 2 * kBubbleGap) {
        bubble.moveTop(seen.center().y() - bubble.height() / 2);
        if (right >= left)
            bubble.moveLeft(seen.right() + kBubbleGap);
        else
            bubble.moveRight(seen.left() - kBubbleGap);
    } else {
        bubble.moveLeft(seen.center().x() - bubble.width() / 2);
        if (height() - seen.bottom() > seen.top())
            bubble.moveTop(seen.bottom() + kBubbleGap);
        else
            bubble.moveBottom(seen.top() - kBubbleGap);
    }
    const int edge = kBubbleGap;
    bubble.moveLeft(
        std::clamp(bubble.left(), edge, std::max(edge, width() - bubble.width() - edge)));
    bubble.moveTop(
        std::clamp(bubble.top(), edge, std::max(edge, height() - bubble.height() - edge)));
    m_bubble->setGeometry(bubble);
    // The control itself gets the mouse.
    setMask(seen.isEmpty() ? QRegion(rect()) : QRegion(rect()).subtracted(seen).united(bubble));
    update();
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil(0, 0, 0, 150);
    QPainterPath all;
    all.addRect(rect());
    const QRect seen = hole();
    if (!seen.isEmpty()) {
        QPainterPath round;
        round.addRoundedRect(seen, kHoleRound, kHoleRound);
        all = all.subtracted(round);
    }
    painter.fillPath(all, veil);
    if (!seen.isEmpty()) {
        painter.setPen(QPen(themeColor("accent"), 2));
        painter.drawRoundedRect(QRectF(seen).adjusted(-1, -1, 1, 1), kHoleRound, kHoleRound);
    }
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape: end(false); return;
    case Qt::Key_Right:
    case Qt::Key_Space:
    case Qt::Key_Return: goTo(m_step + 1); return;
    case Qt::Key_Left: goTo(m_step - 1); return;
    default: QWidget::keyPressEvent(event);
    }
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        QTimer::singleShot(0, this, &Tour::place);
    }
    return QWidget::eventFilter(watched, event);
}

void Tour::end(bool isFinished)
{
    hide();
    Q_EMIT ended(isFinished);
    deleteLater();
}

} // namespace fusiform
