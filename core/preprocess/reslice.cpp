// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/reslice.h"

namespace fusiform::preprocess {

void reslice(const image::BSpline& source, const image::Grid& sourceGrid,
             const Eigen::Matrix4d& sourceFromTarget, const image::Grid& targetGrid,
             std::span<float> target)
{
    const Eigen::Matrix4d voxelFromVoxel
        = sourceGrid.affine.voxelFromMm() * sourceFromTarget * targetGrid.affine.mmFromVoxel();
    const Eigen::Vector3d step = voxelFromVoxel.block<3, 1>(0, 0);
    std::size_t v = 0;
    for (image::Index k = 0; k < targetGrid.shape[2]; ++k)
        for (image::Index j = 0; j < targetGrid.shape[1]; ++j) {
            const Eigen::Vector3d row = voxelFromVoxel.block<3, 1>(0, 1) * static_cast<double>(j)
                                        + voxelFromVoxel.block<3, 1>(0, 2) * static_cast<double>(k)
                                        + voxelFromVoxel.block<3, 1>(0, 3);
            for (image::Index i = 0; i < targetGrid.shape[0]; ++i, ++v) {
                const Eigen::Vector3d at = row + step * static_cast<double>(i);
                target[v] = source.contains(at) ? source.at(at) : 0.0F;
            }
        }
}

} // namespace fusiform::preprocess
