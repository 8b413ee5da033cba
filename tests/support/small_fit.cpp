// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_fit.h"

#include "core/face_model/pca_model.h"
#include "core/glm/fit.h"
#include "core/io/picture_file.h"
#include "core/math/normals.h"

namespace fusiform::test {

namespace {

using Eigen::Index;

constexpr Index kLatents = 8;
constexpr int kSide = 32;

face_model::PcaModel smallModel(Random& random)
{
    const Index pixels = 3 * kSide * kSide;
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(math::standardNormals(pixels, kLatents, random));
    const Eigen::MatrixXd basis = qr.householderQ() * Eigen::MatrixXd::Identity(pixels, kLatents);
    face_model::ModelDescription description;
    description.name = "pca";
    description.kind = "pca";
    description.latentSize = kLatents;
    description.imageSize = kSide;
    description.training = "made-up pictures";
    description.version = FUSIFORM_VERSION;
    const double variance = 40;
    return {description, Eigen::VectorXf::Constant(pixels, 0.5F), basis.cast<float>(),
            Eigen::VectorXd::Constant(kLatents, variance), 2 * variance * kLatents};
}

std::vector<image::Index> ballOf(const image::Grid& grid)
{
    std::vector<image::Index> voxels;
    for (image::Index v = 0; v < grid.size(); ++v)
        if (grid.mm(v).at.norm() < 28)
            voxels.push_back(v);
    return voxels;
}

/// Faces with patterns = (code in sd, 1) W + noise, and their pictures in `folder`.
glm::FaceSet faces(char sex, Index count, const glm::ModelFit& model,
                   const face_model::PcaModel& generator, const std::filesystem::path& folder)
{
    Random random(3, static_cast<std::uint64_t>(sex));
    const Index voxels = model.weights.voxels();
    Eigen::MatrixXd design(count, kLatents + 1);
    design << math::standardNormals(count, kLatents, random), Eigen::VectorXd::Ones(count);
    glm::FaceSet set;
    set.codes = design.leftCols(kLatents) * model.latentSd.asDiagonal();
    set.patterns = (design * model.weights.matrix().cast<double>()
                    + 0.5 * math::standardNormals(count, voxels, random))
                       .cast<float>();
    Progress silent;
    const auto pictures = generator.generate(set.codes, silent);
    for (Index face = 0; face < count; ++face) {
        set.names.push_back(sex + std::string("010") + std::to_string(face) + ".png");
        set.pictures.push_back(folder / set.names.back());
        io::writePicture(set.pictures.back(), pictures[static_cast<std::size_t>(face)]);
    }
    return set;
}

} // namespace

image::Grid gridOfSmallFit()
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 4;
    affine.topRightCorner<3, 1>() = Eigen::Vector3d(-32, -32, -32);
    return {{17, 17, 17}, image::Affine(affine)};
}

void writeSmallFit(const std::filesystem::path& folder, const image::Grid& grid)
{
    Random random(7);
    const std::filesystem::path pictures = folder / "faces";
    std::filesystem::create_directories(pictures);
    std::filesystem::create_directories(folder / "models" / "pca");
    const face_model::PcaModel generator = smallModel(random);

    glm::Fit fit;
    fit.folder = folder;
    fit.subject = "sub-07";
    fit.grid = grid;
    fit.voxels = ballOf(fit.grid);
    fit.selection = "all voxels";
    fit.meanImage = fit.volumeOf(std::vector<float>(fit.voxels.size(), 100.F));
    for (float& value : fit.meanImage.values)
        value = std::isfinite(value) ? value : 0.F;
    for (const image::Index v : fit.voxels)
        fit.tFace.push_back(static_cast<float>(6 - fit.grid.mm(v).at[1] / 8));

    glm::ModelFit model;
    model.model = generator.description();
    model.modelFile = folder / "models" / "pca" / "model.safetensors";
    generator.save(model.modelFile);
    model.latentMean = Eigen::VectorXd::Zero(kLatents);
    model.latentSd = Eigen::VectorXd::Constant(kLatents, std::sqrt(40.0));
    const auto voxels = static_cast<Index>(fit.voxels.size());
    model.weights = glm::Weights(math::standardNormals(kLatents + 1, voxels, random).cast<float>());
    for (const image::Index v : fit.voxels)
        model.gain.push_back(static_cast<float>(0.1 + fit.grid.mm(v).at[0] / 1000));
    model.gainP.assign(fit.voxels.size(), 0.01F);
    model.selected = image::VoxelSet::of(fit.grid.shape, fit.voxels);
    model.exploration = faces('F', 6, model, generator, pictures);
    model.confirmation = glm::SealedFaces(faces('M', 4, model, generator, pictures));
    glm::FaceSet none;
    none.patterns.resize(0, voxels);
    none.codes.resize(0, kLatents);
    model.imagery = glm::SealedFaces(none);
    model.imageryCandidates = none;
    fit.models.push_back(std::move(model));
    glm::writeFit(fit, folder);
}

} // namespace fusiform::test
