// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/identification_matrix.h"

#include "widgets/controls/theme_colors.h"
#include "widgets/plots/axis_name.h"
#include "widgets/scene/color_map.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {
constexpr int kAxis = 20; // room for the axes' names
constexpr int kMatrixMargin = 8;
} // namespace

IdentificationMatrix::IdentificationMatrix(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("identificationMatrix"));
    setAccessibleName(tr("Identification matrix: decoded faces by true faces"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void IdentificationMatrix::setMatrix(const Eigen::MatrixXd& similarity, std::vector<Face> faces)
{
    m_similarity = similarity;
    m_faces = std::move(faces);
    m_isStale = false;
    update();
}

void IdentificationMatrix::clear()
{
    m_similarity.resize(0, 0);
    m_faces.clear();
    m_hovered = {};
    update();
}

void IdentificationMatrix::setStale(bool isStale)
{
    m_isStale = isStale;
    update();
}

QRectF IdentificationMatrix::board() const
{
    const double side = std::max(10.0, std::min<double>(width() - kAxis - 2 * kMatrixMargin,
                                                        height() - kAxis - 2 * kMatrixMargin));
    const double left
        = kAxis + kMatrixMargin + std::max(0.0, (width() - kAxis - 2 * kMatrixMargin - side) / 2);
    return {left, static_cast<double>(kMatrixMargin), side, side};
}

QRectF IdentificationMatrix::cellRect(int row, int column) const
{
    const double n = static_cast<double>(std::max<Eigen::Index>(1, m_similarity.rows()));
    const QRectF b = board();
    const double side = b.width() / n;
    return {b.left() + column * side, b.top() + row * side, side, side};
}

IdentificationMatrix::Cell IdentificationMatrix::cellAt(const QPointF& position) const
{
    const QRectF b = board();
    if (!b.contains(position) || m_similarity.rows() == 0)
        return {};
    const double n = static_cast<double>(m_similarity.rows());
    const auto index = [&](double share) {
        return std::clamp(static_cast<int>(share * n), 0, static_cast<int>(n) - 1);
    };
    return {index((position.y() - b.top()) / b.height()),
            index((position.x() - b.left()) / b.width())};
}

void IdentificationMatrix::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF b = board();
    painter.setPen(themeColor("mutedText"));
    painter.drawText(QRectF(0, b.bottom() + 4, b.right() + b.left(), kAxis),
                     Qt::AlignHCenter | Qt::AlignTop, tr("true face"));
    paintAxisName(painter, b, b.left() - 6, tr("decoded face"));
    if (m_similarity.rows() == 0) {
        painter.setPen(QPen(themeColor("line"), 1, Qt::DashLine));
        painter.drawRoundedRect(b, 4, 4);
        return;
    }
    painter.setOpacity(m_isStale ? 0.4 : 1);
    paintCells(painter);
    painter.setOpacity(1);
    if (m_hovered.row >= 0)
        paintHover(painter);
}

void IdentificationMatrix::paintCells(QPainter& painter) const
{
    const double range = std::max(
        0.05, m_similarity.array().isFinite().select(m_similarity.array().abs(), 0.0).maxCoeff());
    const scene::ColorMap& map = scene::colorMap(scene::ColorMapName::Balance);
    const int n = static_cast<int>(m_similarity.rows());
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row < n; ++row) {
        int best = 0;
        for (int column = 0; column < n; ++column) {
            const double r = m_similarity(row, column);
            if (r > m_similarity(row, best))
                best = column;
            const scene::Rgb c = map.at(0.5 + 0.5 * r / range);
            const QRectF cell = cellRect(row, column);
            if (std::isnan(r))
                painter.fillRect(cell, QBrush(themeColor("faintText"), Qt::BDiagPattern));
            else
                painter.fillRect(cell, QColor(c.r, c.g, c.b));
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(20, 24, 30));
        const double dot = std::min(7.0, cellRect(0, 0).width() * 0.24);
        painter.drawEllipse(cellRect(row, best).center(), dot / 2, dot / 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(20, 24, 30), 1.4));
    for (int face = 0; face < n; ++face)
        painter.drawRect(cellRect(face, face).adjusted(0.7, 0.7, -0.7, -0.7));
}

void IdentificationMatrix::paintHover(QPainter& painter) const
{
    const auto row = static_cast<std::size_t>(m_hovered.row);
    const auto column = static_cast<std::size_t>(m_hovered.column);
    painter.setPen(QPen(themeColor("text"), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cellRect(m_hovered.row, m_hovered.column));
    if (row >= m_faces.size() || column >= m_faces.size())
        return;
    constexpr int kThumb = 56;
    const QString r = tr("r = %1").arg(
        QLocale().toString(m_similarity(m_hovered.row, m_hovered.column), 'f', 2));
    const QSizeF size(2 * kThumb + 24, kThumb + 44);
    const QRectF cell = cellRect(m_hovered.row, m_hovered.column);
    double x = cell.right() + 8;
    if (x + size.width() > width())
        x = cell.left() - 8 - size.width();
    const double y = std::clamp(cell.center().y() - size.height() / 2, 2.0,
                                std::max(2.0, height() - size.height() - 2.0));
    const QRectF card(QPointF(std::max(2.0, x), y), size);
    painter.setPen(QPen(themeColor("strongLine"), 1));
    painter.setBrush(themeColor("raised"));
    painter.drawRoundedRect(card, 6, 6);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF left(card.left() + 8, card.top() + 8, kThumb, kThumb);
    const QRectF right = left.translated(kThumb + 8, 0);
    painter.drawImage(left, m_faces[row].decoded);
    painter.drawImage(right, m_faces[column].original);
    painter.setPen(themeColor("text"));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.drawText(QRectF(left.left(), left.bottom() + 1, kThumb, 15), Qt::AlignCenter,
                     m_faces[row].name);
    painter.drawText(QRectF(right.left(), right.bottom() + 1, kThumb, 15), Qt::AlignCenter,
                     m_faces[column].name);
    painter.setPen(themeColor("mutedText"));
    painter.drawText(QRectF(card.left(), left.bottom() + 15, card.width(), 16), Qt::AlignCenter, r);
}

void IdentificationMatrix::mouseMoveEvent(QMouseEvent* event)
{
    const Cell cell = cellAt(event->position());
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    update();
}

void IdentificationMatrix::mousePressEvent(QMouseEvent* event)
{
    const Cell cell = cellAt(event->position());
    if (event->button() == Qt::LeftButton && cell.row >= 0)
        Q_EMIT facePressed(cell.row);
}

void IdentificationMatrix::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

} // namespace fusiform
