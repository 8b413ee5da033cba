// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fit_builder.h"

#include "core/face_model/pca_model.h"
#include "core/io/picture_file.h"
#include "core/util/random.h"

namespace fusiform::test {

namespace {

using Eigen::Index;

constexpr int kSize = 16;

/// A blob of random place and colour on a random background: enough variety for a PCA.
image::Picture randomPicture(Random& random)
{
    image::Picture picture{kSize, kSize, {}};
    const double x0 = random.uniform(4, 12);
    const double y0 = random.uniform(4, 12);
    std::array<double, 6> colour = {};
    for (double& c : colour)
        c = random.uniform();
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const double blob = std::exp(-((x - x0) * (x - x0) + (y - y0) * (y - y0)) / 18);
            for (std::size_t c = 0; c < 3; ++c)
                picture.rgb.push_back(
                    static_cast<float>(blob * colour[c] + (1 - blob) * colour[c + 3]));
        }
    return picture;
}

glm::FaceSet faces(const std::filesystem::path& folder, const std::string& prefix, int count,
                   const face_model::FaceModel& model, const glm::ModelFit& fit, double noise,
                   Random& random)
{
    Progress progress;
    glm::FaceSet set;
    std::vector<image::Picture> pictures;
    for (int f = 0; f < count; ++f) {
        set.names.push_back((f % 2 == 0 ? "F" : "M") + prefix + std::to_string(f) + ".png");
        set.pictures.push_back(folder / "pictures" / set.names.back());
        pictures.push_back(randomPicture(random));
        io::writePicture(set.pictures.back(), pictures.back());
    }
    set.codes = model.encode(pictures, progress);
    const Eigen::MatrixXd w = fit.weights.matrix().cast<double>();
    Eigen::MatrixXd z(count, w.rows());
    z.leftCols(w.rows() - 1) = set.codes * fit.latentSd.cwiseInverse().asDiagonal();
    z.rightCols(1).setOnes();
    set.patterns = (z * w).cast<float>();
    for (float& value : set.patterns.reshaped())
        value += static_cast<float>(random.normal(0, noise));
    return set;
}

} // namespace

glm::Fit makeFit(const std::filesystem::path& folder, double noise, Index latents)
{
    Random random(17);
    Progress progress;
    std::vector<image::Picture> training;
    for (int p = 0; p < 80; ++p)
        training.push_back(randomPicture(random));
    face_model::PcaOptions options;
    options.components = latents;
    options.imageSize = kSize;
    options.training = "80 blobs";
    const auto model = face_model::trainPca(training, options, progress);

    glm::Fit fit;
    fit.subject = "sub-01";
    fit.grid.shape = {12, 14, 10};
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity() * 4;
    m.col(3) = Eigen::Vector4d(-22, -26, -18, 1);
    fit.grid.affine = image::Affine(m);
    fit.meanImage
        = {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()), 100.0F)};
    std::vector<image::Index> selected;
    for (image::Index v = 0; v < fit.grid.size(); ++v) {
        fit.voxels.push_back(v);
        const double distance = fit.grid.mm(v).at.norm();
        fit.tFace.push_back(static_cast<float>(8 - distance / 3));
        if (distance < 16)
            selected.push_back(v);
    }
    fit.selection = "t(face - fixation) > 3.09";
    fit.provenance = Json();

    glm::ModelFit one;
    one.model = model->description();
    one.modelFile = folder / "pca.safetensors";
    std::filesystem::create_directories(folder / "pictures");
    model->save(one.modelFile);
    const Eigen::MatrixXd codes = model->encode(training, progress);
    one.latentMean = codes.colwise().mean();
    one.latentSd
        = ((codes.rowwise() - codes.colwise().mean()).colwise().squaredNorm() / 79).cwiseSqrt();
    Eigen::MatrixXf w(latents + 1, fit.grid.size());
    for (float& value : w.reshaped())
        value = static_cast<float>(random.normal());
    one.weights = glm::Weights(std::move(w));
    one.gain.assign(fit.voxels.size(), 0.1F);
    one.gainP.assign(fit.voxels.size(), 1e-6F);
    one.selected = image::VoxelSet::of(fit.grid.shape, selected);
    one.exploration = faces(folder, "1", 10, *model, one, noise, random);
    one.confirmation = glm::SealedFaces(faces(folder, "2", 10, *model, one, noise, random));
    glm::FaceSet candidates = faces(folder, "3", 6, *model, one, noise, random);
    glm::FaceSet imagined;
    imagined.names = {candidates.names[2]};
    imagined.pictures = {{}};
    imagined.patterns = candidates.patterns.row(2);
    imagined.codes = candidates.codes.row(2);
    one.imagery = glm::SealedFaces(std::move(imagined));
    candidates.patterns.resize(candidates.count(), 0);
    one.imageryCandidates = std::move(candidates);
    fit.models.push_back(std::move(one));
    return fit;
}

} // namespace fusiform::test
