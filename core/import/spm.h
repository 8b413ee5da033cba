// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/import/spm_columns.h"

namespace fusiform::import {

struct SpmOptions {
    std::filesystem::path folder; ///< with SPM.mat and its images
    std::string subject; ///< empty: by the folder's name
    SpmPatterns patterns;
    std::string
        modelFile; ///< the face model of the latents: a file or a built-in one; may be empty
    std::filesystem::path codes; ///< of the test faces; see TestFaceSources
    std::filesystem::path pictures; ///< of the test faces
    std::filesystem::path t1; ///< anatomy; may be empty
    double tThreshold = 3.09;
};

/// What was imported, for a report.
struct SpmImported {
    std::string subject;
    Index maskVoxels = 0;
    Index unusable = 0; ///< voxels of the mask with a weight that is not finite; left out
    Index selected = 0;
    Index latents = 0;
    Index columns = 0;
    std::vector<Index> scansOfSession;
    double repetitionTime = 0; ///< s; 0: not known
    double residualFreedom = 0; ///< effective degrees of freedom of the residuals; 0: not known
    std::string faces; ///< names of conditions
    std::string fixation; ///< empty: implicit baseline
    std::string tSource;
    std::string network; ///< "none", or the model's file
    std::vector<std::string> exploration;
    std::vector<std::string> sealed;
    std::string split;
    std::vector<double> framewiseDisplacement; ///< mean of each rp_*.txt, mm
};

/// Makes a fit of a model that SPM estimated and writes it into `output`, which exists.
/// The rows of W are betas of the latents' columns times the standard deviation of each latent
/// (from the modulators in SPM.mat), the bias is the beta of the training faces, patterns are the
/// betas of the test faces: the mean of all sessions that have the column, each with the same
/// weight. `provenance` goes into the fit.
/// @throws Error{BadData} naming the file, Error{Usage}
[[nodiscard]] SpmImported importSpm(const SpmOptions& options, const Json& provenance,
                                    const std::filesystem::path& output, Progress& progress);

} // namespace fusiform::import
