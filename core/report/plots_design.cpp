// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_design.h"

#include "core/report/axes.h"
#include "core/report/mosaic.h"
#include "core/report/plots_quality.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;
constexpr double kNames = 18; // mm above the matrix
constexpr double kRuns = 34; // mm on the left
constexpr double kMatrix = 120; // mm, its height
constexpr Index kShownRows = 900; // more would not show on a screen

/// Blue below 0, grey at 0, orange above. @param value -1..1.
Color balance(double value)
{
    if (!std::isfinite(value))
        return {0.6F, 0.6F, 0.6F};
    constexpr Color kMiddle = {0.94F, 0.94F, 0.94F};
    constexpr Color kLow = {0.0F, 0.35F, 0.65F};
    constexpr Color kHigh = {0.80F, 0.33F, 0.0F};
    const Color& end = value < 0 ? kLow : kHigh;
    const auto share = static_cast<float>(std::min(1.0, std::abs(value)));
    Color color = {};
    for (std::size_t c = 0; c < 3; ++c)
        color[c] = kMiddle[c] + share * (end[c] - kMiddle[c]);
    return color;
}

std::string rounded(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "n/a" : "∞";
    return fixedNumber(value, value < 100 ? 2 : 0);
}

std::string shortName(const std::string& name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? name : name.substr(0, dot);
}

/// Rows are thinned to what a screen shows.
image::Picture columnsPicture(const Eigen::MatrixXd& matrix, Index first, Index count)
{
    const Index rows = std::min(kShownRows, matrix.rows());
    image::Picture picture{static_cast<int>(count), static_cast<int>(rows), {}};
    picture.rgb.resize(static_cast<std::size_t>(3 * count * rows));
    for (Index c = 0; c < count; ++c) {
        const auto column = matrix.col(first + c);
        const double largest = column.cwiseAbs().maxCoeff();
        for (Index r = 0; r < rows; ++r) {
            const double value = column[r * matrix.rows() / rows];
            const auto level = static_cast<float>(largest > 0 ? 0.5 + 0.5 * value / largest : 0.5);
            std::fill_n(picture.rgb.begin() + 3 * (r * count + c), 3, level);
        }
    }
    return picture;
}

struct Places {
    Box conditions;
    Box nuisance;
    [[nodiscard]] Box column(const StudyDesign& design, Index c) const
    {
        const bool isCondition = c < design.conditions;
        const Box& box = isCondition ? conditions : nuisance;
        const Index count
            = isCondition ? design.conditions : design.matrix.cols() - design.conditions;
        const double step = box.width / static_cast<double>(std::max<Index>(1, count));
        return {box.left + step * static_cast<double>(isCondition ? c : c - design.conditions),
                box.top, step, box.height};
    }
};

Places placesOf(const StudyDesign& design, double widthMm)
{
    const double room = widthMm - kRuns - 4;
    const double wide = std::min(room * 0.6, 4.2 * static_cast<double>(design.conditions));
    return {{kRuns, kNames, wide, kMatrix}, {kRuns + wide + 3, kNames, room - wide - 3, kMatrix}};
}

void addRuns(Figure& figure, const StudyDesign& design, const Places& places)
{
    const auto scans = static_cast<double>(design.matrix.rows());
    for (std::size_t r = 0; r < design.runs.size(); ++r) {
        const Index end
            = r + 1 < design.runs.size() ? design.runStarts[r + 1] : design.matrix.rows();
        const double top = kNames + kMatrix * static_cast<double>(design.runStarts[r]) / scans;
        const double bottom = kNames + kMatrix * static_cast<double>(end) / scans;
        if (r > 0)
            figure.add(Polyline{{{places.conditions.left, top}, {places.nuisance.right(), top}},
                                Ink::Second,
                                0.25,
                                false});
        figure.add(Label{{kRuns - 1.5, (top + bottom) / 2 + 0.8},
                         plain(shortRunName(design.runs[r])),
                         Ink::Muted,
                         2.3,
                         Align::Right});
    }
}

void addColumns(Figure& figure, const StudyDesign& design, const Places& places)
{
    for (Index c = 0; c < design.matrix.cols(); ++c) {
        const Box column = places.column(design, c);
        const std::string& name = design.names[static_cast<std::size_t>(c)];
        if (c < design.conditions && column.width > 2.2)
            figure.add(Label{{column.left + column.width / 2 + 0.8, kNames - 1.5},
                             plain(shortName(name)),
                             Ink::Text,
                             2.3,
                             Align::Left,
                             false,
                             true});
        const bool isCondition = c < design.conditions;
        figure.spots.push_back({column, isCondition
                                            ? FUSIFORM_TR("core", "%1 · variance inflation %2")
                                                  .arg(name)
                                                  .arg(rounded(design.inflation[c]))
                                            : plain(name)});
    }
}

void addInflation(Figure& figure, const StudyDesign& design, const Box& board, double left)
{
    const Eigen::VectorXd& inflation = design.inflation;
    const double step = board.height / static_cast<double>(std::max<Index>(1, design.conditions));
    const double width = std::max(10.0, figure.widthMm - left - 14);
    const double full
        = std::max(5.0, inflation.array().isFinite().select(inflation, 1.0).maxCoeff());
    figure.add(Label{{left, board.top - 2},
                     FUSIFORM_TR("core", "Variance inflation"),
                     Ink::Text,
                     2.7,
                     Align::Left,
                     true});
    for (Index c = 0; c < design.conditions; ++c) {
        const double value = std::isfinite(inflation[c]) ? inflation[c] : full;
        const Box bar{left, board.top + step * (static_cast<double>(c) + 0.2), width * value / full,
                      step * 0.6};
        // Above 5 a regressor says little of its own (a common rule of thumb).
        figure.add(boxArea(bar, inflation[c] > 5 ? Ink::Warning : Ink::First, 0.85));
        figure.add(Label{{bar.right() + 1.2, bar.top + bar.height / 2 + 0.8},
                         plain(rounded(inflation[c])),
                         Ink::Muted,
                         2.2});
    }
}

} // namespace

Figure designFigure(const StudyDesign& design, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = kNames + kMatrix + 8;
    figure.title
        = FUSIFORM_TR("core", "Design matrix: %1 scans, %2 conditions, %3 nuisance columns")
              .arg(design.matrix.rows())
              .arg(design.conditions)
              .arg(design.matrix.cols() - design.conditions);
    if (design.matrix.rows() == 0)
        return figure;
    const Places places = placesOf(design, widthMm);
    figure.add(Raster{places.conditions,
                      image::shared(columnsPicture(design.matrix, 0, design.conditions))});
    figure.add(Raster{places.nuisance,
                      image::shared(columnsPicture(design.matrix, design.conditions,
                                                   design.matrix.cols() - design.conditions))});
    addRuns(figure, design, places);
    addColumns(figure, design, places);
    figure.add(Label{{places.conditions.left, figure.heightMm - 2.5},
                     FUSIFORM_TR("core", "conditions"),
                     Ink::Muted,
                     2.4});
    figure.add(Label{{places.nuisance.left, figure.heightMm - 2.5},
                     FUSIFORM_TR("core", "constant, drift and movement of each run"),
                     Ink::Muted,
                     2.4});
    return figure;
}

Figure correlationFigure(const StudyDesign& design, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    const double names = 22;
    const double side = std::min(widthMm * 0.5, 4.4 * static_cast<double>(design.conditions));
    const Box board{names, 8, side, side};
    figure.heightMm = board.bottom() + 4;
    figure.title = FUSIFORM_TR("core", "Correlations of the conditions");
    if (design.conditions == 0 || design.matrix.rows() == 0)
        return figure;
    const Eigen::MatrixXd& correlations = design.correlations;
    const Index count = design.conditions;
    const double step = side / static_cast<double>(count);
    image::Picture picture{static_cast<int>(count), static_cast<int>(count), {}};
    for (Index row = 0; row < count; ++row) {
        const double top = board.top + step * static_cast<double>(row);
        const std::string& rowName = design.names[static_cast<std::size_t>(row)];
        figure.add(Label{{names - 1.5, top + step / 2 + 0.8},
                         plain(shortName(rowName)),
                         Ink::Text,
                         2.3,
                         Align::Right});
        for (Index column = 0; column < count; ++column) {
            const Color color = balance(correlations(row, column));
            picture.rgb.insert(picture.rgb.end(), color.begin(), color.end());
            figure.spots.push_back(
                {{board.left + step * static_cast<double>(column), top, step, step},
                 FUSIFORM_TR("core", "%1 and %2: r = %3")
                     .arg(rowName)
                     .arg(design.names[static_cast<std::size_t>(column)])
                     .arg(rounded(correlations(row, column)))});
        }
    }
    figure.add(Label{{board.left, board.top - 2}, figure.title, Ink::Text, 2.7, Align::Left, true});
    figure.add(Raster{board, image::shared(std::move(picture))});
    addInflation(figure, design, board, board.right() + 8);
    return figure;
}

} // namespace fusiform::report
