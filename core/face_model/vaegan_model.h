// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/face_model/torch/torch_door.h"
#include "core/io/safetensors.h"

#include <map>
#include <memory>

namespace fusiform::face_model {

/// An array of a net in half precision: what model files hold.
struct HalfArray {
    std::vector<std::int64_t> shape;
    std::vector<std::uint16_t> values;
};

/// Arrays as the module takes them; `arrays` must outlive this.
class DoorArrays {
public:
    explicit DoorArrays(const std::map<std::string, HalfArray>& arrays);
    [[nodiscard]] const DoorArray* first() const { return m_arrays.data(); }
    [[nodiscard]] std::int64_t count() const { return std::ssize(m_arrays); }

private:
    std::vector<std::vector<float>> m_values;
    std::vector<DoorArray> m_arrays;
};

/// A VAE-GAN for use, by the LibTorch module.
class VaeganModel final : public FaceModel {
public:
    /// @param manifest goes into the file as it is; it holds what `description` says and, under
    /// "architecture", the net's name and width.
    /// @throws Error{Failure} if the module is missing or the arrays do not fit the architecture.
    VaeganModel(const Json& manifest, std::map<std::string, HalfArray> arrays);
    /// @throws Error{BadData} naming the file.
    [[nodiscard]] static std::unique_ptr<VaeganModel> read(const io::Safetensors& file);
    [[nodiscard]] static std::shared_ptr<const FaceModel> load(const io::Safetensors& file)
    {
        return read(file);
    }
    ~VaeganModel() override;

    [[nodiscard]] const ModelDescription& description() const override { return m_description; }
    [[nodiscard]] Eigen::MatrixXd encode(std::span<const image::Picture> pictures,
                                         Progress& progress) const override;
    [[nodiscard]] std::vector<image::Picture>
    generate(const Eigen::Ref<const Eigen::MatrixXd>& latents, Progress& progress) const override;
    void save(const std::filesystem::path& file) const override;

    [[nodiscard]] const Json& manifest() const { return *m_manifest; }
    [[nodiscard]] const std::map<std::string, HalfArray>& arrays() const { return m_arrays; }
    /// For figures measured after training; the description does not change.
    void setManifestEntry(const std::string& key, const Json& value);

private:
    void open();

    std::unique_ptr<Json> m_manifest;
    ModelDescription m_description;
    std::map<std::string, HalfArray> m_arrays;
    void* m_codec = nullptr; ///< of the module
};

/// Names of architectures in manifests. @throws Error{Usage} for an unknown one.
[[nodiscard]] NetArchitecture architectureNamed(std::string_view name);
/// What a manifest says of its net. @throws Json::exception if it is incomplete, Error{Usage}
[[nodiscard]] NetShape netShapeOf(const Json& manifest);

} // namespace fusiform::face_model
