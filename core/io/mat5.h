// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fusiform::io {

/// A variable of a MATLAB file: what it is, without its numbers.
struct MatVariable {
    std::string name;
    /// "double", "single", "int8" ... "uint64", "logical", "char", "cell", "struct", "object",
    /// "sparse", "function", "opaque"
    std::string type;
    std::vector<std::int64_t> shape; ///< column-major; empty for opaque objects
    bool isComplex = false;
};
struct MatFile {
    std::string version; ///< "4", "5" (which MATLAB 5 to 7 write) or "7.3"
    std::string header; ///< the text that a file begins with; empty in version 4
    std::vector<MatVariable> variables; ///< in the file's order
};

/// By their bytes, whatever the name says (version 4 has no mark and needs the name).
[[nodiscard]] bool isMat5(std::span<const std::byte> prefix, const std::filesystem::path& file);
/// Version 4 and version 5. @throws Error{BadData} if a part is longer than the file or is not what
/// the format demands there.
[[nodiscard]] MatFile readMat5(const std::filesystem::path& file);
[[nodiscard]] Json describeMat5(const std::filesystem::path& file);
/// The same keys for every version.
[[nodiscard]] Json describe(const MatFile& content);

} // namespace fusiform::io
