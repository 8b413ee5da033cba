// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/import/spm_columns.h"
#include "core/util/progress.h"

#include <span>

namespace fusiform::import {

/// The images beside an SPM.mat, all on one grid.
class SpmImages {
public:
    /// The grid is that of the first beta; a warning tells where SPM.mat has other ideas of it.
    /// @throws Error{BadData}
    SpmImages(const SpmModel& model, Progress& progress);

    [[nodiscard]] const image::Grid& grid() const { return m_grid; }
    /// @param name as in SPM.mat; .nii, .nii.gz and .img are looked for.
    /// @throws Error{BadData} if there is none, or it is on another grid.
    [[nodiscard]] image::Volume read(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const { return !find(name).empty(); }

    /// Voxels of the grid in SPM's mask with a number in the first beta, ascending.
    [[nodiscard]] std::vector<image::Index> maskVoxels() const;
    /// The mean of betas at some voxels. Each image is read once.
    [[nodiscard]] Eigen::VectorXf mean(const SpmMean& mean,
                                       std::span<const image::Index> voxels) const;

private:
    [[nodiscard]] std::filesystem::path find(const std::string& name) const;

    const SpmModel& m_model;
    std::filesystem::path m_folder;
    image::Grid m_grid;
};

/// A t map and where it came from.
struct SpmTMap {
    std::vector<float> values; ///< a voxel
    std::string source; ///< "contrast faces > fix (spmT_0001.nii)", or how it was computed
};
/// Faces - fixation: the first T contrast that weighs nothing else, else from the betas, their
/// covariance and the residual mean squares.
[[nodiscard]] SpmTMap faceMap(const SpmModel& model, const SpmColumns& columns,
                              const SpmImages& images, std::span<const image::Index> voxels);

} // namespace fusiform::import
