// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::bids {

enum class EventKind {
    TrainFace,
    TestFace,
    Fixation,
    Imagery,
    Other, ///< localizer blocks and whatever else a study has
};

/// One row of an events.tsv.
struct Event {
    double onset = 0; ///< s from the first scan
    double duration = 0; ///< s
    EventKind kind = EventKind::Other;
    std::string label; ///< trial_type, blanks trimmed, case as written
    std::string stimulus; ///< below the study's stimuli folder; empty if none
    bool isOneBack = false;
    std::size_t line = 0; ///< in the file, for messages
};

/// Reads events with the columns and labels of ds001761, and the other names its README uses
/// (stimulus, one_back, fix, img); case and blanks do not matter.
/// @throws Error{BadData} naming file, line, what was expected and what was found.
[[nodiscard]] std::vector<Event> readEvents(const std::filesystem::path& file);
[[nodiscard]] std::vector<Event> parseEvents(std::string_view text,
                                             const std::filesystem::path& source);

[[nodiscard]] double eventEnd(const Event& event);
/// The identity of a test face: its base name, since it is stored again in every run's folder.
[[nodiscard]] std::string faceIdentity(const Event& event);

/// What a subject saw; one-back rows keep their face label and are counted in it.
struct EventCounts {
    std::size_t rows = 0;
    std::size_t trainFace = 0;
    std::size_t testFace = 0;
    std::size_t trainFaceOneBack = 0;
    std::size_t testFaceOneBack = 0;
    std::size_t fixation = 0;
    std::size_t longFixation = 0; ///< over 3 s: the blank after an imagery trial
    std::size_t imagery = 0;

    [[nodiscard]] std::size_t oneBack() const { return trainFaceOneBack + testFaceOneBack; }
    EventCounts& operator+=(const EventCounts& other);
};
[[nodiscard]] EventCounts countEvents(const std::vector<Event>& events);

} // namespace fusiform::bids
