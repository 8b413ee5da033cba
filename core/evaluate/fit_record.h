// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

namespace fusiform::evaluate {

/// What a fit says of how it was made, and who looked at its sealed faces.
struct FitRecord {
    using Entry = std::pair<std::string, std::string>; ///< name in fit.json, value
    std::vector<Entry> options;
    std::vector<Entry> counts; ///< runs, scans, trials, voxels, ...
    std::string version; ///< of the program that made it
    std::vector<glm::Opening> openings; ///< of the seal, oldest first
};

/// Lists of many numbers become "32 values, 0.101 to 0.128"; what is nested deeper is left to the
/// file. Empty lists where the fit came from elsewhere and says nothing.
[[nodiscard]] FitRecord fitRecord(const glm::Fit& fit);

} // namespace fusiform::evaluate
