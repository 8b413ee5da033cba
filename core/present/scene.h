// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/brain_look.h"

#include <vector>

namespace fusiform::present {

/// What a slide of a talk shows.
enum class SceneKind {
    BrainAndFaces,
    Brain,
    Faces,
    GuessWho, ///< one reconstruction, four originals: which is it?
    Text,
};

/// One slide: a view that was saved, with words.
struct Scene {
    SceneKind kind = SceneKind::BrainAndFaces;
    std::string title;
    std::string text; ///< lines under the title
    std::string notes; ///< for who presents, not for the audience
    BrainLook look;
    std::string region; ///< by its name in the document; empty: the whole selection's first
    std::string model; ///< face model; empty: all of the fit
    /// Positions among the faces that may be shown; empty: all of them. Of a guess the first
    /// counts.
    std::vector<int> faces;
    /// Brain, region, covered faces, reconstructions, originals: one after the other instead of all
    /// at once.
    bool isRevealed = false;
    bool operator==(const Scene&) const = default;
};

/// What can be seen of a slide at one of its steps.
struct SceneStep {
    bool hasRegion = true; ///< the region is drawn on the brain
    bool hasFaces = true; ///< there are places for faces, covered or not
    bool hasReconstructions = true; ///< else covered
    bool hasOriginals = true; ///< else covered
    bool hasAnswer = true; ///< of a guess
    bool operator==(const SceneStep&) const = default;
};
/// The steps of a slide, in order; at least one, and the last shows everything.
[[nodiscard]] std::vector<SceneStep> stepsOf(const Scene& scene);

[[nodiscard]] std::string nameOf(SceneKind kind); ///< in files: "brain_and_faces"
[[nodiscard]] Json sceneJson(const Scene& scene);
/// @throws Json::exception where a field is absent or of another kind, Error{BadData} without a
/// file for a kind that is not known; the reader of the line says where.
[[nodiscard]] Scene sceneFrom(const Json& json);

} // namespace fusiform::present
