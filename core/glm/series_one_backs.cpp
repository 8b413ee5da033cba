// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_one_backs.h"

#include "core/util/error.h"

#include <algorithm>

namespace fusiform::glm {

namespace {

using Eigen::Index;

/// The columns of the conditions that one-backs go between.
struct OneBackColumns {
    Index train = -1;
    Index oneBack = -1;
    Index conditions = 0; ///< of the result
};

OneBackColumns columnsOf(const SeriesIndex& index)
{
    OneBackColumns columns;
    columns.train = index.condition("train_face");
    columns.oneBack = index.condition("one_back");
    columns.conditions = static_cast<Index>(index.conditions.size());
    if (columns.oneBack < 0)
        columns.oneBack = columns.conditions++;
    return columns;
}

/// Adds the responses of one-backs to their faces' columns and takes them out of that of one-backs,
/// or the other way round.
void moveResponses(SeriesRun& run, const SeriesIndex& index, const OneBackColumns& columns,
                   double sign)
{
    const auto move = [&](Index column, const Eigen::VectorXd& response) {
        run.conditions.col(column) += sign * response;
        run.conditions.col(columns.oneBack) -= sign * response;
    };
    for (Index t = 0; t < run.trainingOneBackResponses.cols(); ++t)
        move(columns.train, run.trainingOneBackResponses.col(t));
    for (std::size_t e = 0; e < run.explorationOneBacks.size(); ++e)
        move(index.condition(run.explorationOneBacks[e].stimulus),
             run.explorationOneBackResponses.col(static_cast<Index>(e)));
}

void addTrials(SeriesRun& run)
{
    const Index before = run.trainingResponses.cols();
    const Index more = run.trainingOneBackResponses.cols();
    run.trainingResponses.conservativeResize(Eigen::NoChange, before + more);
    run.trainingResponses.rightCols(more) = run.trainingOneBackResponses;
    run.training.insert(run.training.end(), run.trainingOneBacks.begin(),
                        run.trainingOneBacks.end());
}

void removeTrials(SeriesRun& run)
{
    std::vector<Index> kept;
    std::vector<ShownFace> training;
    for (std::size_t t = 0; t < run.training.size(); ++t) {
        if (std::ranges::find(run.trainingOneBacks, run.training[t].onset, &ShownFace::onset)
            != run.trainingOneBacks.end())
            continue;
        kept.push_back(static_cast<Index>(t));
        training.push_back(run.training[t]);
    }
    run.trainingResponses = Eigen::MatrixXd(run.trainingResponses(Eigen::all, kept));
    run.training = std::move(training);
}

} // namespace

OneBackCounts oneBacksOf(const KeptSeries& series)
{
    OneBackCounts counts;
    for (const SeriesRun& run : series.runs()) {
        counts.training += static_cast<Index>(run.trainingOneBacks.size());
        counts.exploration += static_cast<Index>(run.explorationOneBacks.size());
        counts.other += run.otherOneBacks;
    }
    return counts;
}

std::vector<SeriesRun> runsWithOneBacks(const KeptSeries& series, OneBacks treated)
{
    const SeriesIndex& index = series.index();
    if (index.oneBacks.empty())
        throw failure(FUSIFORM_TR("core", "The kept series does not say which trials are "
                                          "one-backs."));
    std::vector<SeriesRun> runs = series.runs();
    if ((index.oneBacks == "count") == (treated == OneBacks::Count))
        return runs;
    const OneBackColumns columns = columnsOf(index);
    for (SeriesRun& run : runs) {
        run.conditions.conservativeResize(Eigen::NoChange, columns.conditions);
        if (columns.conditions > std::ssize(index.conditions))
            run.conditions.rightCols(1).setZero();
        if (treated == OneBacks::Count) {
            moveResponses(run, index, columns, 1);
            addTrials(run);
            if (run.otherOneBacks == 0) // else rounding would be a column of the model
                run.conditions.col(columns.oneBack).setZero();
        } else {
            moveResponses(run, index, columns, -1);
            removeTrials(run);
        }
    }
    return runs;
}

} // namespace fusiform::glm
