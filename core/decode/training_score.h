// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/region_decoder.h"
#include "core/decode/training_folds.h"
#include "core/roi/region.h"

namespace fusiform::decode {

/// How well training faces are recognised by a W that has not seen them.
struct TrainingScore {
    double pairwise = 0; ///< share of pairs won within a fold, mean over folds; chance 0.5
    double standardError = 0; ///< of it, over the folds
    std::vector<double> folds; ///< pairwise of each
    std::vector<Eigen::Index> voxels; ///< used in each
    std::vector<double> ridge; ///< used in each; 0: the decoder has none
    Eigen::Index trials = 0; ///< tested, of all folds
};

/// What the voxels of a region are, so that a fold may choose them without its test trials.
enum class VoxelChoice {
    AsGiven,
    ByCriterion, ///< the fit's criterion was part of it: it is looked at inside each fold
};

/// Of a region of a fit, by how it was made.
[[nodiscard]] VoxelChoice choiceOf(const roi::Region& region);

/// The strengths among which a ridge is chosen, from 0.001 to 10.
[[nodiscard]] std::vector<double> ridgeStrengths();

/// Scores one region after another at the cost of what changed. What it is made of has to live as
/// long. One thread at a time.
class TrainingScorer {
public:
    /// @param inputs of the fit itself; null: decoders that need them are refused
    TrainingScorer(const TrainingFolds& folds, const glm::Fit& fit,
                   const std::shared_ptr<const DecoderInputs>& inputs);

    /// With options.ridge as it is. @throws Error{Usage} without a usable voxel, Error{Cancelled}
    [[nodiscard]] TrainingScore score(const image::VoxelSet& region, VoxelChoice choice,
                                      const DecodeOptions& options, Progress& progress);
    /// The ridge is chosen inside each fold, on trials of another one that neither W has seen.
    [[nodiscard]] TrainingScore scoreWithChosenRidge(const image::VoxelSet& region,
                                                     VoxelChoice choice, DecodeOptions options,
                                                     Progress& progress);
    /// The ridge for faces outside the training: the best on the average of all folds.
    /// Larger strengths win ties.
    [[nodiscard]] double chooseRidge(const image::VoxelSet& region, VoxelChoice choice,
                                     const DecodeOptions& options, Progress& progress);

private:
    [[nodiscard]] image::VoxelSet voxelsOf(const TrainingFold& fold, const image::VoxelSet& region,
                                           VoxelChoice choice) const;
    [[nodiscard]] std::vector<double> curve(RegionDecoder& decoder, const glm::FaceSet& trials,
                                            const image::VoxelSet& voxels,
                                            const DecodeOptions& options, Progress& progress) const;

    const TrainingFolds& m_folds;
    std::vector<RegionDecoder> m_outer; ///< one a fold
    std::vector<RegionDecoder> m_inner;
};

} // namespace fusiform::decode
