// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_quality.h"

#include "core/preprocess/quality.h"
#include "core/report/axes.h"
#include "core/report/mosaic.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fusiform::report {

namespace {

using Values = std::vector<double>;
constexpr double kLeft = 12; // mm, room for numbers
constexpr double kRight = 4;

Axes field(double top, double height, double widthMm, std::size_t scans, Range y)
{
    const double last = scans > 1 ? static_cast<double>(scans - 1) : 1;
    return {{kLeft, top, widthMm - kLeft - kRight, height}, {0, last}, y};
}

Range span(const std::array<Values, 3>& curves, double least)
{
    Range range{1e300, -1e300};
    for (const Values& curve : curves)
        for (const double value : curve) {
            range.low = std::min(range.low, value);
            range.high = std::max(range.high, value);
        }
    if (range.low > range.high)
        return {-least / 2, least / 2};
    const double margin
        = std::max((range.high - range.low) / 16, (least - (range.high - range.low)) / 2);
    return {range.low - margin, range.high + margin};
}

std::array<Values, 3> threeColumns(const Eigen::MatrixXd& motion, Eigen::Index first, double factor)
{
    std::array<Values, 3> curves;
    for (std::size_t c = 0; c < 3; ++c)
        for (Eigen::Index t = 0; t < motion.rows(); ++t)
            curves[c].push_back(factor * motion(t, first + static_cast<Eigen::Index>(c)));
    return curves;
}

void addThree(Figure& figure, const Axes& axes, const Text& name,
              const std::array<Values, 3>& curves, const std::array<Key, 3>& keys)
{
    addAxes(figure, axes, name, XLabels::Hidden);
    addKeys(figure, axes, keys);
    for (std::size_t c = 0; c < 3; ++c)
        figure.add(axes.curve(curves[c], keys[c].ink));
}

/// A tick below and a faint stripe for each volume that is an outlier.
void addOutliers(Figure& figure, const Axes& axes, const preprocess::RunSeries& run)
{
    for (const image::Index t : run.outliers) {
        const double x = axes.at(static_cast<double>(t), axes.y.low).x;
        const Box stripe{x - 0.4, axes.box.top, 0.8, axes.box.height};
        figure.add(boxArea(stripe, Ink::Warning, 0.22));
        figure.spots.push_back({{x - 1, axes.box.top, 2, axes.box.height},
                                FUSIFORM_TR("core", "Volume %1: displacement %2 mm, DVARS %3 %")
                                    .arg(t)
                                    .arg(run.displacement[static_cast<std::size_t>(t)])
                                    .arg(run.dvars[static_cast<std::size_t>(t)])});
    }
}

void addVolumesName(Figure& figure, const Axes& axes)
{
    figure.add(Label{{axes.box.right(), axes.box.bottom() + 7.4},
                     FUSIFORM_TR("core", "volume"),
                     Ink::Muted,
                     2.4,
                     Align::Right});
}

/// The run's mean and the straight line through it that fits best.
Polyline driftLine(const Axes& axes, const Values& signal)
{
    const auto n = static_cast<Eigen::Index>(signal.size());
    const Eigen::Map<const Eigen::VectorXd> values(signal.data(), n);
    const Eigen::VectorXd time = Eigen::VectorXd::LinSpaced(n, -0.5, 0.5);
    const double slope = n > 1 ? time.dot(values) / time.squaredNorm() : 0;
    const double mean = values.mean();
    return {{axes.at(0, mean - slope / 2), axes.at(axes.x.high, mean + slope / 2)},
            Ink::Second,
            0.5,
            false};
}

struct BarRow {
    Text name;
    Values values;
    double warnAbove;
    double least; ///< the scale reaches at least this far
};

void addBars(Figure& figure, const Axes& axes, const BarRow& row,
             std::span<const preprocess::RunResult> runs, const std::set<std::string>& dropped)
{
    addAxes(figure, axes, row.name, XLabels::Hidden);
    const double step = axes.box.width / static_cast<double>(runs.size());
    for (std::size_t r = 0; r < runs.size(); ++r) {
        if (!std::isfinite(row.values[r]))
            continue;
        const double top = axes.at(0, row.values[r]).y;
        const Box bar{axes.box.left + step * (static_cast<double>(r) + 0.2), top, step * 0.6,
                      axes.box.bottom() - top};
        const std::string& name = runs[r].report.name;
        const Ink ink = row.values[r] > row.warnAbove ? Ink::Second
                        : runs[r].report.isFaceRun    ? Ink::First
                                                      : Ink::Third;
        figure.add(boxArea(bar, ink, dropped.contains(name) ? 0.25 : 0.9));
        figure.spots.push_back(
            {{axes.box.left + step * static_cast<double>(r), axes.box.top, step, axes.box.height},
             FUSIFORM_TR("core", "%1: %2").arg(shortRunName(name)).arg(row.values[r])});
    }
}

} // namespace

Figure motionFigure(const preprocess::RunSeries& run, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = 96;
    figure.title = FUSIFORM_TR("core", "Movement of the head");
    const auto scans = static_cast<std::size_t>(run.motion.rows());
    const auto shifts = threeColumns(run.motion, 0, 1);
    const auto turns = threeColumns(run.motion, 3, 180 / std::numbers::pi);
    const std::array<Key, 3> shiftKeys = {Key{FUSIFORM_TR("core", "x (right)"), Ink::First},
                                          Key{FUSIFORM_TR("core", "y (front)"), Ink::Second},
                                          Key{FUSIFORM_TR("core", "z (up)"), Ink::Third}};
    const std::array<Key, 3> turnKeys = {Key{FUSIFORM_TR("core", "pitch"), Ink::First},
                                         Key{FUSIFORM_TR("core", "roll"), Ink::Second},
                                         Key{FUSIFORM_TR("core", "yaw"), Ink::Third}};
    const Axes shift = field(7, 24, widthMm, scans, span(shifts, 0.4));
    const Axes turn = field(38, 22, widthMm, scans, span(turns, 0.4));
    const Axes jump = field(67, 20, widthMm, scans, rangeOf(run.displacement, {0, 0.6}));
    for (const Axes& axes : {shift, turn, jump})
        addOutliers(figure, axes, run);
    addThree(figure, shift, FUSIFORM_TR("core", "Translation (mm)"), shifts, shiftKeys);
    addThree(figure, turn, FUSIFORM_TR("core", "Rotation (degrees)"), turns, turnKeys);
    addAxes(figure, jump, FUSIFORM_TR("core", "Framewise displacement (mm)"), XLabels::Shown);
    figure.add(jump.level(preprocess::kMotionOutlierMm, Ink::Warning));
    figure.add(jump.curve(run.displacement, Ink::First, 1)); // the first has none before it
    addVolumesName(figure, jump);
    return figure;
}

Figure intensityFigure(const preprocess::RunSeries& run, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = 62;
    figure.title = FUSIFORM_TR("core", "Intensity");
    const std::size_t scans = run.dvars.size();
    const Values jumps(run.dvars.begin() + (scans > 1), run.dvars.end());
    const Axes jump = field(7, 19, widthMm, scans, span({jumps, Values(), Values()}, 0.2));
    const Axes mean
        = field(33, 20, widthMm, scans, span({run.globalSignal, Values(), Values()}, 1e-6));
    for (const Axes& axes : {jump, mean})
        addOutliers(figure, axes, run);
    addAxes(figure, jump, FUSIFORM_TR("core", "DVARS (% of the mean signal)"), XLabels::Hidden);
    figure.add(jump.curve(run.dvars, Ink::First, 1));
    addAxes(figure, mean, FUSIFORM_TR("core", "Mean signal in the mask"), XLabels::Shown);
    figure.add(mean.curve(run.globalSignal, Ink::First));
    if (!run.globalSignal.empty())
        figure.add(driftLine(mean, run.globalSignal));
    const std::array<Key, 1> keys = {Key{FUSIFORM_TR("core", "drift"), Ink::Second}};
    addKeys(figure, mean, keys);
    addVolumesName(figure, mean);
    return figure;
}

image::Picture carpetPicture(const Carpet& carpet)
{
    constexpr float kSpan = 2.5F;
    image::Picture picture{
        static_cast<int>(carpet.rows.cols()), static_cast<int>(carpet.rows.rows()), {}};
    picture.rgb.reserve(static_cast<std::size_t>(carpet.rows.size()) * 3);
    for (Eigen::Index r = 0; r < carpet.rows.rows(); ++r)
        for (Eigen::Index t = 0; t < carpet.rows.cols(); ++t)
            picture.rgb.insert(picture.rgb.end(), 3,
                               std::clamp(0.5F + carpet.rows(r, t) / (2 * kSpan), 0.F, 1.F));
    return picture;
}

Figure carpetFigure(image::SharedPicture picture, image::Index maskVoxels, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.heightMm = 74;
    figure.title = FUSIFORM_TR("core", "Carpet: %1 of %2 voxels of the mask, volume by volume")
                       .arg(picture->height)
                       .arg(maskVoxels);
    const Axes axes = field(7, 58, widthMm, static_cast<std::size_t>(picture->width), {0, 1});
    figure.add(Label{{kLeft, 5.4}, figure.title, Ink::Text, 2.7, Align::Left, true});
    figure.add(Label{{kLeft - 2, axes.box.top + axes.box.height / 2},
                     FUSIFORM_TR("core", "follows the mean least – most"),
                     Ink::Muted,
                     2.3,
                     Align::Centre,
                     false,
                     true});
    figure.add(Raster{axes.box, std::move(picture)});
    for (const double tick : roundTicks(axes.x, 8))
        figure.add(Label{{axes.at(tick, 0).x, axes.box.bottom() + 3.6},
                         plain(numberText(tick)),
                         Ink::Muted,
                         2.3,
                         Align::Centre});
    addVolumesName(figure, axes);
    return figure;
}

Figure mosaicFigure(image::SharedPicture picture, Text title, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = std::move(title);
    const double width = std::min(widthMm - kRight, 220.0);
    const double height = picture->width > 0 ? width * picture->height / picture->width : 0;
    figure.heightMm = height + 10;
    figure.add(Label{{0, 4}, figure.title, Ink::Text, 2.7, Align::Left, true});
    const Box box{0, 6.5, width, height};
    figure.add(Raster{box, std::move(picture)});
    figure.add(Label{{1.2, box.top + 4}, FUSIFORM_TR("core", "L"), Ink::Back, 2.7});
    return figure;
}

Figure tsnrFigure(image::SharedPicture picture, double high, double widthMm)
{
    Figure figure = mosaicFigure(
        std::move(picture),
        FUSIFORM_TR("core", "Temporal signal-to-noise ratio, and the outline of the mask"),
        widthMm);
    constexpr int kSteps = 64;
    image::Picture scale{kSteps, 1, {}};
    for (int step = 0; step < kSteps; ++step) {
        const Color color = heat((step + 0.5) / kSteps);
        scale.rgb.insert(scale.rgb.end(), color.begin(), color.end());
    }
    const double top = figure.heightMm - 1;
    figure.add(Raster{{0, top, 40, 2.6}, image::shared(std::move(scale))});
    figure.add(Label{{0, top + 6.2}, plain("0"), Ink::Muted, 2.4});
    figure.add(
        Label{{40, top + 6.2}, plain(numberText(std::round(high))), Ink::Muted, 2.4, Align::Right});
    figure.heightMm += 7;
    return figure;
}

std::string shortRunName(const std::string& name)
{
    std::string text;
    for (const std::string& part : splitText(name, '_')) {
        if (part.starts_with("sub-"))
            continue;
        if (part.starts_with("run-") && !text.empty())
            text += " " + part.substr(std::min(part.find_first_not_of('0', 4), part.size() - 1));
        else
            text += (text.empty() ? "" : " · ")
                    + (part.starts_with("task-") ? part.substr(5) : part);
    }
    return text.empty() ? name : text;
}

Figure runsFigure(std::span<const preprocess::RunResult> runs, const std::set<std::string>& dropped,
                  double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "All runs");
    if (runs.empty())
        return figure;
    BarRow movement{FUSIFORM_TR("core", "Largest framewise displacement (mm)"),
                    {},
                    preprocess::kMotionOutlierMm,
                    0.6};
    BarRow ratio{FUSIFORM_TR("core", "Median tSNR"), {}, 1e300, 20};
    BarRow outliers{FUSIFORM_TR("core", "Outliers (% of the volumes)"), {}, 10, 10};
    for (const preprocess::RunResult& run : runs) {
        movement.values.push_back(run.report.largestDisplacement);
        ratio.values.push_back(run.report.tsnrMedian);
        outliers.values.push_back(
            100 * static_cast<double>(run.report.outliers.size())
            / static_cast<double>(std::max<image::Index>(1, run.report.volumes)));
    }
    double top = 7;
    for (const BarRow& row : {movement, ratio, outliers}) {
        if (std::ranges::none_of(row.values, [](double value) { return std::isfinite(value); }))
            continue; // not measured
        addBars(figure, field(top, 18, widthMm, 2, rangeOf(row.values, {0, row.least})), row, runs,
                dropped);
        top += 26;
    }
    figure.heightMm = top + 23; // upright names
    const double step = (widthMm - kLeft - kRight) / static_cast<double>(runs.size());
    for (std::size_t r = 0; r < runs.size() && step > 2.6; ++r)
        figure.add(Label{{kLeft + step * (static_cast<double>(r) + 0.5) + 0.8, top - 6},
                         plain(shortRunName(runs[r].report.name)),
                         Ink::Muted,
                         2.3,
                         Align::Right,
                         false,
                         true});
    return figure;
}

} // namespace fusiform::report
