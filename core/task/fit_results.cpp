// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_results.h"

#include "core/bids/preprocessed.h"
#include "core/face_model/pca_model.h"
#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/math/blas.h"
#include "core/task/leak_results.h"
#include "core/util/atomic_file.h"

namespace fusiform::task {

namespace fs = std::filesystem;

namespace {

/// W as SPM would give it, and T, of which W_spm = T W: both raw, little-endian, column after
/// column; float32 and float64.
void writeOrthogonalised(const glm::Weights& weights, const Eigen::MatrixXd& t,
                         const fs::path& folder)
{
    writeFileAtomically(folder / "orthogonalisation.bin",
                        std::as_bytes(std::span(t.data(), static_cast<std::size_t>(t.size()))));
    AtomicFile file(folder / "W_spm.bin");
    constexpr Eigen::Index kVoxelsTogether = 4096;
    const auto raw = weights.matrix();
    for (Eigen::Index v = 0; v < raw.cols(); v += kVoxelsTogether) {
        const Eigen::Index count = std::min(kVoxelsTogether, raw.cols() - v);
        const Eigen::MatrixXf spm
            = math::product(t, raw.middleCols(v, count).cast<double>()).cast<float>();
        file.write(std::as_bytes(std::span(spm.data(), static_cast<std::size_t>(spm.size()))));
    }
    file.commit();
}

/// t and gain of all voxels of a fine grid, of which the fit keeps the selected ones.
void writeFineMaps(const glm::StudyFit& result, const fs::path& folder)
{
    const glm::FineMaps& maps = *result.fine;
    const auto volume = [&](const std::vector<float>& values) {
        return image::scattered<float>(maps.grid, maps.voxels, values);
    };
    io::writeVolume(folder / "t_face_all.nii.gz", volume(maps.t));
    for (std::size_t m = 0; m < maps.models.size(); ++m)
        io::writeVolume(folder / "models" / result.fit.models[m].model.name / "gain_all.nii.gz",
                        volume(maps.models[m].gain));
}

} // namespace

Json describeCounts(const glm::StudyFit& result, const FitInputs& inputs)
{
    const glm::FitCounts& counts = result.counts;
    Json models = Json::array();
    for (std::size_t m = 0; m < result.fit.models.size(); ++m) {
        const glm::ModelFit& model = result.fit.models[m];
        Json one = {{"name", model.model.name},
                    {"kind", model.model.kind},
                    {"latent_size", model.model.latentSize},
                    {"voxels_selected", model.selected.count()},
                    {"condition_number", counts.conditionNumbers[m]},
                    {"training", model.model.training}};
        if (const auto* pca
            = dynamic_cast<const face_model::PcaModel*>(inputs.fit.models[m].model.get()))
            one["share_of_variance"] = pca->shareOfVariance();
        models.push_back(one);
    }
    return {{"subject", result.fit.subject},
            {"images", inputs.images.empty() ? "raw" : inputs.images.filename().string()},
            {"images_made_by",
             inputs.images.empty() ? Json(nullptr) : Json(bids::pipelineName(inputs.images))},
            {"runs", inputs.fit.runs.size()},
            {"scans", counts.scans},
            {"regressors", counts.regressors},
            {"nuisance_regressors", counts.nuisance},
            {"training_trials", counts.trainingTrials},
            {"events_clipped", counts.clippedEvents},
            {"voxels_mask", counts.maskVoxels},
            {"voxels_selected", result.fit.models.front().selected.count()},
            {"voxels_unusable",
             {{"nan", counts.nan}, {"infinite", counts.infinite}, {"constant", counts.constant}}},
            {"voxels_lost_per_run", counts.lostPerRun},
            {"slabs", counts.slabs},
            {"voxels_within", inputs.fit.within ? Json(counts.within) : Json(nullptr)},
            {"voxels_fine_grid", result.fine ? Json(result.fine->voxels.size()) : Json(nullptr)},
            {"noise_correlations", counts.noiseCorrelations},
            {"noise_voxels", counts.noiseVoxels},
            {"leaks", describeLeaks(inputs.audit)},
            {"leaks_left_out", inputs.areLeaksLeftOut},
            {"exploration_faces", inputs.split.exploration},
            {"confirmation_faces", inputs.split.confirmation.size()},
            {"split", inputs.split.rule},
            {"models", models}};
}

void writeEstimates(const glm::StudyFit& result, const fs::path& folder)
{
    const glm::Fit& fit = result.fit;
    glm::writeConditionEstimates(result.conditions, folder);
    if (result.fine)
        writeFineMaps(result, folder);
    for (std::size_t m = 0; m < fit.models.size(); ++m) {
        const fs::path own = folder / "models" / fit.models[m].model.name;
        io::writeVolume(own / "f.nii.gz", fit.volumeOf(result.maps[m].tests.f));
        io::writeVolume(own / "r2.nii.gz", fit.volumeOf(result.maps[m].tests.explained));
        if (result.maps[m].orthogonalisation.size() > 0)
            writeOrthogonalised(fit.models[m].weights, result.maps[m].orthogonalisation, own);
    }
}

} // namespace fusiform::task
