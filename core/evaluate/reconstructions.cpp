// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/reconstructions.h"

#include "core/util/error.h"

#include <algorithm>

namespace fusiform::evaluate {

namespace {

/// Empty if one of them has no file.
Pictures sharedOriginals(const glm::FaceSet& faces, int imageSize)
{
    Pictures shared;
    for (image::Picture& picture : originalsOf(faces, imageSize)) {
        if (picture.isEmpty())
            return {};
        shared.push_back(image::shared(std::move(picture)));
    }
    return shared;
}

void addImagined(Reconstructions& result, const OpenModel& open, const PictureMaker& maker,
                 std::span<const Imagery> imagined, Progress& progress)
{
    for (const Imagery& one : imagined) {
        if (one.model != result.model)
            continue;
        result.imagined = one.imagined;
        const auto region = std::ranges::find(result.regions, one.region, &ReadPictures::region);
        if (region != result.regions.end())
            region->imagined = maker.pictures(
                decode::contrastMatched(one.decoded.latents, *open.model), progress);
    }
    if (result.imagined.empty())
        return;
    const glm::FaceSet& candidates = open.model->imageryCandidates;
    result.candidateNames = candidates.names;
    result.candidates = sharedOriginals(candidates, maker.model->description().imageSize);
    const auto own = std::ranges::find(candidates.names, result.imagined);
    if (own == candidates.names.end())
        return;
    const Eigen::MatrixXd code = candidates.codes.row(own - candidates.names.begin());
    if (code.allFinite())
        result.imaginedFromTruth = maker.pictures(code, progress).front();
}

} // namespace

const ReadPictures* Reconstructions::find(const std::string& region) const
{
    const auto found = std::ranges::find(regions, region, &ReadPictures::region);
    return found == regions.end() ? nullptr : &*found;
}

image::SharedPicture Reconstructions::imaginedOriginal() const
{
    const auto own = std::ranges::find(candidateNames, imagined);
    if (candidates.empty() || own == candidateNames.end())
        return nullptr;
    return candidates[static_cast<std::size_t>(own - candidateNames.begin())];
}

Reconstructions reconstructions(const OpenModel& open, const PictureMaker& maker,
                                std::span<const Recognition> recognitions,
                                std::span<const Imagery> imagined, Progress& progress)
{
    Reconstructions result;
    result.model = open.model->model.name;
    result.missing = maker.missing;
    if (!maker.model)
        return result;
    try {
        result.originals = sharedOriginals(open.shown, maker.model->description().imageSize);
        result.names = open.shown.names;
        result.fromTruth = maker.pictures(open.shown.codes, progress);
        result.mean = maker.pictures(open.model->latentMean.transpose(), progress).front();
        for (const Recognition& one : recognitions)
            if (one.model == result.model)
                result.regions.push_back(
                    {one.region,
                     maker.pictures(decode::contrastMatched(one.decoded.latents, *open.model),
                                    progress),
                     {}});
        addImagined(result, open, maker, imagined, progress);
    } catch (const Error& error) {
        // A picture that is damaged or gone takes away the pictures, not the scores.
        if (error.kind() != ErrorKind::BadData)
            throw;
        Reconstructions none;
        none.model = result.model;
        none.missing = FUSIFORM_TR("core", "There are no pictures of %1: %2")
                           .arg(none.model)
                           .arg(error.message().english());
        return none;
    }
    return result;
}

} // namespace fusiform::evaluate
