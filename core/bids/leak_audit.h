// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"
#include "core/bids/study.h"

#include <map>

namespace fusiform::bids {

/// A picture shown in training whose content is also a test face's.
struct Leak {
    std::string trainStimulus; ///< as in the events: "sub01/run07/F0278.jpg"
    std::string testFace; ///< "F1148.jpg"
    std::string hash; ///< SHA-256 of the bytes
};

/// What the stimuli of one subject look like when pictures are compared by content and not by name.
struct LeakAudit {
    std::vector<Leak> leaks;
    std::size_t trainFiles = 0; ///< distinct training paths
    std::size_t trainContents = 0; ///< distinct training contents
    std::size_t duplicatedContents = 0; ///< training contents stored under more than one path
    std::size_t unreadable = 0; ///< pictures that are not here and could not be compared
    std::map<std::string, std::string> hashes; ///< of every picture that was read, by stimulus
};

/// @param runs the events of all face runs of one subject
[[nodiscard]] LeakAudit auditLeaks(const Study& study, const std::vector<std::vector<Event>>& runs,
                                   Progress& progress);

} // namespace fusiform::bids
