// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_content.h"
#include "core/present/talk.h"

#include <vector>

namespace fusiform {

/// One picture of a film: what is seen of which slide, from where, and how far the next picture has
/// faded in over the last.
struct FilmFrame {
    std::size_t slide = 0;
    std::size_t step = 0;
    present::BrainLook look;
    /// 0 ... 1: how much of this step is seen over the step before; 1: nothing else.
    double fade = 1;
};

constexpr int kFramesPerSecond = 25;

/// The whole talk: every step is held, the camera goes from slide to slide, steps fade in.
/// @param secondsPerStep how long each is held
[[nodiscard]] std::vector<FilmFrame> talkFilm(const present::Slides& slides, double secondsPerStep);

/// The brain of one slide once round, in so many seconds. The first picture follows the last.
[[nodiscard]] std::vector<FilmFrame> turntable(const present::Slides& slides, std::size_t slide,
                                               double seconds);

} // namespace fusiform
