// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/series_results.h"

#include "core/glm/kept_series.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

Json describe(const glm::KeptSeries& series)
{
    const auto scans = series.index().scans();
    return {
        {"runs", series.runs().size()},
        {"scans", scans},
        {"voxels", series.voxels()},
        {"megabytes", static_cast<double>(scans) * static_cast<double>(series.voxels()) * 4 / 1e6},
        {"noise", series.index().noise},
        {"projected_out", "constant, cosines and confounds of each run"}};
}

} // namespace

Json describeSeriesResults(const glm::Fit& fit)
{
    const fs::path folder = fit.folder / "series";
    if (!glm::isKeptSeries(folder))
        return Json::object();
    Json summary = {{"series", describe(glm::KeptSeries::read(folder))}};
    return summary;
}

} // namespace fusiform::task
