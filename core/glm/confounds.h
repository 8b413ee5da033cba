// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

#include <filesystem>
#include <span>
#include <string>

namespace fusiform::glm {

/// Columns of a BIDS confounds table, or all columns of an SPM rp_*.txt (no header, blanks
/// between). "n/a" in the first row counts as 0 and is noted (derivatives have no value there).
/// @param names columns wanted; empty: the six motion parameters trans_x ... rot_z, for which
/// "motion" stands beside other names. "motion12" stands for these and their differences from the
/// scan before (0 in the first), "motion24" for those twelve and their squares, as fMRIPrep's
/// derivative1, power2 and derivative1_power2; both also of an rp_*.txt.
/// @return scans x columns.
/// @throws Error{BadData} naming row and column of any other "n/a", or the columns that are
/// missing, or a
///         number of rows other than `scans`.
[[nodiscard]] Eigen::MatrixXd readConfounds(const std::filesystem::path& file,
                                            std::span<const std::string> names, Eigen::Index scans,
                                            Progress& progress);

/// The confounds table of a run below derivatives/ of its study (Fusiform's own first, then
/// fMRIPrep's and others), or an empty path.
[[nodiscard]] std::filesystem::path findConfounds(const std::filesystem::path& studyRoot,
                                                  const std::string& subject,
                                                  const std::string& session,
                                                  const std::string& runName);

} // namespace fusiform::glm
