// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluate_task.h"

#include "core/decode/decoders.h"
#include "core/task/costs.h"
#include "core/task/evaluation_run.h"
#include "core/util/atomic_file.h"

namespace fusiform::task {

void describe(EvaluateOptions& options, Fields& fields)
{
    fields
        .add("fits", &options.fits,
             FUSIFORM_TR("core", "The folders of one or more fits, one a subject."))
        .positional();
    fields
        .add("faces", &options.faces,
             FUSIFORM_TR("core", "explore: the exploration half; all: also the sealed half and "
                                 "imagery, which is recorded in each fit."))
        .oneOf({"explore", "all"});
    fields.add("only", &options.only,
               FUSIFORM_TR("core", "Analyses by their keys in evaluate.json; may be repeated. "
                                   "Recognition is always among them."));
    fields.add("control", &options.controls,
               FUSIFORM_TR("core", "A mask of voxels that should know nothing of faces, such as "
                                   "white matter; may be repeated."));
    fields.add("transform", &options.transforms,
               FUSIFORM_TR("core",
                           "Where a template lies in the subject, for the map of overlaps: "
                           "one a fit, in their order. fMRIPrep's or ANTs's from-T1w_to-..., "
                           "FreeSurfer's talairach.xfm or .lta. Without it those below the "
                           "study are taken."));
    fields
        .add("borders", &options.borders,
             FUSIFORM_TR("core",
                         "Lines on the map of overlaps. auto: where the cortex ends inwards, "
                         "from FreeSurfer or fMRIPrep, else the outline of the brain; off: "
                         "none."))
        .oneOf({"auto", "off"});
    fields.add("decoder", &options.decoder, FUSIFORM_TR("core", "As for decode."))
        .oneOf(decode::decoderNames());
    fields.add("ridge", &options.ridge, FUSIFORM_TR("core", "As for decode; default 0.1."))
        .between(0, 1e6);
    fields.add("score-units", &options.scoreUnits, FUSIFORM_TR("core", "As for decode."))
        .oneOf({"model", "sd"});
    fields
        .add("permutations", &options.permutations,
             FUSIFORM_TR("core", "Permutations of the faces' labels."))
        .between(1, 1e7);
    fields
        .add("draws", &options.draws,
             FUSIFORM_TR("core", "Samples of faces for intervals (bootstrap)."))
        .between(100, 1e7);
    fields.add("level", &options.level, FUSIFORM_TR("core", "Of intervals.")).between(0.5, 0.9999);
    fields
        .add("partitions", &options.partitions,
             FUSIFORM_TR("core", "Ways to deal the runs out for the learning curve; 0: none."))
        .between(0, 100);
    fields
        .add("pipeline-permutations", &options.pipeline,
             FUSIFORM_TR("core", "Trainings on exchanged codes, from the kept series; 100 are "
                                 "usual and take minutes."))
        .between(0, 100'000);
    fields.add("labels", &options.labels,
               FUSIFORM_TR("core",
                           "What the pictures of test faces show: CelebA's list, or a table "
                           "(.tsv) with one picture a row. Without it attributes are "
                           "tested against the true codes."));
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Of permutations and samples."))
        .between(0, 9e15);
    fields.add("out", &options.output,
               FUSIFORM_TR("core", "A folder for report, figures and tables."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runEvaluate(const EvaluateOptions& options, Progress& progress)
{
    const Costs costs;
    std::optional<AtomicFolder> output;
    if (!options.output.empty())
        output.emplace(options.output, AtomicFolder::existing(options.overwrite));
    EvaluationRun run = runEvaluation(options, progress);
    if (output) {
        writeEvaluation(run, output->path());
        output->commit();
    }
    Outcome outcome;
    outcome.json = std::move(run.json);
    outcome.json["seconds"] = costs.seconds();
    outcome.text = std::move(run.text);
    outcome.missing = std::move(run.missing);
    return outcome;
}

} // namespace fusiform::task
