// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/face_model/script_program.h"
#include "core/face_model/trusted_programs.h"

#include <memory>

namespace fusiform::face_model {

/// A generator of another program, used straight from its TorchScript file (.pt).
class TorchscriptModel final : public FaceModel {
public:
    /// @throws Error{Usage} if the user does not trust the program: then nothing of it runs;
    /// Error{BadData} if it is none.
    [[nodiscard]] static std::shared_ptr<const FaceModel> load(const std::filesystem::path& file);
    TorchscriptModel(const std::filesystem::path& file, std::vector<std::byte> bytes,
                     const std::string& hash, const ProgramFacts& facts);

    [[nodiscard]] const ModelDescription& description() const override { return m_description; }
    /// @throws Error{Usage} if the program has no method encode.
    [[nodiscard]] Eigen::MatrixXd encode(std::span<const image::Picture> pictures,
                                         Progress& progress) const override;
    /// Each code goes through the program alone, so the others do not change its picture.
    [[nodiscard]] std::vector<image::Picture>
    generate(const Eigen::Ref<const Eigen::MatrixXd>& latents, Progress& progress) const override;
    /// The program as it is, so that it stays the one that is trusted.
    void save(const std::filesystem::path& file) const override;

private:
    std::vector<std::byte> m_bytes;
    ProgramFacts m_facts;
    ModelDescription m_description;
    ScriptProgram m_program;
};

} // namespace fusiform::face_model
