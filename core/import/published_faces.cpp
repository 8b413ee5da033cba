// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/published_faces.h"

#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::import {

namespace {

bool hasWord(const io::MatVariable& variable, const char* word)
{
    return lowerCase(variable.name).find(word) != std::string::npos;
}

/// How far apart neighbours of one kind lie in an array of pictures.
struct PictureLayout {
    Index size = 0; ///< width and height
    Index face = 0;
    Index y = 0;
    Index x = 0;
    Index colour = 0;
};

std::optional<PictureLayout> flatLayout(std::span<const Index> shape, Index faces)
{
    const Index numbers = shape[0] == faces ? shape[1] : shape[0];
    const auto size = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(numbers) / 3)));
    if ((shape[0] != faces && shape[1] != faces) || 3 * size * size != numbers || size < 2)
        return std::nullopt;
    const Index step = shape[0] == faces ? faces : 1;
    return PictureLayout{size, shape[0] == faces ? 1 : numbers, step, step * size,
                         step * size * size};
}

/// Among the dimensions one is of faces and one of colours; the other two, equal, are y and x.
std::optional<PictureLayout> deepLayout(std::span<const Index> shape, Index faces)
{
    PictureLayout layout;
    Index stride = 1;
    bool hasFaces = faces == 1;
    bool hasColours = false;
    std::vector<Index> sides;
    for (const Index size : shape) {
        // Colours before faces: MATLAB has height x width x colour x picture.
        if (size == 3 && !hasColours && (faces != 3 || sides.size() == 2)) {
            layout.colour = stride;
            hasColours = true;
        } else if (size == faces && !hasFaces) {
            layout.face = stride;
            hasFaces = true;
        } else {
            (sides.empty() ? layout.y : layout.x) = stride;
            sides.push_back(size);
        }
        stride *= size;
    }
    if (!hasFaces || !hasColours || sides.size() != 2 || sides[0] != sides[1])
        return std::nullopt;
    layout.size = sides[0];
    return layout;
}

std::optional<PictureLayout> layoutOf(const io::MatVariable& variable, Index faces)
{
    std::vector<Index> shape = properShape(variable);
    if (shape.size() == 1 && faces == 1)
        shape.push_back(1);
    if (shape.size() == 2)
        return flatLayout(shape, faces);
    return shape.size() == 3 || shape.size() == 4 ? deepLayout(shape, faces) : std::nullopt;
}

} // namespace

std::vector<std::string> publishedFaceNames(Index count)
{
    std::vector<std::string> names;
    const Index males = (count + 1) / 2;
    for (Index face = 0; face < count; ++face) {
        const std::string number = std::to_string(face < males ? face + 1 : face - males + 1);
        // Equal lengths, so that the order of the names is that of the rows.
        const std::string zeros(std::max<std::size_t>(3, number.size() + 1) - 1 - number.size(),
                                '0');
        names.push_back((face < males ? "M" : "F") + zeros + number + ".png");
    }
    return names;
}

std::optional<Eigen::MatrixXd> readCodes(const MatlabFile& file, const std::string& model,
                                         Index faces, Index latents, Progress& progress)
{
    const bool isPca = model == "pca";
    const std::vector<std::string> names
        = isPca ? std::vector<std::string>{"testimage_pcalatentvars"}
                : std::vector<std::string>{"testimage_vaeganlatentvars"};
    const auto hasShape = [&](const io::MatVariable& variable) {
        std::vector<Index> shape = properShape(variable);
        if (faces == 1 && shape.size() == 1)
            shape.insert(shape.begin(), 1);
        return shape == std::vector{faces, latents} || shape == std::vector{latents, faces};
    };
    const Text wanted
        = FUSIFORM_TR("core", "%1 codes of %2 numbers for %3").arg(faces).arg(latents).arg(model);
    const io::MatVariable* found = file.find(
        names, [&](const auto& v) { return hasShape(v) && hasWord(v, isPca ? "pca" : "vae"); },
        wanted);
    if (found == nullptr)
        found = file.find(
            names, [&](const auto& v) { return hasShape(v) && !hasWord(v, isPca ? "vae" : "pca"); },
            wanted);
    if (found == nullptr)
        return std::nullopt;
    const std::vector<double> values = file.values(*found, progress);
    const bool isFaceFirst = properShape(*found).front() == faces || faces == 1;
    const Eigen::Map<const Eigen::MatrixXd> matrix(values.data(), isFaceFirst ? faces : latents,
                                                   isFaceFirst ? latents : faces);
    if (!matrix.allFinite())
        throw badData(file.path(), wanted,
                      FUSIFORM_TR("core", "some in %1 that are not finite").arg(found->name));
    return isFaceFirst ? Eigen::MatrixXd(matrix) : Eigen::MatrixXd(matrix.transpose());
}

double rangeOf(double largest)
{
    constexpr double kLittleAboveOne = 1.5; // generators overshoot 1 a little
    return largest > kLittleAboveOne ? 255 : 1;
}

PublishedPictures readPictures(const MatlabFile& file, Index faces, Progress& progress)
{
    const auto isPictures
        = [&](const io::MatVariable& v) { return layoutOf(v, faces).has_value(); };
    // Some sets may hold the pictures of both face models; the paper shows those of the VAE-GAN.
    const std::array<std::string, 6> names = {"testimage",        "testimages",       "test_images",
                                              "testimage_vaegan", "testimage_images", "images"};
    const Text wanted = FUSIFORM_TR("core", "%1 square colour pictures").arg(faces);
    const io::MatVariable* found = file.find(
        names, [&](const auto& v) { return isPictures(v) && !hasWord(v, "pca"); }, wanted);
    if (found == nullptr)
        return {};
    const PictureLayout layout = *layoutOf(*found, faces);
    const std::vector<double> values = file.values(*found, progress);
    PublishedPictures result;
    result.range = rangeOf(*std::ranges::max_element(values));
    for (Index face = 0; face < faces; ++face) {
        const auto size = static_cast<int>(layout.size);
        image::Picture picture{size, size, {}};
        for (Index y = 0; y < layout.size; ++y)
            for (Index x = 0; x < layout.size; ++x)
                for (Index colour = 0; colour < 3; ++colour) {
                    const double value = values[static_cast<std::size_t>(
                        face * layout.face + y * layout.y + x * layout.x + colour * layout.colour)];
                    const double inRange = value / result.range;
                    picture.rgb.push_back(static_cast<float>(
                        std::isfinite(inRange) ? std::clamp(inRange, 0.0, 1.0) : 0.0));
                }
        result.pictures.push_back(std::move(picture));
    }
    return result;
}

} // namespace fusiform::import
