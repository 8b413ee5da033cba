// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_task.h"

#include "core/decode/decoder_inputs.h"
#include "core/task/costs.h"
#include "core/task/fit_coding.h"
#include "core/task/fit_results.h"
#include "core/task/series_results.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

/// Files of models trained here, kept until the fit has copied them.
struct ScratchFolder {
    fs::path path;
    explicit ScratchFolder(fs::path folder) : path(std::move(folder))
    {
        fs::create_directories(path);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

glm::TrialMethod trialMethodOf(const std::string& name)
{
    if (name == "none")
        return glm::TrialMethod::None;
    return name == "lsa" ? glm::TrialMethod::AllAtOnce : glm::TrialMethod::Separate;
}

Json stageTimes(const Progress& progress)
{
    Json stages = Json::array();
    for (const StageTime& time : progress.stageTimes())
        stages.push_back({{"stage", time.stage.english()}, {"seconds", time.seconds}});
    return stages;
}

std::string textOf(const Json& json, const fs::path& output)
{
    return json["subject"].get<std::string>() + ": " + std::to_string(json["scans"].get<long>())
           + " scans of " + std::to_string(json["runs"].get<long>()) + " runs, "
           + std::to_string(json["regressors"].get<long>()) + " regressors; "
           + std::to_string(json["voxels_mask"].get<long>()) + " voxels in the mask, "
           + std::to_string(json["voxels_selected"].get<long>()) + " selected. Written to "
           + output.string() + "\n";
}

} // namespace

void describe(FitOptions& options, Fields& fields)
{
    fields.add("study", &options.study, FUSIFORM_TR("core", "The BIDS study.")).positional();
    fields.add("output", &options.output, FUSIFORM_TR("core", "The folder of the fit to write."))
        .positional();
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject, with or without \"sub-\"."));
    fields.add("model", &options.models,
               FUSIFORM_TR("core",
                           "Face models: \"pca\" (trained on the study's own pictures), a model "
                           "file, or a built-in model's name; may be given more than once."));
    fields
        .add("components", &options.components,
             FUSIFORM_TR(
                 "core",
                 "Components of \"pca\"; 0: a quarter of the training faces, at most 1,024."))
        .between(0, 1024);
    fields.add(
        "confounds", &options.confounds,
        FUSIFORM_TR("core",
                    "Columns of the confounds tables; motion: the six motion parameters (the "
                    "default); motion12: and their differences; motion24: and the squares."));
    fields.add(
        "images", &options.images,
        FUSIFORM_TR(
            "core",
            "auto: preprocessed images below derivatives/ (Fusiform's, then fMRIPrep's), else the "
            "raw ones; raw; or a folder of derivatives."));
    fields.add("space", &options.space,
               FUSIFORM_TR("core",
                           "Space of the preprocessed images: native, or as in their names: T1w, "
                           "MNI152NLin2009cAsym:res-2, ..."));
    fields
        .add("mask", &options.mask,
             FUSIFORM_TR("core",
                         "Voxels that are fitted: spm: above 0.8 of the global in every scan; "
                         "brain: inside the brain masks beside the images; auto: brain for other "
                         "programs' results, else spm."))
        .oneOf({"auto", "spm", "brain"});
    fields.add("within", &options.within,
               FUSIFORM_TR("core", "An image (a region's mask, a localizer's t map): voxels are "
                                   "selected only where it lies above --within-above."));
    fields.add("within-above", &options.withinAbove,
               FUSIFORM_TR("core", "What the image of --within must lie above."));
    fields.add(
        "grid", &options.grid,
        FUSIFORM_TR("core",
                    "native: the scans' own voxels; t1: those of the T1 image, as if every "
                    "scan had been resliced to it by linear interpolation; or an image whose "
                    "voxels are taken. Of such a grid the fit keeps the selected voxels."));
    describeModel(options, fields);
    fields
        .add("leaks", &options.leaks,
             FUSIFORM_TR(
                 "core",
                 "drop: training pictures that are also test faces, or nearly identical to one, "
                 "do not train; keep: they do."))
        .oneOf({"drop", "keep"});
    fields
        .add("select", &options.select,
             FUSIFORM_TR("core",
                         "Voxels: t(face - fixation) alone, or also the F test of the latents; "
                         "fwe, fdr: t corrected for the number of voxels; top: as many as --top."))
        .oneOf({"t", "t_and_gain", "fwe", "fdr", "top"});
    fields.add("t", &options.tThreshold, FUSIFORM_TR("core", "Threshold of t."));
    fields
        .add("level", &options.level,
             FUSIFORM_TR("core", "Of fwe (Bonferroni) and fdr (Benjamini-Hochberg)."))
        .between(0, 1);
    fields
        .add("top", &options.top,
             FUSIFORM_TR("core", "Voxels with the best sum of the ranks of t and gain."))
        .between(1, 1e9);
    fields.add("p", &options.pThreshold, FUSIFORM_TR("core", "Threshold of the F test's p."))
        .between(0, 1);
    fields
        .add("orthogonalise", &options.orthogonalise,
             FUSIFORM_TR("core",
                         "none; spm: write beside W what SPM's serial orthogonalisation of the "
                         "latents makes of it, and the matrix that maps one to the other."))
        .oneOf({"none", "spm"});
    fields
        .add("series", &options.series,
             FUSIFORM_TR("core",
                         "keep: the filtered scans of the selected voxels stay with the fit, which "
                         "gives the reliability of W and the noise ceiling; none: they do not."))
        .oneOf({"keep", "none"});
    fields
        .add("series-limit", &options.seriesLimit,
             FUSIFORM_TR("core", "A larger series is not kept; a warning says so."))
        .in("GB")
        .between(0, 1000);
    fields
        .add(
            "trials", &options.trials,
            FUSIFORM_TR("core",
                        "Responses to single training faces, of the kept series: lss: a model for "
                        "each (Mumford et al. 2012); lsa: one model with a column for each; none."))
        .oneOf({"none", "lss", "lsa"});
    fields
        .add("memory", &options.memory,
             FUSIFORM_TR("core",
                         "About what the fit may use; more voxels than that allows are estimated "
                         "in slabs, with one more reading of the scans each."))
        .in("GB")
        .between(0.2, 1000);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing fit."));
}

Outcome runFit(const FitOptions& options, Progress& progress)
{
    const Costs costs;
    if (options.models.empty())
        throw usage(FUSIFORM_TR("core", "At least one --model is needed."));
    if (options.trials != "none" && options.series == "none")
        throw usage(FUSIFORM_TR("core", "--trials %1 needs the series: not --series none.")
                        .arg(options.trials));
    AtomicFolder output(options.output, AtomicFolder::existing(options.overwrite));
    FitInputs inputs = readFitInputs(options, progress);
    const ScratchFolder scratch(output.path() / ".scratch");
    codeModels(inputs, options, scratch.path, progress);
    inputs.fit.scratch = scratch.path;
    inputs.fit.memoryMb = 1000 * options.memory;
    if (options.series == "keep")
        inputs.fit.series = output.path() / "series";
    inputs.fit.seriesLimit = 1e9 * options.seriesLimit;

    glm::StudyFit result = glm::fitStudy(inputs.fit, progress);
    result.fit.anatomy = anatomyOf(inputs);
    if (!options.within.empty())
        result.fit.selection += "; within " + options.within.filename().string() + " > "
                                + numberText(options.withinAbove);

    Outcome outcome;
    outcome.json = describeCounts(result, inputs);
    Json ofSeries = Json::object();
    if (result.hasSeries)
        ofSeries = writeSeriesResults(result.fit, output.path(), trialMethodOf(options.trials),
                                      progress);
    else if (options.trials != "none")
        progress.warn(FUSIFORM_TR("core", "--trials %1 needs the series, and none is kept: there "
                                          "are no single trials.")
                          .arg(options.trials));
    outcome.json.update(ofSeries);
    FitOptions copy = options;
    Fields fields;
    describe(copy, fields);
    result.fit.provenance
        = {{"program", "fusiform"},
           {"version", FUSIFORM_VERSION},
           {"options", fieldsToJson(fields)},
           {"orthogonalisation", options.orthogonalise == "spm" ? "beside W" : "off"},
           {"noise", options.noise},
           {"stimuli_encoded", "once, without sampling noise"},
           {"counts", outcome.json}};
    progress.begin(FUSIFORM_TR("core", "Writing the fit"));
    std::error_code ignored;
    glm::writeFit(result.fit, output.path());
    writeEstimates(result, output.path());
    if (result.hasSeries)
        decode::writeDecoderInputs(result.fit, output.path(), progress);
    fs::remove_all(scratch.path, ignored);
    output.commit();

    costs.addTo(outcome.json);
    outcome.json["stages"] = stageTimes(progress);
    outcome.text = textOf(outcome.json, options.output) + seriesText(ofSeries);
    return outcome;
}

} // namespace fusiform::task
