// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_builder.h"
#include "app/present/slide_painter.h"

namespace fusiform {

/// Makes pictures of slides, their brain drawn by a camera that is used for nothing else meanwhile.
class SlideRenderer {
public:
    SlideRenderer(SlideBuilder& builder, SlideBrain& camera) : m_builder(builder), m_camera(camera)
    {
    }

    /// Whether everything that a slide shows has been read; what has not is asked for.
    [[nodiscard]] bool isReady(const present::Scene& scene);
    /// The brain alone, on nothing; null if the slide has none. @param look the camera's
    [[nodiscard]] QImage brain(const present::Scene& scene, const present::SceneStep& step,
                               const present::BrainLook& look, const QSize& slide);
    [[nodiscard]] QImage picture(const present::Scene& scene, const present::SceneStep& step,
                                 const present::BrainLook& look, int width,
                                 const SlideColors& colors);
    [[nodiscard]] SlideBuilder& builder() const { return m_builder; }

private:
    SlideBuilder& m_builder;
    SlideBrain& m_camera;
};

/// 16:9, both sides even, as films want them.
[[nodiscard]] QSize slideSize(int width);

} // namespace fusiform
