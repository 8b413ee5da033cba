// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/study_facts.h"

#include "core/evaluate/standardised_codes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

std::optional<std::int64_t> countIn(const Json& provenance, const char* name)
{
    if (!provenance.is_object() || !provenance.contains("counts"))
        return {};
    const Json& counts = provenance["counts"];
    if (!counts.is_object() || !counts.contains(name) || !counts[name].is_number_integer())
        return {};
    return counts[name].get<std::int64_t>();
}

/// The height, mm, at which most voxels lie; of equals the lowest.
double heightOfMost(const image::Grid& grid, const image::VoxelSet& voxels)
{
    std::map<std::int64_t, int> counts; // by tenths of a mm: slices may lie askew
    for (const Index index : voxels.indices())
        ++counts[std::llround(10 * grid.mm(index).at.z())];
    const auto most = std::ranges::max_element(
        counts, [](const auto& a, const auto& b) { return a.second < b.second; });
    return static_cast<double>(most->first) / 10;
}

/// Of the brain mask in the plane: least and greatest x and y.
struct PlaneBounds {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double back = std::numeric_limits<double>::infinity();
    double front = -std::numeric_limits<double>::infinity();
};

PlaneBounds boundsOf(const glm::Fit& fit)
{
    PlaneBounds bounds;
    for (const image::Index index : fit.voxels) {
        const Eigen::Vector3d at = fit.grid.mm(index).at;
        bounds.left = std::min(bounds.left, at.x());
        bounds.right = std::max(bounds.right, at.x());
        bounds.back = std::min(bounds.back, at.y());
        bounds.front = std::max(bounds.front, at.y());
    }
    return bounds;
}

/// The value below which 98 % of those in the mask lie.
float brightest(const glm::Fit& fit)
{
    std::vector<float> values;
    for (const image::Index index : fit.voxels)
        if (const float value = fit.meanImage.sample(fit.grid.mm(index)); std::isfinite(value))
            values.push_back(value);
    if (values.empty())
        return 1;
    const auto at = values.begin()
                    + static_cast<std::ptrdiff_t>(0.98 * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, at);
    return *at > 0 ? *at : 1;
}

} // namespace

image::Picture brainSlice(const glm::Fit& fit, const image::VoxelSet& voxels)
{
    constexpr double kMargin = 4; // mm around the brain
    constexpr std::array kOrange = {0.90F, 0.62F, 0.0F};
    const double z = heightOfMost(fit.grid, voxels);
    const PlaneBounds bounds = boundsOf(fit);
    const float white = brightest(fit);
    image::Picture picture{static_cast<int>(std::ceil(bounds.right - bounds.left + 2 * kMargin)),
                           static_cast<int>(std::ceil(bounds.front - bounds.back + 2 * kMargin)),
                           {}};
    for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column) {
            const image::MmPoint at{Eigen::Vector3d(bounds.left - kMargin + column + 0.5,
                                                    bounds.front + kMargin - row - 0.5, z)};
            const image::Voxel voxel = fit.grid.nearest(at);
            std::array<float, 3> colour = {1, 1, 1};
            if (fit.grid.contains(voxel) && fit.positionOf(fit.grid.index(voxel)) >= 0) {
                const float value = fit.meanImage.sample(at);
                // Not up to white: the brain has to stand out from the paper.
                const float grey
                    = std::isfinite(value) ? 0.85F * std::clamp(value / white, 0.0F, 1.0F) : 0;
                colour = {grey, grey, grey};
                if (voxels.contains(voxel))
                    for (std::size_t c = 0; c < 3; ++c)
                        colour[c] = 0.25F * grey + 0.75F * kOrange[c];
            }
            picture.rgb.insert(picture.rgb.end(), colour.begin(), colour.end());
        }
    return picture;
}

StudyFacts studyFacts(const OpenSubject& subject, const OpenModel& open,
                      const Recognition& recognition)
{
    const glm::Fit& fit = *subject.fit;
    StudyFacts facts;
    facts.model = open.model->model.name;
    facts.runs = countIn(fit.provenance, "runs");
    facts.scans = countIn(fit.provenance, "scans");
    facts.trainingFaces = countIn(fit.provenance, "training_trials");
    facts.voxels = static_cast<Index>(fit.voxels.size());
    facts.latents = open.model->latentMean.size();
    const Eigen::RowVectorXd code
        = standardisedCodes(recognition.decoded.latents.topRows(1), *open.model);
    facts.firstCode.assign(code.begin(), code.end());
    facts.firstR = recognition.decoded.similarity(0, 0);
    facts.brain = image::shared(brainSlice(fit, open.regions.front().voxels));
    return facts;
}

} // namespace fusiform::evaluate
