// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/face_file.h"

#include "core/io/picture_file.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fusiform::io {

namespace {

using image::Eyes;
using image::Picture;

// A picture may be read reduced as long as this many of its pixels remain along one of the face:
// the resampling that follows is then as good as on the whole.
constexpr int kPixelsAlongOne = 4;

Picture centredFace(const std::filesystem::path& file, int size)
{
    const ReducedPicture read = readReduced(file, [&](int width, int height) {
        return std::min(width, height) / (kPixelsAlongOne * size);
    });
    return image::resized(image::centreSquare(read.picture), size, size);
}

Eyes knownEyes(const std::filesystem::path& file, const EyePositions& positions)
{
    const auto complain = [&](Text found) {
        return badData(
            file, FUSIFORM_TR("core", "the places of its eyes in %1").arg(positions.file.string()),
            std::move(found));
    };
    const auto known = positions.eyes.find(file.filename().string());
    if (known == positions.eyes.end())
        throw complain(FUSIFORM_TR("core", "none"));
    const Eyes& eyes = known->second;
    if ((eyes.right - eyes.left).norm() < 1)
        throw complain(FUSIFORM_TR("core", "both at one place"));
    // Most likely left and right are the person's: every face would stand on its head.
    if (eyes.left.x() > eyes.right.x())
        throw complain(FUSIFORM_TR("core", "the left one to the right of the other"));
    return eyes;
}

void checkInside(const Eyes& eyes, const ReducedPicture& read, const std::filesystem::path& file)
{
    for (const Eigen::Vector2d& eye : {eyes.left, eyes.right})
        if (eye.x() < -0.5 || eye.y() < -0.5 || eye.x() > read.fullWidth - 0.5
            || eye.y() > read.fullHeight - 0.5)
            throw badData(file,
                          FUSIFORM_TR("core", "eyes inside its %1 x %2 pixels")
                              .arg(read.fullWidth)
                              .arg(read.fullHeight),
                          FUSIFORM_TR("core", "one at (%1, %2)").arg(eye.x()).arg(eye.y()));
}

Picture faceByEyes(const std::filesystem::path& file, int size, const EyePositions& positions)
{
    const Eyes eyes = knownEyes(file, positions);
    // No more than any picture has: what eyes far outside ask for is found out after reading.
    const double most = std::min(1e6, image::alignmentScale(eyes, size) / kPixelsAlongOne);
    const ReducedPicture read = readReduced(file, [&](int, int) { return static_cast<int>(most); });
    checkInside(eyes, read, file);
    const auto reduced = [&](const Eigen::Vector2d& place) -> Eigen::Vector2d {
        return (place.array() + 0.5) / read.reduction - 0.5;
    };
    return image::alignedFace(read.picture, {reduced(eyes.left), reduced(eyes.right)}, size);
}

} // namespace

Picture readFace(const std::filesystem::path& file, const FaceCrop& crop)
{
    return crop.eyes ? faceByEyes(file, crop.size, *crop.eyes) : centredFace(file, crop.size);
}

std::vector<Picture> readFaces(std::span<const std::filesystem::path> files, const FaceCrop& crop,
                               Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), files.size());
    std::vector<Picture> pictures(files.size());
    parallelFor(files.size(), [&](std::size_t i) {
        pictures[i] = readFace(files[i], crop);
        progress.step();
    });
    return pictures;
}

std::vector<Picture> readReadableFaces(std::vector<std::filesystem::path>& files,
                                       const FaceCrop& crop, std::vector<Error>& skipped,
                                       Progress& progress)
{
    std::vector<Picture> pictures(files.size());
    std::vector<std::optional<Error>> errors(files.size());
    parallelFor(files.size(), [&](std::size_t i) {
        try {
            pictures[i] = readFace(files[i], crop);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::BadData)
                throw;
            errors[i] = error;
        }
        progress.step();
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (errors[i]) {
            skipped.push_back(*errors[i]);
        } else {
            std::swap(files[kept], files[i]);
            std::swap(pictures[kept++], pictures[i]);
        }
    files.resize(kept);
    pictures.resize(kept);
    return pictures;
}

} // namespace fusiform::io
