// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace fusiform::io {

/// One array of a GIFTI file, as its XML describes it.
struct GiftiArray {
    std::string intent; ///< as in the file: "NIFTI_INTENT_POINTSET", ...
    std::string type; ///< "float32", "int32", "uint8", ...
    std::vector<std::int64_t> shape; ///< one or more positive sizes
    std::string encoding; ///< "ASCII", "Base64Binary", "GZipBase64Binary", "ExternalFileBinary"
    bool isBigEndian = false;
    bool isRowMajor = true;
    std::map<std::string, std::string> metadata; ///< "AnatomicalStructurePrimary", ...
};

struct Gifti {
    std::string version;
    std::vector<GiftiArray> arrays;
    std::vector<std::string> labels; ///< names of the label table, in the file's order
    std::map<std::string, std::string> metadata;
};

[[nodiscard]] bool isGifti(std::span<const std::byte> prefix, const std::filesystem::path& file);
/// Reads the description of .gii and .gii.gz; the numbers stay in the file.
/// @throws Error{BadData} naming the line if the XML is damaged or lacks what the format demands.
[[nodiscard]] Gifti readGifti(const std::filesystem::path& file);
[[nodiscard]] Json describeGifti(const std::filesystem::path& file);

} // namespace fusiform::io
