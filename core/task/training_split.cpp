// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/training_split.h"

#include "core/face_model/face_folder.h"
#include "core/task/face_crop.h"
#include "core/util/random.h"

#include <algorithm>
#include <numeric>

namespace fusiform::task {

namespace {

using Files = std::vector<std::filesystem::path>;

/// Which files are held out follows from the seed and their number.
std::vector<bool> heldOutOf(std::size_t files, const TrainModelOptions& options)
{
    const auto heldOut = static_cast<std::size_t>(options.heldOut);
    if (heldOut + 2 > files)
        throw usage(FUSIFORM_TR("core", "%1 pictures cannot be held out of %2.")
                        .arg(options.heldOut)
                        .arg(files));
    std::vector<std::size_t> order(files);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(static_cast<std::uint64_t>(options.seed), 100).shuffle(order);
    std::vector<bool> isHeldOut(files, false);
    for (std::size_t i = 0; i < heldOut; ++i)
        isHeldOut[order[i]] = true;
    return isHeldOut;
}

} // namespace

TrainingSplit readSplit(const TrainModelOptions& options, const io::FaceCrop& crop,
                        const face_model::PictureStorage& storage, Progress& progress)
{
    const Files files = face_model::pictureFiles(options.images);
    const std::vector<bool> isHeldOut = heldOutOf(files.size(), options);
    Files heldOut;
    Files toLearn;
    for (std::size_t i = 0; i < files.size(); ++i)
        (isHeldOut[i] ? heldOut : toLearn).push_back(files[i]);

    progress.begin(FUSIFORM_TR("core", "Reading pictures"), files.size());
    TrainingSplit split{{}, {}, face_model::TrainingSet(crop.size, toLearn.size(), storage),
                        {}, {}, crop.name()};
    if (split.training.isInFile())
        progress.note(FUSIFORM_TR("core", "The pictures are more than memory should hold: they are "
                                          "kept in %1 while the training lasts.")
                          .arg(storage.folder.string()));
    split.heldOutFiles = std::move(heldOut);
    split.heldOut = io::readReadableFaces(split.heldOutFiles, crop, split.skipped, progress);
    // In portions: as floats, all pictures at once would take four times the memory.
    constexpr std::size_t kPortion = 512;
    for (std::size_t first = 0; first < toLearn.size(); first += kPortion) {
        const auto some
            = std::span(toLearn).subspan(first, std::min(kPortion, toLearn.size() - first));
        Files part(some.begin(), some.end());
        for (const auto& picture : io::readReadableFaces(part, crop, split.skipped, progress))
            split.training.add(picture);
        split.trainingFiles.insert(split.trainingFiles.end(), part.begin(), part.end());
    }
    std::ranges::sort(split.skipped, {}, &Error::file);
    if (split.training.count() < 2 && !split.skipped.empty())
        throw split.skipped.front();
    warnOfSkipped(split.skipped, files.size(), progress);
    return split;
}

std::vector<image::Picture> somePictures(const face_model::TrainingSet& set, std::size_t most)
{
    const std::size_t some = std::min(most, set.count());
    std::vector<image::Picture> pictures;
    for (std::size_t i = 0; i < some; ++i)
        pictures.push_back(set.picture(i * set.count() / some));
    return pictures;
}

} // namespace fusiform::task
