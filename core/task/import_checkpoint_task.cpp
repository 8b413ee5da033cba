// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/import_checkpoint_task.h"

#include "core/face_model/published_weights.h"
#include "core/task/overwrite.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace fs = std::filesystem;

namespace {

/// TensorFlow names a checkpoint of version 2 without an ending: the index is meant.
fs::path indexOf(const fs::path& checkpoint)
{
    fs::path index = checkpoint;
    index += ".index";
    return !fs::exists(checkpoint) && fs::exists(index) ? index : checkpoint;
}

} // namespace

void describe(ImportCheckpointOptions& options, Fields& fields)
{
    fields
        .add("checkpoint", &options.checkpoint,
             FUSIFORM_TR("core", "TensorFlow's checkpoint: the .index of version 2 (or its name "
                                 "without ending), or the file of version 1."))
        .positional();
    fields.add("out", &options.out, FUSIFORM_TR("core", "The model file to write.")).required();
    fields.add("name", &options.name, FUSIFORM_TR("core", "The model's name."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing model."));
}

Outcome importCheckpoint(const ImportCheckpointOptions& options, Progress& progress)
{
    refuseExisting(options.out, options.overwrite);
    const fs::path file = indexOf(options.checkpoint);
    const io::TensorFlowCheckpoint checkpoint = io::readTensorFlowCheckpoint(file);
    const face_model::PublishedPlan plan = face_model::planOf(checkpoint, file);
    const auto values = io::readTensorFlowValues(
        file, [&](const io::CheckpointTensor& tensor) { return plan.uses(tensor.name); }, progress);
    const Json manifest = {{"kind", "vaegan"},
                           {"name", options.name},
                           {"latent_size", plan.latentSize},
                           {"image_size", plan.imageSize},
                           {"value_range", {0, 1}},
                           {"training", "imported from " + options.checkpoint.filename().string()},
                           {"version", FUSIFORM_VERSION},
                           {"architecture", {{"name", "published"}, {"width", plan.width}}}};
    const face_model::VaeganModel model(manifest, face_model::arraysOf(plan, values));
    model.save(options.out);

    Json mapped = Json::object();
    for (const face_model::PublishedLayer& layer : plan.layers)
        mapped[layer.name] = layer.variables();
    Outcome outcome;
    outcome.json
        = {{"format", "TensorFlow checkpoint, version " + std::to_string(checkpoint.version)},
           {"tensors", checkpoint.tensors.size()},
           {"mapped", mapped},
           {"unmapped", plan.unmapped},
           {"latent_dim", plan.latentSize},
           {"image_size", plan.imageSize},
           {"model", options.out.string()}};
    outcome.text = std::to_string(plan.layers.size()) + " layers, "
                   + std::to_string(plan.latentSize) + " latents, " + std::to_string(plan.imageSize)
                   + " x " + std::to_string(plan.imageSize) + " pixels; "
                   + std::to_string(plan.unmapped.size()) + " of "
                   + std::to_string(checkpoint.tensors.size())
                   + " variables are not used (--json lists them).\nWritten to "
                   + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
