// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/io/face_file.h"
#include "core/util/fields.h"

#include <string>

namespace fusiform::task {

/// The option --eyes of every task that reads pictures as faces.
void describeEyes(std::filesystem::path& eyes, Fields& fields);
/// @param eyes a list of places; empty: the centred square. @throws Error{BadData}
[[nodiscard]] io::FaceCrop faceCrop(int size, const std::filesystem::path& eyes);
/// Warns when a model learned from faces that were cropped in another way: its codes then say
/// where a face is more than what it looks like.
void compareCrop(const face_model::FaceModel& model, const io::FaceCrop& crop, Progress& progress);

/// One line for all; nothing if none was left out.
void warnOfSkipped(std::span<const Error> skipped, std::size_t pictures, Progress& progress);
/// [{"file", "why"}, ...]
[[nodiscard]] Json skippedJson(std::span<const Error> skipped);
/// "left out: ..." and a line end for each.
[[nodiscard]] std::string skippedText(std::span<const Error> skipped);

} // namespace fusiform::task
