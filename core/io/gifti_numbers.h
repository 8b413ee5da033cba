// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/gifti.h"

namespace fusiform::io {

/// The numbers of an array, row by row, from the text of its Data element.
/// @throws Error{BadData} if they are not as many as its sizes say or not of its encoding and type,
/// or if they are in a file of their own (ExternalFileBinary), which is not read.
[[nodiscard]] std::vector<double> giftiNumbers(const GiftiArray& array, std::string_view text,
                                               const std::filesystem::path& file);

/// The numbers between blanks, up to the first word that is none.
[[nodiscard]] std::vector<double> numbersIn(std::string_view text);

} // namespace fusiform::io
