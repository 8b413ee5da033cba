// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/simulate/simulated_head.h"
#include "core/simulate/study_plan.h"
#include "core/util/progress.h"

#include <functional>

namespace fusiform::simulate {

/// What pictures are made of, as seen by the simulated brain. Each column has mean 0 and standard
/// deviation 1 over the pictures.
struct PictureFeatures {
    Eigen::MatrixXf values; ///< pictures x features
    Eigen::Index pictureFeatures
        = 0; ///< the first so many: components of the luminance; the others:
             ///< what the portraits' table says of the face, and its colours
};

/// Columns of the portraits' table that describe the face.
/// @throws Error{BadData} naming a missing column.
[[nodiscard]] Eigen::MatrixXf faceDescriptions(const std::filesystem::path& table,
                                               const Portraits& portraits);

[[nodiscard]] PictureFeatures
featuresOf(const SubjectPlan& plan, const Eigen::MatrixXf& descriptions,
           const std::function<image::Picture(const ShownPicture&)>& picture, Progress& progress);

/// How voxels of the head answer to faces. Occipital voxels follow the picture, temporal voxels the
/// face, frontoparietal voxels answer to every face much alike.
struct PlantedCoding {
    image::Grid grid; ///< head coordinates
    std::vector<image::Index> voxels; ///< of `grid`, ascending
    std::vector<CodingRegion> regions; ///< per voxel
    Eigen::VectorXf gain; ///< per voxel: answer to a face that stays, percent of the signal
    Eigen::MatrixXf weights; ///< features x voxels: what a standard deviation of a feature adds,
                             ///< in units of the gain
};

/// @param strength 0: no voxel tells faces apart.
[[nodiscard]] PlantedCoding plantCoding(const SimulatedHead& head, const image::Grid& grid,
                                        const PictureFeatures& features, double strength,
                                        std::uint64_t seed);

/// Answers of all voxels to an event, percent of the signal if it lasted: voxels.
[[nodiscard]] Eigen::VectorXf answerTo(const PlannedEvent& event, const PlantedCoding& coding,
                                       const PictureFeatures& features);

} // namespace fusiform::simulate
