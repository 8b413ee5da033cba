// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/import_derivatives_task.h"

#include "core/import/published_derivatives.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

namespace fusiform::task {

namespace {

std::map<std::string, std::filesystem::path> modelFiles(const std::vector<std::string>& words)
{
    std::map<std::string, std::filesystem::path> files;
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        if (sign == 0 || sign == std::string::npos || sign + 1 == word.size())
            throw usage(FUSIFORM_TR("core", "--model %1: expected NAME=FILE, as in "
                                            "vaegan=faces.safetensors.")
                            .arg(word));
        files[word.substr(0, sign)] = word.substr(sign + 1);
    }
    return files;
}

Json describe(const import::Imported& imported)
{
    Json models = Json::array();
    for (const import::ImportedModel& model : imported.models)
        models.push_back({{"name", model.name},
                          {"latent_dim", model.latents},
                          {"selected", model.selected},
                          {"unusable", model.unusable},
                          {"selection", model.selection},
                          {"network", model.network}});
    return {{"subject", imported.subject},
            {"voxels", imported.maskVoxels},
            {"selected", imported.models.front().selected},
            {"latent_dim", imported.models.front().latents},
            {"test_patterns", imported.testPatterns},
            {"voxels_stored", imported.storedVoxels},
            {"nan_in_patterns", imported.nanInPatterns},
            {"affine_source", imported.isAffineKnown ? "t1" : "none"},
            {"exploration_faces", imported.exploration},
            {"split", imported.split},
            {"models", models}};
}

} // namespace

void describe(ImportDerivativesOptions& options, Fields& fields)
{
    fields
        .add("folder", &options.folder,
             FUSIFORM_TR("core", "The folder with one subject's .mat files."))
        .positional();
    fields.add("out", &options.output, FUSIFORM_TR("core", "The folder of the fit to write."))
        .required();
    fields.add("t1", &options.t1,
               FUSIFORM_TR("core", "The subject's T1 image of session 2, on whose grid the files "
                                   "are: it says where their voxels lie."));
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject; default: by the name of the folder."));
    fields.add("model", &options.models,
               FUSIFORM_TR("core", "NAME=FILE: a model file for vaegan or pca, whose networks are "
                                   "not among the files; may be given more than once."));
    fields.add("t", &options.tThreshold,
               FUSIFORM_TR("core", "Threshold of t where there is no ROI file."));
    fields
        .add("gain", &options.gainThreshold,
             FUSIFORM_TR("core", "Threshold of the gain in explained variance where there is no "
                                 "ROI file."))
        .between(-1, 1);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing fit."));
}

Outcome runImportDerivatives(const ImportDerivativesOptions& options, Progress& progress)
{
    const Costs costs;
    import::DerivativesOptions derivatives;
    derivatives.folder = options.folder;
    derivatives.t1 = options.t1;
    derivatives.subject = options.participant;
    derivatives.modelFiles = modelFiles(options.models);
    derivatives.tThreshold = options.tThreshold;
    derivatives.gainThreshold = options.gainThreshold;
    AtomicFolder output(options.output, AtomicFolder::existing(options.overwrite));
    ImportDerivativesOptions copy = options;
    Fields fields;
    describe(copy, fields);
    const Json provenance = {{"program", "fusiform"},
                             {"version", FUSIFORM_VERSION},
                             {"source", "published derivatives (VanRullen & Reddy 2019)"},
                             {"options", fieldsToJson(fields)},
                             {"mean_image", "the brain mask; a mean image is not published"},
                             {"latent_sd", "of the exploration faces' codes, one for all latents, "
                                           "unless PCA_coeffs.mat has the variances"}};
    const import::Imported imported
        = import::importDerivatives(derivatives, provenance, output.path(), progress);
    output.commit();
    if (imported.nanInPatterns > 0)
        progress.warn(FUSIFORM_TR("core", "%1 numbers of the patterns are not finite and count as "
                                          "0, as in the authors' decoder.")
                          .arg(imported.nanInPatterns));

    Outcome outcome;
    outcome.json = describe(imported);
    costs.addTo(outcome.json);
    const import::ImportedModel& first = imported.models.front();
    outcome.text = imported.subject + ": " + std::to_string(imported.maskVoxels)
                   + " voxels in the mask, " + std::to_string(first.selected) + " selected, "
                   + std::to_string(first.latents) + " latents, "
                   + std::to_string(imported.testPatterns) + " test patterns. Written to "
                   + options.output.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
