// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/reliability_results.h"

#include "core/glm/split_half.h"
#include "core/task/series_maps.h"
#include "core/util/error.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

constexpr const char* kReliabilityFile = "reliability.json";

fs::path folderOf(const fs::path& fit, const std::string& model) { return fit / "models" / model; }

std::vector<double> corrected(std::span<const double> r)
{
    std::vector<double> longer;
    for (const double value : r)
        longer.push_back(glm::spearmanBrown(value));
    return longer;
}

Json namesOf(const glm::KeptSeries& series, const std::vector<std::size_t>& runs)
{
    Json names = Json::array();
    for (const std::size_t r : runs)
        names.push_back(series.runs()[r].name);
    return names;
}

/// What is said of one model wherever fits are described.
Json summaryOf(const std::string& model, const glm::SplitHalf& split)
{
    return {{"model", model},
            {"split", "odd and even runs, in the order of the fit"},
            {"voxels", quartiles(split.voxels)},
            {"voxels_corrected", quartiles(corrected(split.voxels))},
            {"latents", quartiles(split.latents)},
            {"latents_corrected", quartiles(corrected(split.latents))},
            {"bias", split.bias},
            {"bias_corrected", glm::spearmanBrown(split.bias)},
            {"columns", split.columns},
            {"rank", split.rank}};
}

Json summaryIn(const fs::path& file)
{
    const Json json = readJson(file);
    if (!json.is_object() || !json.contains("summary"))
        throw badData(file, FUSIFORM_TR("core", "the reliability of W"),
                      FUSIFORM_TR("core", "something else"));
    return json.at("summary");
}

void writeModel(const glm::Fit& fit, const glm::ModelFit& model, const glm::KeptSeries& series,
                const glm::SplitHalf& split, const Json& summary, const fs::path& folder)
{
    const fs::path own = folderOf(folder, model.model.name);
    const std::vector<double> longer = corrected(split.voxels);
    writeSeriesMap(own / "reliability.nii.gz", fit, series, split.voxels,
                   "r of W, odd and even runs");
    writeSeriesMap(own / "reliability_corrected.nii.gz", fit, series, longer,
                   "r of W, odd and even runs, Spearman-Brown");
    writeJson(own / kReliabilityFile,
              {{"summary", summary},
               {"odd_runs", namesOf(series, split.odd)},
               {"even_runs", namesOf(series, split.even)},
               {"regions", quartilesByRegion(fit, model, series, split.voxels)},
               {"regions_corrected", quartilesByRegion(fit, model, series, longer)},
               {"latents", split.latents},
               {"latents_corrected", corrected(split.latents)}});
}

} // namespace

Json writeReliability(const glm::Fit& fit, const glm::KeptSeries& series, const fs::path& folder,
                      Progress& progress)
{
    Json summaries = Json::array();
    if (series.runs().size() < 2) {
        progress.warn(FUSIFORM_TR("core", "With one run there are no halves to compare: W has no "
                                          "reliability."));
        return summaries;
    }
    for (const glm::ModelFit& model : fit.models) {
        const glm::SplitHalf split = glm::splitHalfReliability(
            series,
            glm::scaledTrialCodes(series, series.codes(model.model.name), model.latentMean,
                                  model.latentSd),
            positionsIn(series, model.selected), progress);
        if (split.rank < split.columns)
            progress.warn(FUSIFORM_TR("core", "%1: half of the runs do not determine all latents "
                                              "(rank %2 of %3 columns): the reliability of W is "
                                              "that of the solution of least norm.")
                              .arg(model.model.name)
                              .arg(split.rank)
                              .arg(split.columns));
        summaries.push_back(summaryOf(model.model.name, split));
        writeModel(fit, model, series, split, summaries.back(), folder);
    }
    return summaries;
}

Json readReliability(const glm::Fit& fit)
{
    Json summaries = Json::array();
    for (const glm::ModelFit& model : fit.models)
        if (const fs::path file = folderOf(fit.folder, model.model.name) / kReliabilityFile;
            fs::exists(file))
            summaries.push_back(summaryIn(file));
    return summaries;
}

} // namespace fusiform::task
