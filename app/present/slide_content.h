// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/guess_game.h"
#include "core/present/scene.h"

#include <QImage>
#include <QString>

#include <optional>
#include <vector>

namespace fusiform {

/// Everything that is painted of a slide but its brain.
struct SlideContent {
    struct Row {
        QString title;
        std::vector<QImage> faces;
    };
    present::Scene scene;
    std::vector<QString> names; ///< of the faces that are shown
    std::vector<QImage> originals;
    std::vector<Row> rows; ///< reconstructions
    bool isReady = true; ///< the faces have been read
    std::optional<present::GuessRound> round; ///< its choices are positions in `originals`
    std::optional<std::size_t> said; ///< what the audience chose
    present::GuessScore score; ///< before this round
    /// What the faces come from, and whether that may be called confirmatory: on every slide, and
    /// whatever a slide becomes.
    QString origin;
};

} // namespace fusiform
