// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/results/table.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::results {

/// Two columns of a journal: what a figure is made for unless another width is asked for.
inline constexpr double kFigureMm = 180;

/// A figure and the name of the file it is written to, without ending.
struct NamedFigure {
    std::string name;
    report::Figure figure;
};

/// What one analysis says of one subject, or of all together: the same for the report, for files
/// and for the window.
struct Section {
    std::string key; ///< of the analysis: "recognition"
    std::string subject; ///< empty: over subjects
    double widthMm = kFigureMm; ///< of its figures; their text keeps its size
    Text title;
    Text method; ///< one paragraph: what was done, with its settings
    std::vector<NamedFigure> figures;
    std::vector<Table> tables;
    Json json; ///< for programs; keys are stable
    std::vector<Text> missing; ///< what could not be shown, and why

    [[nodiscard]] bool isEmpty() const
    {
        return figures.empty() && tables.empty() && missing.empty();
    }
};

} // namespace fusiform::results
