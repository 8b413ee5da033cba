// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/demo_task.h"

#include "core/decode/folds_file.h"
#include "core/face_model/face_models.h"
#include "core/glm/fit.h"
#include "core/roi/region.h"
#include "core/task/decode_task.h"
#include "core/task/fit_task.h"
#include "core/task/simulate_task.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/resources.h"

#include <chrono>
#include <cstdio>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

// Enough trials for 256 latents, and voxels large enough for a fit that ships.
constexpr std::int64_t kSessions = 4;
constexpr std::int64_t kRuns = 8;
constexpr double kVoxelSize = 5; // mm
constexpr std::int64_t kComponents = 64;
constexpr std::int64_t kSeed = 7;

void rebuildFit(const fs::path& folder, Progress& progress)
{
    SimulateOptions simulation;
    simulation.out = folder / "study";
    simulation.study.seed = kSeed;
    simulation.study.sessions = kSessions;
    simulation.study.runs = kRuns;
    simulation.study.voxelSize = kVoxelSize;
    (void)simulateStudy(simulation, progress);
    FitOptions fit;
    fit.study = simulation.out;
    fit.output = folder / "fit";
    fit.components = kComponents;
    for (const fs::path& model : face_model::builtInModelFiles())
        fit.models.push_back(model.stem().string());
    (void)runFit(fit, progress);
    // The demonstration ships: its size counts. What is made of the scans stays, they do not.
    constexpr Eigen::Index kTrials = 400;
    const glm::Fit made = glm::readFit(fit.output);
    const glm::KeptSeries series = glm::KeptSeries::read(fit.output / "series");
    for (const glm::ModelFit& model : made.models) {
        decode::TrainingFoldOptions folds;
        folds.trials = kTrials;
        decode::writeTrainingFolds(decode::trainingFolds(made, model, series, folds, progress),
                                   model, fit.output);
    }
    fs::remove_all(fit.output / "series");
    // The study is not kept: the fit says how to make it again instead of where it was.
    Json manifest = readJson(fit.output / "fit.json");
    Json& recorded = manifest.at("provenance").at("options");
    recorded["study"] = "simulate --sessions " + std::to_string(kSessions) + " --runs "
                        + std::to_string(kRuns) + " --voxel " + numberText(kVoxelSize) + " --seed "
                        + std::to_string(kSeed);
    recorded["output"] = "fit";
    writeJson(fit.output / "fit.json", manifest);
    fs::remove_all(simulation.out);
}

std::string percent(const Json& share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share.get<double>());
    return text;
}

std::string pageOf(const Json& summary)
{
    std::string page = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fusiform: the demonstration</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
table{border-collapse:collapse}th,td{padding:.3rem 1rem;border-bottom:1px solid #d0d4da;text-align:right}
th:first-child,td:first-child{text-align:left}img{max-width:100%}p.note{color:#57606a}
</style></head><body><h1>Faces read from brain patterns</h1>
<p>A simulated subject (nobody was scanned). Above: the faces shown. Below: the same faces as read from
the responses of the selected voxels. Only the exploration half of the test faces is used; the
confirmation half stays sealed.</p>
)";
    for (const Json& model : summary.at("models")) {
        const std::string name = model.at("name");
        page += "<h2>" + name + "</h2>\n<img src=\"" + model.at("sheet").get<std::string>()
                + "\" alt=\"original and reconstructed faces\">\n"
                  "<table><tr><th>region</th><th>voxels</th><th>pairwise</th><th>full "
                  "recognition</th></tr>\n";
        for (const Json& region : model.at("regions"))
            page += "<tr><td>" + region.at("name").get<std::string>() + "</td><td>"
                    + std::to_string(region.at("n_voxels").get<long>()) + "</td><td>"
                    + percent(region.at("pairwise")) + "</td><td>"
                    + percent(region.at("full_recognition")) + "</td></tr>\n";
        page += "</table>\n";
    }
    return page + "<p class=\"note\">Chance: 50 % pairwise, "
           + percent(1.0 / summary.at("n_faces").get<double>())
           + " full recognition. Decoder: ridge, 0.1. Fusiform " FUSIFORM_VERSION
             ", exploratory.</p></body></html>\n";
}

} // namespace

fs::path demonstrationFit()
{
    fs::path folder = resourceFolder() / "demo" / "fit";
    return glm::isFit(folder) ? folder : fs::path();
}

void describe(DemoOptions& options, Fields& fields)
{
    fields.add("out", &options.output, FUSIFORM_TR("core", "Folder for pictures and scores."))
        .required();
    fields.add("rebuild", &options.isRebuilt,
               FUSIFORM_TR("core", "Make the fit anew from a simulated study (some minutes)."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runDemo(const DemoOptions& options, Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    AtomicFolder folder(options.output, AtomicFolder::existing(options.overwrite));
    if (options.isRebuilt)
        rebuildFit(folder.path(), progress);
    const fs::path fitFolder = options.isRebuilt ? folder.path() / "fit" : demonstrationFit();
    if (fitFolder.empty())
        throw badData(resourceFolder() / "demo" / "fit", FUSIFORM_TR("core", "the demonstration"),
                      FUSIFORM_TR("core", "nothing; \"fusiform-cli demo --rebuild\" makes one"));
    const glm::Fit fit = glm::readFit(fitFolder);

    Json models = Json::array();
    Json pictures = Json::array();
    Json first;
    for (const glm::ModelFit& model : fit.models) {
        Json one = {{"name", model.model.name},
                    {"sheet", model.model.name + "/faces.png"},
                    {"regions", Json::array()}};
        for (const roi::Region& region : roi::offeredRegions(fit, model)) {
            DecodeTaskOptions decode;
            decode.fit = fitFolder;
            decode.region = region.name;
            decode.model = model.model.name;
            if (region.name == "selected")
                decode.output = folder.path() / model.model.name;
            const Json json = runDecode(decode, progress).json;
            one["regions"].push_back({{"name", region.name},
                                      {"n_voxels", json.at("n_voxels")},
                                      {"pairwise", json.at("pairwise")},
                                      {"full_recognition", json.at("full_recognition")}});
            for (const Json& picture : json.at("pictures"))
                pictures.push_back(model.model.name + "/" + picture.get<std::string>());
            if (first.is_null())
                first = json;
        }
        models.push_back(one);
    }
    const double seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    Outcome outcome;
    outcome.json = {{"pairwise", first.at("pairwise")},
                    {"full_recognition", first.at("full_recognition")},
                    {"n_faces", first.at("n_faces")},
                    {"faces", "exploration half; the other half stays sealed"},
                    {"models", models},
                    {"pictures", pictures},
                    {"version", FUSIFORM_VERSION},
                    {"seconds", seconds}};
    writeFileAtomically(folder.path() / "index.html", std::string_view(pageOf(outcome.json)));
    writeJson(folder.path() / "summary.json", outcome.json);
    folder.commit();
    outcome.text = options.output.string() + ": " + std::to_string(pictures.size())
                   + " pictures, pairwise " + percent(first.at("pairwise")) + ", full recognition "
                   + percent(first.at("full_recognition")) + "\n";
    return outcome;
}

} // namespace fusiform::task
