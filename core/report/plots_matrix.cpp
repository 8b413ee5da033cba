// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_matrix.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;

constexpr double kMatrixTop = 12; // mm
constexpr double kMatrixLeft = 26;
constexpr double kMatrixBottom = 20;
constexpr double kMatrixScale = 5; // the colour bar
constexpr Index kMostNamed = 30;

/// Blue below 0, orange above; equally dark at equal distance.
std::array<float, 3> diverging(double share)
{
    constexpr std::array<float, 3> kLow = {0.0F, 0.35F, 0.62F};
    constexpr std::array<float, 3> kHigh = {0.80F, 0.36F, 0.0F};
    const auto& end = share < 0 ? kLow : kHigh;
    const auto amount = static_cast<float>(std::clamp(std::abs(share), 0.0, 1.0));
    std::array<float, 3> color = {};
    for (std::size_t c = 0; c < 3; ++c)
        color[c] = 1 + amount * (end[c] - 1);
    return color;
}

/// @param cell pixels of a cell: whoever draws may blur a picture of few pixels
image::SharedPicture pictureOf(const Eigen::MatrixXd& values, double most, Index cell)
{
    auto picture = std::make_shared<image::Picture>();
    picture->width = static_cast<int>(values.cols() * cell);
    picture->height = static_cast<int>(values.rows() * cell);
    picture->rgb.reserve(3 * static_cast<std::size_t>(values.size() * cell * cell));
    for (Index row = 0; row < values.rows() * cell; ++row)
        for (Index column = 0; column < values.cols() * cell; ++column) {
            const double value = values(row / cell, column / cell);
            const auto color = std::isfinite(value) ? diverging(value / most)
                                                    : std::array<float, 3>{0.75F, 0.75F, 0.75F};
            picture->rgb.insert(picture->rgb.end(), color.begin(), color.end());
        }
    return picture;
}

/// A round number that holds every value off the diagonal and on it.
double largest(const Eigen::MatrixXd& values)
{
    double most = 0;
    for (const double value : values.reshaped())
        if (std::isfinite(value))
            most = std::max(most, std::abs(value));
    return most > 0 ? std::min(1.0, std::ceil(10 * most) / 10) : 1;
}

void addScale(Figure& figure, const Box& matrix, double most)
{
    constexpr Index kSteps = 101;
    Eigen::MatrixXd ramp(kSteps, 1);
    for (Index step = 0; step < kSteps; ++step)
        ramp(step, 0) = most * (1 - 2 * static_cast<double>(step) / (kSteps - 1));
    const Box bar{matrix.right() + 6, matrix.top, kMatrixScale, matrix.height};
    figure.add(Raster{bar, pictureOf(ramp, most, 4)});
    for (const double value : {most, 0.0, -most})
        figure.add(Label{{bar.right() + 1.2, bar.top + bar.height * (1 - value / most) / 2 + 0.8},
                         plain(shortNumber(value)),
                         Ink::Muted,
                         2.3});
    figure.add(Label{{bar.left, bar.top - 1.6}, FUSIFORM_TR("core", "r"), Ink::Muted, 2.4});
}

void addNames(Figure& figure, const Box& matrix, const MatrixPlot& plot)
{
    const Index n = plot.values.rows();
    if (n > kMostNamed || static_cast<Index>(plot.names.size()) != n)
        return;
    const double cell = matrix.height / static_cast<double>(n);
    const double size = std::min(2.1, 0.8 * cell);
    for (Index i = 0; i < n; ++i) {
        const std::string& name = plot.names[static_cast<std::size_t>(i)];
        const Text text = plain(name.substr(0, name.find_last_of('.')));
        const double middle = (static_cast<double>(i) + 0.5) * cell;
        figure.add(Label{{matrix.left - 1, matrix.top + middle + 0.35 * size},
                         text,
                         Ink::Muted,
                         size,
                         Align::Right});
        figure.add(Label{{matrix.left + middle + 0.35 * size, matrix.bottom() + 1},
                         text,
                         Ink::Muted,
                         size,
                         Align::Right,
                         false,
                         true});
    }
}

void addMarks(Figure& figure, const Box& matrix, const Eigen::MatrixXd& values)
{
    const double cell = matrix.height / static_cast<double>(values.rows());
    for (Index row = 0; row < values.rows(); ++row) {
        const double y = matrix.top + static_cast<double>(row) * cell;
        const double x = matrix.left + static_cast<double>(row) * cell;
        figure.add(Polyline{
            {{x, y}, {x + cell, y}, {x + cell, y + cell}, {x, y + cell}, {x, y}}, Ink::Text, 0.2});
        if (!values.row(row).allFinite())
            continue;
        Index best = 0;
        values.row(row).maxCoeff(&best);
        figure.add(discArea({matrix.left + (static_cast<double>(best) + 0.5) * cell, y + cell / 2},
                            std::min(0.7, cell / 4), Ink::Text));
    }
}

} // namespace

Figure matrixFigure(const MatrixPlot& plot, double widthMm)
{
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    const double side = std::min(widthMm - kMatrixLeft - 24, 92.0);
    figure.heightMm = kMatrixTop + side + kMatrixBottom;
    const Box box{kMatrixLeft, kMatrixTop, side, side};
    const double most = largest(plot.values);
    figure.add(Label{
        {0, 4}, plot.title, Ink::Text, sizeThatFits(plot.title, 3, widthMm), Align::Left, true});
    constexpr Index kPixels = 480;
    figure.add(Raster{
        box, pictureOf(plot.values, most,
                       std::max<Index>(1, kPixels / std::max<Index>(1, plot.values.rows())))});
    if (plot.isOwnMarked)
        addMarks(figure, box, plot.values);
    addNames(figure, box, plot);
    addScale(figure, box, most);
    figure.add(Label{{box.left + side / 2, figure.heightMm - 1.5},
                     plot.columnsName,
                     Ink::Text,
                     2.5,
                     Align::Centre});
    figure.add(
        Label{{4, box.top + side / 2}, plot.rowsName, Ink::Text, 2.5, Align::Centre, false, true});
    return figure;
}

} // namespace fusiform::report
