// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

namespace fusiform::report {

/// What a journal or a talk wants otherwise.
struct FigureStyle {
    double textScale = 1; ///< of all text
    bool hasTitle = true;
    std::string letter; ///< of a panel: "a", bold in the upper left corner, before the title
    std::vector<InkColor> colors; ///< instead of those of paperColor()
    std::string font = {}; ///< family of all text; empty: the program's own
};

/// The figure in another style. It grows upwards where a letter would lie on something else, and
/// ends where its content does without a title. Figures are laid out for the program's own font;
/// texts of a wider one are made smaller, all alike, so that none takes more room than before.
[[nodiscard]] Figure styled(Figure figure, const FigureStyle& style);

} // namespace fusiform::report
