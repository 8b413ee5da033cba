// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/file.h"

#include <Eigen/Dense>

#include <memory>
#include <span>

namespace fusiform::glm {

/// W of the paper: (latents + 1) x voxels, float32, one voxel's numbers contiguous (so a brush
/// stroke and a hover read straight runs); the last row is the face regressor (the bias). Latent
/// rows are in units of percent signal per training standard deviation of the latent. Copies share
/// the numbers.
class Weights {
public:
    Weights() = default;
    explicit Weights(Eigen::MatrixXf matrix);
    /// Maps a raw little-endian file of rows x voxels floats. @throws Error{BadData} if the size
    /// disagrees.
    static Weights mapped(const std::filesystem::path& file, Eigen::Index rows,
                          Eigen::Index voxels);

    [[nodiscard]] Eigen::Index rows() const { return m_rows; }
    [[nodiscard]] Eigen::Index latentSize() const { return m_rows - 1; }
    [[nodiscard]] Eigen::Index voxels() const { return m_voxels; }
    /// rows x voxels.
    [[nodiscard]] Eigen::Map<const Eigen::MatrixXf> matrix() const
    {
        return {m_data, m_rows, m_voxels};
    }
    /// The numbers of one voxel: its latent weights, then its bias.
    [[nodiscard]] std::span<const float> voxel(Eigen::Index v) const
    {
        return {m_data + v * m_rows, static_cast<std::size_t>(m_rows)};
    }

private:
    std::shared_ptr<const void> m_owner;
    const float* m_data = nullptr;
    Eigen::Index m_rows = 0;
    Eigen::Index m_voxels = 0;
};

} // namespace fusiform::glm
