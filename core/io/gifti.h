// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/label_names.h"
#include "core/util/json.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace fusiform::io {

/// A coordinate system of a POINTSET array: from the space of the numbers to another.
struct GiftiTransform {
    std::string dataSpace; ///< "NIFTI_XFORM_UNKNOWN", "NIFTI_XFORM_SCANNER_ANAT", ...
    std::string transformedSpace;
    std::vector<double> matrix; ///< row by row; 16 numbers in a sound file
};

/// One array of a GIFTI file, as its XML describes it.
struct GiftiArray {
    std::string intent; ///< as in the file: "NIFTI_INTENT_POINTSET", ...
    std::string type; ///< "float32", "int32", "uint8", ...
    std::vector<std::int64_t> shape; ///< one or more positive sizes
    std::string encoding; ///< "ASCII", "Base64Binary", "GZipBase64Binary", "ExternalFileBinary"
    bool isBigEndian = false;
    bool isRowMajor = true;
    std::map<std::string, std::string> metadata; ///< "AnatomicalStructurePrimary", ...
    std::vector<GiftiTransform> transforms;
    /// Row by row whatever the order in the file; empty unless they were asked for.
    std::vector<double> numbers;
};

/// An entry of the label table.
struct GiftiLabel {
    std::int64_t key = 0;
    LabelName name;
};

struct Gifti {
    std::string version;
    std::vector<GiftiArray> arrays;
    std::vector<GiftiLabel> labels; ///< in the file's order
    std::map<std::string, std::string> metadata;
};

[[nodiscard]] bool isGifti(std::span<const std::byte> prefix, const std::filesystem::path& file);
enum class GiftiNumbers { Leave, Read };
/// Reads the description of .gii and .gii.gz, and the numbers if they are wanted.
/// @throws Error{BadData} naming the line if the XML is damaged or lacks what the format demands;
/// for numbers also if they are in a file of their own, or not as many as the sizes say.
[[nodiscard]] Gifti readGifti(const std::filesystem::path& file,
                              GiftiNumbers numbers = GiftiNumbers::Leave);
[[nodiscard]] Json describeGifti(const std::filesystem::path& file);

} // namespace fusiform::io
