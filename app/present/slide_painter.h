// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_content.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace fusiform {

/// Colours of slides.
struct SlideColors {
    QColor ground;
    QColor text;
    QColor muted;
    QColor accent;
    QColor cover; ///< of a face that is not shown yet
    [[nodiscard]] static SlideColors ofTheme();
    [[nodiscard]] static SlideColors onWhite();
};

/// The largest place of 16:9 in a rectangle.
[[nodiscard]] QRectF slidePlace(const QRectF& within);
/// Where a slide has its brain; empty if it has none. @param slide as slidePlace() gives it
[[nodiscard]] QRectF brainPlace(const SlideContent& content, const QRectF& slide);

/// Paints a slide at any size.
/// @param brain what stands at brainPlace(); null: that place stays free
void paintSlide(QPainter& painter, const QRectF& slide, const SlideContent& content,
                const present::SceneStep& step, const SlideColors& colors, const QImage& brain);

} // namespace fusiform
