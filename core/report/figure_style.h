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
};

/// The figure in another style: with a letter it grows upwards.
[[nodiscard]] Figure styled(Figure figure, const FigureStyle& style);

} // namespace fusiform::report
