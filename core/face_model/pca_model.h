// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/io/safetensors.h"

#include <functional>
#include <memory>

namespace fusiform::face_model {

/// Principal components of pictures (the paper's baseline, after Cowen, Chun & Kuhl 2014):
/// code = (x - mean) C, picture = mean + code Cᵀ clipped to 0..1, components of unit length.
class PcaModel final : public FaceModel {
public:
    /// @param mean 3 imageSize², @param components 3 imageSize² x latents, orthonormal,
    /// @param variances of the codes over the training pictures, descending
    PcaModel(ModelDescription description, Eigen::VectorXf mean, Eigen::MatrixXf components,
             Eigen::VectorXd variances, double totalVariance);

    [[nodiscard]] const ModelDescription& description() const override { return m_description; }
    [[nodiscard]] Eigen::MatrixXd encode(std::span<const image::Picture> pictures,
                                         Progress& progress) const override;
    [[nodiscard]] std::vector<image::Picture>
    generate(const Eigen::Ref<const Eigen::MatrixXd>& codes, Progress& progress) const override;
    void save(const std::filesystem::path& file) const override;

    [[nodiscard]] const Eigen::MatrixXf& components() const { return m_components; }
    [[nodiscard]] const Eigen::VectorXf& mean() const { return m_mean; }
    [[nodiscard]] const Eigen::VectorXd& variances() const { return m_variances; }
    /// Of all pixels and channels over the training pictures.
    [[nodiscard]] double totalVariance() const { return m_totalVariance; }
    [[nodiscard]] double shareOfVariance() const { return m_variances.sum() / m_totalVariance; }

private:
    [[nodiscard]] Eigen::Index latents() const { return m_components.cols(); }

    ModelDescription m_description;
    Eigen::VectorXf m_mean;
    Eigen::MatrixXf m_components;
    Eigen::VectorXd m_variances;
    double m_totalVariance = 0;
};

struct PcaOptions {
    std::string name = "pca";
    std::string training; ///< what the pictures are, one line
    std::string crop = "centre"; ///< how they became squares
    Eigen::Index components = 0; ///< at most 1,024 and fewer than pictures; 0: as many as that
    int imageSize = 128;
};

/// Trains on `count` pictures (principal_components.h): up to 8,192 by their covariance with each
/// other, kept as bytes (48 kB each at 128 x 128) and each asked for once; more in portions, asked
/// for again and again, in memory that does not depend on their number. Deterministic, whatever
/// the thread count.
/// @throws Error{Usage} if there are fewer than two pictures or too few for the components.
[[nodiscard]] std::unique_ptr<PcaModel>
trainPca(std::size_t count, const std::function<image::Picture(std::size_t)>& picture,
         const PcaOptions& options, Progress& progress);
[[nodiscard]] std::unique_ptr<PcaModel> trainPca(std::span<const image::Picture> pictures,
                                                 const PcaOptions& options, Progress& progress);

/// @throws Error{BadData}
[[nodiscard]] std::shared_ptr<const FaceModel> loadPcaModel(const io::Safetensors& file);

} // namespace fusiform::face_model
