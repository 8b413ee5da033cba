// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/training_observer.h"

#include <vector>

namespace fusiform::task {

/// What the model of one moment makes: the same pictures and the same random codes each time.
struct TrainingSnapshot {
    face_model::TrainingMoment moment;
    std::vector<image::Picture> reconstructions; ///< of the pictures given to begin()
    std::vector<image::Picture> samples; ///< of random codes
};

/// Shows a training to somebody; all functions run on the training's thread.
class TrainingFollower {
public:
    static constexpr std::size_t kPictures = 8;
    static constexpr std::size_t kSamples = 24;
    virtual ~TrainingFollower() = default;
    /// @param pictures the first held-out pictures, or training pictures where none are held out
    virtual void begin(std::vector<image::Picture> pictures) = 0;
    virtual void follow(const face_model::TrainingMoment& moment) = 0;
    [[nodiscard]] virtual bool wantsSnapshot(const face_model::TrainingMoment& moment) = 0;
    virtual void show(TrainingSnapshot snapshot) = 0;
    /// As face_model::TrainingObserver::waitWhilePaused().
    virtual void waitWhilePaused(Progress& progress) = 0;
};

} // namespace fusiform::task
