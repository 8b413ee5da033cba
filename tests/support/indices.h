// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <numeric>
#include <vector>

namespace fusiform::test {

/// 0, 1, ... count - 1.
inline std::vector<Eigen::Index> upTo(Eigen::Index count)
{
    std::vector<Eigen::Index> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), Eigen::Index{0});
    return all;
}

} // namespace fusiform::test
