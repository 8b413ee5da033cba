// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/centred.h"

#include "core/util/wide.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fusiform::glm {

namespace {

using Eigen::Index;

FUSIFORM_WIDE void addRow(const float* row, std::size_t count, double* sums)
{
    for (std::size_t v = 0; v < count; ++v)
        sums[v] += static_cast<double>(row[v]);
}

} // namespace

Eigen::MatrixXd centred(const Eigen::Ref<const ScanValues>& values)
{
    const Index scans = values.rows();
    std::vector<double> means(static_cast<std::size_t>(values.cols()), 0);
    for (Index t = 0; t < scans; ++t)
        addRow(values.row(t).data(), means.size(), means.data());
    for (double& mean : means)
        mean /= static_cast<double>(scans);

    // A few columns at a time, so that rows are read and columns written in whole lines of cache.
    constexpr Index kTogether = 16;
    Eigen::MatrixXd result(scans, values.cols());
    for (Index first = 0; first < values.cols(); first += kTogether) {
        const Index count = std::min(kTogether, values.cols() - first);
        const Eigen::Map<const Eigen::RowVectorXd> mean(means.data() + first, count);
        for (Index t = 0; t < scans; ++t)
            result.row(t).segment(first, count)
                = values.row(t).segment(first, count).cast<double>() - mean;
    }
    return result;
}

} // namespace fusiform::glm
