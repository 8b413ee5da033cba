// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/schedule.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace fusiform::simulate {

namespace {

constexpr std::size_t kOneBacks = 8;
constexpr std::size_t kFixations = 30;
constexpr double kFirstOnset = 6.0; // s
constexpr double kTrial = 3.0; // s, on average
constexpr double kShortStep = 2.9975; // s between onsets: whole frames of the display
constexpr double kLongStep = 3.0140;
constexpr const char* kFixationPicture = "placeholders/fixation.png";

/// Faces, with the chosen ones shown twice running, and fixations (nothing) in random order.
std::vector<std::pair<std::optional<FaceTrial>, bool>>
trialOrder(const std::vector<FaceTrial>& faces, Random& random)
{
    std::vector<std::size_t> units(faces.size() + kFixations);
    for (std::size_t i = 0; i < units.size(); ++i)
        units[i] = i;
    std::vector<std::size_t> repeated(faces.size());
    for (std::size_t i = 0; i < repeated.size(); ++i)
        repeated[i] = i;
    random.shuffle(units);
    random.shuffle(repeated);
    repeated.resize(std::min(kOneBacks, repeated.size()));

    std::vector<std::pair<std::optional<FaceTrial>, bool>> trials;
    for (const std::size_t unit : units) {
        if (unit >= faces.size()) {
            trials.emplace_back(std::nullopt, false);
            continue;
        }
        trials.emplace_back(faces[unit], false);
        if (std::ranges::find(repeated, unit) != repeated.end())
            trials.emplace_back(faces[unit], true);
    }
    return trials;
}

PlannedEvent fixation(double onset, double duration)
{
    return {onset, duration, EventKind::Fixation, false, 0, kFixationPicture};
}

PlannedEvent imagery(double onset, std::size_t imagined)
{
    return {onset, 12.01, EventKind::Imagery, false, imagined, kFixationPicture};
}

std::string labelOf(EventKind kind)
{
    switch (kind) {
    case EventKind::TrainFace: return "train_face";
    case EventKind::TestFace: return "test_face";
    case EventKind::Fixation: return "Fix";
    case EventKind::Imagery: return "Img";
    case EventKind::FaceBlock: return "face  ";
    case EventKind::ObjectBlock: return "object";
    case EventKind::RestBlock: return "fix   ";
    }
    return {};
}

} // namespace

std::vector<PlannedEvent> faceRunEvents(const std::vector<FaceTrial>& faces, ImageryPlace place,
                                        std::size_t imagined, Random& random)
{
    std::vector<PlannedEvent> events;
    double start = kFirstOnset;
    if (place == ImageryPlace::Start) {
        events.push_back(imagery(6.02, imagined));
        events.push_back(fixation(18.02, 6.0));
        start = 24.02;
    }
    const auto trials = trialOrder(faces, random);
    double onset = start + random.uniform(-0.008, 0.008);
    for (std::size_t k = 0; k < trials.size(); ++k) {
        if (k > 0) {
            const double due = start + kTrial * static_cast<double>(k);
            onset += onset + kShortStep < due - 0.008 ? kLongStep : kShortStep;
        }
        const double shown = onset + random.normal(0, 5e-5);
        if (const auto& face = trials[k].first)
            events.push_back({shown, 0.9991 + random.normal(0, 8e-5),
                              face->isTest ? EventKind::TestFace : EventKind::TrainFace,
                              trials[k].second, face->picture, face->stimulus});
        else
            events.push_back(fixation(shown, 0.9991 + random.normal(0, 5e-5)));
    }
    if (place == ImageryPlace::End) {
        events.push_back(fixation(384.0, 6.0));
        events.push_back(imagery(390.0, imagined));
    }
    return events;
}

std::vector<PlannedEvent> localizerEvents(bool startsWithFaces)
{
    const EventKind first = startsWithFaces ? EventKind::FaceBlock : EventKind::ObjectBlock;
    const EventKind second = startsWithFaces ? EventKind::ObjectBlock : EventKind::FaceBlock;
    const EventKind rest = EventKind::RestBlock;
    std::vector<PlannedEvent> events;
    for (const EventKind kind : {rest, first, second, rest, second, first, rest})
        events.push_back({16.0 * static_cast<double>(events.size()), 16.0, kind, false, 0, {}});
    return events;
}

std::string eventsText(const std::vector<PlannedEvent>& events, bool isLocalizer)
{
    std::string text = isLocalizer ? "onset\tduration\ttrial_type\n"
                                   : "onset\tduration\ttrial_type\tstim_file\toneback\n";
    char numbers[64];
    for (const PlannedEvent& event : events) {
        std::snprintf(numbers, sizeof numbers, isLocalizer ? "%.0f\t%.0f\t" : "%.6f\t%.6f\t",
                      event.onset, event.duration);
        text += numbers + labelOf(event.kind);
        if (!isLocalizer)
            text += "\t" + event.stimulus + (event.isOneBack ? "\t1" : "\t0");
        text += "\n";
    }
    return text;
}

} // namespace fusiform::simulate
