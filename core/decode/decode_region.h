// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/roi/region.h"
#include "core/util/progress.h"

#include <optional>

namespace fusiform::decode {

/// What happens to the bias of W, the response to any face.
enum class Bias {
    Solved, ///< an unknown beside the latents, dropped afterwards (the paper): a pattern may be
            ///< stronger or weaker as a whole
    Fixed, ///< taken off the patterns as it is
};

struct DecodeOptions {
    std::string decoder = "ridge"; ///< of decode/decoders
    double ridge = 0.1; ///< relative to trace(G) / rows; decoders with a ridge only
    Bias bias = Bias::Solved;
    bool scoreInSd = false; ///< scores on codes divided by the training sd

    bool operator==(const DecodeOptions&) const = default;
};

/// What a region says about a set of faces.
struct Decoded {
    std::string decoder; ///< that read them
    std::vector<std::string> names;
    Eigen::MatrixXd latents; ///< faces x latents, model units
    Eigen::MatrixXd similarity; ///< faces x faces: Pearson r of decoded code f with true code g
    double pairwise = 0; ///< share of pairs won, ties half: chance 0.5; NaN without true codes
    double fullRecognition = 0; ///< share of rows whose own face is the best: chance 1/n
    Eigen::Index voxels = 0; ///< used
    Eigen::Index leftOut = 0; ///< of the region: outside the brain mask, or without finite numbers
    double conditionNumber = 0; ///< of the matrix that was solved; NaN: not worked out
    double ridge = 0;
    std::string form; ///< "primal" or "dual"
    std::optional<Text> warning; ///< near the singular size, too few voxels, ...
};

/// Decodes faces from a region (paper, Eq. 1-3; methods section 6).
/// @throws Error{Usage} if the region has no usable voxel of the fit, or if the decoder needs more
/// than the fit has.
[[nodiscard]] Decoded decodeRegion(const glm::Fit& fit, const glm::ModelFit& model,
                                   const image::VoxelSet& region, const glm::FaceSet& faces,
                                   const DecodeOptions& options, Progress& progress);

/// Which codes are shown as faces. Scores always use them as decoded.
enum class ShownCodes {
    ContrastMatched, ///< stretched to the norm of training codes
    AsDecoded,
};

/// Codes ready to be shown as faces: deviations from the training mean stretched to the norm that
/// training codes have (decoded codes are shrunk by noise and ridge; named "contrast matched" on
/// screen).
[[nodiscard]] Eigen::MatrixXd contrastMatched(const Eigen::MatrixXd& latents,
                                              const glm::ModelFit& model);
[[nodiscard]] Eigen::MatrixXd shownCodes(const Eigen::MatrixXd& latents, const glm::ModelFit& model,
                                         ShownCodes kind);

} // namespace fusiform::decode
