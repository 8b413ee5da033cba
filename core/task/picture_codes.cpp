// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/picture_codes.h"

#include "core/task/face_crop.h"

#include <algorithm>
#include <functional>

namespace fusiform::task {

namespace {

using Files = std::vector<std::filesystem::path>;
/// Reads a portion of pictures; may take files out.
using ReadPortion = std::function<std::vector<image::Picture>(Files& files, Progress& progress)>;

/// @return the files that were coded, in their order, and their codes
std::pair<Files, Eigen::MatrixXd> codesInPortions(const face_model::FaceModel& model,
                                                  std::span<const std::filesystem::path> files,
                                                  const ReadPortion& read, Progress& progress)
{
    constexpr std::size_t kPortion = 128;
    progress.begin(FUSIFORM_TR("core", "Encoding pictures with %1").arg(model.description().name),
                   files.size());
    Files coded;
    Eigen::MatrixXd codes(std::ssize(files), model.description().latentSize);
    for (std::size_t first = 0; first < files.size(); first += kPortion) {
        const auto some = files.subspan(first, std::min(kPortion, files.size() - first));
        Files part(some.begin(), some.end());
        Progress silent(progress.token());
        const std::vector<image::Picture> pictures = read(part, silent);
        codes.middleRows(std::ssize(coded), std::ssize(part)) = model.encode(pictures, silent);
        coded.insert(coded.end(), part.begin(), part.end());
        progress.step(some.size());
    }
    codes.conservativeResize(std::ssize(coded), Eigen::NoChange);
    return {std::move(coded), std::move(codes)};
}

} // namespace

Eigen::MatrixXd codesOfFiles(const face_model::FaceModel& model,
                             std::span<const std::filesystem::path> files, Progress& progress)
{
    const io::FaceCrop crop{model.description().imageSize};
    compareCrop(model, crop, progress);
    const auto read = [&](Files& part, Progress& silent) { return readFaces(part, crop, silent); };
    return codesInPortions(model, files, read, progress).second;
}

ReadableCodes codesOfReadable(const face_model::FaceModel& model, const Files& files,
                              const io::FaceCrop& crop, Progress& progress)
{
    compareCrop(model, crop, progress);
    ReadableCodes result;
    const auto read = [&](Files& part, Progress& silent) {
        return readReadableFaces(part, crop, result.skipped, silent);
    };
    std::tie(result.files, result.codes) = codesInPortions(model, files, read, progress);
    if (result.files.empty() && !result.skipped.empty())
        throw result.skipped.front();
    warnOfSkipped(result.skipped, files.size(), progress);
    return result;
}

} // namespace fusiform::task
