// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace fusiform {

/// Shows a figure at the width there is, in the colours of the theme; its text keeps its size. What
/// the figure says of a place is shown where the pointer is.
class FigureView final : public QWidget {
    Q_OBJECT
public:
    /// Makes the figure for a width in mm; cheap, as it is called at every change of size.
    using Maker = std::function<report::Figure(double widthMm)>;
    using Translate = std::function<QString(const Text&)>;
    enum class Zoom { Off, On };

    explicit FigureView(Translate translate, QWidget* parent = nullptr);

    void setFigure(Maker maker);
    void clear() { setFigure({}); }
    /// Whether the wheel enlarges, a drag moves, and a double click restores.
    void setZoom(Zoom zoom) { m_zoom = zoom; }
    [[nodiscard]] const report::Figure& figure() const { return m_figure; }
    [[nodiscard]] double magnification() const { return m_scale; }
    /// What is said at a place of the widget; empty: nothing.
    [[nodiscard]] QString tipAt(const QPointF& position) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void make();
    [[nodiscard]] QColor colorOf(report::Ink ink) const;
    void keepInside();
    [[nodiscard]] report::Point placeOf(const QPointF& position) const;
    void draw(QPainter& painter, const report::Polyline& line) const;
    void draw(QPainter& painter, const report::Area& area) const;
    void draw(QPainter& painter, const report::Label& label) const;
    void draw(QPainter& painter, const report::Raster& raster) const;

    Translate m_translate;
    Maker m_maker;
    report::Figure m_figure;
    std::vector<std::pair<const image::Picture*, QImage>> m_images; ///< of the figure's rasters
    Zoom m_zoom = Zoom::Off;
    double m_scale = 1; ///< 1: the whole figure
    QPointF m_shift; ///< of the enlarged figure, pixels
    QPointF m_dragFrom;
};

} // namespace fusiform
