// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/searchlight_task.h"

#include "core/decode/searchlight_training.h"
#include "core/task/costs.h"
#include "core/task/map_files.h"
#include "core/task/overwrite.h"

#include <algorithm>
#include <cmath>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

decode::SearchlightOptions searchlightOptions(const SearchlightTaskOptions& options)
{
    decode::SearchlightOptions wanted;
    wanted.radiusMm = options.radius;
    wanted.fewestVoxels = options.fewestVoxels;
    wanted.decoding.decoder = options.decoder;
    wanted.decoding.ridge = options.ridge.value_or(0.1);
    wanted.decoding.scoreInSd = options.scoreUnits == "sd";
    wanted.permutations = options.permutations;
    wanted.seed = static_cast<std::uint64_t>(options.seed);
    wanted.level = options.level;
    return wanted;
}

/// What the map holds, and whether its values may be called.
void addResult(Json& json, const decode::SearchlightMap& map, const SearchlightTaskOptions& options)
{
    const auto faces = json["n_faces"].get<Eigen::Index>();
    const bool isCorrected = map.permutations > 0;
    if (options.faces == "explore"
        && !json["peak_value"].is_null()) // a share of pairs, ties half: as written it is a float
        for (const char* key : {"peak_value", "lowest_value"}) {
            const double halves = 2.0 * static_cast<double>(faces * (faces - 1));
            json[key] = std::round(json[key].get<double>() * halves) / halves;
        }
    json["complete"] = map.isComplete;
    json["centres"] = map.centres;
    json["too_few_voxels"] = map.tooFewVoxels;
    const auto reaches = [](double value) {
        return [value](float v) { return static_cast<double>(v) >= value - 1e-6; };
    };
    json["peak_centres"]
        = json["peak_value"].is_null()
              ? 0
              : std::ranges::count_if(map.accuracy, reaches(json["peak_value"].get<double>()));
    json["chance"] = 0.5;
    json["corrected"] = isCorrected;
    json["correction"] = isCorrected ? "maximum statistic" : "uncorrected";
    json["permutations"] = map.permutations;
    json["all_permutations"] = map.areAllPermutations;
    json["level"] = options.level;
    json["threshold_corrected"] = map.threshold ? Json(*map.threshold) : Json(nullptr);
    json["voxels_corrected"]
        = map.threshold ? Json(std::ranges::count_if(map.accuracy, reaches(*map.threshold)))
                        : Json(nullptr);
}

/// The images, each whole or not at all, and the description of all of them last.
void writeMaps(const glm::Fit& fit, const decode::SearchlightMap& map,
               const SearchlightTaskOptions& options, Json& json)
{
    const std::string what = "pairwise recognition, " + numberText(options.radius) + " mm, ";
    writeVoxels(options.out, fit, map.accuracy,
                what + (map.permutations > 0 ? "p beside it" : "uncorrected"));
    json["files"] = Json::array({options.out.filename().string()});
    if (map.permutations > 0)
        for (const auto& [ending, values, name] :
             {std::tuple("_p.nii.gz", &map.p, "p, uncorrected"),
              std::tuple("_p_corrected.nii.gz", &map.pCorrected, "p, maximum statistic")}) {
            const fs::path file = besideMap(options.out, ending);
            writeVoxels(file, fit, *values, what + name);
            json["files"].push_back(file.filename().string());
        }
    SearchlightTaskOptions copy = options;
    Fields fields;
    describe(copy, fields);
    writeSidecar(options.out, fields, json);
}

/// @param tested what was told apart
decode::SearchlightMap mapOfFaces(const glm::Fit& fit, const glm::ModelFit& model,
                                  const SearchlightTaskOptions& options, Json& tested,
                                  Progress& progress)
{
    const decode::SearchlightOptions how = searchlightOptions(options);
    if (options.faces == "explore") {
        tested = {{"n_faces", model.exploration.count()}};
        return decode::searchlight(fit, model, model.exploration, how, progress);
    }
    const decode::TrainingFolds folds = decode::makeTrainingFolds(fit, model, progress);
    Eigen::Index trials = 0;
    bool isChosen = false;
    for (const decode::TrainingFold& fold : folds.folds) {
        trials += fold.outer.trials.count();
        isChosen = isChosen || fold.selected.shape() == fit.grid.shape;
    }
    tested = {{"n_faces", trials},
              {"n_dropped", folds.dropped},
              {"folds", folds.folds.size()},
              {"fold_unit", folds.unit},
              {"voxels_chosen", isChosen ? "inside each fold, among the selected" : "as given"}};
    return decode::trainingSearchlight(fit, folds, how, progress);
}

} // namespace

void describe(SearchlightTaskOptions& options, Fields& fields)
{
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of a fit.")).positional();
    fields
        .add("out", &options.out,
             FUSIFORM_TR("core", "The map to write (.nii.gz): the share of pairs of faces told "
                                 "apart around each voxel; chance is 0.5."))
        .required();
    fields
        .add("faces", &options.faces,
             FUSIFORM_TR("core", "explore: the exploration half; cv: single training faces, by a W "
                                 "that has not seen their session, which takes some times as long "
                                 "and needs the fit's kept series."))
        .oneOf({"explore", "cv"});
    fields.add("model", &options.model,
               FUSIFORM_TR("core", "A face model of the fit; default: the first."));
    fields.add("radius", &options.radius, FUSIFORM_TR("core", "Of the ball around each voxel."))
        .in("mm")
        .between(0.1, 200);
    fields
        .add("permutations", &options.permutations,
             FUSIFORM_TR("core",
                         "Permutations of the faces' labels, of training faces within their "
                         "session, for p values corrected by the maximum over the brain; "
                         "0: none, and the map is uncorrected."))
        .between(0, 1e5);
    fields
        .add("level", &options.level,
             FUSIFORM_TR("core", "Corrected p value of the threshold that is reported."))
        .between(0, 1);
    fields
        .add("fewest-voxels", &options.fewestVoxels,
             FUSIFORM_TR("core", "A ball with fewer usable voxels gets no value."))
        .between(1, 1e6);
    fields.add("decoder", &options.decoder, FUSIFORM_TR("core", "As for decode."))
        .oneOf({"ols", "ridge"});
    fields.add("ridge", &options.ridge, FUSIFORM_TR("core", "As for decode; default 0.1."))
        .between(0, 1e6);
    fields.add("score-units", &options.scoreUnits, FUSIFORM_TR("core", "As for decode."))
        .oneOf({"model", "sd"});
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Of the permutations.")).between(0, 9e15);
    fields.add("keep-part", &options.keepPart,
               FUSIFORM_TR("core", "If it is stopped, write the part of the map that was done."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace existing files."));
}

Outcome runSearchlight(const SearchlightTaskOptions& options, Progress& progress)
{
    const Costs costs;
    refuseExisting(options.out, options.overwrite);
    const glm::Fit fit = glm::readFit(options.fit);
    const glm::ModelFit& model = fit.modelNamed(options.model);
    Json tested;
    const decode::SearchlightMap map = mapOfFaces(fit, model, options, tested, progress);
    if (!map.isComplete && !options.keepPart)
        throw cancelled();

    Outcome outcome;
    outcome.json = {{"fit", options.fit.string()},
                    {"model", model.model.name},
                    {"radius_mm", options.radius},
                    {"faces", options.faces}};
    outcome.json.update(tested);
    outcome.json.update(extremesOf(fit, map.accuracy));
    addResult(outcome.json, map, options);
    outcome.json["seconds"] = costs.seconds();
    outcome.json["out"] = options.out.string();
    writeMaps(fit, map, options, outcome.json);
    if (!map.isComplete)
        throw cancelled();
    const Json& json = outcome.json;
    outcome.text
        = std::to_string(map.centres) + " centres, "
          + (map.centres > 0 ? "best " + numberText(100 * json["peak_value"].get<double>()) + " %, "
                             : std::string())
          + (map.threshold ? "corrected threshold " + numberText(100 * *map.threshold) + " %, "
                                 + std::to_string(map.permutations) + " permutations"
             : map.permutations > 0 ? "no accuracy passes the corrected threshold"
                                    : "uncorrected")
          + "; " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
