// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::stats {
class SealOpener;
}

namespace fusiform::glm {

/// Faces with what the brain and the model say of them; row f of each matrix belongs to names[f].
struct FaceSet {
    std::vector<std::string> names; ///< base names of the pictures: "F1145.jpg"
    std::vector<std::filesystem::path> pictures; ///< where the pictures are
    Eigen::MatrixXf patterns; ///< faces x voxels of the fit: GLM estimates
    Eigen::MatrixXd codes; ///< faces x latents: the model's codes, model units

    [[nodiscard]] Eigen::Index count() const { return static_cast<Eigen::Index>(names.size()); }
};

/// Faces that nobody may look at before the seal is opened, which is recorded first. The only way
/// in is stats::SealOpener, so code that is given only a FaceSet cannot leak a sealed face by
/// accident.
class SealedFaces {
public:
    SealedFaces() = default;
    explicit SealedFaces(FaceSet faces) : m_faces(std::move(faces)) { }
    [[nodiscard]] Eigen::Index count() const { return m_faces.count(); }

private:
    friend class stats::SealOpener;
    friend struct FitFolder; // writes and reads the fit's files
    FaceSet m_faces;
};

} // namespace fusiform::glm
