// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/leak_effect.h"

#include <algorithm>
#include <limits>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;

/// Rows of the training codes that equal a test face's, but for the rounding of the kept floats.
std::vector<Index> leakedRows(const glm::TrainingCodes& codes, const glm::FaceSet& faces)
{
    constexpr double kRounding = 1e-5; // of the code's length
    std::vector<Index> rows;
    for (Index row = 0; row < codes.codes.rows(); ++row) {
        const Eigen::RowVectorXd code = codes.codes.row(row).cast<double>();
        for (Index face = 0; face < faces.codes.rows(); ++face)
            if ((code - faces.codes.row(face)).norm() <= kRounding * code.norm()) {
                rows.push_back(row);
                break;
            }
    }
    return rows;
}

Index trialsOf(const glm::KeptSeries& series, const std::vector<std::string>& stimuli)
{
    Index trials = 0;
    for (const glm::SeriesRun& run : series.runs())
        trials += std::ranges::count_if(run.training, [&](const glm::ShownFace& face) {
            return std::ranges::binary_search(stimuli, face.stimulus);
        });
    return trials;
}

} // namespace

LeakEffect leakEffect(const Refit& refit, const roi::Region& region,
                      const decode::DecodeOptions& decoding, Progress& progress)
{
    const auto readWith = [&](const glm::TrainingCodes& codes) {
        return refit.readTrainedOn(codes, std::span(&region, 1), decoding, progress).front();
    };
    LeakEffect effect;
    effect.model = refit.open().model->model.name;
    effect.region = region.name;
    effect.pairwiseWithout = effect.fullWithout = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Index> leaked = leakedRows(refit.codes(), refit.open().shown);
    for (const Index row : leaked)
        effect.stimuli.push_back(refit.codes().stimuli[static_cast<std::size_t>(row)]);
    effect.trials = trialsOf(refit.series(), effect.stimuli);
    if (leaked.empty())
        return effect;
    const decode::Decoded as = readWith(refit.codes());
    effect.pairwise = as.pairwise;
    effect.full = as.fullRecognition;
    glm::TrainingCodes without = refit.codes();
    for (const Index row : leaked)
        without.codes.row(row) = refit.open().model->latentMean.transpose().cast<float>();
    const decode::Decoded decoded = readWith(without);
    effect.pairwiseWithout = decoded.pairwise;
    effect.fullWithout = decoded.fullRecognition;
    return effect;
}

} // namespace fusiform::evaluate
