// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/region_files.h"

#include "core/io/nifti.h"

namespace fusiform::roi {

void writeMask(const std::filesystem::path& file, const PlacedSet& set)
{
    image::Volume mask{set.grid, std::vector<float>(static_cast<std::size_t>(set.grid.size()), 0)};
    for (const image::Index voxel : set.voxels.indices())
        mask.values[static_cast<std::size_t>(voxel)] = 1;
    io::NiftiWriteOptions asBytes;
    asBytes.storage = io::NiftiStorage::UInt8;
    io::writeVolume(file, mask, asBytes);
}

std::vector<std::int64_t> verticesIn(const PlacedSet& set, const image::Surface& surface)
{
    std::vector<std::int64_t> vertices;
    for (Eigen::Index vertex = 0; vertex < surface.points.cols(); ++vertex)
        if (set.voxels.contains(set.grid.nearest({surface.points.col(vertex)})))
            vertices.push_back(vertex);
    return vertices;
}

} // namespace fusiform::roi
