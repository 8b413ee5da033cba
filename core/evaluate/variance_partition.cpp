// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/variance_partition.h"

#include "core/evaluate/standardised_codes.h"
#include "core/util/error.h"

#include <vector>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using stats::RegionMoments;

std::array<double, 7> partsOf(const stats::Commonality& c)
{
    return {c.onlyA, c.onlyB, c.onlyC, c.sharedAB, c.sharedAC, c.sharedBC, c.sharedABC};
}

/// Sums of products of each face, about the means of all.
std::vector<RegionMoments> momentsOfFaces(const std::array<MatrixXd, 3>& decoded,
                                          const MatrixXd& truth)
{
    std::vector<RegionMoments> moments;
    for (Index face = 0; face < truth.rows(); ++face) {
        Eigen::MatrixX3d x(truth.cols(), 3);
        for (Index r = 0; r < 3; ++r) {
            const MatrixXd& region = decoded[static_cast<std::size_t>(r)];
            x.col(r) = region.row(face).transpose().array() - region.mean();
        }
        const Eigen::VectorXd y = truth.row(face).transpose().array() - truth.mean();
        moments.push_back(stats::regionMoments(x, y));
    }
    return moments;
}

} // namespace

VariancePartition variancePartition(const OpenModel& open,
                                    const std::array<const Recognition*, 3>& regions,
                                    const stats::BootstrapOptions& options, Progress& progress)
{
    VariancePartition result;
    result.model = open.model->model.name;
    const MatrixXd truth = standardisedCodes(open.shown.codes, *open.model);
    std::array<MatrixXd, 3> decoded;
    for (std::size_t r = 0; r < 3; ++r) {
        result.regions[r] = regions[r]->region;
        decoded[r] = standardisedCodes(regions[r]->decoded.latents, *open.model);
        if (decoded[r].rows() != truth.rows() || decoded[r].cols() != truth.cols())
            throw failure(FUSIFORM_TR("core", "Codes of other faces were given."));
    }
    result.faces = truth.rows();
    result.numbers = truth.size();
    const std::vector<RegionMoments> faces = momentsOfFaces(decoded, truth);
    const auto explainedBy = [&](std::span<const std::size_t> chosen) {
        RegionMoments sum = RegionMoments::Zero();
        for (const std::size_t face : chosen)
            sum += faces[face];
        return stats::explainedBy(sum);
    };
    std::vector<std::size_t> all(faces.size());
    for (std::size_t face = 0; face < all.size(); ++face)
        all[face] = face;
    result.explained = explainedBy(all);
    // The same draws for every part: their sum keeps its meaning.
    for (std::size_t part = 0; part < result.parts.size(); ++part)
        result.parts[part] = stats::bootstrap(
            faces.size(),
            [&](std::span<const std::size_t> chosen) {
                return partsOf(stats::commonality(explainedBy(chosen)))[part];
            },
            options, progress);
    return result;
}

} // namespace fusiform::evaluate
