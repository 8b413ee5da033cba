// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

namespace fusiform::report {

/// What a journal or a talk wants otherwise.
struct FigureStyle {
    double textScale = 1; ///< of all text
    bool hasTitle = true;
    std::string letter; ///< of a panel: "a", bold in the upper left corner
    std::vector<InkColor> colors; ///< instead of those of paperColor()
    std::string font = {}; ///< family of all text; empty: the program's own
};

/// The figure in another style: with a letter it grows upwards. Figures are laid out for the
/// program's own font; texts of a wider one are made smaller, all alike, so that none takes more
/// room than before.
[[nodiscard]] Figure styled(Figure figure, const FigureStyle& style);

} // namespace fusiform::report
