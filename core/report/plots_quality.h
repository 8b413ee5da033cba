// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preprocess/subject_results.h"
#include "core/report/carpet.h"
#include "core/report/figure.h"

#include <set>
#include <span>

namespace fusiform::report {

/// Translations, rotations and framewise displacement of a run; outliers are marked.
[[nodiscard]] Figure motionFigure(const preprocess::RunSeries& run, double widthMm);
/// DVARS, and the mean signal with its linear drift.
[[nodiscard]] Figure intensityFigure(const preprocess::RunSeries& run, double widthMm);
/// -2.5 standard deviations are black, +2.5 white.
[[nodiscard]] image::Picture carpetPicture(const Carpet& carpet);
[[nodiscard]] Figure carpetFigure(image::SharedPicture picture, image::Index maskVoxels,
                                  double widthMm);
/// A mosaic of the temporal signal-to-noise ratio with its scale from 0 to `high`.
[[nodiscard]] Figure tsnrFigure(image::SharedPicture picture, double high, double widthMm);
/// A mosaic without a scale.
[[nodiscard]] Figure mosaicFigure(image::SharedPicture picture, Text title, double widthMm);
/// Bars for all runs: movement, tSNR, outliers. @param dropped names of runs, shown faint.
[[nodiscard]] Figure runsFigure(std::span<const preprocess::RunResult> runs,
                                const std::set<std::string>& dropped, double widthMm);
/// "ses-01 · faces 3" of "sub-01_ses-01_task-faces_run-03".
[[nodiscard]] std::string shortRunName(const std::string& name);

} // namespace fusiform::report
