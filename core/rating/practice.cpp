// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/practice.h"

#include "core/evaluate/picture_maker.h"
#include "core/util/random.h"

#include <algorithm>

namespace fusiform::rating {

namespace {

using image::SharedPicture;

/// Faces of drawn codes, and of the same codes nearer to the mean.
struct InventedFaces {
    std::vector<SharedPicture> faces;
    std::vector<SharedPicture> alike;
};

InventedFaces invented(const glm::ModelFit& model, const evaluate::PictureMaker& maker,
                       std::size_t count, Random& random, Progress& progress)
{
    constexpr double kSpread = 0.7; // of training codes: latents drawn apart look odd farther out
    constexpr double kNearer = 0.6; // clearly the same face, and clearly another picture
    Eigen::MatrixXd steps(static_cast<Eigen::Index>(count), model.latentMean.size());
    for (Eigen::Index f = 0; f < steps.rows(); ++f)
        for (Eigen::Index l = 0; l < steps.cols(); ++l)
            steps(f, l) = random.normal(0, kSpread * model.latentSd[l]);
    const Eigen::MatrixXd faces = steps.rowwise() + model.latentMean.transpose();
    const Eigen::MatrixXd alike = (kNearer * steps).rowwise() + model.latentMean.transpose();
    return {maker.pictures(faces, progress), maker.pictures(alike, progress)};
}

} // namespace

std::vector<PracticeTrial> practiceTrials(const glm::Fit& fit,
                                          const std::array<std::string, 2>& models,
                                          std::uint64_t seed, Progress& progress, std::size_t count)
{
    constexpr std::uint64_t kStream = 0x7072616374696365; // "practice"
    Random random(seed, kStream);
    std::array<InventedFaces, 2> made;
    for (std::size_t m = 0; m < 2; ++m) {
        const auto model = std::ranges::find(fit.models, models[m],
                                             [](const auto& one) { return one.model.name; });
        if (model == fit.models.end())
            return {};
        const evaluate::PictureMaker maker = evaluate::pictureMakerOf(*model);
        if (!maker.model)
            return {};
        made[m] = invented(*model, maker, count, random, progress);
    }
    const bool startsLeft = random.below(2) == 0;
    std::vector<PracticeTrial> trials;
    for (std::size_t t = 0; t < count; ++t) {
        const InventedFaces& faces = made[t % 2];
        // Left, right, right, left: no side follows from the one before.
        const bool isLeft = (t % 4 == 0 || t % 4 == 3) == startsLeft;
        trials.push_back({{fit.subject, "practice-" + std::to_string(t + 1)},
                          faces.faces[t],
                          faces.alike[t],
                          faces.alike[(t + 1) % count],
                          isLeft ? Side::Left : Side::Right});
    }
    return trials;
}

} // namespace fusiform::rating
