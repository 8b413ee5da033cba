// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/planted_series.h"

#include "core/glm/hrf.h"
#include "core/glm/run_projection.h"
#include "core/util/random.h"

#include <array>
#include <numeric>

namespace fusiform::test {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index kScans = 100;
constexpr double kTr = 2;
constexpr int kTrials = 16;
constexpr int kFixations = 4;
constexpr double kInterval = 7; // s from event to event
constexpr std::array kShown = {"E1", "E2", "E3", "E1", "E2"};

MatrixXd normal(Index rows, Index columns, Random& random)
{
    MatrixXd numbers(rows, columns);
    for (double& number : numbers.reshaped())
        number = random.normal();
    return numbers;
}

MatrixXd responsesTo(const std::vector<glm::ShownFace>& faces)
{
    std::vector<glm::Stimulation> events;
    for (const glm::ShownFace& face : faces)
        events.push_back({face.onset, face.duration});
    return glm::eventResponses(events, kTr, kScans, {});
}

/// Who is shown when, in random order.
glm::SeriesRun planOf(int number, Random& random)
{
    glm::SeriesRun run;
    run.name = "run-" + std::to_string(number + 1);
    run.session = "ses-01";
    run.repetitionTime = kTr;
    run.scans = kScans;
    std::vector<int> order(kTrials + kFixations + kShown.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    std::vector<glm::ShownFace> fixations;
    for (std::size_t e = 0; e < order.size(); ++e) {
        const double onset = 2 + kInterval * static_cast<double>(e) + random.uniform(0, 1);
        const int event = order[e];
        if (event < kTrials)
            run.training.push_back({onset, 1, "T" + std::to_string(100 * number + 100 + event)});
        else if (event < kTrials + kFixations)
            fixations.push_back({onset, 1, ""});
        else
            run.exploration.push_back(
                {onset, 1, kShown[static_cast<std::size_t>(event - kTrials - kFixations)]});
    }
    run.trainingResponses = responsesTo(run.training);
    run.explorationResponses = responsesTo(run.exploration);
    run.conditions = MatrixXd::Zero(kScans, 5);
    run.conditions.col(0) = run.trainingResponses.rowwise().sum();
    run.conditions.col(1) = responsesTo(fixations).rowwise().sum();
    for (std::size_t s = 0; s < run.exploration.size(); ++s)
        run.conditions.col(1 + (run.exploration[s].stimulus[1] - '0'))
            += run.explorationResponses.col(static_cast<Index>(s));
    return run;
}

MatrixXd nuisanceOf(Random& random)
{
    MatrixXd nuisance(kScans, 4);
    nuisance.col(0).setOnes();
    nuisance.col(1) = Eigen::VectorXd::LinSpaced(kScans, -1, 1);
    nuisance.rightCols(2) = normal(kScans, 2, random);
    return nuisance;
}

/// Adds the next run; its scans follow from the planted answers.
void addRun(PlantedSeries& planted, const PlantedSeriesOptions& options, Random& random)
{
    glm::SeriesRun run = planOf(static_cast<int>(planted.raw.size()), random);
    const auto trials = static_cast<Index>(run.training.size());
    const MatrixXd codes = normal(trials, options.latents, random);
    MatrixXd withBias(trials, options.latents + 1);
    withBias << codes, Eigen::VectorXd::Ones(trials);
    MatrixXd showings(static_cast<Index>(run.exploration.size()), options.voxels);
    for (Index s = 0; s < showings.rows(); ++s)
        showings.row(s)
            = planted.patterns.row(run.exploration[static_cast<std::size_t>(s)].stimulus[1] - '1')
              + options.showingNoise * normal(1, options.voxels, random);
    const MatrixXd nuisance = nuisanceOf(random);
    MatrixXd values = run.trainingResponses * withBias * planted.weights
                      + run.explorationResponses * showings
                      + nuisance * normal(4, options.voxels, random)
                      + options.noise * normal(kScans, options.voxels, random);
    values.array() += 100;
    planted.raw.push_back(std::move(run));
    planted.nuisance.push_back(nuisance);
    planted.codes.push_back(codes);
    planted.showings.push_back(showings);
    planted.values.emplace_back(values.cast<float>());
}

} // namespace

MatrixXd PlantedSeries::tall(std::size_t run, const MatrixXd& columns) const
{
    MatrixXd all(kScans, columns.cols() + nuisance[run].cols());
    all << columns, nuisance[run];
    return all;
}

PlantedSeries plantSeries(const std::filesystem::path& folder, const PlantedSeriesOptions& options)
{
    Random random(options.seed);
    PlantedSeries planted;
    planted.weights = normal(options.latents + 1, options.voxels, random);
    planted.weights.bottomRows(1).array() += 4;
    planted.patterns = normal(3, options.voxels, random).array() + 4;
    std::vector<image::Index> voxels(static_cast<std::size_t>(options.voxels));
    std::iota(voxels.begin(), voxels.end(), 10);
    glm::SeriesWriter writer(
        folder, {"sub-01", "none", voxels, {"train_face", "fixation", "E1", "E2", "E3"}, {}, {}});
    Progress progress;
    for (int r = 0; r < options.runs; ++r) {
        addRun(planted, options, random);
        glm::SeriesRun run = planted.raw.back();
        const glm::RunProjection projection(planted.nuisance.back(), {});
        run.cosines = 1;
        run.confounds = 2;
        run.nuisanceRank = projection.rank();
        for (MatrixXd* const columns :
             {&run.conditions, &run.trainingResponses, &run.explorationResponses})
            *columns = projection.ofColumns(*columns);
        writer.add(run, projection.ofScans(planted.values.back(), progress));
    }
    writer.finish();
    planted.series = glm::KeptSeries::read(folder);
    return planted;
}

MatrixXd leastSquares(const MatrixXd& columns, const MatrixXd& values)
{
    return columns.colPivHouseholderQr().solve(values);
}

} // namespace fusiform::test
