// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/random.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fusiform::simulate {

enum class EventKind { TrainFace, TestFace, Fixation, Imagery, FaceBlock, ObjectBlock, RestBlock };

/// One row of an events file.
struct PlannedEvent {
    double onset = 0; ///< s
    double duration = 0; ///< s
    EventKind kind = EventKind::Fixation;
    bool isOneBack = false;
    std::size_t picture = 0; ///< index of SubjectPlan::pictures, for faces and imagery
    std::string stimulus; ///< as the events file names it
};

enum class ImageryPlace { None, Start, End };

/// A face and the file it is shown from.
struct FaceTrial {
    std::size_t picture = 0;
    std::string stimulus;
    bool isTest = false;
};

/// The rows of a face run as in ds001761 (methods 1.4): a trial every 3 s locked to frames of 60
/// Hz, from 6 s on; 8 one-back repeats; 30 fixations; an imagery trial of 12 s and a pause of 6 s
/// before or after.
[[nodiscard]] std::vector<PlannedEvent> faceRunEvents(const std::vector<FaceTrial>& faces,
                                                      ImageryPlace place, std::size_t imagined,
                                                      Random& random);
/// Seven blocks of 16 s: rest, face, object, rest, object, face, rest, or with face and object
/// exchanged.
[[nodiscard]] std::vector<PlannedEvent> localizerEvents(bool startsWithFaces);

/// The text of events.tsv, with the columns and labels of ds001761 (localizer labels carry
/// trailing blanks).
[[nodiscard]] std::string eventsText(const std::vector<PlannedEvent>& events, bool isLocalizer);

} // namespace fusiform::simulate
