// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/localizer_task.h"

#include "core/glm/condition_fit.h"
#include "core/task/contrast_maps.h"
#include "core/task/fit_run.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

namespace fusiform::task {

namespace {

std::vector<glm::FitRun> readRuns(const bids::Study& study, const bids::Subject& subject,
                                  const LocalizerOptions& options, Progress& progress)
{
    const ImageSource source(study, subject, options.images, options.space);
    std::vector<glm::FitRun> runs;
    progress.begin(FUSIFORM_TR("core", "Reading events and headers"), subject.localizerRuns.size());
    for (const bids::Run& run : subject.localizerRuns) {
        progress.step();
        const RunSource files = source.of(run);
        const bool hasImage
            = !source.pipeline().empty() || run.boldState == bids::FileState::Present;
        if (!hasImage || files.bold.empty() || run.events.empty())
            continue;
        runs.push_back(readFitRun(run, files, options.confounds, progress));
        if (source.isForeign())
            runs.back().mask = files.mask;
    }
    if (runs.empty())
        throw badData(
            study.root / subject.label, FUSIFORM_TR("core", "localizer runs with image and events"),
            FUSIFORM_TR("core", "none of %1 runs has both").arg(subject.localizerRuns.size()));
    if (runs.size() < subject.localizerRuns.size())
        progress.warn(FUSIFORM_TR("core", "%1 of %2 runs have no image here and are left out.")
                          .arg(subject.localizerRuns.size() - runs.size())
                          .arg(subject.localizerRuns.size()));
    return runs;
}

} // namespace

void describe(LocalizerOptions& options, Fields& fields)
{
    fields.add("study", &options.study, FUSIFORM_TR("core", "The BIDS study.")).positional();
    fields.add("out", &options.out, FUSIFORM_TR("core", "The folder to write.")).positional();
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject, with or without \"sub-\"."));
    fields.add("contrast", &options.expression,
               FUSIFORM_TR("core", "Conditions of the localizer by name: \"face - object\"."));
    fields.add("images", &options.images,
               FUSIFORM_TR("core", "As for fit: auto, raw or a folder of derivatives."));
    fields.add("space", &options.space,
               FUSIFORM_TR("core", "Space of the preprocessed images, as for fit."));
    fields.add("confounds", &options.confounds,
               FUSIFORM_TR("core", "Columns of the confounds tables, as for fit."));
    describeModel(options, fields);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runLocalizer(const LocalizerOptions& options, Progress& progress)
{
    AtomicFolder output(options.out, AtomicFolder::existing(options.overwrite));
    const bids::Study study = bids::openStudy(options.study);
    const bids::Subject subject = bids::chosenSubject(study, options.participant);
    const std::vector<glm::FitRun> runs = readRuns(study, subject, options, progress);
    const glm::ConditionFit fit
        = glm::fitConditions(runs, designOptions(options), noiseModel(options), progress);

    Outcome outcome;
    outcome.json
        = writeContrast({options.expression, fit.conditions, fit.grid, fit.voxels}, output.path());
    outcome.json["subject"] = subject.label;
    outcome.json["runs"] = runs.size();
    outcome.json["scans"] = fit.scans;
    outcome.json["conditions"] = fit.conditions.names;
    outcome.json["voxels"] = fit.voxels.size();
    LocalizerOptions copy = options;
    Fields fields;
    describe(copy, fields);
    writeJson(output.path() / "localizer.json", {{"program", "fusiform"},
                                                 {"version", FUSIFORM_VERSION},
                                                 {"options", fieldsToJson(fields)},
                                                 {"result", outcome.json}});
    output.commit();
    outcome.json["out"] = options.out.string();
    outcome.text = subject.label + ", " + std::to_string(runs.size()) + " localizer runs, "
                   + contrastText(outcome.json) + "; maps in " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
