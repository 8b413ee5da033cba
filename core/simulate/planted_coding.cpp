// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/planted_coding.h"

#include "core/face_model/pca_model.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <map>

namespace fusiform::simulate {

namespace {

constexpr int kLuminanceSize = 32; // pixels
constexpr Eigen::Index kLuminanceComponents = 48;
constexpr Eigen::Index kMinorComponent = 12; // the only one that frontoparietal voxels follow
constexpr int kColourSize = 16;
constexpr Eigen::Index kColourComponents = 24;
constexpr std::size_t kPicturesForComponents = 1500;
constexpr std::size_t kBatch = 256;

constexpr std::array kDescribing = {
    "age_years",      "masculinity",  "weight",        "african",     "asian",      "caucasian",
    "skin_lightness", "skin_warmth",  "skin_redness",  "hair_gray",   "stubble",    "full_beard",
    "lipstick",       "smile",        "mouth_open",    "brows_up",    "frown",      "yaw_rad",
    "pitch_rad",      "roll_rad",     "nose_width",    "nose_length", "lip_height", "eye_opening",
    "face_width",     "brow_density", "hair_recession"};

// How strongly a region answers to a face, how much of that depends on which face, and how many of
// its grey-matter voxels answer at all.
struct Answering {
    double gain; // percent of the signal, for a face that stays
    double depth; // standard deviation over faces / mean answer
    double share;
};
Answering answeringOf(CodingRegion region)
{
    switch (region) {
    case CodingRegion::Occipital: return {4.0, 0.3, 0.5};
    case CodingRegion::Temporal: return {4.0, 0.36, 0.5};
    case CodingRegion::Frontoparietal: return {3.5, 0.4, 0.22};
    case CodingRegion::None: break;
    }
    return {0, 0, 0};
}

void standardise(Eigen::Ref<Eigen::MatrixXf> columns)
{
    for (Eigen::Index c = 0; c < columns.cols(); ++c) {
        auto column = columns.col(c);
        column.array() -= column.mean();
        const float sd = std::sqrt(column.squaredNorm() / static_cast<float>(column.size()));
        if (sd > 0)
            column /= sd;
    }
}

image::Picture greyPicture(const image::Picture& picture)
{
    const Eigen::MatrixXf values = image::grey(picture);
    image::Picture result = picture;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c)
                result.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + c)]
                    = values(y, x);
    return result;
}

/// Principal components of small versions of all pictures.
struct Components {
    std::vector<image::Picture> pictures;
    Eigen::MatrixXf codes(int size, Eigen::Index count, Progress& progress) const
    {
        const std::size_t used = std::min(pictures.size(), kPicturesForComponents);
        face_model::PcaOptions options;
        options.components = count;
        options.imageSize = size;
        const auto model = face_model::trainPca(std::span(pictures).first(used), options, progress);
        Eigen::MatrixXf all(static_cast<Eigen::Index>(pictures.size()), count);
        for (std::size_t first = 0; first < pictures.size(); first += kBatch) {
            const std::size_t n = std::min(kBatch, pictures.size() - first);
            all.middleRows(static_cast<Eigen::Index>(first), static_cast<Eigen::Index>(n))
                = model->encode(std::span(pictures).subspan(first, n), progress).cast<float>();
        }
        return all;
    }
};

} // namespace

Eigen::MatrixXf faceDescriptions(const std::filesystem::path& file, const Portraits& portraits)
{
    const Tsv table = readTsv(file);
    const std::size_t name = table.requiredColumn({"picture"});
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        rows[table.rows[row][name]] = row;
    Eigen::MatrixXf values(static_cast<Eigen::Index>(portraits.files.size()),
                           static_cast<Eigen::Index>(kDescribing.size()));
    for (std::size_t c = 0; c < kDescribing.size(); ++c) {
        const std::size_t column = table.requiredColumn({kDescribing[c]});
        for (std::size_t i = 0; i < portraits.files.size(); ++i) {
            const auto row = rows.find(portraits.files[i].filename().string());
            if (row == rows.end())
                throw badData(
                    file, FUSIFORM_TR("core", "a row for every portrait"),
                    FUSIFORM_TR("core", "none for %1").arg(portraits.files[i].filename().string()));
            values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c))
                = static_cast<float>(table.number(row->second, column));
        }
    }
    return values;
}

PictureFeatures featuresOf(const SubjectPlan& plan, const Eigen::MatrixXf& descriptions,
                           const std::function<image::Picture(const ShownPicture&)>& picture,
                           Progress& progress)
{
    Components luminance;
    Components colour;
    progress.begin(FUSIFORM_TR("core", "Looking at the pictures"), plan.pictures.size());
    for (const ShownPicture& shown : plan.pictures) {
        const image::Picture full = picture(shown);
        luminance.pictures.push_back(
            greyPicture(image::resized(full, kLuminanceSize, kLuminanceSize)));
        colour.pictures.push_back(image::resized(full, kColourSize, kColourSize));
        progress.step();
    }
    const auto count = static_cast<Eigen::Index>(plan.pictures.size());
    PictureFeatures features;
    features.pictureFeatures = kLuminanceComponents;
    features.values.resize(count, kLuminanceComponents + descriptions.cols() + kColourComponents);
    features.values.leftCols(kLuminanceComponents)
        = luminance.codes(kLuminanceSize, kLuminanceComponents, progress);
    for (Eigen::Index i = 0; i < count; ++i)
        features.values.row(i).segment(kLuminanceComponents, descriptions.cols())
            = descriptions.row(
                static_cast<Eigen::Index>(plan.pictures[static_cast<std::size_t>(i)].portrait));
    features.values.rightCols(kColourComponents)
        = colour.codes(kColourSize, kColourComponents, progress);
    standardise(features.values);
    return features;
}

PlantedCoding plantCoding(const SimulatedHead& head, const image::Grid& grid,
                          const PictureFeatures& features, double strength, std::uint64_t seed)
{
    PlantedCoding coding;
    coding.grid = grid;
    Random random(seed, 2);
    std::vector<float> gains;
    for (image::Index i = 0; i < grid.size(); ++i) {
        const image::MmPoint at = grid.mm(i);
        const image::Voxel label = head.labels.grid.nearest(at);
        if (!head.labels.grid.contains(label))
            continue;
        const auto region = static_cast<CodingRegion>(head.labels.at(label));
        const Answering answering = answeringOf(region);
        // Drawn for every labelled voxel, so that the strength of one region moves no other.
        const double chance = random.uniform();
        const double gain = answering.gain * random.uniform(0.6, 1.4);
        if (region == CodingRegion::None || chance >= answering.share
            || head.echoPlanar.sample(at) < 0.4F)
            continue;
        coding.voxels.push_back(i);
        coding.regions.push_back(region);
        gains.push_back(static_cast<float>(gain));
    }
    coding.gain = Eigen::Map<const Eigen::VectorXf>(gains.data(), std::ssize(gains));

    const Eigen::Index all = features.values.cols();
    coding.weights = Eigen::MatrixXf::Zero(all, coding.gain.size());
    for (Eigen::Index v = 0; v < coding.gain.size(); ++v) {
        const CodingRegion region = coding.regions[static_cast<std::size_t>(v)];
        Eigen::VectorXf weights = Eigen::VectorXf::Zero(all);
        for (Eigen::Index f = 0; f < all; ++f) {
            const bool isOfPicture = f < features.pictureFeatures;
            const double normal = random.normal();
            if (region == CodingRegion::Occipital && isOfPicture)
                weights[f]
                    = static_cast<float>(normal / std::sqrt(1.0 + 0.1 * static_cast<double>(f)));
            else if (region == CodingRegion::Temporal && !isOfPicture)
                weights[f] = static_cast<float>(normal);
            else if (region == CodingRegion::Frontoparietal && f == kMinorComponent)
                weights[f] = static_cast<float>(normal);
        }
        const float norm = weights.norm();
        if (norm > 0)
            coding.weights.col(v)
                = weights * static_cast<float>(strength * answeringOf(region).depth / norm);
    }
    return coding;
}

Eigen::VectorXf answerTo(const PlannedEvent& event, const PlantedCoding& coding,
                         const PictureFeatures& features)
{
    const auto face = [&] { return features.values.row(static_cast<Eigen::Index>(event.picture)); };
    const auto perRegion = [&coding](float occipital, float temporal, float frontoparietal) {
        Eigen::VectorXf answer = coding.gain;
        for (Eigen::Index v = 0; v < answer.size(); ++v)
            switch (coding.regions[static_cast<std::size_t>(v)]) {
            case CodingRegion::Occipital: answer[v] *= occipital; break;
            case CodingRegion::Temporal: answer[v] *= temporal; break;
            default: answer[v] *= frontoparietal;
            }
        return answer;
    };
    switch (event.kind) {
    case EventKind::TrainFace:
    case EventKind::TestFace:
        return coding.gain.array()
               * (1 + (coding.weights.transpose() * face().transpose()).array());
    case EventKind::Imagery: {
        // Weak, and only temporal voxels carry which face it is.
        Eigen::VectorXf answer = perRegion(0.04F, 0.3F, 0.2F);
        const Eigen::VectorXf depth = coding.weights.transpose() * face().transpose();
        for (Eigen::Index v = 0; v < answer.size(); ++v)
            if (coding.regions[static_cast<std::size_t>(v)] == CodingRegion::Temporal)
                answer[v] *= 1 + depth[v];
        return answer;
    }
    case EventKind::FaceBlock: return perRegion(0.35F, 0.35F, 0.2F);
    case EventKind::ObjectBlock: return perRegion(0.35F, 0.12F, 0.2F);
    case EventKind::Fixation:
    case EventKind::RestBlock: break;
    }
    return Eigen::VectorXf::Zero(coding.gain.size());
}

} // namespace fusiform::simulate
