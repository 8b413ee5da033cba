// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/folds_file.h"

#include "core/io/safetensors.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <deque>

namespace fusiform::decode {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr const char* kFoldsFile = "training_folds.safetensors";

fs::path foldsFileOf(const fs::path& folder, const glm::ModelFit& model)
{
    return folder / "models" / model.model.name / kFoldsFile;
}

/// Halves of a matrix, one column after the other.
io::Tensor halvesOf(const Eigen::Ref<const Eigen::MatrixXf>& matrix,
                    std::deque<std::vector<std::uint16_t>>& kept)
{
    const Eigen::MatrixXf contiguous = matrix;
    kept.push_back(io::toHalf({contiguous.data(), static_cast<std::size_t>(contiguous.size())}));
    return {io::TensorType::Float16,
            {matrix.cols(), matrix.rows()},
            std::as_bytes(std::span(kept.back()))};
}

Eigen::MatrixXf matrixOf(const io::Safetensors& file, const std::string& name, Index rows,
                         Index columns)
{
    const std::array<std::int64_t, 2> shape = {columns, rows};
    Eigen::MatrixXf matrix(rows, columns);
    file.tensor(name, shape).floatsInto({matrix.data(), static_cast<std::size_t>(matrix.size())});
    return matrix;
}

std::string numbered(const char* name, std::size_t fold) { return name + std::to_string(fold + 1); }

} // namespace

void writeTrainingFolds(const TrainingFolds& folds, const glm::ModelFit& model,
                        const fs::path& folder)
{
    std::deque<std::vector<std::uint16_t>> kept; // a deque: tensors look into its elements
    std::map<std::string, io::Tensor> tensors;
    Json index = {{"unit", folds.unit},
                  {"trial_noise", folds.trialNoise},
                  {"dropped", folds.dropped},
                  {"voxels", folds.fit.voxels},
                  {"folds", Json::array()}};
    for (std::size_t f = 0; f < folds.folds.size(); ++f) {
        const TrainingFold& fold = folds.folds[f];
        tensors[numbered("weights_", f)] = halvesOf(fold.outer.model.weights.matrix(), kept);
        tensors[numbered("patterns_", f)] = halvesOf(fold.outer.trials.patterns, kept);
        tensors[numbered("codes_", f)] = halvesOf(fold.outer.trials.codes.cast<float>(), kept);
        Json one = {{"name", fold.name}, {"trials", fold.outer.trials.names}};
        one["selected"] = fold.selected.shape() == folds.fit.grid.shape
                              ? Json(fold.selected.indices())
                              : Json(nullptr);
        index["folds"].push_back(std::move(one));
    }
    io::writeSafetensors(foldsFileOf(folder, model), tensors, {{"index", index.dump()}});
}

bool hasTrainingFolds(const fs::path& folder, const glm::ModelFit& model)
{
    return fs::exists(foldsFileOf(folder, model));
}

TrainingFolds readTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model)
{
    const fs::path path = foldsFileOf(fit.folder, model);
    const io::Safetensors file(path);
    const auto found = file.metadata().find("index");
    const auto wrong = [&](const Text& what) {
        return badData(path, FUSIFORM_TR("core", "folds of training faces"), what);
    };
    if (found == file.metadata().end())
        throw wrong(FUSIFORM_TR("core", "none"));
    TrainingFolds result;
    try {
        const Json index = Json::parse(found->second);
        result.unit = index.at("unit");
        result.trialNoise = index.at("trial_noise");
        result.dropped = index.at("dropped");
        result.fit.folder = fit.folder;
        result.fit.grid = fit.grid;
        index.at("voxels").get_to(result.fit.voxels);
        const auto voxels = static_cast<Index>(result.fit.voxels.size());
        const Index latents = model.weights.latentSize();
        std::size_t f = 0;
        for (const Json& one : index.at("folds")) {
            TrainingFold& fold = result.folds.emplace_back();
            fold.name = one.at("name");
            one.at("trials").get_to(fold.outer.trials.names);
            const Index trials = fold.outer.trials.count();
            fold.outer.trials.pictures.resize(static_cast<std::size_t>(trials));
            fold.outer.trials.patterns = matrixOf(file, numbered("patterns_", f), trials, voxels);
            fold.outer.trials.codes
                = matrixOf(file, numbered("codes_", f), trials, latents).cast<double>();
            fold.outer.model.model = model.model;
            fold.outer.model.latentMean = model.latentMean;
            fold.outer.model.latentSd = model.latentSd;
            fold.outer.model.weights
                = glm::Weights(matrixOf(file, numbered("weights_", f), latents + 1, voxels));
            if (!one.at("selected").is_null()) {
                const auto selected = one.at("selected").get<std::vector<image::Index>>();
                if (std::ranges::any_of(selected, [&](image::Index voxel) {
                        return voxel < 0 || voxel >= fit.grid.size();
                    }))
                    throw wrong(FUSIFORM_TR("core", "voxels outside the grid"));
                fold.selected = image::VoxelSet::of(fit.grid.shape, selected);
            }
            ++f;
        }
    } catch (const Json::exception& problem) {
        throw wrong(FUSIFORM_TR("core", "%1").arg(problem.what()));
    }
    if (result.folds.size() < 2 || !std::ranges::is_sorted(result.fit.voxels))
        throw wrong(FUSIFORM_TR("core", "fewer than two, or voxels out of order"));
    return result;
}

} // namespace fusiform::decode
