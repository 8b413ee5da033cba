// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/learning_curve.h"

#include "core/util/random.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace fusiform::evaluate {

namespace {

using Runs = std::vector<std::size_t>;
constexpr std::size_t kMostParts = 8;

/// Runs in parts of nearly equal number; those of a session go to one part after another.
std::vector<Runs> dealtOut(const glm::KeptSeries& series, std::size_t parts, Random& random)
{
    std::map<std::string, Runs> sessions;
    for (std::size_t r = 0; r < series.runs().size(); ++r)
        sessions[series.runs()[r].session].push_back(r);
    std::vector<Runs> dealt(parts);
    std::size_t next = 0;
    for (auto& [name, runs] : sessions) {
        for (std::size_t last = runs.size() - 1; last > 0; --last)
            std::swap(runs[last], runs[random.below(last + 1)]);
        for (const std::size_t run : runs)
            dealt[next++ % parts].push_back(run);
    }
    for (Runs& part : dealt)
        std::ranges::sort(part); // sums add in the order of the fit
    return dealt;
}

std::size_t trialsIn(const glm::KeptSeries& series, const Runs& runs)
{
    std::size_t trials = 0;
    for (const std::size_t run : runs)
        trials += series.runs()[run].training.size();
    return trials;
}

/// What a part was made of.
struct Part {
    glm::SeriesSums sums;
    std::size_t trials = 0;
};

Part together(const Part& a, const Part& b)
{
    Part both = a;
    both.sums += b.sums;
    both.trials += b.trials;
    return both;
}

} // namespace

std::optional<LearningCurve> learningCurve(const Refit& refit, const roi::Region& region,
                                           const LearningOptions& options, Progress& progress)
{
    const glm::KeptSeries& series = refit.series();
    std::size_t parts = kMostParts;
    while (parts > series.runs().size())
        parts /= 2;
    if (parts < 2)
        return {};
    LearningCurve curve;
    curve.model = refit.open().model->model.name;
    curve.region = region.name;
    curve.runs = static_cast<Eigen::Index>(series.runs().size());
    for (std::size_t share = parts; share >= 1; share /= 2)
        curve.points.push_back({1 / static_cast<double>(share), 0, {}, {}});

    const std::vector<Eigen::MatrixXd> codes = refit.scaled(refit.codes());
    Random random(options.seed);
    const auto partitions = static_cast<std::size_t>(options.partitions);
    progress.begin(FUSIFORM_TR("core", "Learning curve of %1").arg(curve.model),
                   partitions * series.runs().size());
    const auto add = [&](LearningPoint& point, const Part& part) {
        const auto decoded
            = refit.read(part.sums, std::span(&region, 1), options.decoding, progress).front();
        point.pairwise.push_back(decoded.pairwise);
        point.full.push_back(decoded.fullRecognition);
        point.trials += static_cast<double>(part.trials);
    };
    for (std::size_t partition = 0; partition < partitions; ++partition) {
        std::vector<Part> level;
        for (const Runs& runs : dealtOut(series, parts, random))
            level.push_back({glm::sumsOf(series, codes, runs, progress), trialsIn(series, runs)});
        for (LearningPoint& point : curve.points) {
            // Everything is the same however it was dealt out.
            if (level.size() > 1 || partition == 0)
                for (const Part& part : level)
                    add(point, part);
            std::vector<Part> larger;
            for (std::size_t pair = 0; pair + 1 < level.size(); pair += 2)
                larger.push_back(together(level[pair], level[pair + 1]));
            level = std::move(larger);
        }
    }
    for (LearningPoint& point : curve.points)
        point.trials /= static_cast<double>(point.pairwise.size());
    return curve;
}

} // namespace fusiform::evaluate
