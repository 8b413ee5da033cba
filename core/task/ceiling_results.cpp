// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/ceiling_results.h"

#include "core/glm/noise_ceiling.h"
#include "core/roi/region.h"
#include "core/task/series_maps.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCeilingFile = "noise_ceiling.json";

/// Of every region that the fit offers for a model: quartiles over voxels, and all of it together.
Json regionsOf(const glm::Fit& fit, const glm::ModelFit& model, const glm::KeptSeries& series,
               const glm::NoiseCeiling& ceiling)
{
    const Json percent = quartilesByRegion(fit, model, series, ceiling.percent());
    const Json ratios = quartilesByRegion(fit, model, series, ceiling.signalToNoise());
    const std::vector<roi::Region> offered = roi::offeredRegions(fit, model);
    Json regions = Json::array();
    for (std::size_t r = 0; r < offered.size(); ++r)
        regions.push_back(
            {{"region", offered[r].name},
             {"pooled_percent", ceiling.pooledPercent(positionsIn(series, offered[r].voxels))},
             {"percent", percent.at(r)},
             {"ncsnr", ratios.at(r)}});
    return regions;
}

} // namespace

Json writeNoiseCeiling(const glm::Fit& fit, const glm::KeptSeries& series, const fs::path& folder,
                       Progress& progress)
{
    const glm::NoiseCeiling ceiling
        = glm::noiseCeiling(glm::explorationResponses(series, progress),
                            glm::explorationFaces(series), glm::explorationRuns(series));
    if (ceiling.faces.empty()) {
        progress.warn(FUSIFORM_TR("core", "Fewer than two exploration faces were shown more than "
                                          "once: there is no noise ceiling."));
        return nullptr;
    }
    Json models = Json::array();
    for (const glm::ModelFit& model : fit.models)
        models.push_back(
            {{"model", model.model.name}, {"regions", regionsOf(fit, model, series, ceiling)}});
    const Json json = {{"faces", "exploration half; the other half stays sealed"},
                       {"n_faces", ceiling.faces.size()},
                       {"repetitions", ceiling.repetitions},
                       {"shown", ceiling.shown},
                       {"runs_taken_out", ceiling.areRunsOut},
                       {"source", "Allen et al. 2022"},
                       {"models", models}};
    writeSeriesMap(folder / "noise_ceiling.nii.gz", fit, series, ceiling.percent(),
                   "noise ceiling of the exploration faces, percent");
    writeSeriesMap(folder / "ncsnr.nii.gz", fit, series, ceiling.signalToNoise(),
                   "sd of signal / sd of noise, exploration faces");
    writeJson(folder / kCeilingFile, json);
    return json;
}

Json readNoiseCeiling(const fs::path& folder)
{
    return fs::exists(folder / kCeilingFile) ? readJson(folder / kCeilingFile) : Json(nullptr);
}

} // namespace fusiform::task
