// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/color_map.h"

#include <QWidget>

#include <vector>

namespace fusiform {

/// The colour bar of a map that is also its control: one handle for the threshold, one for the
/// value that gets the last colour. What is not shown is hatched out. The bar of a map with two
/// tails runs from the largest negative to the largest positive value, and each tail has a handle.
class RangeSlider final : public QWidget {
    Q_OBJECT
public:
    explicit RangeSlider(QWidget* parent = nullptr);

    void setColorMap(scene::ColorMapName map);
    void setTwoSided(bool isTwoSided);
    /// Moving the threshold of one tail moves the other's along.
    void setLinked(bool areLinked) { m_areLinked = areLinked; }
    /// A tail that is switched off has no handle.
    void setTailsShown(bool isPositiveShown, bool isNegativeShown);
    /// The values the bar runs over; with two tails their sizes.
    void setLimits(double minimum, double maximum);
    struct Values {
        double threshold = 3;
        double negativeThreshold = 3; ///< a size; of two tails only
        double maximum = 8;
        bool operator==(const Values&) const = default;
    };
    void setValues(const Values& values); ///< as far as the bar goes
    [[nodiscard]] const Values& values() const { return m_values; }

    [[nodiscard]] QSize sizeHint() const override { return {200, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {88, 44}; }

Q_SIGNALS:
    void valuesRequested(const fusiform::RangeSlider::Values& values);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Handle { None, Negative, Threshold, Maximum };
    [[nodiscard]] QRectF bar() const;
    [[nodiscard]] double first() const; ///< value at the left end
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] double valueAt(double x) const;
    [[nodiscard]] double placeOf(Handle handle) const; ///< its value, with its sign
    [[nodiscard]] std::vector<Handle> handles() const; ///< from left to right
    [[nodiscard]] Handle handleAt(double x) const;
    void paintHidden(QPainter& painter) const;
    void paintHandles(QPainter& painter) const;
    void request(Handle handle, double value);

    scene::ColorMapName m_map = scene::ColorMapName::Ember;
    bool m_isTwoSided = false;
    bool m_areLinked = true;
    bool m_isPositiveShown = true;
    bool m_isNegativeShown = true;
    double m_low = 0;
    double m_high = 10;
    Values m_values;
    Handle m_dragged = Handle::None;
    Handle m_last = Handle::Threshold;
};

} // namespace fusiform
