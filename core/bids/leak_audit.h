// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"
#include "core/bids/study.h"

#include <map>

namespace fusiform::bids {

enum class LeakKind {
    Identical, ///< the same bytes
    NearlyIdentical, ///< the same picture: compressed again, resized, a little lighter or moved
};
/// "identical", "nearly identical"
[[nodiscard]] std::string nameOf(LeakKind kind);

/// A picture shown in training that is also a test face's.
struct Leak {
    std::string trainStimulus; ///< as in the events: "sub01/run07/F0278.jpg"
    std::string testStimulus; ///< one of the pictures of that face
    std::string testFace; ///< "F1148.jpg"
    std::string hash; ///< SHA-256 of the bytes of the training picture
    LeakKind kind = LeakKind::Identical;
    double correlation = 1; ///< of the detail of the two (image::detailCorrelation)
};

/// What the stimuli of one subject look like when pictures are compared by content and not by name.
struct LeakAudit {
    std::vector<Leak> leaks; ///< in the order of the training stimuli's names
    std::size_t trainFiles = 0; ///< distinct training paths
    std::size_t trainContents = 0; ///< distinct training contents
    std::size_t duplicatedContents = 0; ///< training contents stored under more than one path
    std::size_t unreadable = 0; ///< pictures that are not here and could not be compared
    std::size_t notDecoded = 0; ///< contents that are no pictures: compared by their bytes only
    std::map<std::string, std::string> hashes; ///< of every picture that was read, by stimulus

    [[nodiscard]] std::size_t count(LeakKind kind) const;
};

/// Compares every training picture with every test picture, by bytes and, where these differ, by
/// what is seen: those whose glances are copies' (image::kCopyGlance) get a second look
/// (image::kCopyDetail). Each content is decoded once, and kept as 1,024 numbers.
/// @param runs the events of all face runs of one subject
[[nodiscard]] LeakAudit auditLeaks(const Study& study, const std::vector<std::vector<Event>>& runs,
                                   Progress& progress);

} // namespace fusiform::bids
