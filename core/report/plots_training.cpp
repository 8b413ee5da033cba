// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_training.h"

#include "core/report/axes.h"

#include <algorithm>
#include <array>

namespace fusiform::report {

namespace {

using face_model::TrainingLosses;
using face_model::TrainingMoment;

constexpr std::size_t kPoints = 240;
constexpr double kLossLeft = 14; // mm, room for numbers
constexpr double kLossHeight = 22;
constexpr double kLossStep = 32;

struct LossField {
    Text name;
    std::vector<Key> keys;
    std::vector<double TrainingLosses::*> losses;
};

/// Means over groups of neighbouring steps, at most kPoints of them.
std::vector<double> meansOf(std::span<const TrainingMoment> moments, double TrainingLosses::*loss)
{
    const std::size_t group = (moments.size() + kPoints - 1) / kPoints;
    std::vector<double> means;
    for (std::size_t first = 0; first < moments.size(); first += group) {
        const auto some = moments.subspan(first, std::min(group, moments.size() - first));
        double sum = 0;
        for (const TrainingMoment& moment : some)
            sum += moment.losses.*loss;
        means.push_back(sum / static_cast<double>(some.size()));
    }
    return means;
}

Range robustRange(const std::vector<std::vector<double>>& curves)
{
    std::vector<double> all;
    for (const auto& curve : curves)
        all.insert(all.end(), curve.begin(), curve.end());
    std::ranges::sort(all);
    const double high = all[static_cast<std::size_t>(0.95 * static_cast<double>(all.size() - 1))];
    const double low = std::min(all.front(), 0.0);
    return {low, low + 1.1 * std::max(high - low, 1e-9)};
}

void addField(Figure& figure, double top, const LossField& field,
              std::span<const TrainingMoment> moments)
{
    std::vector<std::vector<double>> curves;
    for (const auto loss : field.losses)
        curves.push_back(meansOf(moments, loss));
    const Range range = robustRange(curves);
    const double first = static_cast<double>(moments.front().step);
    const double last = std::max(static_cast<double>(moments.back().step), first + 1);
    const Axes axes{
        {kLossLeft, top, figure.widthMm - kLossLeft - 4, kLossHeight}, {first, last}, range};
    addAxes(figure, axes, field.name, XLabels::Shown);
    if (field.keys.size() > 1)
        addKeys(figure, axes, field.keys);
    for (std::size_t c = 0; c < curves.size(); ++c) {
        Polyline line{{}, field.keys[c].ink, 0.4, false};
        const auto points = static_cast<double>(curves[c].size());
        for (std::size_t i = 0; i < curves[c].size(); ++i)
            line.points.push_back(
                axes.at(first + (last - first) * (static_cast<double>(i) + 0.5) / points,
                        std::min(curves[c][i], range.high)));
        figure.add(std::move(line));
    }
    figure.spots.push_back({axes.box, FUSIFORM_TR("core", "Last: %1").arg(curves[0].back())});
}

} // namespace

Figure lossesFigure(std::span<const TrainingMoment> moments, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "Losses of the training over its steps");
    std::vector<LossField> fields
        = {{FUSIFORM_TR("core", "squared error of pixels"),
            {{plain(""), Ink::First}},
            {&TrainingLosses::pixel}},
           {FUSIFORM_TR("core", "1 − SSIM"), {{plain(""), Ink::First}}, {&TrainingLosses::ssim}},
           {FUSIFORM_TR("core", "KL divergence of codes"),
            {{plain(""), Ink::First}},
            {&TrainingLosses::kl}}};
    const bool isAdversarial
        = std::ranges::any_of(moments, [](const TrainingMoment& m) { return m.stage == 2; });
    if (isAdversarial)
        fields.push_back({FUSIFORM_TR("core", "against each other"),
                          {{FUSIFORM_TR("core", "generator"), Ink::First},
                           {FUSIFORM_TR("core", "discriminator"), Ink::Second}},
                          {&TrainingLosses::adversarial, &TrainingLosses::discriminator}});
    figure.heightMm = 6 + kLossStep * static_cast<double>(fields.size());
    if (moments.empty())
        return figure;
    for (std::size_t f = 0; f < fields.size(); ++f)
        addField(figure, 6 + kLossStep * static_cast<double>(f), fields[f], moments);
    return figure;
}

} // namespace fusiform::report
