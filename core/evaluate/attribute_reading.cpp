// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_reading.h"

#include "core/math/correlation.h"
#include "core/math/distributions.h"
#include "core/stats/fdr.h"
#include "core/util/parallel.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using face_model::AttributeAxis;

constexpr double kNotRead = std::numeric_limits<double>::quiet_NaN();
constexpr std::array kAxisKinds = {AxisKind::MeanDifference, AxisKind::Logistic};

const face_model::AxisReadout& readoutOf(const AttributeAxis& axis, AxisKind kind)
{
    return kind == AxisKind::MeanDifference ? axis.meanDifference : axis.logistic;
}

/// d / |d|²: a code's projection on it is 1 more where the code is one distance of means further.
VectorXd perDistance(const VectorXd& direction) { return direction / direction.squaredNorm(); }

/// Where the middle between the means with and without lies. With m the mean of all, m = (n₊ z₊ +
/// n₋ z₋) / n and z₊ - z₋ = g give (z₊ + z₋) / 2 = m + g (n₋ - n₊) / 2n.
double middleOf(const AttributeAxis& axis, const VectorXd& unit, const VectorXd& trainingMean)
{
    const auto with = static_cast<double>(axis.with);
    const auto without = static_cast<double>(axis.without);
    return trainingMean.dot(unit) + (without - with) / (2 * (with + without));
}

std::vector<double> valuesOf(const VectorXd& projections)
{
    return {projections.begin(), projections.end()};
}

SideReading sidesOf(std::span<const double> projections, std::span<const int> labels,
                    double threshold, double level)
{
    SideReading reading;
    reading.threshold = threshold;
    long rightWith = 0;
    for (std::size_t face = 0; face < labels.size(); ++face) {
        if (labels[face] == 0)
            continue;
        const bool isWith = labels[face] > 0;
        const bool isRight = (projections[face] > threshold) == isWith;
        ++reading.faces;
        reading.with += isWith;
        reading.right += isRight;
        rightWith += isWith && isRight;
    }
    const auto with = static_cast<double>(reading.with);
    const auto without = static_cast<double>(reading.faces - reading.with);
    reading.balanced = with > 0 && without > 0
                           ? (static_cast<double>(rightWith) / with
                              + static_cast<double>(reading.right - rightWith) / without)
                                 / 2
                           : kNotRead;
    if (reading.faces > 0)
        reading.test = stats::binomialTest(reading.right, reading.faces, 0.5, level);
    else
        reading.test = {{kNotRead, kNotRead}, kNotRead, kNotRead, {kNotRead, kNotRead}};
    return reading;
}

/// Area under the curve of a choice of faces: those with the attribute first.
stats::Interval areaIntervalOf(std::span<const double> with, std::span<const double> without,
                               const stats::BootstrapOptions& options, Progress& progress)
{
    if (with.size() < 2 || without.size() < 2)
        return {kNotRead, kNotRead};
    MatrixXd wins(std::ssize(with), std::ssize(without));
    for (Index a = 0; a < wins.rows(); ++a)
        for (Index b = 0; b < wins.cols(); ++b) {
            const double gap
                = with[static_cast<std::size_t>(a)] - without[static_cast<std::size_t>(b)];
            wins(a, b) = gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
        }
    const std::array sizes = {with.size(), without.size()};
    const auto area = [&](std::span<const std::size_t> chosen) {
        VectorXd timesWith = VectorXd::Zero(wins.rows());
        VectorXd timesWithout = VectorXd::Zero(wins.cols());
        for (const std::size_t item : chosen)
            if (item < with.size())
                ++timesWith[static_cast<Index>(item)];
            else
                ++timesWithout[static_cast<Index>(item - with.size())];
        return timesWith.dot(wins * timesWithout) / (timesWith.sum() * timesWithout.sum());
    };
    const stats::Interval found = stats::bootstrapWithin(sizes, area, options, progress).interval;
    // Where the groups lie apart every sample agrees: that says nothing of other faces.
    return found.low < found.high ? found : stats::Interval{kNotRead, kNotRead};
}

/// Labels of the faces; those of each threshold are the same where they were given.
struct Labels {
    std::vector<int> atZero;
    std::vector<int> atMiddle;
};

struct Cuts {
    double middle = 0;
    Labels labels;
};

RegionReading readingOf(std::string region, const VectorXd& projections, const VectorXd& truth,
                        const Cuts& cuts, const stats::BootstrapOptions& options,
                        Progress& progress)
{
    RegionReading reading;
    reading.region = std::move(region);
    reading.projections = valuesOf(projections);
    reading.atZero = sidesOf(reading.projections, cuts.labels.atZero, 0, options.level);
    reading.atMiddle
        = sidesOf(reading.projections, cuts.labels.atMiddle, cuts.middle, options.level);
    std::vector<double> with;
    std::vector<double> without;
    for (std::size_t face = 0; face < reading.projections.size(); ++face)
        if (const int label = cuts.labels.atMiddle[face]; label != 0)
            (label > 0 ? with : without).push_back(reading.projections[face]);
    reading.told = stats::mannWhitney(with, without);
    reading.areaInterval = areaIntervalOf(with, without, options, progress);
    reading.correlation = math::pearson(projections, truth);
    return reading;
}

std::vector<int> sidesOfTruth(const VectorXd& truth, double threshold)
{
    std::vector<int> labels;
    for (const double projection : truth)
        labels.push_back(projection > threshold ? 1 : -1);
    return labels;
}

/// None: the table has no such attribute.
std::optional<std::vector<int>> labelsFrom(const face_model::AttributeTable& table,
                                           const std::string& attribute,
                                           const std::vector<std::string>& faces)
{
    const auto column = std::ranges::find_if(table.names, [&](const std::string& name) {
        return lowerCase(name) == lowerCase(attribute);
    });
    if (column == table.names.end())
        return {};
    const auto at = static_cast<std::size_t>(column - table.names.begin());
    std::vector<int> labels;
    for (const std::string& face : faces) {
        const auto found = table.values.find(face);
        labels.push_back(found == table.values.end() ? 0 : found->second[at]);
    }
    return labels;
}

/// One false discovery rate over the attributes, of each axis and region by itself.
void adjust(std::vector<AttributeReading>& readings, AxisKind axis, std::size_t region)
{
    std::vector<RegionReading*> family;
    for (AttributeReading& reading : readings)
        if (reading.axis == axis && region < reading.regions.size())
            family.push_back(&reading.regions[region]);
    const auto adjusted = [&](auto value) {
        std::vector<double> p;
        for (RegionReading* const one : family)
            p.push_back(value(*one));
        return stats::fdrAdjusted(p, stats::FdrProcedure::BenjaminiHochberg);
    };
    const auto area = adjusted([](const RegionReading& one) { return one.told.tails.atLeast; });
    const auto zero
        = adjusted([](const RegionReading& one) { return one.atZero.test.tails.atLeast; });
    const auto middle
        = adjusted([](const RegionReading& one) { return one.atMiddle.test.tails.atLeast; });
    for (std::size_t i = 0; i < family.size(); ++i) {
        family[i]->adjusted = area[i];
        family[i]->atZero.adjusted = zero[i];
        family[i]->atMiddle.adjusted = middle[i];
    }
}

/// What is to be read, before it is.
struct Asked {
    const AttributeAxis* axis;
    AxisKind kind;
    std::optional<std::vector<int>> labels; ///< given ones
};

AttributeReading read(const Asked& asked, const OpenModel& open,
                      std::span<const Recognition* const> regions,
                      const stats::BootstrapOptions& options, Progress& progress)
{
    AttributeReading result;
    result.attribute = asked.axis->name;
    result.axis = asked.kind;
    const face_model::AxisReadout& readout = readoutOf(*asked.axis, asked.kind);
    result.axisAccuracy = readout.balancedAccuracy;
    const VectorXd unit = perDistance(readout.direction);
    const VectorXd truth = open.shown.codes * unit;
    Cuts cuts;
    cuts.middle = middleOf(*asked.axis, unit, open.model->latentMean);
    if (asked.labels)
        cuts.labels = {*asked.labels, *asked.labels};
    else
        cuts.labels = {sidesOfTruth(truth, 0), sidesOfTruth(truth, cuts.middle)};
    result.labels = cuts.labels.atMiddle;
    result.truth = readingOf({}, truth, truth, cuts, options, progress);
    // It is no test among others.
    result.truth.adjusted = kNotRead;
    result.truth.atZero.adjusted = kNotRead;
    result.truth.atMiddle.adjusted = kNotRead;
    for (const Recognition* const region : regions)
        result.regions.push_back(readingOf(region->region, region->decoded.latents * unit, truth,
                                           cuts, options, progress));
    return result;
}

} // namespace

const AttributeReading* AttributeReadings::find(const std::string& attribute, AxisKind axis) const
{
    const auto found = std::ranges::find_if(readings, [&](const AttributeReading& one) {
        return one.attribute == attribute && one.axis == axis;
    });
    return found == readings.end() ? nullptr : &*found;
}

std::vector<std::string> AttributeReadings::attributes() const
{
    std::vector<std::string> names;
    for (const AttributeReading& one : readings)
        if (names.empty() || names.back() != one.attribute)
            names.push_back(one.attribute);
    return names;
}

std::optional<face_model::AttributeAxes> attributeAxesOf(const glm::ModelFit& model)
{
    const std::filesystem::path file = face_model::axesFileOf(model.modelFile);
    if (!std::filesystem::exists(file))
        return {};
    face_model::AttributeAxes axes = face_model::readAxes(file);
    if (axes.modelHash != model.model.hash)
        return {};
    std::erase_if(axes.axes, [&](const AttributeAxis& axis) {
        return !(axis.meanDifference.direction.squaredNorm() > 0)
               || !(axis.logistic.direction.squaredNorm() > 0);
    });
    return axes;
}

Text noAxes(const std::string& model)
{
    return FUSIFORM_TR("core", "%1: there are no axes of attributes beside this face model. The "
                               "attributes command makes them.")
        .arg(model);
}

std::vector<AttributeAxisRef> genderFirst(const std::vector<AttributeAxis>& axes)
{
    std::vector<AttributeAxisRef> order;
    for (const AttributeAxis& axis : axes)
        order.push_back(&axis);
    std::ranges::stable_partition(
        order, [](AttributeAxisRef axis) { return lowerCase(axis->name) == "male"; });
    return order;
}

AttributeReadings attributeReadings(const OpenModel& open,
                                    std::span<const Recognition* const> regions,
                                    const face_model::AttributeTable* labels,
                                    const stats::BootstrapOptions& options, Progress& progress)
{
    AttributeReadings result;
    result.model = open.model->model.name;
    result.isLabelled = labels != nullptr;
    result.faces = open.shown.count();
    if (labels)
        result.named = std::ranges::count_if(open.shown.names, [&](const std::string& face) {
            return labels->values.contains(face);
        });
    const std::optional<face_model::AttributeAxes> axes = attributeAxesOf(*open.model);
    if (!axes || axes->axes.empty()) {
        result.whyNone = noAxes(result.model);
        return result;
    }
    result.axesFrom = axes->pictures;
    std::vector<Asked> asked;
    for (const AttributeAxis* const axis : genderFirst(axes->axes)) {
        std::optional<std::vector<int>> given;
        if (labels) {
            given = labelsFrom(*labels, axis->name, open.shown.names);
            if (!given) {
                result.unlabelled.push_back(axis->name);
                continue;
            }
        }
        for (const AxisKind kind : kAxisKinds)
            asked.push_back({axis, kind, given});
    }
    result.readings.resize(asked.size());
    parallelFor(asked.size(), [&](std::size_t i) {
        result.readings[i] = read(asked[i], open, regions, options, progress);
    });
    for (const AxisKind kind : kAxisKinds)
        for (std::size_t region = 0; region < regions.size(); ++region)
            adjust(result.readings, kind, region);
    return result;
}

long fewestSignificant(long faces, double level)
{
    long right = 0;
    while (right <= faces && !(math::binomialTail(right, faces, 0.5) < level))
        ++right;
    return right;
}

} // namespace fusiform::evaluate
