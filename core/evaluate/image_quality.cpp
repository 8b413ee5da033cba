// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/image_quality.h"

#include "core/evaluate/standardised_codes.h"
#include "core/face_model/model_quality.h"
#include "core/face_model/multi_scale_similarity.h"
#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using image::Picture;

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
using PictureMeasure = std::function<double(const Picture&, const Picture&)>;

/// 0 for a picture of one colour: it resembles nothing.
double pixelCorrelation(const Picture& a, const Picture& b)
{
    const double r = math::pearson(a.vector().cast<double>(), b.vector().cast<double>());
    return std::isfinite(r) ? r : 0;
}

/// Row f, column g: picture f against original g.
MatrixXd measured(const PictureMeasure& measure, const Pictures& pictures,
                  const Pictures& originals, Progress& progress)
{
    MatrixXd result(static_cast<Index>(pictures.size()), static_cast<Index>(originals.size()));
    parallelFor(pictures.size(), [&](std::size_t f) {
        for (std::size_t g = 0; g < originals.size(); ++g) {
            progress.checkpoint();
            result(static_cast<Index>(f), static_cast<Index>(g))
                = measure(*pictures[f], *originals[g]);
        }
    });
    return result;
}

double meanOfOwn(const PictureMeasure& measure, const Pictures& pictures, const Pictures& originals)
{
    double sum = 0;
    for (std::size_t f = 0; f < pictures.size(); ++f)
        sum += measure(*pictures[f], *originals[f]);
    return sum / static_cast<double>(pictures.size());
}

/// 1 where an original is strictly nearer to a picture than all others.
MatrixXd nearestOf(const MatrixXd& likeness)
{
    MatrixXd nearest = MatrixXd::Zero(likeness.rows(), likeness.cols());
    for (Index f = 0; f < likeness.rows(); ++f) {
        Index best = 0;
        const double most = likeness.row(f).maxCoeff(&best);
        if ((likeness.row(f).array() == most).count() == 1)
            nearest(f, best) = 1;
    }
    return nearest;
}

std::vector<Picture> copied(const Pictures& shared)
{
    std::vector<Picture> pictures;
    for (const image::SharedPicture& one : shared)
        pictures.push_back(*one);
    return pictures;
}

double meanOfOthers(const MatrixXd& values)
{
    const auto n = static_cast<double>(values.rows());
    return (values.sum() - values.trace()) / (n * (n - 1));
}

/// Fills what follows from a measure of every picture against every original.
QualityMeasure measureOf(const std::string& key, const MatrixXd& values,
                         const RecognitionOptions& options, Progress& progress)
{
    QualityMeasure result;
    result.key = key;
    const Eigen::VectorXd own = values.diagonal();
    result.faces.assign(own.begin(), own.end());
    result.mean = stats::bootstrapMean(result.faces, {options.draws, options.level, options.seed},
                                       progress);
    result.chance = meanOfOthers(values);
    result.permuted = stats::permutePairing(values, options.permutations, options.seed, progress);
    result.ceiling = kNoNumber;
    result.floor = kNoNumber;
    return result;
}

QualityMeasure identityOf(const Reconstructions& made, const Pictures& pictures,
                          const RecognitionOptions& options, Progress& progress)
{
    const std::vector<Picture> originals = copied(made.originals);
    const auto nearestTo = [&](const Pictures& of) {
        return nearestOf(face_model::identityLikeness(originals, copied(of)));
    };
    QualityMeasure result = measureOf("identity", nearestTo(pictures), options, progress);
    result.chance = 1 / static_cast<double>(originals.size());
    result.ceiling = nearestTo(made.fromTruth).diagonal().mean();
    result.floor = nearestTo(Pictures(originals.size(), made.mean)).diagonal().mean();
    return result;
}

QualityMeasure latentMeasure(const OpenModel& open, const Recognition& recognition,
                             const RecognitionOptions& options, Progress& progress)
{
    MatrixXd r = math::rowCorrelations(standardisedCodes(recognition.decoded.latents, *open.model),
                                       standardisedCodes(open.shown.codes, *open.model));
    // A code that does not vary resembles nothing.
    r = r.array().isFinite().select(r, 0.0);
    return measureOf("latent_r", r, options, progress);
}

const std::vector<std::pair<std::string, PictureMeasure>>& pictureMeasures()
{
    static const std::vector<std::pair<std::string, PictureMeasure>> kAll
        = {{"pix_corr", pixelCorrelation},
           {"ssim", face_model::structuralSimilarity},
           {"ms_ssim", face_model::multiScaleSimilarity}};
    return kAll;
}

} // namespace

const QualityMeasure* ImageQuality::find(const std::string& key) const
{
    const auto found = std::ranges::find(measures, key, &QualityMeasure::key);
    return found == measures.end() ? nullptr : &*found;
}

ImageQuality imageQuality(const OpenModel& open, const Reconstructions& made,
                          const Recognition& recognition, const RecognitionOptions& options,
                          Progress& progress)
{
    const Pictures& pictures = made.find(recognition.region)->faces;
    ImageQuality result;
    result.model = made.model;
    result.region = recognition.region;
    result.faces = std::ssize(pictures);
    result.imageSize = made.originals.front()->width;
    result.scales = face_model::similarityScales(result.imageSize, result.imageSize);
    progress.begin(FUSIFORM_TR("core", "Comparing pictures of %1").arg(made.model));
    const Pictures means(pictures.size(), made.mean);
    for (const auto& [key, measure] : pictureMeasures()) {
        if (result.scales == 0 && key != "pix_corr")
            continue;
        QualityMeasure one = measureOf(key, measured(measure, pictures, made.originals, progress),
                                       options, progress);
        one.ceiling = meanOfOwn(measure, made.fromTruth, made.originals);
        one.floor = meanOfOwn(measure, means, made.originals);
        result.measures.push_back(std::move(one));
    }
    result.measures.push_back(latentMeasure(open, recognition, options, progress));
    result.measures.push_back(identityOf(made, pictures, options, progress));
    return result;
}

std::vector<QualityDifference> qualityDifferences(std::span<const ImageQuality> models,
                                                  const RecognitionOptions& options,
                                                  Progress& progress)
{
    std::vector<QualityDifference> differences;
    for (std::size_t a = 0; a < models.size(); ++a)
        for (std::size_t b = a + 1; b < models.size(); ++b)
            for (const QualityMeasure& first : models[a].measures) {
                const QualityMeasure* const second = models[b].find(first.key);
                if (!second || second->faces.size() != first.faces.size())
                    continue;
                std::vector<double> paired(first.faces.size());
                for (std::size_t f = 0; f < paired.size(); ++f)
                    paired[f] = first.faces[f] - second->faces[f];
                differences.push_back(
                    {first.key, models[a].model, models[b].model,
                     stats::bootstrapMean(paired, {options.draws, options.level, options.seed},
                                          progress),
                     stats::signFlip(paired, options.permutations, options.seed, progress)});
            }
    return differences;
}

} // namespace fusiform::evaluate
