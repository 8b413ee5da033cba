// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <filesystem>
#include <vector>

namespace fusiform::bids {

/// A picture that shows the same as another one though its bytes differ.
struct NearCopy {
    std::size_t file = 0; ///< which of the files
    std::size_t original = 0; ///< which of the originals; of several the most alike
    double correlation = 0; ///< image::detailCorrelation
};
struct NearCopies {
    std::vector<NearCopy> copies; ///< in the order of the files
    std::size_t notDecoded = 0; ///< of both; they are compared with nothing
};

/// Looks for the originals among the files, by the measures and thresholds of
/// image/picture_likeness.h. Each file is decoded once; thousands of files with 20 originals cost
/// what decoding them costs.
/// @throws Error{Cancelled}
[[nodiscard]] NearCopies nearCopies(const std::vector<std::filesystem::path>& files,
                                    const std::vector<std::filesystem::path>& originals,
                                    Progress& progress);

} // namespace fusiform::bids
