// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/io/safetensors.h"

#include <memory>

namespace fusiform::face_model {

/// A face model of which only the codes are known, not the network that makes pictures of them (the
/// published VAE-GAN): W can be used and scores counted, but there are no faces to show.
class CodesOnlyModel final : public FaceModel {
public:
    explicit CodesOnlyModel(ModelDescription description);

    [[nodiscard]] const ModelDescription& description() const override { return m_description; }
    /// @throws Error{Usage} always.
    [[nodiscard]] Eigen::MatrixXd encode(std::span<const image::Picture> pictures,
                                         Progress& progress) const override;
    /// Plain grey pictures: ask hasGenerator() first, and say why there is no face.
    [[nodiscard]] std::vector<image::Picture>
    generate(const Eigen::Ref<const Eigen::MatrixXd>& latents, Progress& progress) const override;
    void save(const std::filesystem::path& file) const override;

private:
    ModelDescription m_description;
};

/// Whether a model of this description makes faces.
[[nodiscard]] bool hasGenerator(const ModelDescription& description);
/// Why there are no faces: for a person.
[[nodiscard]] Text withoutGenerator(const std::string& name);

/// @throws Error{BadData}
[[nodiscard]] std::shared_ptr<const FaceModel> loadCodesOnlyModel(const io::Safetensors& file);

} // namespace fusiform::face_model
