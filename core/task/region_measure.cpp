// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_actions.h"

#include "core/task/region_inputs.h"
#include "core/task/region_results.h"

#include <cmath>

namespace fusiform::task {

Outcome measureRegion(const RegionOptions& options, Progress& progress)
{
    const glm::Fit fit = glm::readFit(options.fit);
    const roi::Region region = regionCalled(options.region, fit, options, progress);
    const NamedMap map = mapOf(fit, options, progress);
    Outcome outcome;
    outcome.json = describeRegion(region, fit.grid, map.values);
    outcome.json["map"] = map.name;
    outcome.json["in_mask"] = fit.positionsOf(region.voxels).size();
    outcome.text = regionText(outcome.json) + "\n";
    if (const Json& peak = outcome.json["peak_mm"]; !peak.is_null()) {
        const auto part = [&](std::size_t axis) {
            return numberText(std::round(10 * peak[axis].get<double>()) / 10);
        };
        outcome.text += "largest " + map.name + " "
                        + numberText(outcome.json["peak_value"].get<double>()) + " at " + part(0)
                        + ", " + part(1) + ", " + part(2) + " mm\n";
    }
    return outcome;
}

} // namespace fusiform::task
