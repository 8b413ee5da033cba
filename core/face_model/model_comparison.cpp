// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/model_comparison.h"

#include "core/io/face_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <numeric>

namespace fusiform::face_model {

namespace {

std::vector<image::Picture> allResized(std::span<const image::Picture> pictures, int size)
{
    std::vector<image::Picture> resized;
    for (const image::Picture& picture : pictures)
        resized.push_back(picture.width == size ? picture : image::resized(picture, size, size));
    return resized;
}

} // namespace

ModelComparison compareModels(std::span<const std::filesystem::path> files,
                              std::span<const std::shared_ptr<const FaceModel>> models,
                              Progress& progress)
{
    if (files.empty() || models.empty())
        throw usage(FUSIFORM_TR("core", "A comparison needs a picture and a model."));
    int largest = 0;
    for (const auto& model : models)
        largest = std::max(largest, model->description().imageSize);
    ModelComparison comparison{{files.begin(), files.end()}, {}, {}};
    comparison.originals = io::readFaces(files, {largest}, progress);
    for (const auto& model : models) {
        const auto originals = allResized(comparison.originals, model->description().imageSize);
        ComparedModel compared{model->description(), {}, {}, {}};
        compared.reconstructions = model->generate(model->encode(originals, progress), progress);
        compared.faces = faceQualities(originals, compared.reconstructions, progress);
        compared.mean = meanQuality(compared.faces);
        comparison.models.push_back(std::move(compared));
    }
    return comparison;
}

double measureOf(const FaceQuality& face, Measure measure)
{
    switch (measure) {
    case Measure::Ssim: return face.ssim;
    case Measure::Sharpness: return face.relativeSharpness();
    case Measure::Rank: return face.rank;
    case Measure::PixCorr: break;
    }
    return face.pixCorr;
}

std::vector<std::size_t> orderedBy(const ModelComparison& comparison, std::size_t model,
                                   Measure measure)
{
    std::vector<std::size_t> order(comparison.files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const double sign = measure == Measure::Rank ? 1 : -1;
    std::ranges::stable_sort(order, {}, [&](std::size_t face) {
        return sign * measureOf(comparison.models[model].faces[face], measure);
    });
    return order;
}

} // namespace fusiform::face_model
