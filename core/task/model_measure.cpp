// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/model_measure.h"

#include "core/face_model/latent_space.h"
#include "core/io/picture_file.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform::task {

using namespace face_model;
using image::Picture;

namespace {

/// Rows of twelve: originals above their reconstructions; and 64 faces of random codes.
void writeSheets(const ModelSheets& sheets, std::span<const Picture> originals,
                 std::span<const Picture> reconstructions, std::span<const Picture> random)
{
    constexpr std::size_t kColumns = 12;
    std::vector<Picture> tiles;
    for (std::size_t row = 0; row < std::min<std::size_t>(24, originals.size()); row += kColumns)
        for (const auto& pictures : {originals, reconstructions})
            for (std::size_t i = row; i < std::min(row + kColumns, pictures.size()); ++i)
                tiles.push_back(pictures[i]);
    io::writePicture(sheets.folder / (sheets.label + "-reconstructions.png"),
                     io::contactSheet(tiles, kColumns, 0));
    io::writePicture(sheets.folder / (sheets.label + "-random.png"),
                     io::contactSheet(random, 8, 0));
}

} // namespace

Json Measured::json() const
{
    Json json = qualityJson(meanQuality(faces));
    json["random_sharpness"] = randomSharpness;
    return json;
}

Measured measured(const FaceModel& model, std::span<const Picture> pictures,
                  const Eigen::MatrixXd& codes, const Eigen::MatrixXd& spread, std::uint64_t seed,
                  const ModelSheets& sheets, Progress& progress)
{
    constexpr Eigen::Index kRandomFaces = 64;
    const std::vector<Picture> reconstructions = model.generate(codes, progress);
    Measured result{faceQualities(pictures, reconstructions, progress), 0};
    const std::vector<Picture> random
        = model.generate(LatentSpace(spread).drawn(kRandomFaces, seed), progress);
    double ofRandom = 0;
    for (const Picture& face : random)
        ofRandom += sharpnessOf(face) / static_cast<double>(random.size());
    double ofPictures = 0;
    for (const FaceQuality& face : result.faces)
        ofPictures += face.originalSharpness / static_cast<double>(result.faces.size());
    result.randomSharpness = ofRandom / ofPictures;
    if (!sheets.folder.empty())
        writeSheets(sheets, pictures, reconstructions, random);
    return result;
}

std::string qualityText(const std::string& name, const Json& quality)
{
    const auto part = [&](const char* key) { return numberText(quality.at(key).get<double>()); };
    return name + ": PixCorr " + part("pix_corr") + ", SSIM " + part("ssim") + ", sharpness "
           + part("sharpness") + ", identity " + part("identity") + "\n";
}

} // namespace fusiform::task
