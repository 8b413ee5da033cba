// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulate/study_plan.h"
#include "core/util/progress.h"

namespace fusiform::simulate {

struct WrittenStudy {
    std::size_t runs = 0;
    std::size_t volumes = 0;
    std::size_t pictures = 0; ///< files
    std::uintmax_t bytes = 0;
};

/// Writes a study in BIDS, in the form of ds001761, with the truth beside it in sourcedata/. A few
/// runs are in memory at a time. The folder must exist.
/// @param portraits folder with pictures/, list_attr.txt and parameters.tsv
/// @throws Error{BadData, Failure, Cancelled}
WrittenStudy writeStudy(const StudyOptions& options, const std::filesystem::path& portraits,
                        const std::filesystem::path& folder, Progress& progress);

} // namespace fusiform::simulate
