// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"

#include <memory>

namespace fusiform::face_model {

/// Reads a native model file of any kind, or a TorchScript program.
/// @throws Error{BadData} naming the file, what was expected and what was found; Error{Usage} for a
/// program that the user does not trust.
[[nodiscard]] std::shared_ptr<const FaceModel> loadFaceModel(const std::filesystem::path& file);

/// The models that ship with the program, by name (resources/models in the source tree, the data
/// folder when installed).
[[nodiscard]] std::vector<std::filesystem::path> builtInModelFiles();
/// A file of that path, or the built-in model of that name. @throws Error{BadData}
[[nodiscard]] std::filesystem::path findModelFile(const std::string& nameOrFile);

} // namespace fusiform::face_model
