// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/surface_ras.h"
#include "core/util/json.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fusiform::io {

/// What FreeSurfer's files of a cortical surface say of themselves; most numbers stay in the file,
/// see freesurfer_values.h.
struct FreeSurferSurface {
    std::string created; ///< the line of text of triangle files
    std::uint64_t vertices = 0;
    std::uint64_t faces = 0;
    int cornersOfAFace = 3;
    std::uint64_t pointsAt = 0; ///< the byte where the coordinates begin; the faces follow
    bool hasHundredths = false; ///< coordinates as hundredths of a mm in 16 bits
    /// The volume that the surface was made from, where it is known.
    std::optional<SurfaceVolume> volume;
    bool isInScannerRas = false; ///< else coordinates are in surface RAS
};
struct FreeSurferCurv {
    std::uint64_t vertices = 0;
    std::uint64_t faces = 0;
    std::uint64_t valuesPerVertex = 1;
    bool isOldFormat = false; ///< values as hundredths in 16 bits
    std::uint64_t valuesAt = 0; ///< the byte where they begin
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
    struct Point {
        std::int64_t vertex = 0; ///< -1: the label is not of a surface's vertices
        std::array<double, 3> at = {}; ///< mm, in the frame that the comment names
        double value = 0;
    };
    std::string comment; ///< subject and frame, after "#!ascii label"
    std::uint64_t declared = 0; ///< vertices by the second line
    std::vector<Point> points; ///< that are there: fewer in a file that was cut
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
