// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_stage.h"

#include "app/rating/rating_look.h"

#include <QPainter>

#include <algorithm>

namespace fusiform {

namespace {

constexpr int kStageTop = 36; // pixels above the original
constexpr int kStageQuestion = 60; // between the original and the two below
constexpr int kStageKeys = 58; // below them
constexpr int kStageHelp = 58; // and below the keys
constexpr int kLargestFace = 560;
constexpr int kKeyHeight = 30;
constexpr int kProgressHeight = 4;

bool isSame(const StagedFaces& one, const StagedFaces& other)
{
    return one.original.cacheKey() == other.original.cacheKey()
           && one.left.cacheKey() == other.left.cacheKey()
           && one.right.cacheKey() == other.right.cacheKey();
}

} // namespace

RatingStage::RatingStage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ratingStage"));
    setAccessibleName(tr("A face, and two faces below it"));
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RatingStage::setFaces(const StagedFaces& faces)
{
    m_scaled = isSame(faces, m_next) ? m_nextScaled : scaled(faces);
    m_faces = faces;
    m_marked.reset();
    m_answer.clear();
    m_shown.invalidate();
    update();
}

void RatingStage::prepare(const StagedFaces& next)
{
    m_next = next;
    m_nextScaled = scaled(next);
}

void RatingStage::mark(rating::Side chosen)
{
    m_marked = chosen;
    update();
}

void RatingStage::setQuestion(const QString& text)
{
    m_question = text;
    update();
}

void RatingStage::setAnswer(const QString& text)
{
    m_answer = text;
    update();
}

void RatingStage::setProgress(std::optional<double> share)
{
    m_progress = share;
    update();
}

void RatingStage::setHelp(const QString& text)
{
    m_help = text;
    update();
}

std::optional<double> RatingStage::secondsShown() const
{
    if (!m_shown.isValid())
        return std::nullopt;
    return static_cast<double>(m_shown.nsecsElapsed()) * 1e-9;
}

RatingStage::Places RatingStage::places() const
{
    const int room = height() - kStageTop - kStageQuestion - kStageKeys - kStageHelp;
    const int side = std::clamp(std::min(room / 2, 2 * width() / 5), 64, kLargestFace);
    const int used = kStageTop + 2 * side + kStageQuestion + kStageKeys + kStageHelp;
    const int top = kStageTop + std::max(0, (height() - used) / 2);
    const int centre = width() / 2;
    const int gap = side / 4;
    const int below = top + side + kStageQuestion;
    return {{centre - side / 2, top, side, side},
            {centre - gap / 2 - side, below, side, side},
            {centre + gap - gap / 2, below, side, side}};
}

StagedFaces RatingStage::scaled(const StagedFaces& faces) const
{
    const QSize size = places().original.size() * devicePixelRatioF();
    const auto made = [&](const QImage& face) {
        if (face.isNull())
            return QImage();
        QImage image = face.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                           .convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(devicePixelRatioF());
        return image;
    };
    return {made(faces.original), made(faces.left), made(faces.right)};
}

void RatingStage::resizeEvent(QResizeEvent*)
{
    m_scaled = scaled(m_faces);
    m_nextScaled = scaled(m_next);
}

void RatingStage::drawChoice(QPainter& painter, const QImage& face, const QRect& at,
                             rating::Side side)
{
    // In practice the other one may be the right one: it stays to be seen.
    const bool isOther = m_marked && *m_marked != side && m_answer.isEmpty();
    constexpr double kTakenBack = 0.35;
    painter.setOpacity(isOther ? kTakenBack : 1);
    painter.drawImage(at.topLeft(), face);
    const bool isChosen = m_marked == side;
    if (isChosen) {
        constexpr int kFrame = 6;
        painter.setPen(
            QPen(ratingLook::kBright, kFrame, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(at.adjusted(-kFrame, -kFrame, kFrame - 1, kFrame - 1));
    }
    const QRect key(at.center().x() - kKeyHeight * 3 / 4, at.bottom() + 20, kKeyHeight * 3 / 2,
                    kKeyHeight);
    painter.setPen(QPen(isChosen ? ratingLook::kBright : ratingLook::kText, 1.5));
    painter.setBrush(isChosen ? QBrush(ratingLook::kBright) : Qt::NoBrush);
    painter.drawRoundedRect(key, 5, 5);
    // An arrow of two strokes: not every font has one.
    const int way = side == rating::Side::Left ? -1 : 1;
    const QPoint tip = key.center() + QPoint(8 * way, 0);
    painter.setPen(QPen(ratingLook::kText, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(tip, tip - QPoint(16 * way, 0));
    painter.drawPolyline(QPolygon({tip - QPoint(6 * way, 5), tip, tip - QPoint(6 * way, -5)}));
    painter.setOpacity(1);
}

void RatingStage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), ratingLook::kGround);
    if (m_scaled.original.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Places at = places();
    painter.drawImage(at.original.topLeft(), m_scaled.original);
    drawChoice(painter, m_scaled.left, at.left, rating::Side::Left);
    drawChoice(painter, m_scaled.right, at.right, rating::Side::Right);
    QFont font = this->font();
    font.setPixelSize(m_answer.isEmpty() ? 18 : 22);
    font.setBold(!m_answer.isEmpty());
    painter.setFont(font);
    painter.setPen(m_answer.isEmpty() ? ratingLook::kText : ratingLook::kBright);
    painter.drawText(QRect(0, at.original.bottom(), width(), kStageQuestion), Qt::AlignCenter,
                     m_answer.isEmpty() ? m_question : m_answer);
    painter.setPen(ratingLook::kText);
    font.setBold(false);
    font.setPixelSize(13);
    painter.setFont(font);
    painter.drawText(QRect(0, height() - kStageHelp, width(), kStageHelp - kProgressHeight),
                     Qt::AlignCenter, m_help);
    if (m_progress) {
        const QRectF line(0, height() - kProgressHeight, width(), kProgressHeight);
        painter.fillRect(line, ratingLook::kLine);
        painter.fillRect(QRectF(line.topLeft(), QSizeF(line.width() * *m_progress, line.height())),
                         ratingLook::kText);
    }
    if (!m_shown.isValid())
        m_shown.start();
}

} // namespace fusiform
