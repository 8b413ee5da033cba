// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_eigenfaces.h"

#include "core/face_model/code_statistics.h"
#include "core/report/axes.h"

#include <algorithm>
#include <cmath>

namespace fusiform::report {

namespace {

using Eigen::Index;
constexpr double kFaceGap = 2.5; // mm between faces
constexpr double kFaceText = 6.5; // below each
constexpr double kLeastFace = 17; // wide; "PC 1000: 0.02 %" fits below
constexpr double kGridMargin = 2;
constexpr double kCurveLeft = 12;

std::string shareText(double share) { return shortNumber(100 * share); }

image::Picture squarePicture(const Eigen::VectorXf& values)
{
    const auto side
        = static_cast<int>(std::lround(std::sqrt(static_cast<double>(values.size()) / 3)));
    return {side, side, {values.begin(), values.end()}};
}

struct FaceGrid {
    Index columns;
    double side;

    [[nodiscard]] Box box(Index place) const
    {
        const auto column = static_cast<double>(place % columns);
        const auto row = static_cast<double>(place / columns);
        return {kGridMargin + column * (side + kFaceGap), 7 + row * (side + kFaceText), side, side};
    }
};

FaceGrid faceGrid(double widthMm)
{
    const double room = widthMm - 2 * kGridMargin + kFaceGap;
    const auto columns = std::max<Index>(
        2, std::min<Index>(8, static_cast<Index>(room / (kLeastFace + kFaceGap))));
    return {columns, room / static_cast<double>(columns) - kFaceGap};
}

/// Where half, nine tenths and 99 % are reached, and what all components reach.
std::vector<Mark> explainedMarks(const Eigen::VectorXd& shares)
{
    const Index count = shares.size();
    std::vector<Mark> marks;
    for (const int share : {50, 90, 99}) {
        const Index reached = face_model::countReaching(share / 100.0, shares, 1);
        if (reached > 0)
            marks.push_back(
                {static_cast<double>(reached),
                 FUSIFORM_TR("core", "%1 %: %2 components").arg(share).arg(groupedNumber(reached)),
                 Ink::Muted,
                 FUSIFORM_TR("core", "The first %1 components explain %2 % of the "
                                     "variance")
                     .arg(groupedNumber(reached))
                     .arg(share)});
    }
    const std::string all = shareText(shares.sum());
    marks.push_back({static_cast<double>(count),
                     FUSIFORM_TR("core", "all %1: %2 %").arg(groupedNumber(count)).arg(all),
                     Ink::First,
                     FUSIFORM_TR("core", "All %1 components explain %2 % of the variance of the "
                                         "training pictures")
                         .arg(groupedNumber(count))
                         .arg(all)});
    return marks;
}

} // namespace

image::Picture componentPicture(const face_model::PcaModel& model, Index component)
{
    const Eigen::VectorXf weights = model.components().col(component);
    const float largest = std::max(weights.cwiseAbs().maxCoeff(), 1e-30F);
    return squarePicture((0.5F + 0.5F * weights.array() / largest).matrix());
}

Eigenfaces eigenfacesOf(const face_model::PcaModel& model, Index count)
{
    Eigenfaces faces;
    faces.mean = image::shared(squarePicture(model.mean().cwiseMax(0).cwiseMin(1)));
    for (Index c = 0; c < std::min(count, model.variances().size()); ++c)
        faces.components.push_back(image::shared(componentPicture(model, c)));
    faces.shares = model.variances() / std::max(model.totalVariance(), 1e-300);
    return faces;
}

Figure eigenfacesFigure(const Eigenfaces& faces, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "Eigenfaces: mean face and the first %1 of %2 components")
                       .arg(static_cast<Index>(faces.components.size()))
                       .arg(groupedNumber(faces.shares.size()));
    figure.add(Label{{kGridMargin, 4}, figure.title, Ink::Text, 2.7, Align::Left, true});
    const FaceGrid grid = faceGrid(widthMm);
    const auto count = static_cast<Index>(faces.components.size());
    for (Index place = 0; place <= count; ++place) {
        const Box box = grid.box(place);
        const Index c = place - 1;
        figure.add(Raster{box, c < 0 ? faces.mean : faces.components[static_cast<std::size_t>(c)]});
        figure.add(Label{
            {box.left + box.width / 2, box.bottom() + 3},
            c < 0 ? FUSIFORM_TR("core", "mean face")
                  : FUSIFORM_TR("core", "%1: %2 %").arg(place).arg(shareText(faces.shares[c])),
            Ink::Muted,
            2.2,
            Align::Centre});
        figure.spots.push_back(
            {box, c < 0 ? FUSIFORM_TR("core", "The mean of the training pictures")
                        : FUSIFORM_TR("core", "Component %1 explains %2 % of the variance; grey is "
                                              "no weight")
                              .arg(place)
                              .arg(shareText(faces.shares[c]))});
    }
    figure.heightMm = grid.box(count).bottom() + kFaceText;
    return figure;
}

Figure explainedVarianceFigure(const Eigenfaces& faces, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "Variance explained by the first components together (%)");
    const Index count = faces.shares.size();
    if (count == 0)
        return figure;
    const std::vector<Mark> marks = explainedMarks(faces.shares);
    const double head = 1 + kMarkLineMm * static_cast<double>(marks.size());
    const Axes axes{{kCurveLeft, 5.6 + head, widthMm - kCurveLeft - 6, 46},
                    {0, static_cast<double>(count)},
                    {0, 100},
                    head};
    figure.heightMm = axes.box.bottom() + 9;
    addAxes(figure, axes, figure.title, XLabels::Shown);
    Polyline curve{{axes.at(0, 0)}, Ink::First, 0.5, false};
    const double step = axes.box.width / static_cast<double>(count);
    double sum = 0;
    for (Index c = 0; c < count; ++c) {
        sum += faces.shares[c];
        curve.points.push_back(axes.at(static_cast<double>(c + 1), 100 * sum));
        figure.spots.push_back(
            {{curve.points.back().x - step / 2, axes.box.top, step, axes.box.height},
             FUSIFORM_TR("core", "Component %1: %2 % of the variance, %3 % "
                                 "together with those before")
                 .arg(c + 1)
                 .arg(shareText(faces.shares[c]))
                 .arg(shareText(sum))});
    }
    figure.add(curve);
    addMarks(figure, axes, marks);
    figure.add(Label{{axes.box.right(), axes.box.bottom() + 7.4},
                     FUSIFORM_TR("core", "components"),
                     Ink::Muted,
                     2.4,
                     Align::Right});
    return figure;
}

} // namespace fusiform::report
