// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/training_set.h"
#include "core/io/face_file.h"
#include "core/task/train_model_task.h"

#include <vector>

namespace fusiform::task {

/// The pictures of a folder, split by the seed into those to learn from and those to measure with.
struct TrainingSplit {
    std::vector<std::filesystem::path> trainingFiles, heldOutFiles;
    face_model::TrainingSet training;
    std::vector<image::Picture> heldOut;
    std::vector<Error> skipped; ///< pictures that could not be read, by name
    std::string crop; ///< how pictures became squares, as models keep it
};

/// @throws Error{Usage} if too few pictures remain, Error{BadData} if next to none can be read
[[nodiscard]] TrainingSplit readSplit(const TrainModelOptions& options, const io::FaceCrop& crop,
                                      const face_model::PictureStorage& storage,
                                      Progress& progress);

/// At most so many, evenly taken from all.
[[nodiscard]] std::vector<image::Picture> somePictures(const face_model::TrainingSet& set,
                                                       std::size_t most);

} // namespace fusiform::task
