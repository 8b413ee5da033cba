// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preprocess/run_decisions.h"
#include "core/preprocess/subject_results.h"
#include "core/report/figure.h"
#include "core/report/study_design.h"

#include <array>
#include <map>

namespace fusiform::report {

using image::SharedPicture;

/// What the figures of one run are drawn from.
struct RunPictures {
    preprocess::RunSeries series;
    SharedPicture carpet;
    SharedPicture tsnr;
    double tsnrHigh = 1; ///< value of the brightest colour
    image::Index maskVoxels = 0;
};
/// Reads the run's images: a second or so. @throws Error{BadData, Cancelled}
[[nodiscard]] RunPictures readRunPictures(const preprocess::RunFiles& files, Progress& progress);
enum class RunPlot { Motion, Intensity, Carpet, Tsnr };
inline constexpr std::array kRunPlots
    = {RunPlot::Motion, RunPlot::Intensity, RunPlot::Carpet, RunPlot::Tsnr};
[[nodiscard]] Figure runFigure(const RunPictures& pictures, RunPlot plot, double widthMm);

/// How the T1 image lies on the mean functional image; null where one of the two is not there.
struct OverlayPictures {
    SharedPicture mean;
    SharedPicture anatomy;
    SharedPicture checkerboard;
};
[[nodiscard]] OverlayPictures readOverlayPictures(const std::filesystem::path& derivatives,
                                                  const std::string& subject);

/// Everything that is known of a subject's quality.
struct QualityReport {
    std::string study; ///< its name
    std::filesystem::path studyFolder;
    std::filesystem::path derivatives;
    std::string subject;
    std::vector<std::pair<std::string, std::string>> options; ///< of the preprocessing
    std::vector<preprocess::RunResult> runs;
    std::map<std::string, preprocess::RunDecision> dropped;
    StudyDesign design; ///< empty where there are no events
};

} // namespace fusiform::report
