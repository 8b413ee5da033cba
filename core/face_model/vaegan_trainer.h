// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/training_group.h"
#include "core/face_model/training_observer.h"
#include "core/face_model/training_schedule.h"
#include "core/face_model/training_set.h"
#include "core/face_model/vaegan_model.h"

#include <functional>

namespace fusiform::face_model {

struct VaeganOptions {
    std::string name = "vaegan";
    std::string training; ///< what the pictures are, one line
    std::string crop = "centre"; ///< how they became squares
    std::string architecture = "compact"; ///< or "published"
    int latentSize = 256;
    int width = 32; ///< channels of the first convolution; the published net has 192
    std::size_t batch = 32;
    /// Pictures that go through the nets together; a batch of more comes in portions. 0: as many as
    /// half of the memory that is free now can hold. Normalisation is over a portion.
    std::size_t portion = 0;
    std::uint64_t seed = 1;
    int epochs = 0; ///< the schedule follows the steps: the same seed gives the same model
    double minutes = 0; ///< instead of epochs: the schedule follows the time
    std::string precision = "auto"; ///< "float32", "bfloat16", or whichever is faster here
    Device device = Device::Cpu;
    TrainingPlace place; ///< among the processes that share every batch
    std::filesystem::path checkpoint; ///< empty: none is written
    double checkpointMinutes = 3;
    /// A checkpoint of another training, whose weights are the start; empty: a start of its own.
    std::filesystem::path startFrom;
    bool isResumed = false; ///< go on from the checkpoint if there is one
    std::filesystem::path log; ///< TSV of losses, one row per epoch; empty: none
    int measureEvery = 0; ///< epochs between measurements; 0: none
    /// Measurements without a better score after which a stage ends; the best model is the result.
    int patience = 0; ///< 0: every stage goes to its end
    VaeganRecipe recipe;
    /// What the recipe's attribute_weight is for: of every picture 1, -1, or 0 where it is not
    /// known. May be empty.
    std::vector<std::string> attributes;
    std::vector<float> labels; ///< pictures x attributes, row by row
};

/// Measures a model in training; the columns are added to the log, and "score" decides which model
/// is the best. May also save it.
using MeasureModel = std::function<Json(const VaeganModel& model, int epoch)>;

/// Trains a VAE-GAN (Larsen et al. 2016; what differs is written in docs/models). The same seed,
/// epochs, precision and pictures give the same model within 1e-5, resumed or not, and in several
/// processes as in one whose portions are as large as theirs.
/// @param observer may be null; a training that is followed gives the same model.
/// @throws Error{Cancelled} within a quarter of a second; the last checkpoint remains.
/// @throws Error{Usage} if there are fewer pictures than latents need, or a checkpoint of another
/// training is in the way.
/// @return null in all processes but the leader.
[[nodiscard]] std::unique_ptr<VaeganModel>
trainVaegan(const TrainingSet& pictures, const VaeganOptions& options, const MeasureModel& measure,
            Progress& progress, TrainingObserver* observer = nullptr);

} // namespace fusiform::face_model
