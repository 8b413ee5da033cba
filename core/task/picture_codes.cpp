// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/picture_codes.h"

#include "core/io/picture_file.h"

#include <algorithm>

namespace fusiform::task {

Eigen::MatrixXd codesOfFiles(const face_model::FaceModel& model,
                             std::span<const std::filesystem::path> files, Progress& progress)
{
    constexpr std::size_t kPortion = 128;
    progress.begin(FUSIFORM_TR("core", "Encoding pictures with %1").arg(model.description().name),
                   files.size());
    Eigen::MatrixXd codes(std::ssize(files), model.description().latentSize);
    for (std::size_t first = 0; first < files.size(); first += kPortion) {
        const auto part = files.subspan(first, std::min(kPortion, files.size() - first));
        Progress silent(progress.token());
        codes.middleRows(static_cast<Eigen::Index>(first), std::ssize(part))
            = model.encode(io::readFaces(part, model.description().imageSize, silent), silent);
        progress.step(part.size());
    }
    return codes;
}

} // namespace fusiform::task
