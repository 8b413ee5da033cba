// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_renderer.h"

#include <QPainter>

namespace fusiform {

QSize slideSize(int width)
{
    const int even = width / 2 * 2;
    return {even, even * 9 / 32 * 2};
}

bool SlideRenderer::isReady(const present::Scene& scene)
{
    const SlideContent content = m_builder.contentOf(scene);
    if (!content.isReady)
        return false;
    if (brainPlace(content, QRectF(0, 0, 1600, 900)).isEmpty() || !m_camera.isThreeDimensional())
        return true;
    m_camera.show(m_builder.brainOf(scene, present::stepsOf(scene).back()),
                  SlideBrain::Move::AtOnce);
    return !m_camera.isWaiting();
}

QImage SlideRenderer::brain(const present::Scene& scene, const present::SceneStep& step,
                            const present::BrainLook& look, const QSize& slide)
{
    const QSize place
        = brainPlace(m_builder.contentOf(scene), QRectF(QPointF(), slide)).size().toSize();
    if (place.isEmpty())
        return {};
    SlideBrain::Shown shown = m_builder.brainOf(scene, step);
    shown.look.azimuth = look.azimuth;
    shown.look.elevation = look.elevation;
    shown.look.zoom = look.zoom;
    shown.look.shift = look.shift;
    m_camera.show(shown, SlideBrain::Move::AtOnce);
    return m_camera.picture(place, BrainPicture::Ground::Transparent);
}

QImage SlideRenderer::picture(const present::Scene& scene, const present::SceneStep& step,
                              const present::BrainLook& look, int width, const SlideColors& colors)
{
    const QSize size = slideSize(width);
    QImage picture(size, QImage::Format_RGB32);
    const QImage seen = brain(scene, step, look, size);
    QPainter painter(&picture);
    paintSlide(painter, picture.rect(), m_builder.contentOf(scene), step, colors, seen);
    return picture;
}

} // namespace fusiform
