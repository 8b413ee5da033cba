// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/face_crop.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

void describeEyes(std::filesystem::path& eyes, Fields& fields)
{
    fields.add(
        "eyes", &eyes,
        FUSIFORM_TR("core",
                    "Where the eyes of the pictures are: CelebA's list of landmarks, or a "
                    "table (.tsv) with picture, left_x, left_y, right_x and right_y. Faces "
                    "are then put in place by their eyes instead of cropped at the centre."));
}

io::FaceCrop faceCrop(int size, const std::filesystem::path& eyes)
{
    if (eyes.empty())
        return {size};
    return {size, std::make_shared<const io::EyePositions>(io::readEyePositions(eyes))};
}

void compareCrop(const face_model::FaceModel& model, const io::FaceCrop& crop, Progress& progress)
{
    const std::string& learned = model.description().crop;
    if (learned.empty() || learned == crop.name())
        return;
    progress.warn(
        crop.eyes ? FUSIFORM_TR("core", "The model %1 learned from pictures cropped at the centre; "
                                        "these are put in place by their eyes.")
                        .arg(model.description().name)
                  : FUSIFORM_TR("core", "The model %1 learned from faces put in place by their "
                                        "eyes; these pictures are cropped at the centre.")
                        .arg(model.description().name));
}

void warnOfSkipped(std::span<const Error> skipped, std::size_t pictures, Progress& progress)
{
    if (!skipped.empty())
        progress.warn(FUSIFORM_TR("core", "%1 of %2 pictures cannot be read and are left out.")
                          .arg(skipped.size())
                          .arg(pictures));
}

Json skippedJson(std::span<const Error> skipped)
{
    Json list = Json::array();
    for (const Error& error : skipped)
        list.push_back({{"file", error.file().string()}, {"why", error.what()}});
    return list;
}

std::string skippedText(std::span<const Error> skipped)
{
    std::string text;
    for (const Error& error : skipped)
        text += std::string("left out: ") + error.what() + "\n";
    return text;
}

} // namespace fusiform::task
