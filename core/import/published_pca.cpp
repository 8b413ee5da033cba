// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_pca.h"

#include "core/import/published_faces.h"
#include "core/import/voxel_arrays.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fusiform::import {

namespace {

/// Width and height of square colour pictures of so many numbers; 0 if there are none.
Index pictureSide(Index numbers)
{
    const auto side = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(numbers) / 3)));
    return 3 * side * side == numbers ? side : 0;
}

/// The place among a Picture's numbers (rows from the top, colours interleaved) of MATLAB's
/// number `index` of a picture.
Index pictureIndex(Index index, Index side)
{
    const Index y = index % side;
    const Index x = index / side % side;
    return 3 * (y * side + x) + index / (side * side);
}

const io::MatVariable* meanOf(const MatlabFile& file)
{
    static const std::array<std::string, 4> kNames = {"mu", "mean", "meanimage", "coeff_mean"};
    return file.find(
        kNames,
        [](const io::MatVariable& v) {
            const std::vector<Index> shape = properShape(v);
            return shape.size() == 1 && pictureSide(shape[0]) > 1;
        },
        FUSIFORM_TR("core", "a mean picture (mu)"));
}

Eigen::VectorXd sdOf(const MatlabFile& file, Index latents, Progress& progress)
{
    static const std::array<std::string, 3> kNames = {"latent", "variances", "eigenvalues"};
    for (const io::MatVariable& variable : file.variables()) {
        const std::vector<Index> shape = properShape(variable);
        if (!isNumeric(variable) || std::ranges::find(kNames, variable.name) == kNames.end()
            || shape.size() != 1 || shape[0] < latents)
            continue;
        const std::vector<double> values = file.values(variable, progress);
        const auto end = values.begin() + latents;
        if (std::all_of(values.begin(), end, [](double v) { return std::isfinite(v) && v > 0; }))
            return Eigen::Map<const Eigen::VectorXd>(values.data(), latents).cwiseSqrt();
    }
    return {};
}

/// The first `latents` components, in the order of a Picture's numbers: numbers x latents.
Eigen::MatrixXf componentsOf(const MatlabFile& file, Index numbers, Index latents,
                             Progress& progress)
{
    static const std::array<std::string, 3> kNames = {"coeff", "coeffs", "PCA_coeffs"};
    const auto componentsIn = [&](const io::MatVariable& v) {
        const std::vector<Index> shape = properShape(v);
        if (shape.size() != 2 || (shape[0] != numbers && shape[1] != numbers))
            return Index{0};
        return shape[0] == numbers ? shape[1] : shape[0];
    };
    const io::MatVariable& coeff = file.require(
        kNames, [&](const io::MatVariable& v) { return componentsIn(v) >= latents; },
        FUSIFORM_TR("core", "%1 components of %2 numbers (coeff)").arg(latents).arg(numbers));
    // Components are the columns that are wanted, numbers of a picture the others.
    const VoxelArray array = *asMatrixOver(coeff, numbers, componentsIn(coeff));
    std::vector<ColumnTarget> wanted(static_cast<std::size_t>(latents));
    for (Index c = 0; c < latents; ++c)
        wanted[static_cast<std::size_t>(c)] = {c, c};
    progress.begin(FUSIFORM_TR("core", "Reading %1").arg(file.path().filename().string()),
                   static_cast<std::uint64_t>(elementsOf(coeff)));
    Eigen::MatrixXf components = gather(file, array, wanted, latents, progress);
    const Index side = pictureSide(numbers);
    Eigen::VectorXf ordered(numbers);
    for (Index c = 0; c < latents; ++c) {
        for (Index i = 0; i < numbers; ++i)
            ordered[pictureIndex(i, side)] = components(i, c);
        components.col(c) = ordered;
    }
    if (!components.allFinite())
        throw badData(file.path(), FUSIFORM_TR("core", "finite numbers in coeff"),
                      FUSIFORM_TR("core", "some that are not"));
    return components;
}

} // namespace

std::optional<PublishedPca> readPca(const MatlabFile& file, Index latents, Progress& progress)
{
    const io::MatVariable* meanVariable = meanOf(file);
    if (meanVariable == nullptr)
        return std::nullopt;
    const std::vector<double> values = file.values(*meanVariable, progress);
    const auto numbers = static_cast<Index>(values.size());
    PublishedPca result;
    result.range = rangeOf(*std::ranges::max_element(values));
    Eigen::VectorXf mean(numbers);
    for (Index i = 0; i < numbers; ++i)
        mean[pictureIndex(i, pictureSide(numbers))]
            = static_cast<float>(values[static_cast<std::size_t>(i)] / result.range);
    result.codeSd = sdOf(file, latents, progress);

    face_model::ModelDescription description;
    description.name = "pca";
    description.kind = "pca";
    description.latentSize = latents;
    description.imageSize = static_cast<int>(pictureSide(numbers));
    description.training = "published " + file.path().filename().string();
    description.version = FUSIFORM_VERSION;
    const Eigen::VectorXd variances
        = result.codeSd.size() == latents
              ? Eigen::VectorXd(result.codeSd.cwiseAbs2() / (result.range * result.range))
              : Eigen::VectorXd::Zero(latents);
    result.model = std::make_shared<const face_model::PcaModel>(
        description, std::move(mean), componentsOf(file, numbers, latents, progress), variances,
        variances.sum());
    return result;
}

} // namespace fusiform::import
