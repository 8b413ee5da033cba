// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::test {

enum class PublishedFormat { Mat73, Mat5Plain, Mat5Compressed };

/// How a made-up set in the form of the published derivatives is to be.
struct PublishedSetOptions {
    std::array<Eigen::Index, 3> shape = {11, 12, 9};
    Eigen::Vector3d radii = {4, 5, 3.5}; ///< of the mask, an ellipsoid in the middle, voxels
    Eigen::Index faces = 20;
    Eigen::Index latents = 12;
    Eigen::Index roiVoxels = 150; ///< of the VAE-GAN; the PCA's are as many, farther front
    Eigen::Index roiShift = 20; ///< mask voxels that only one of the two has
    int pictureSize = 8;
    Eigen::Index components = 30; ///< in PCA_coeffs.mat, more than are used; 0: no such file
    PublishedFormat format = PublishedFormat::Mat73;
    bool isTurned = false; ///< arrays with voxels as rows
    bool isMaskOnly = true; ///< W over the voxels of the mask; false: over the grid
};

/// A set with planted truth: patterns = codes W + bias, without noise. W and codes of the PCA are
/// those of the VAE-GAN in reverse order with alternating signs, so that the patterns fit both.
class PublishedSet {
public:
    /// Writes every file into `folder`.
    PublishedSet(std::filesystem::path folder, PublishedSetOptions options);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const
    {
        return m_folder / name;
    }
    /// Voxels of the grid from 0, ascending. @param model "vaegan" or "pca"
    [[nodiscard]] const std::vector<Eigen::Index>& roi(const std::string& model) const;
    [[nodiscard]] const std::vector<Eigen::Index>& mask() const { return m_mask; }
    /// faces x latents. @param model "vaegan" or "pca"
    [[nodiscard]] Eigen::MatrixXd codes(const std::string& model) const;
    /// Row `row` (the bias last) of W at a voxel of the grid.
    [[nodiscard]] float weight(const std::string& model, Eigen::Index row,
                               Eigen::Index voxel) const;
    /// t of faces - fixation at a voxel of the mask.
    [[nodiscard]] float t(Eigen::Index voxel) const;
    /// Number `index` (MATLAB's order) of component `c`, and of the mean picture.
    [[nodiscard]] static double component(Eigen::Index index, Eigen::Index c);
    [[nodiscard]] static double mean(Eigen::Index index);
    /// Value 0..1 of a test picture.
    [[nodiscard]] static double pixel(Eigen::Index face, Eigen::Index y, Eigen::Index x,
                                      Eigen::Index colour);

private:
    void writeMaps() const;
    void writePatterns() const;
    void writeWeights(const std::string& published, const std::string& model) const;
    void writeRoi(const std::string& published, const std::string& model) const;
    void writeImages() const;
    void writeComponents() const;
    /// Of all faces at a voxel of the mask.
    [[nodiscard]] Eigen::VectorXf patterns(Eigen::Index voxel) const;

    std::filesystem::path m_folder;
    PublishedSetOptions m_options;
    std::vector<Eigen::Index> m_mask;
    std::vector<Eigen::Index> m_vaeganRoi;
    std::vector<Eigen::Index> m_pcaRoi;
    std::vector<bool> m_isInRoi;
    Eigen::MatrixXd m_codes;
};

} // namespace fusiform::test
