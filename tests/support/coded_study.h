// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/glm/kept_series.h"

namespace fusiform::test {

struct CodedStudyOptions {
    Eigen::Index latents = 64;
    std::array<Eigen::Index, 3> shape = {10, 10, 4}; ///< every voxel is in the mask
    int sessions = 4;
    int runsASession = 2;
    Eigen::Index trialsARun = 100;
    Eigen::Index faces = 20; ///< every other one is an exploration face
    int showings = 48; ///< of each test face
    double noise = 1; ///< sd of a typical voxel, where a latent's weight is 1 / sqrt(latents)
    double sharedNoise = 0; ///< share of the noise variance that 12 factors make
    double signal = 1; ///< 0: no voxel tells faces apart
    Eigen::Index repeatedPictures = 0; ///< of the first run, shown in the last one too, under
                                       ///< other names
    Eigen::Index oneBacks = 0; ///< in each run: so many of its training faces are shown again, and
                               ///< every exploration face once more, all as nuisance
    double oneBackSignal = 1; ///< of the latents in the answer to those, where 1 is as before
    std::uint64_t seed = 1;
};

/// A study without a scanner's clumsiness: one scan a trial, so that only what decoders are about
/// is in it: codes that go together (eigenvalues falling like 1 / rank), a W of random directions,
/// voxels of unequal noise, noise that voxels share. Fitted as the program fits: W and the patterns
/// of test faces are estimates.
struct CodedStudy {
    glm::Fit fit; ///< one model, "codes"; in `folder`, with the kept series
    glm::KeptSeries series;
    Eigen::MatrixXd noiseCovariance; ///< planted, of one scan: voxels x voxels
    Eigen::MatrixXd codeCovariance; ///< planted, latents x latents
};
[[nodiscard]] CodedStudy makeCodedStudy(const std::filesystem::path& folder,
                                        const CodedStudyOptions& options = {});

} // namespace fusiform::test
