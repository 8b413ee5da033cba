// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/choice_button.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QPainter>

namespace fusiform {

namespace {
constexpr int kButtonMargin = 16;
constexpr int kIcon = 24;
constexpr int kLeft = kButtonMargin + kIcon + 16; // where the words begin
constexpr int kGap = 3;
} // namespace

ChoiceButton::ChoiceButton(const char* icon, const QString& title, const QString& text,
                           QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_explanation(text)
{
    setText(title);
    setAccessibleName(title);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceButton::setExplanation(const QString& text)
{
    m_explanation = text;
    updateGeometry();
    update();
}

QFont ChoiceButton::titleFont() const
{
    QFont large = font();
    large.setPixelSize(15);
    large.setWeight(QFont::DemiBold);
    return large;
}

int ChoiceButton::textHeight(int width) const
{
    return fontMetrics()
        .boundingRect(0, 0, width, 1000, static_cast<int>(Qt::TextWordWrap), m_explanation)
        .height();
}

int ChoiceButton::heightForWidth(int width) const
{
    return 2 * kButtonMargin + QFontMetrics(titleFont()).height() + kGap
           + textHeight(qMax(60, width - kLeft - kButtonMargin));
}

QSize ChoiceButton::sizeHint() const { return {480, heightForWidth(480)}; }
QSize ChoiceButton::minimumSizeHint() const { return {240, heightForWidth(480)}; }

void ChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = isEnabled() && (underMouse() || isDown());
    const bool isMarked = isEnabled() && (isHot || hasFocus());
    painter.setPen(QPen(themeColor(isMarked ? "accent" : "line"), hasFocus() ? 1.6 : 1));
    painter.setBrush(themeColor(!isEnabled() ? "window" : isHot ? "raised" : "panel"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    const QColor iconColor = themeColor(isEnabled() ? "accent" : "faintText");
    painter.drawPixmap(kButtonMargin, (height() - kIcon) / 2,
                       iconPixmap(m_icon, iconColor, kIcon, devicePixelRatioF()));
    const QFont large = titleFont();
    const int titleHeight = QFontMetrics(large).height();
    const int width = this->width() - kLeft - kButtonMargin;
    const int top = (height() - titleHeight - kGap - textHeight(width)) / 2;
    painter.setFont(large);
    painter.setPen(themeColor(isEnabled() ? "text" : "faintText"));
    painter.drawText(QRect(kLeft, top, width, titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
    painter.setFont(font());
    painter.setPen(themeColor(isEnabled() ? "mutedText" : "faintText"));
    painter.drawText(QRect(kLeft, top + titleHeight + kGap, width, height()),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap),
                     m_explanation);
}

void ChoiceButton::enterEvent(QEnterEvent*) { update(); }
void ChoiceButton::leaveEvent(QEvent*) { update(); }

} // namespace fusiform
