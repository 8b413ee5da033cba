// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/training_measure.h"

#include "core/face_model/face_folder.h"
#include "core/face_model/vaegan_model.h"
#include "core/io/picture_file.h"
#include "core/task/model_measure.h"
#include "core/task/training_attributes.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

using namespace face_model;
using image::Picture;

namespace {

/// Ten held-out pictures above what either model makes of them.
void writeComparison(const std::filesystem::path& folder, const TrainingSplit& split,
                     const FaceModel& model, const FaceModel& baseline, Progress& progress)
{
    const std::size_t count = std::min<std::size_t>(10, split.heldOut.size());
    const std::span<const Picture> originals = std::span(split.heldOut).first(count);
    std::vector<Picture> tiles(originals.begin(), originals.end());
    for (const FaceModel* const each : {&model, &baseline})
        for (Picture& picture : each->generate(each->encode(originals, progress), progress))
            tiles.push_back(std::move(picture));
    io::writePicture(folder / "comparison.jpg",
                     io::contactSheet(tiles, static_cast<int>(count), 0));
}

} // namespace

Json heldOutMeasured(const FaceModel& model, const TrainingSplit& split,
                     const Eigen::MatrixXd& codes, const TrainModelOptions& options,
                     const std::string& label, Progress& progress)
{
    constexpr std::size_t kForSpread = 1024;
    const Eigen::MatrixXd spread = model.encode(somePictures(split.training, kForSpread), progress);
    return measured(model, split.heldOut, codes, spread, static_cast<std::uint64_t>(options.seed),
                    {options.sheets, label}, progress)
        .json();
}

Json allMeasured(const FaceModel& model, const TrainingSplit& split,
                 const TrainModelOptions& options, const std::string& label, Progress& progress)
{
    const Eigen::MatrixXd codes = model.encode(split.heldOut, progress);
    Json json = heldOutMeasured(model, split, codes, options, label, progress);
    if (!options.attributes.empty())
        json["attributes"] = attributesRead(
            {codesOfTraining(model, split, progress), split.trainingFiles},
            {codes, split.heldOutFiles}, readAttributes(options.attributes), progress);
    return json;
}

std::unique_ptr<PcaModel> pcaOf(const TrainingSplit& split, const TrainModelOptions& options,
                                Progress& progress)
{
    PcaOptions pca;
    pca.name = options.out.stem().string();
    pca.training = options.training;
    pca.crop = split.crop;
    pca.components = options.latent;
    pca.imageSize = static_cast<int>(options.imageSize);
    return trainPca(
        split.training.count(), [&](std::size_t i) { return split.training.picture(i); }, pca,
        progress);
}

void measureTrained(VaeganModel& model, const TrainingSplit& split,
                    const TrainModelOptions& options, Progress& progress)
{
    if (split.heldOut.empty())
        return;
    model.setManifestEntry("quality", allMeasured(model, split, options, "final", progress));
    // What principal components of the same number make of the same pictures: the baseline.
    if (static_cast<std::size_t>(options.latent) >= split.training.count())
        return;
    const auto pca = pcaOf(split, options, progress);
    model.setManifestEntry("pca_quality", allMeasured(*pca, split, options, "pca", progress));
    if (!options.sheets.empty())
        writeComparison(options.sheets, split, model, *pca, progress);
}

} // namespace fusiform::task
