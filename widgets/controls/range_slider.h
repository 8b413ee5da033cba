// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/color_map.h"

#include <QWidget>

namespace fusiform {

/// The colour bar of a map that is also its control: one handle for the threshold, one for the
/// value that gets the last colour. What lies below the threshold is hatched out.
class RangeSlider final : public QWidget {
    Q_OBJECT
public:
    explicit RangeSlider(QWidget* parent = nullptr);

    void setColorMap(scene::ColorMapName map);
    /// The bar stands for the size of values of both signs: it shows the upper half of the colours.
    void setTwoSided(bool isTwoSided);
    /// The values the bar runs over.
    void setLimits(double minimum, double maximum);
    void setValues(double threshold, double maximum);
    [[nodiscard]] double threshold() const { return m_threshold; }
    [[nodiscard]] double maximum() const { return m_maximum; }

    [[nodiscard]] QSize sizeHint() const override { return {200, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {88, 44}; }

Q_SIGNALS:
    void valuesRequested(double threshold, double maximum);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Handle { None, Threshold, Maximum };
    [[nodiscard]] QRectF bar() const;
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] double valueAt(double x) const;
    void request(Handle handle, double value);

    scene::ColorMapName m_map = scene::ColorMapName::Ember;
    bool m_isTwoSided = false;
    double m_low = 0;
    double m_high = 10;
    double m_threshold = 3;
    double m_maximum = 8;
    Handle m_dragged = Handle::None;
    Handle m_last = Handle::Threshold;
};

} // namespace fusiform
