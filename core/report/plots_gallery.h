// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <vector>

namespace fusiform::report {

/// One picture of a GalleryRow; without a picture its place stays empty.
struct GalleryItem {
    image::SharedPicture picture;
    Text caption = {}; ///< below it: "84 %"
    Text tip = {}; ///< when the pointer is there
};

struct GalleryRow {
    Text name;
    std::vector<Text> details = {}; ///< small lines below the name
    std::vector<GalleryItem> items = {};
    bool startsGroup = false; ///< with a little room above
};

/// Rows of pictures with their names on the left: originals, and below each what was made of it.
struct GalleryPlot {
    Text title;
    std::vector<Text> headings = {}; ///< above the columns; too long a one is left out
    std::vector<GalleryRow> rows;
    std::vector<Text> notes = {}; ///< below, a line each
    /// At most, and no more than can be looked at; more items go on below, all rows again.
    std::size_t columns = 10;
    double largestMm = 20; ///< side of a picture
};

[[nodiscard]] Figure galleryFigure(const GalleryPlot& plot, double widthMm);

} // namespace fusiform::report
