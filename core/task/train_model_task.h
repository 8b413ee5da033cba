// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"
#include "core/task/training_follower.h"

namespace fusiform::task {

struct TrainModelOptions {
    std::filesystem::path images;
    std::string kind = "vaegan";
    std::filesystem::path out;
    std::int64_t latent = 256;
    std::string architecture = "compact";
    std::int64_t width = 0; ///< 0: what the architecture suggests
    std::int64_t imageSize = 128;
    double minutes = 0;
    std::int64_t epochs = 0;
    std::int64_t batch = 32;
    std::int64_t portion = 0;
    std::int64_t seed = 1;
    std::string precision = "auto";
    std::string device = "cpu";
    std::int64_t nodes = 1; ///< processes that train together
    std::int64_t rank = 0;
    std::string meet = "127.0.0.1:29500"; ///< where process 0 listens
    std::vector<std::string> recipe; ///< NAME=NUMBER
    std::filesystem::path startFrom; ///< a checkpoint
    std::filesystem::path tuneEncoder; ///< a finished model; empty: a new one is trained
    std::vector<std::string> weigh; ///< NAME=NUMBER, of attributes when an encoder is tuned
    std::string training;
    std::filesystem::path attributes;
    std::filesystem::path eyes; ///< empty: the centred square
    std::int64_t heldOut = 0;
    std::int64_t measureEvery = 0;
    std::int64_t earlyStop = 0;
    std::filesystem::path log;
    std::filesystem::path sheets;
    bool keepCheckpoint = false;
    bool resume = false;
    bool overwrite = false;
};

void describe(TrainModelOptions& options, Fields& fields);
/// Trains a face model on a folder of pictures and measures it on those held out.
[[nodiscard]] Outcome trainModel(const TrainModelOptions& options, Progress& progress);
/// The same, shown to `follower`, which may be null; a PCA is made at once and not followed.
[[nodiscard]] Outcome trainFollowed(const TrainModelOptions& options, TrainingFollower* follower,
                                    Progress& progress);
/// What a training goes on from, beside the model it makes.
[[nodiscard]] std::filesystem::path checkpointOf(const std::filesystem::path& model);

} // namespace fusiform::task
