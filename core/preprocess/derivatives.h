// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preprocess/quality.h"
#include "core/preprocess/run_images.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::preprocess {

/// What is known of a finished run: the numbers that are also in its files.
struct RunReport {
    std::string name;
    std::string session;
    bool isFaceRun = true;
    image::Index volumes = 0;
    double meanDisplacement = 0; ///< framewise, mm
    double largestDisplacement = 0; ///< framewise, mm
    double tsnrMedian = 0;
    double driftPercent = 0;
    std::vector<image::Index> outliers;
    double lostSignal = 0; ///< share of the usual mask that this run's mask lacks
};

/// Names of a run's derivatives below `folder`, BIDS derivatives as fMRIPrep calls them.
struct RunFiles {
    std::filesystem::path bold; ///< ..._desc-preproc_bold.nii.gz
    std::filesystem::path sidecar; ///< the same, .json; written last: it says that all is there
    std::filesystem::path confounds; ///< ..._desc-confounds_timeseries.tsv
    std::filesystem::path motion; ///< rp_....txt, SPM's six columns
    std::filesystem::path mask; ///< ..._desc-brain_mask.nii.gz
    std::filesystem::path mean; ///< ..._boldref.nii.gz
    std::filesystem::path tsnr; ///< ..._desc-tsnr_boldmap.nii.gz
};
[[nodiscard]] RunFiles runFiles(const std::filesystem::path& folder, const std::string& subject,
                                const std::string& session, const std::string& name);

/// Writes a run's files, each whole or not at all, and returns what finishedRun() will find. @param
/// motion scans x 6 (spm_realign's parameters: mm, rad). @param key of what the files were made
/// from.
RunReport writeRun(const RunFiles& files, const RawRun& raw, const image::Series& realigned,
                   const Eigen::MatrixXd& motion, const RunQuality& quality,
                   const std::string& key);

/// The report of a run that was finished with the same key; nothing if it was not.
[[nodiscard]] std::optional<RunReport> finishedRun(const RunFiles& files, const std::string& key);

/// The same whatever it was made from: for those who only look.
[[nodiscard]] std::optional<RunReport> writtenRun(const RunFiles& files);

/// dataset_description.json of the derivatives, unless it is there.
void describeDerivatives(const std::filesystem::path& folder);

} // namespace fusiform::preprocess
