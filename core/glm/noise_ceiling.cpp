// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/noise_ceiling.h"

#include "core/glm/single_trials.h"
#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace fusiform::glm {

namespace {

using Eigen::Index;

/// Showings of faces that are shown at least twice, and the faces' places.
struct Showings {
    std::vector<Index> rows;
    std::vector<Index> face; ///< per row
    std::vector<Index> run; ///< per row
    std::vector<std::string> faces;
    std::vector<Index> shown; ///< per face
    Index runs = 0;
};

Showings repeated(const std::vector<std::string>& faces, const std::vector<std::size_t>& runs)
{
    std::map<std::string, Index> counts;
    for (const std::string& face : faces)
        ++counts[face];
    std::erase_if(counts, [](const auto& face) { return face.second < 2; });
    Showings showings;
    std::map<std::string, Index> places;
    for (const auto& [face, count] : counts) {
        places[face] = static_cast<Index>(showings.faces.size());
        showings.faces.push_back(face);
        showings.shown.push_back(count);
    }
    std::map<std::size_t, Index> runPlaces;
    for (std::size_t s = 0; s < faces.size(); ++s)
        if (const auto place = places.find(faces[s]); place != places.end()) {
            showings.rows.push_back(static_cast<Index>(s));
            showings.face.push_back(place->second);
            const auto next = static_cast<Index>(runPlaces.size());
            showings.run.push_back(runPlaces.try_emplace(runs[s], next).first->second);
        }
    showings.runs = static_cast<Index>(runPlaces.size());
    return showings;
}

/// A column of ones and zeros for each face, then for each run but the first.
Eigen::MatrixXd indicators(const Showings& showings, Index runColumns)
{
    const auto faces = static_cast<Index>(showings.faces.size());
    Eigen::MatrixXd columns
        = Eigen::MatrixXd::Zero(static_cast<Index>(showings.rows.size()), faces + runColumns);
    for (Index s = 0; s < columns.rows(); ++s) {
        const auto at = static_cast<std::size_t>(s);
        columns(s, showings.face[at]) = 1;
        if (showings.run[at] > 0 && runColumns > 0)
            columns(s, faces + showings.run[at] - 1) = 1;
    }
    return columns;
}

double percentOf(double signal, double noise, double repetitions)
{
    if (!(noise > 0))
        return std::numeric_limits<double>::quiet_NaN();
    const double squared = std::max(0.0, signal) / noise;
    return 100 * squared / (squared + 1 / repetitions);
}

} // namespace

std::vector<double> NoiseCeiling::signalToNoise() const
{
    std::vector<double> ratios;
    for (std::size_t v = 0; v < noise.size(); ++v)
        ratios.push_back(noise[v] > 0 ? std::sqrt(std::max(0.0, signal[v]) / noise[v])
                                      : std::numeric_limits<double>::quiet_NaN());
    return ratios;
}

std::vector<double> NoiseCeiling::percent() const
{
    std::vector<double> percents;
    for (std::size_t v = 0; v < noise.size(); ++v)
        percents.push_back(percentOf(signal[v], noise[v], repetitions));
    return percents;
}

double NoiseCeiling::pooledPercent(std::span<const Index> voxels) const
{
    double allSignal = 0;
    double allNoise = 0;
    for (const Index v : voxels) {
        allSignal += signal[static_cast<std::size_t>(v)];
        allNoise += noise[static_cast<std::size_t>(v)];
    }
    return percentOf(allSignal, allNoise, repetitions);
}

NoiseCeiling noiseCeiling(const Eigen::MatrixXd& responses, const std::vector<std::string>& faces,
                          const std::vector<std::size_t>& runs)
{
    const Showings showings = repeated(faces, runs);
    NoiseCeiling ceiling;
    if (showings.faces.size() < 2)
        return ceiling;
    ceiling.faces = showings.faces;
    ceiling.shown = showings.shown;

    const auto count = static_cast<Index>(showings.faces.size());
    Eigen::MatrixXd x = indicators(showings, showings.runs - 1);
    math::SymmetricSolver solver(math::transposedProduct(x, x));
    ceiling.areRunsOut = showings.runs > 1 && solver.rank() == x.cols() && x.rows() > x.cols();
    if (!ceiling.areRunsOut) {
        x = indicators(showings, 0);
        solver = math::SymmetricSolver(math::transposedProduct(x, x));
    }
    Eigen::MatrixXd y = responses(showings.rows, Eigen::all);
    y.rowwise() -= y.colwise().mean().eval(); // a voxel that does not vary: exactly 0
    const Eigen::MatrixXd effects = solver.solve(math::transposedProduct(x, y));
    const Eigen::RowVectorXd within = (y - math::product(x, effects)).colwise().squaredNorm()
                                      / static_cast<double>(x.rows() - x.cols());
    const Eigen::MatrixXd ofFaces = effects.topRows(count);
    const Eigen::RowVectorXd between
        = (ofFaces.rowwise() - ofFaces.colwise().mean()).colwise().squaredNorm()
          / static_cast<double>(count - 1);
    // The expected variance of the effects of pure noise of variance 1: the mean of 1 / repetitions
    // where there are no runs' effects.
    const Eigen::MatrixXd covariance
        = Eigen::MatrixXd(solver.inverse()).topLeftCorner(count, count);
    const double added = (covariance.trace() - covariance.sum() / static_cast<double>(count))
                         / static_cast<double>(count - 1);
    ceiling.repetitions = 1 / added;
    for (Index v = 0; v < y.cols(); ++v) {
        ceiling.noise.push_back(within[v]);
        ceiling.signal.push_back(between[v] - added * within[v]);
    }
    return ceiling;
}

Eigen::MatrixXd explorationResponses(const KeptSeries& series, Progress& progress)
{
    const std::vector<std::string> all = explorationFaces(series);
    Eigen::MatrixXd responses(static_cast<Index>(all.size()), series.voxels());
    Index next = 0;
    progress.begin(FUSIFORM_TR("core", "Responses to every showing of the exploration faces"),
                   series.runs().size());
    for (std::size_t r = 0; r < series.runs().size(); ++r) {
        const SeriesRun& run = series.runs()[r];
        std::vector<std::string> own;
        for (const ShownFace& face : run.exploration)
            own.push_back(face.stimulus);
        const Eigen::MatrixXd others = conditionsWithout(run, series.index().conditions, own);
        const auto count = static_cast<Index>(own.size());
        responses.middleRows(next, count)
            = jointResponses(run.explorationResponses, others, series.values(r), progress);
        next += count;
        progress.step();
    }
    return responses;
}

std::vector<std::string> explorationFaces(const KeptSeries& series)
{
    std::vector<std::string> faces;
    for (const SeriesRun& run : series.runs())
        for (const ShownFace& face : run.exploration)
            faces.push_back(face.stimulus);
    return faces;
}

std::vector<std::size_t> explorationRuns(const KeptSeries& series)
{
    std::vector<std::size_t> runs;
    for (std::size_t r = 0; r < series.runs().size(); ++r)
        runs.insert(runs.end(), series.runs()[r].exploration.size(), r);
    return runs;
}

} // namespace fusiform::glm
