// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/work_card.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QPainter>
#include <QPainterPath>

namespace fusiform {

namespace {
constexpr int kCardWidth = 176;
constexpr int kCardPadding = 8;
constexpr int kCardRound = 6;
} // namespace

WorkCard::WorkCard(const QImage& picture, const char* icon, const QString& title,
                   const QString& place, QWidget* parent)
    : QAbstractButton(parent), m_picture(picture), m_icon(icon), m_place(place)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(place);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int WorkCard::pictureHeight() const { return (kCardWidth - 2 * kCardPadding) * 5 / 8; }

QSize WorkCard::sizeHint() const
{
    return {kCardWidth, pictureHeight() + 3 * kCardPadding + 2 * fontMetrics().height()};
}

/// Fills its place: what does not fit is cut at the right and below.
void WorkCard::paintPicture(QPainter& painter) const
{
    const QRect place(kCardPadding, kCardPadding, kCardWidth - 2 * kCardPadding, pictureHeight());
    QPainterPath round;
    round.addRoundedRect(place, 4, 4);
    painter.fillPath(round, themeColor("canvas"));
    if (m_picture.isNull()) {
        constexpr int kIconSize = 32;
        QRect middle(0, 0, kIconSize, kIconSize);
        middle.moveCenter(place.center());
        themedIcon(m_icon, "faintText").paint(&painter, middle);
        return;
    }
    painter.save();
    painter.setClipPath(round);
    // Made anew at each scale of the screen: what the painter makes smaller by much has steps.
    QImage scaled = m_picture.scaled(place.size() * devicePixelRatioF(),
                                     Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(devicePixelRatioF());
    painter.drawImage(place.topLeft(), scaled);
    painter.restore();
}

void WorkCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = underMouse() || hasFocus();
    painter.setPen(QPen(themeColor(isLit ? "accent" : "line"), hasFocus() ? 1.6 : 1));
    painter.setBrush(themeColor(underMouse() ? "raised" : "panel"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCardRound, kCardRound);
    paintPicture(painter);
    const QFontMetrics metrics = fontMetrics();
    QRect line(kCardPadding, 2 * kCardPadding + pictureHeight(), width() - 2 * kCardPadding,
               metrics.height());
    painter.setPen(themeColor("text"));
    painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     metrics.elidedText(text(), Qt::ElideMiddle, line.width()));
    line.translate(0, metrics.height());
    painter.setPen(themeColor("mutedText"));
    painter.drawText(line, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     metrics.elidedText(m_place, Qt::ElideLeft, line.width()));
}

void WorkCard::enterEvent(QEnterEvent*) { update(); }

void WorkCard::leaveEvent(QEvent*) { update(); }

} // namespace fusiform
