// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_comparison.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using face_model::ComparedModel;
using face_model::FaceQuality;

constexpr double kRowNames = 34; // mm, room for the names of the rows
constexpr double kGap = 2;
constexpr double kFace = 21; // about
constexpr double kNumbers = 2.3; // size of the numbers
constexpr double kLine = 3.1;
constexpr std::size_t kLines = 2;

/// Two short lines below a face.
std::array<Text, kLines> linesOf(const FaceQuality& face)
{
    return {FUSIFORM_TR("core", "r %1 · SSIM %2")
                .arg(fixedNumber(face.pixCorr, 2))
                .arg(fixedNumber(face.ssim, 2)),
            FUSIFORM_TR("core", "sharp %1 % · rank %2")
                .arg(std::lround(100 * face.relativeSharpness()))
                .arg(face.rank)};
}

Text tipOf(const FaceQuality& face, std::size_t faces)
{
    return FUSIFORM_TR("core", "Pixel correlation %1, SSIM %2, sharpness %3 % of the original's; "
                               "its own original is number %4 of %5 by likeness")
        .arg(face.pixCorr)
        .arg(face.ssim)
        .arg(100 * face.relativeSharpness())
        .arg(face.rank)
        .arg(faces);
}

void addRowName(Figure& figure, double top, const Text& name, const std::vector<Text>& lines)
{
    figure.add(Label{{0, top + 4}, name, Ink::Text, 3, Align::Left, true});
    for (std::size_t l = 0; l < lines.size(); ++l)
        figure.add(
            Label{{0, top + 8.4 + kLine * static_cast<double>(l)}, lines[l], Ink::Muted, kNumbers});
}

std::vector<Text> meansOf(const face_model::ModelQuality& mean)
{
    return {FUSIFORM_TR("core", "pixel correlation %1").arg(fixedNumber(mean.pixCorr, 2)),
            FUSIFORM_TR("core", "SSIM %1").arg(fixedNumber(mean.ssim, 2)),
            FUSIFORM_TR("core", "sharpness %1 %").arg(std::lround(100 * mean.sharpness)),
            FUSIFORM_TR("core", "identity %1 %").arg(std::lround(100 * mean.identity))};
}

std::string sourceOf(const ComparisonPictures& comparison)
{
    std::string text = std::string("Fusiform ") + FUSIFORM_VERSION;
    for (const ComparedModel& model : comparison.numbers.models)
        text += " · " + model.model.name + " " + model.model.hash.substr(0, 8);
    // Not the whole path: figures go to other people.
    const std::filesystem::path folder = comparison.numbers.files.front().parent_path();
    return text + " · " + std::to_string(comparison.numbers.files.size()) + " pictures of "
           + (folder.parent_path().filename() / folder.filename()).string();
}

} // namespace

ComparisonPictures sharedPictures(face_model::ModelComparison comparison)
{
    ComparisonPictures pictures;
    for (image::Picture& picture : comparison.originals)
        pictures.originals.push_back(image::shared(std::move(picture)));
    for (ComparedModel& model : comparison.models) {
        auto& row = pictures.reconstructions.emplace_back();
        for (image::Picture& picture : model.reconstructions)
            row.push_back(image::shared(std::move(picture)));
        model.reconstructions.clear();
    }
    comparison.originals.clear();
    pictures.numbers = std::move(comparison);
    return pictures;
}

Figure comparisonFigure(const ComparisonPictures& comparison, const std::vector<std::size_t>& order,
                        double widthMm)
{
    const auto& models = comparison.numbers.models;
    const double room = std::max(widthMm - kRowNames, kFace + kGap);
    const auto columns = static_cast<std::size_t>((room + kGap) / (kFace + kGap));
    const double side = (room + kGap) / static_cast<double>(columns) - kGap;
    const double under = kLine * static_cast<double>(kLines) + 3;
    const double modelRow = side + under;
    const std::size_t groups = (order.size() + columns - 1) / columns;
    const double group = side + 5 + modelRow * static_cast<double>(models.size()) + 5;

    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "Pictures and what face models make of them");
    figure.heightMm = group * static_cast<double>(groups) + 5;
    for (std::size_t g = 0; g < groups; ++g) {
        double top = group * static_cast<double>(g);
        if (g == 0)
            addRowName(figure, top, FUSIFORM_TR("core", "Original"), {});
        for (std::size_t m = 0; m <= models.size(); ++m) {
            const double height = m == 0 ? side + 5 : modelRow;
            if (m > 0 && g == 0)
                addRowName(figure, top, plain(models[m - 1].model.name),
                           meansOf(models[m - 1].mean));
            for (std::size_t c = 0; c < columns && g * columns + c < order.size(); ++c) {
                const std::size_t face = order[g * columns + c];
                const Box box{kRowNames + static_cast<double>(c) * (side + kGap), top, side, side};
                const std::string name = comparison.numbers.files[face].stem().string();
                figure.add(Raster{box, m == 0 ? comparison.originals[face]
                                              : comparison.reconstructions[m - 1][face]});
                if (m == 0) {
                    figure.add(
                        Label{{box.left, box.bottom() + kLine}, plain(name), Ink::Muted, kNumbers});
                    figure.spots.push_back({box, plain(name)});
                    continue;
                }
                const FaceQuality& quality = models[m - 1].faces[face];
                const auto lines = linesOf(quality);
                for (std::size_t l = 0; l < kLines; ++l)
                    figure.add(Label{{box.left, box.bottom() + kLine * static_cast<double>(l + 1)},
                                     lines[l],
                                     Ink::Muted,
                                     kNumbers});
                figure.spots.push_back({box, tipOf(quality, comparison.originals.size())});
            }
            top += height;
        }
    }
    figure.add(Label{{0, figure.heightMm - 1}, plain(sourceOf(comparison)), Ink::Muted, 2});
    return figure;
}

} // namespace fusiform::report
