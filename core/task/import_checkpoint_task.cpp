// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/import_checkpoint_task.h"

#include "core/face_model/published_variables.h"
#include "core/face_model/published_weights.h"
#include "core/face_model/torch_module.h"
#include "core/io/torch_archive.h"
#include "core/task/import_program.h"
#include "core/task/overwrite.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace fs = std::filesystem;

namespace {

/// Weights that were found in a file.
struct Weights {
    std::string format;
    std::size_t variables = 0; ///< in the file
    face_model::PublishedPlan plan;
    std::map<std::string, io::FloatArray> values;
};

/// TensorFlow names a checkpoint of version 2 without an ending: the index is meant.
fs::path indexOf(const fs::path& checkpoint)
{
    fs::path index = checkpoint;
    index += ".index";
    return !fs::exists(checkpoint) && fs::exists(index) ? index : checkpoint;
}

Weights readCheckpoint(const fs::path& file, Progress& progress)
{
    const io::TensorFlowCheckpoint checkpoint = io::readTensorFlowCheckpoint(file);
    Weights weights{"TensorFlow checkpoint, version " + std::to_string(checkpoint.version),
                    checkpoint.tensors.size(),
                    face_model::planOf(face_model::variablesOf(checkpoint),
                                       face_model::NetLayout::TensorFlow, file),
                    {}};
    weights.values = io::readTensorFlowValues(
        file, [&](const io::CheckpointTensor& tensor) { return weights.plan.uses(tensor.name); },
        progress);
    return weights;
}

Weights readSafetensors(const fs::path& file)
{
    const io::Safetensors content(file);
    if (content.metadata().contains("fusiform"))
        throw usage(FUSIFORM_TR("core", "%1 is a face model of this program already: use it as it "
                                        "is, wherever a model is asked for.")
                        .arg(file.string()));
    const face_model::NetLayout layout = face_model::layoutOf(content);
    Weights weights{layout == face_model::NetLayout::Torch
                        ? "safetensors, PyTorch's names and axes"
                        : "safetensors, TensorFlow's names and axes",
                    content.tensors().size(),
                    face_model::planOf(face_model::variablesOf(content, layout), layout, file),
                    {}};
    weights.values = face_model::valuesOf(content, weights.plan);
    return weights;
}

face_model::VaeganModel modelOf(const Weights& weights, const ImportCheckpointOptions& options,
                                const fs::path& file)
{
    const face_model::PublishedPlan& plan = weights.plan;
    const Json manifest = {{"kind", "vaegan"},
                           {"name", options.name.empty() ? "published" : options.name},
                           {"latent_size", plan.latentSize},
                           {"image_size", plan.imageSize},
                           {"value_range", {0, 1}},
                           {"training", "imported from " + options.checkpoint.filename().string()},
                           {"version", FUSIFORM_VERSION},
                           {"architecture", {{"name", "published"}, {"width", plan.width}}}};
    try {
        return {manifest, face_model::arraysOf(plan, weights.values)};
    } catch (const Error& error) {
        // A missing module is no fault of the file.
        if (!face_model::hasTorchModule() || error.kind() != ErrorKind::Failure)
            throw;
        throw badData(file,
                      FUSIFORM_TR("core", "layers of the published network, whose first "
                                          "convolution has %1 channels")
                          .arg(plan.width),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

Outcome importWeights(const ImportCheckpointOptions& options, Progress& progress)
{
    const fs::path file = indexOf(options.checkpoint);
    const Weights weights = file.extension() == ".safetensors" ? readSafetensors(file)
                                                               : readCheckpoint(file, progress);
    const face_model::PublishedPlan& plan = weights.plan;
    modelOf(weights, options, file).save(options.out);

    Json mapped = Json::object();
    for (const face_model::PublishedLayer& layer : plan.layers)
        mapped[layer.name] = layer.variables();
    Outcome outcome;
    outcome.json = {{"format", weights.format},
                    {"tensors", weights.variables},
                    {"mapped", mapped},
                    {"unmapped", plan.unmapped},
                    {"latent_dim", plan.latentSize},
                    {"image_size", plan.imageSize},
                    {"model", options.out.string()}};
    outcome.text = std::to_string(plan.layers.size()) + " layers, "
                   + std::to_string(plan.latentSize) + " latents, " + std::to_string(plan.imageSize)
                   + " x " + std::to_string(plan.imageSize) + " pixels; "
                   + std::to_string(plan.unmapped.size()) + " of "
                   + std::to_string(weights.variables)
                   + " variables are not used (--json lists them).\nWritten to "
                   + options.out.string() + "\n";
    return outcome;
}

} // namespace

void describe(ImportCheckpointOptions& options, Fields& fields)
{
    fields
        .add("checkpoint", &options.checkpoint,
             FUSIFORM_TR("core", "TensorFlow's checkpoint: the .index of version 2 (or its name "
                                 "without ending), or the file of version 1; weights of TensorFlow "
                                 "or PyTorch as .safetensors; or a TorchScript program (.pt)."))
        .positional();
    fields.add("out", &options.out,
               FUSIFORM_TR("core", "The model file to write; programs stay where they are."));
    fields.add("name", &options.name,
               FUSIFORM_TR("core", "The model's name; without it \"published\", or the name of a "
                                   "program's file."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing model."));
    fields.add("trust", &options.trust,
               FUSIFORM_TR("core", "Run the program, now and whenever it is used as a model. It "
                                   "can do all that you can."));
    constexpr double kMostLatents = 1 << 20;
    fields
        .add("latent", &options.latent,
             FUSIFORM_TR("core", "How long a program's codes are; 0: what it says itself."))
        .between(0, kMostLatents);
}

Outcome importCheckpoint(const ImportCheckpointOptions& options, Progress& progress)
{
    if (io::isTorchArchive(options.checkpoint))
        return importProgram(options, progress);
    if (options.trust || options.latent > 0)
        throw usage(
            FUSIFORM_TR("core", "--trust and --latent are for TorchScript programs (.pt)."));
    if (options.out.empty())
        throw usage(FUSIFORM_TR("core", "--out is missing: the model file to write."));
    refuseExisting(options.out, options.overwrite);
    return importWeights(options, progress);
}

} // namespace fusiform::task
