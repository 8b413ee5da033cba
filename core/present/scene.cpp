// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/scene.h"

#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace fusiform::present {

namespace {

constexpr std::array kNames = {
    std::pair(SceneKind::BrainAndFaces, "brain_and_faces"),
    std::pair(SceneKind::Brain, "brain"),
    std::pair(SceneKind::Faces, "faces"),
    std::pair(SceneKind::GuessWho, "guess_who"),
    std::pair(SceneKind::Text, "text"),
};

SceneKind kindOf(const std::string& name)
{
    const auto found
        = std::ranges::find_if(kNames, [&](const auto& one) { return name == one.second; });
    if (found == kNames.end())
        throw badData({}, FUSIFORM_TR("core", "a kind of slide that this version knows"),
                      FUSIFORM_TR("core", "“%1”").arg(name.substr(0, 40)));
    return found->first;
}

} // namespace

std::string nameOf(SceneKind kind)
{
    return std::ranges::find(kNames, kind, [](const auto& one) { return one.first; })->second;
}

std::vector<SceneStep> stepsOf(const Scene& scene)
{
    const bool hasBrain = scene.kind == SceneKind::BrainAndFaces || scene.kind == SceneKind::Brain;
    const bool hasFaces = scene.kind == SceneKind::BrainAndFaces || scene.kind == SceneKind::Faces;
    // A guess that is answered at once is none.
    if (scene.kind == SceneKind::GuessWho)
        return {{true, true, true, true, false}, {}};
    std::vector<SceneStep> steps;
    if (scene.isRevealed && hasBrain)
        steps.push_back({false, false, false, false, false});
    if (scene.isRevealed && hasBrain && hasFaces)
        steps.push_back({true, false, false, false, false});
    if (scene.isRevealed && hasFaces) {
        steps.push_back({true, true, false, false, false});
        steps.push_back({true, true, true, false, false});
    }
    steps.push_back({});
    return steps;
}

Json sceneJson(const Scene& scene)
{
    return {{"kind", nameOf(scene.kind)},
            {"title", scene.title},
            {"text", scene.text},
            {"notes", scene.notes},
            {"look", lookJson(scene.look)},
            {"region", scene.region},
            {"model", scene.model},
            {"faces", scene.faces},
            {"step_by_step", scene.isRevealed}};
}

Scene sceneFrom(const Json& json)
{
    Scene scene;
    scene.kind = kindOf(json.at("kind").get<std::string>());
    scene.title = json.at("title").get<std::string>();
    scene.text = json.at("text").get<std::string>();
    scene.notes = json.at("notes").get<std::string>();
    scene.look = lookFrom(json.at("look"));
    scene.region = json.at("region").get<std::string>();
    scene.model = json.at("model").get<std::string>();
    scene.faces = json.at("faces").get<std::vector<int>>();
    scene.isRevealed = json.at("step_by_step").get<bool>();
    return scene;
}

} // namespace fusiform::present
