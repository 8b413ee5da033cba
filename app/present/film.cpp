// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/film.h"

#include "core/present/look_path.h"

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {

int framesOf(double seconds)
{
    return std::max(1, static_cast<int>(std::lround(seconds * kFramesPerSecond)));
}

bool hasBrain(const present::Scene& scene)
{
    return scene.kind == present::SceneKind::Brain
           || scene.kind == present::SceneKind::BrainAndFaces;
}

} // namespace

std::vector<FilmFrame> talkFilm(const present::Slides& slides, double secondsPerStep)
{
    constexpr double kFadeSeconds = 0.5;
    std::vector<FilmFrame> frames;
    const present::Scene* before = nullptr;
    for (std::size_t slide = 0; slide < slides.size(); ++slide) {
        const present::Scene& scene = *slides[slide];
        const bool isMoving = before && hasBrain(*before) && hasBrain(scene);
        const double seconds = isMoving ? present::secondsBetween(before->look, scene.look) : 0;
        if (seconds > 0)
            for (int frame = 0, count = framesOf(seconds); frame < count; ++frame) {
                const double way = static_cast<double>(frame) / count;
                frames.push_back({slide, 0, present::between(before->look, scene.look, way), 1});
            }
        const std::size_t steps = present::stepsOf(scene).size();
        for (std::size_t step = 0; step < steps; ++step) {
            if (step > 0)
                for (int frame = 1, count = framesOf(kFadeSeconds); frame < count; ++frame)
                    frames.push_back({slide, step, scene.look, static_cast<double>(frame) / count});
            for (int frame = 0, count = framesOf(secondsPerStep); frame < count; ++frame)
                frames.push_back({slide, step, scene.look, 1});
        }
        before = &scene;
    }
    return frames;
}

std::vector<FilmFrame> turntable(const present::Slides& slides, std::size_t slide, double seconds)
{
    std::vector<FilmFrame> frames;
    const present::Scene& scene = *slides[slide];
    const std::size_t last = present::stepsOf(scene).size() - 1;
    const int count = framesOf(seconds);
    for (int frame = 0; frame < count; ++frame)
        frames.push_back(
            {slide, last, present::turned(scene.look, static_cast<double>(frame) / count), 1});
    return frames;
}

} // namespace fusiform
