// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fusiform::io {

/// What FreeSurfer's files of a cortical surface say of themselves; the numbers stay in the file.
struct FreeSurferSurface {
    std::string created; ///< the line of text of triangle files
    std::uint64_t vertices = 0;
    std::uint64_t faces = 0;
    int cornersOfAFace = 3;
    /// Coordinates are in surface RAS; scanner RAS is that plus this offset, where it is known.
    std::optional<std::array<double, 3>> cRas;
};
struct FreeSurferCurv {
    std::uint64_t vertices = 0;
    std::uint64_t faces = 0;
    std::uint64_t valuesPerVertex = 1;
    bool isOldFormat = false; ///< values as hundredths in 16 bits
};
struct FreeSurferAnnotation {
    struct Entry {
        std::int64_t index = 0;
        std::string name;
        std::array<std::int32_t, 4> rgbt = {}; ///< the fourth is transparency: 0 is opaque
    };
    std::uint64_t vertices = 0;
    std::vector<Entry> table; ///< empty: the file has none
    std::string tableFile;
};
struct FreeSurferLabel {
    std::string comment; ///< subject and frame, after "#!ascii label"
    std::uint64_t declared = 0; ///< vertices by the second line
    std::uint64_t vertices = 0; ///< that are there: fewer in a file that was cut
};

/// All of these throw Error{BadData} if the file is not of that kind or shorter than it says.
[[nodiscard]] FreeSurferSurface readFreeSurferSurface(const std::filesystem::path& file);
[[nodiscard]] FreeSurferCurv readFreeSurferCurv(const std::filesystem::path& file);
[[nodiscard]] FreeSurferAnnotation readFreeSurferAnnotation(const std::filesystem::path& file);
[[nodiscard]] FreeSurferLabel readFreeSurferLabel(const std::filesystem::path& file);

[[nodiscard]] bool isFreeSurfer(std::span<const std::byte> prefix,
                                const std::filesystem::path& file);
[[nodiscard]] Json describeFreeSurfer(const std::filesystem::path& file);

} // namespace fusiform::io
