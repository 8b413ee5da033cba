// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/vaegan_model.h"

#include <cstdint>

namespace fusiform::face_model {

/// Where a training stands after a step.
struct TrainingMoment {
    std::uint64_t step = 0;
    int stage = 1; ///< 1: shapes and colours, 2: detail, against the discriminator
    double share = 0; ///< of the training that lies behind, 0..1
    double seconds = 0; ///< over all resumptions, pauses left out
    double imagesPerSecond = 0; ///< of the steps so far
    TrainingLosses losses = {}; ///< of the step
};

/// Follows a training, on its thread.
class TrainingObserver {
public:
    virtual ~TrainingObserver() = default;
    virtual void stepDone(const TrainingMoment& moment) = 0;
    /// Whether a model is wanted now; to make one takes some seconds.
    [[nodiscard]] virtual bool wantsModel(const TrainingMoment& moment) = 0;
    virtual void modelMade(const VaeganModel& model, const TrainingMoment& moment,
                           Progress& progress)
        = 0;
    /// Returns when the training may go on; how long it takes does not count as training.
    /// @throws Error{Cancelled}
    virtual void waitWhilePaused(Progress& progress) = 0;
};

} // namespace fusiform::face_model
