// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/report/figure.h"

#include <array>
#include <cstdint>
#include <span>

namespace fusiform::report {

/// Every voxel by t (across) and gain in explained variance (up): the paper's Supplementary Fig. 2.
struct SelectionPlot {
    Text title;
    std::span<const float> t;
    std::span<const float> gain;
    const std::vector<bool>* isSelected = nullptr; ///< of each voxel
};
/// Densities: of all voxels in grey, of the selected ones in colour, darker where there are more.
/// Axes reach from the thousandth to the last thousandth of the values; voxels beyond are drawn at
/// the border.
[[nodiscard]] Figure selectionFigure(const SelectionPlot& plot, double widthMm);

struct PartName {
    Text name; ///< with what there is to say: "occipital (1 880 voxels)"
    std::array<std::uint8_t, 3> colour;
};
/// Thin grey lines on a map of parts.
struct PartBorder {
    Text name; ///< what they are
    const image::Volume* volume = nullptr; ///< on the grid of the parts; lines where it crosses 0.5
};
/// Axial slices of an image in grey with parts in their colours, and what each colour is.
/// @param partOf 0 outside the mask, 1 in the mask, 2 ... the parts in the order of `parts`
/// @param border null: none
[[nodiscard]] Figure partsFigure(const image::Volume& mean, const image::Volume& partOf,
                                 std::span<const PartName> parts, const Text& title, double widthMm,
                                 const PartBorder* border = nullptr);

} // namespace fusiform::report
