// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_tile.h"

#include "widgets/controls/theme_colors.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace fusiform {

namespace {
constexpr double kRadius = 5;
}

FaceTile::FaceTile(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setDuration(180);
    m_fade.setEasingCurve(QEasingCurve::InOutSine);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] { m_before = {}; });
}

void FaceTile::setCell(const FaceCell& cell)
{
    const bool isNewPicture = cell.picture.cacheKey() != m_cell.picture.cacheKey();
    const QImage before = m_cell.picture;
    m_cell = cell;
    if (isNewPicture)
        fadeFrom(before);
    update();
}

void FaceTile::fadeFrom(const QImage& before)
{
    m_scaled = {};
    m_scaledBefore = {};
    m_before = before;
    m_fade.stop();
    if (!before.isNull() && isVisible() && m_fade.duration() > 0)
        m_fade.start();
    else
        m_before = {};
}

void FaceTile::setStale(bool isStale)
{
    if (m_isStale == isStale)
        return;
    m_isStale = isStale;
    update();
}

void FaceTile::setHidden(bool isHidden)
{
    m_isPictureHidden = isHidden;
    update();
}

void FaceTile::setRankOf(int faces)
{
    m_rankOf = faces;
    update();
}

QImage FaceTile::scaled(QImage& cache, const QImage& picture) const
{
    const int wanted = qRound(width() * devicePixelRatioF());
    if (cache.isNull() || cache.width() != wanted)
        cache = smoothScaled(picture, wanted);
    return cache;
}

void FaceTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), kRadius, kRadius);
    painter.setClipPath(outline);
    painter.fillRect(rect(), themeColor("raised"));
    if (m_isPictureHidden) {
        QFont large = font();
        large.setPixelSize(qMax(12, height() / 3));
        painter.setFont(large);
        painter.setPen(themeColor("faintText"));
        painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("?"));
    } else if (!m_cell.picture.isNull()) {
        const double stale = m_isStale ? 0.38 : 1.0;
        const bool isFading = m_fade.state() == QVariantAnimation::Running && !m_before.isNull();
        if (isFading) {
            painter.setOpacity(stale);
            painter.drawImage(QRectF(rect()), scaled(m_scaledBefore, m_before));
        }
        painter.setOpacity(stale * (isFading ? m_fade.currentValue().toDouble() : 1.0));
        painter.drawImage(QRectF(rect()), scaled(m_scaled, m_cell.picture));
        painter.setOpacity(1);
        if (m_rankOf > 0 && m_cell.rank > 0)
            paintBadge(painter);
    }
    painter.setClipping(false);
    if (hasFocus() || underMouse()) {
        painter.setPen(QPen(themeColor("accent"), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
}

void FaceTile::paintBadge(QPainter& painter) const
{
    QFont small = font();
    small.setPixelSize(qBound(10, width() / 7, 20));
    small.setWeight(QFont::DemiBold);
    painter.setFont(small);
    const QString text = QString::number(m_cell.rank);
    const double textHeight = QFontMetricsF(small).height();
    const double badgeWidth = qMax(textHeight, QFontMetricsF(small).horizontalAdvance(text) + 8);
    const QRectF badge(width() - badgeWidth - 4, height() - textHeight - 4, badgeWidth, textHeight);
    const bool isFirst = m_cell.rank == 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isFirst ? themeColor("accent") : QColor(12, 15, 19, 185));
    painter.drawRoundedRect(badge, textHeight / 2, textHeight / 2);
    painter.setPen(isFirst ? themeColor("accentText") : QColor(240, 243, 247));
    painter.drawText(badge, Qt::AlignCenter, text);
}

void FaceTile::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT pressed();
}

void FaceTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        QWidget::keyPressEvent(event);
}

void FaceTile::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

void FaceTile::enterEvent(QEnterEvent*) { update(); }
void FaceTile::leaveEvent(QEvent*) { update(); }

void FaceTile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace fusiform
