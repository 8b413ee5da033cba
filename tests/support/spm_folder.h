// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::test {

/// A folder as SPM leaves it: SPM.mat of tests/data/spm and images with planted numbers. The grid
/// has 5 x 4 x 3 voxels; every tenth is outside of the mask.
class SpmFolder {
public:
    /// @param mat "SPM5.mat" or "SPM73.mat"
    SpmFolder(std::filesystem::path folder, const std::string& mat);

    static constexpr Eigen::Index kVoxels = 60;
    static constexpr Eigen::Index kLatents = 4;

    [[nodiscard]] const std::filesystem::path& path() const { return m_folder; }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const
    {
        return m_folder / name;
    }
    [[nodiscard]] static bool isInMask(Eigen::Index voxel) { return voxel % 10 != 0; }
    /// Column `column` (from 0) of the design at a voxel.
    [[nodiscard]] static double beta(Eigen::Index column, Eigen::Index voxel);
    [[nodiscard]] static double residual(Eigen::Index voxel);
    /// Of the contrast face > Fix.
    [[nodiscard]] static double t(Eigen::Index voxel);
    /// Element of xX.Bcov.
    [[nodiscard]] static double covariance(Eigen::Index row, Eigen::Index column);
    /// Mean and standard deviation (n - 1) of a latent's values over all trials.
    [[nodiscard]] static std::pair<double, double> scale(Eigen::Index latent);
    /// Columns of each condition, by session; see make_spm_mat.py.
    static constexpr std::array<Eigen::Index, 2> kFace = {0, 16};
    static constexpr std::array<Eigen::Index, 2> kFixation = {5, 21};
    [[nodiscard]] static std::vector<Eigen::Index> testColumns(const std::string& face);
    /// RAS mm from voxel.
    [[nodiscard]] static Eigen::Matrix4d affine();

    /// A float32 NIfTI-1 file, written number by number here. @param shiftMm of its place, along x
    static void writeImage(const std::filesystem::path& file, const std::vector<float>& values,
                           float shiftMm = 0);

private:
    std::filesystem::path m_folder;
};

} // namespace fusiform::test
