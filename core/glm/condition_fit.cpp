// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/condition_fit.h"

#include "core/glm/normal_equations.h"
#include "core/glm/run_noise.h"
#include "core/glm/scan_reader.h"
#include "core/glm/study_design.h"
#include "core/io/runs_ahead.h"
#include "core/util/error.h"

#include <numeric>
#include <optional>

namespace fusiform::glm {

namespace {

using Eigen::Index;

ConditionEstimates estimatesOf(const NormalEquations& sums,
                               const std::vector<Condition>& conditions, const Wanted& wanted,
                               std::span<const Index> usable, Progress& progress)
{
    std::vector<Index> columns(static_cast<std::size_t>(sums.columns()));
    std::iota(columns.begin(), columns.end(), Index{0});
    const Estimates estimates = estimate(sums, columns, wanted, usable, progress);
    ConditionEstimates result;
    for (const Condition& condition : conditions)
        result.names.push_back(condition.name);
    result.beta = estimates.beta;
    result.inverse = unitCovariance(estimates, wanted);
    result.degreesOfFreedom = estimates.degreesOfFreedom;
    for (Index v = 0; v < estimates.beta.cols(); ++v) {
        const double rss = estimates.residualSquares[v];
        result.residualMeanSquare.push_back(static_cast<float>(rss / result.degreesOfFreedom));
        result.explained.push_back(static_cast<float>(1 - rss / estimates.squares[v]));
    }
    return result;
}

} // namespace

ConditionFit fitConditions(std::span<const FitRun> runs, const DesignOptions& options,
                           NoiseModel noise, Progress& progress)
{
    std::vector<std::vector<bids::Event>> events;
    std::vector<io::NiftiHeader> headers;
    for (const FitRun& run : runs) {
        events.push_back(run.events);
        headers.push_back(io::readNiftiHeader(run.bold));
    }
    const std::vector<Condition> conditions = conditionsOf(events, options);
    if (conditions.empty())
        throw usage(FUSIFORM_TR("core", "The runs have no events that make a condition."));
    const Wanted wanted = sizeOfConditions(static_cast<Index>(conditions.size()), options.hrf);

    io::RunsAhead images(headers);
    ScanReader reader;
    std::optional<NormalEquations> sums;
    progress.begin(FUSIFORM_TR("core", "Adding runs"), runs.size());
    for (std::size_t r = 0; r < runs.size(); ++r) {
        io::NiftiData image = images.take(progress);
        const ScanValues values = reader.read(image, runs[r].mask, progress);
        images.giveBack(std::move(image));
        const RunDesign design = designOfRun(events[r], conditions, runs[r].repetitionTime,
                                             values.rows(), runs[r].confounds, options, r);
        RunColumns columns{.design = design.conditions,
                           .trials = {},
                           .codes = {},
                           .nuisance = design.nuisance,
                           .whitening = {}};
        if (const auto usable = reader.usable(); noise != NoiseModel::None && !usable.empty())
            columns.whitening = whitening(
                estimateRunNoise(covarianceComponents(noise, values.rows(), runs[r].repetitionTime),
                                 design, values, usable, progress)
                    .covariance);
        if (r == 0)
            sums.emplace(wanted.positions.size(), values.cols(), progress);
        sums->add(columns, values, progress);
        progress.step();
    }
    sums->finish(progress);
    const std::vector<Index> usable = reader.usable();
    if (usable.empty())
        throw badData(runs.back().bold, FUSIFORM_TR("core", "voxels that every run can use"),
                      FUSIFORM_TR("core", "none"));

    ConditionFit fit;
    fit.grid = reader.grid();
    for (const Index position : usable)
        fit.voxels.push_back(reader.candidates()[static_cast<std::size_t>(position)]);
    fit.conditions = estimatesOf(*sums, conditions, wanted, usable, progress);
    fit.scans = sums->scans();
    return fit;
}

} // namespace fusiform::glm
