// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace fusiform::bids {

/// A BIDS file name taken apart: "sub-01_run-2_bold.nii.gz".
struct FileName {
    std::map<std::string, std::string, std::less<>> entities; ///< {"sub", "01"}, {"run", "2"}
    std::string suffix; ///< "bold"
    std::string extension; ///< ".nii.gz"
};
[[nodiscard]] FileName fileNameOf(std::string_view name);

/// Whether two values of an entity mean the same: runs are numbers, and "1" is "01".
[[nodiscard]] bool isSameValue(std::string_view entity, const std::string& a, const std::string& b);

} // namespace fusiform::bids
