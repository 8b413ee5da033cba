// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/contrast_maps.h"

#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::task {

namespace {

image::Volume volumeOf(const NamedContrast& contrast, std::span<const float> values)
{
    return image::scattered<float>(contrast.grid, contrast.voxels, values);
}

} // namespace

Json writeContrast(const NamedContrast& contrast, const std::filesystem::path& folder)
{
    const glm::ConditionEstimates& estimates = contrast.estimates;
    const Eigen::VectorXd weights = glm::contrastNamed(contrast.expression, estimates.names);
    const glm::ContrastMaps maps = glm::contrastMaps(estimates, weights);
    io::NiftiWriteOptions described;
    described.description = contrast.expression.substr(0, 79);
    io::writeVolume(folder / "t.nii.gz", volumeOf(contrast, maps.t), described);
    io::writeVolume(folder / "effect.nii.gz", volumeOf(contrast, maps.effect), described);
    io::writeVolume(folder / "resms.nii.gz", volumeOf(contrast, estimates.residualMeanSquare));
    io::writeVolume(folder / "r2.nii.gz", volumeOf(contrast, estimates.explained));

    Json used = Json::object();
    for (std::size_t c = 0; c < estimates.names.size(); ++c)
        if (const double weight = weights[static_cast<Eigen::Index>(c)]; weight != 0)
            used[estimates.names[c]] = weight;
    const auto peak = std::ranges::max_element(maps.t, {}, [](float t) {
        return std::isfinite(t) ? t : -std::numeric_limits<float>::infinity();
    });
    const image::MmPoint at
        = contrast.grid.mm(contrast.voxels[static_cast<std::size_t>(peak - maps.t.begin())]);
    return {{"contrast", contrast.expression},
            {"weights", used},
            {"degrees_of_freedom", estimates.degreesOfFreedom},
            {"peak_t", *peak},
            {"peak_mm", {at.at[0], at.at[1], at.at[2]}}};
}

std::string contrastText(const Json& written)
{
    return written["contrast"].get<std::string>() + ": largest t "
           + numberText(written["peak_t"].get<double>()) + " with "
           + numberText(std::round(written["degrees_of_freedom"].get<double>()))
           + " degrees of freedom";
}

} // namespace fusiform::task
