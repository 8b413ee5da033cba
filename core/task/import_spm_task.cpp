// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/import_spm_task.h"

#include "core/import/spm.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"

namespace fusiform::task {

namespace {

Json describe(const import::SpmImported& imported)
{
    return {{"subject", imported.subject},
            {"voxels", imported.maskVoxels},
            {"voxels_unusable", imported.unusable},
            {"selected", imported.selected},
            {"latent_dim", imported.latents},
            {"columns", imported.columns},
            {"scans", imported.scansOfSession},
            {"repetition_time", imported.repetitionTime},
            {"degrees_of_freedom", imported.residualFreedom},
            {"faces", imported.faces},
            {"fixation", imported.fixation},
            {"t_source", imported.tSource},
            {"network", imported.network},
            {"exploration_faces", imported.exploration},
            {"confirmation_faces", imported.sealed.size()},
            {"split", imported.split},
            {"framewise_displacement_mean", imported.framewiseDisplacement}};
}

void describePatterns(ImportSpmOptions& options, Fields& fields)
{
    fields.add("latents", &options.latents,
               FUSIFORM_TR("core", "The columns of the latents: * is any text, # the number; as in "
                                   "facexlatent#. Default: the usual names."));
    fields.add("faces", &options.faces,
               FUSIFORM_TR("core", "The condition of the training faces, whose weight is the bias; "
                                   "default: the one that the latents modulate."));
    fields.add("fixation", &options.fixation,
               FUSIFORM_TR("core", "The condition of the fixation; default: fix, fixation, ..."));
    fields.add("test", &options.test,
               FUSIFORM_TR("core", "The conditions of the test faces, one a face, with its name at "
                                   "the *; default: test_* and the like."));
}

} // namespace

void describe(ImportSpmOptions& options, Fields& fields)
{
    fields
        .add("folder", &options.folder,
             FUSIFORM_TR("core", "The folder with SPM.mat and the images it speaks of."))
        .positional();
    fields.add("out", &options.output, FUSIFORM_TR("core", "The folder of the fit to write."))
        .required();
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject; default: by the name of the folder."));
    describePatterns(options, fields);
    fields.add("model", &options.model,
               FUSIFORM_TR("core", "The face model that the latents are of: a file, or a built-in "
                                   "model's name."));
    fields.add("codes", &options.codes,
               FUSIFORM_TR("core", "A table (.tsv) with the codes of the test faces, as encode "
                                   "writes it."));
    fields.add("pictures", &options.pictures,
               FUSIFORM_TR("core", "The folder with the pictures of the test faces."));
    fields.add("t1", &options.t1, FUSIFORM_TR("core", "The subject's T1 image."));
    fields.add("t", &options.tThreshold, FUSIFORM_TR("core", "Threshold of t."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing fit."));
}

Outcome runImportSpm(const ImportSpmOptions& options, Progress& progress)
{
    const Costs costs;
    import::SpmOptions spm;
    spm.folder = options.folder;
    spm.subject = options.participant;
    spm.patterns = {options.latents, options.faces, options.fixation, options.test};
    spm.modelFile = options.model;
    spm.codes = options.codes;
    spm.pictures = options.pictures;
    spm.t1 = options.t1;
    spm.tThreshold = options.tThreshold;
    AtomicFolder output(options.output, AtomicFolder::existing(options.overwrite));
    ImportSpmOptions copy = options;
    Fields fields;
    describe(copy, fields);
    const Json provenance
        = {{"program", "fusiform"},
           {"version", FUSIFORM_VERSION},
           {"source", "a model estimated by SPM"},
           {"options", fieldsToJson(fields)},
           {"sessions", "means of the betas of all sessions, each with the same weight"},
           {"mean_image", "mean of the sessions' constants"}};
    const import::SpmImported imported
        = import::importSpm(spm, provenance, output.path(), progress);
    output.commit();
    if (imported.unusable > 0)
        progress.warn(FUSIFORM_TR("core", "%1 of %2 voxels have betas that are not finite and are "
                                          "left out.")
                          .arg(imported.unusable)
                          .arg(imported.maskVoxels));

    Outcome outcome;
    outcome.json = describe(imported);
    costs.addTo(outcome.json);
    outcome.text = imported.subject + ": " + std::to_string(imported.maskVoxels)
                   + " voxels in the mask, " + std::to_string(imported.selected) + " selected, "
                   + std::to_string(imported.latents) + " latents, "
                   + std::to_string(imported.exploration.size() + imported.sealed.size())
                   + " test faces; t from " + imported.tSource + ". Written to "
                   + options.output.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
