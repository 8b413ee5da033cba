// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/mat5.h"

namespace fusiform::io {

/// MATLAB files of version 7.3, which are HDF5.
[[nodiscard]] bool isMat73(std::span<const std::byte> prefix, const std::filesystem::path& file);
/// The variables at the top level. @throws Error{BadData} if HDF5 cannot read it.
[[nodiscard]] MatFile readMat73(const std::filesystem::path& file);
[[nodiscard]] Json describeMat73(const std::filesystem::path& file);

} // namespace fusiform::io
