// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/training_folds.h"

#include "core/decode/folds_file.h"
#include "core/glm/latent_tests.h"
#include "core/glm/series_weights.h"
#include "core/glm/single_trials.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr std::size_t kFewestFolds = 3; // one is tested, one chooses, one trains

struct RunGroup {
    std::string name;
    std::vector<std::size_t> runs;
};

/// By session in the order of the runs; by run where the study has one session.
std::vector<RunGroup> grouped(const glm::KeptSeries& series, std::string& unit)
{
    std::vector<RunGroup> sessions;
    std::vector<RunGroup> single;
    for (std::size_t r = 0; r < series.runs().size(); ++r) {
        const glm::SeriesRun& run = series.runs()[r];
        const auto found = std::ranges::find(sessions, run.session, &RunGroup::name);
        if (found == sessions.end())
            sessions.push_back({run.session, {r}});
        else
            found->runs.push_back(r);
        single.push_back({run.name, {r}});
    }
    unit = sessions.size() >= kFewestFolds ? "session" : "run";
    std::vector<RunGroup> groups = unit == "session" ? std::move(sessions) : std::move(single);
    if (groups.size() < kFewestFolds)
        throw usage(FUSIFORM_TR("core", "Cross-validation needs at least three sessions or runs; "
                                        "the fit has %1.")
                        .arg(groups.size()));
    return groups;
}

/// Which picture every training trial showed, by its code: the same picture under two names has the
/// same code.
class Pictures {
public:
    Pictures(const glm::KeptSeries& series, const glm::TrainingCodes& codes)
    {
        std::map<std::vector<float>, std::size_t> known;
        std::map<std::string, std::size_t> ofStimulus;
        for (std::size_t s = 0; s < codes.stimuli.size(); ++s) {
            const Eigen::RowVectorXf row = codes.codes.row(static_cast<Index>(s));
            ofStimulus[codes.stimuli[s]]
                = known.try_emplace({row.begin(), row.end()}, known.size()).first->second;
        }
        m_shownIn.resize(known.size());
        for (std::size_t r = 0; r < series.runs().size(); ++r) {
            auto& trials = m_ofTrial.emplace_back();
            for (const glm::ShownFace& face : series.runs()[r].training) {
                trials.push_back(ofStimulus.at(face.stimulus));
                m_shownIn[trials.back()].push_back(r);
            }
        }
    }
    [[nodiscard]] std::size_t of(std::size_t run, std::size_t trial) const
    {
        return m_ofTrial[run][trial];
    }
    [[nodiscard]] bool isShownOutside(std::size_t picture,
                                      const std::vector<std::size_t>& runs) const
    {
        return std::ranges::any_of(m_shownIn[picture], [&](std::size_t run) {
            return std::ranges::find(runs, run) == runs.end();
        });
    }

private:
    std::vector<std::vector<std::size_t>> m_ofTrial; ///< per run
    std::vector<std::vector<std::size_t>> m_shownIn; ///< runs, per picture
};

struct ChosenTrials {
    std::vector<std::vector<Index>> ofRun;
    Index dropped = 0;
};

/// Every so-manieth trial of each run, without those whose picture W sees elsewhere.
ChosenTrials chosenTrials(const glm::KeptSeries& series, const std::vector<RunGroup>& groups,
                          const Pictures& pictures, Index most)
{
    ChosenTrials chosen;
    chosen.ofRun.resize(series.runs().size());
    const Index each = std::max<Index>(1, most / static_cast<Index>(series.runs().size()));
    for (const RunGroup& group : groups) {
        std::vector<std::size_t> seen;
        for (const std::size_t r : group.runs) {
            const auto trials = static_cast<Index>(series.runs()[r].training.size());
            const Index step = std::max<Index>(1, trials / each);
            for (Index t = 0; t < trials; t += step) {
                const std::size_t picture = pictures.of(r, static_cast<std::size_t>(t));
                const bool isKnown = std::ranges::find(seen, picture) != seen.end();
                if (isKnown || pictures.isShownOutside(picture, group.runs)) {
                    ++chosen.dropped;
                    continue;
                }
                seen.push_back(picture);
                chosen.ofRun[r].push_back(t);
            }
        }
    }
    return chosen;
}

/// Responses to the chosen trials of a run, each in a model of its own: chosen x voxels.
Eigen::MatrixXf patternsOf(const glm::KeptSeries& series, std::size_t r,
                           const std::vector<Index>& chosen, Progress& progress)
{
    const glm::SeriesRun& run = series.runs()[r];
    const std::vector<std::string> own = {"train_face"};
    const MatrixXd others = glm::conditionsWithout(run, series.index().conditions, own);
    const MatrixXd all
        = glm::oneByOneResponses(run.trainingResponses, others, series.values(r), progress);
    return all(chosen, Eigen::all).cast<float>();
}

/// The trials of a group with their patterns and codes in the model's units.
glm::FaceSet trialsOf(const glm::KeptSeries& series, const RunGroup& group,
                      const ChosenTrials& chosen, const glm::TrainingCodes& codes,
                      Progress& progress)
{
    glm::FaceSet set;
    set.patterns.resize(0, series.voxels());
    std::vector<glm::ShownFace> shown;
    for (const std::size_t r : group.runs) {
        const std::vector<Index>& trials = chosen.ofRun[r];
        const Eigen::MatrixXf patterns = patternsOf(series, r, trials, progress);
        const Index before = set.patterns.rows();
        set.patterns.conservativeResize(before + patterns.rows(), Eigen::NoChange);
        set.patterns.bottomRows(patterns.rows()) = patterns;
        for (const Index t : trials) {
            shown.push_back(series.runs()[r].training[static_cast<std::size_t>(t)]);
            set.names.push_back(shown.back().stimulus);
            set.pictures.emplace_back();
        }
        progress.step();
    }
    set.codes = codes.of(shown);
    return set;
}

glm::ModelFit withWeights(const glm::ModelFit& model, const glm::KeptSeries& series,
                          const glm::SeriesSums& sums)
{
    glm::ModelFit fold;
    fold.model = model.model;
    fold.modelFile = model.modelFile;
    fold.latentMean = model.latentMean;
    fold.latentSd = model.latentSd;
    fold.weights
        = glm::Weights(glm::weightsOf(series, sums, glm::estimate(sums)).matrix.cast<float>());
    return fold;
}

/// The criterion on sums of some runs: t of faces - fixation without the latents, F of the latents.
image::VoxelSet selectedBy(const glm::Selection& selection, const glm::Fit& fit,
                           const glm::KeptSeries& series, const glm::SeriesSums& sums)
{
    const Index face = series.index().condition("train_face");
    const Index fixation = series.index().condition("fixation");
    const bool isLocal = selection.criterion == glm::Criterion::T
                         || selection.criterion == glm::Criterion::TAndGain;
    // The other criteria count voxels, and here only some of them are known.
    if (face < 0 || !isLocal)
        return {};
    const glm::SeriesSums conditions = glm::conditionsOf(sums);
    const glm::SeriesEstimates without = glm::estimate(conditions);
    const glm::SeriesEstimates with = glm::estimate(sums);
    const Eigen::VectorXd squaresWithout = without.residualSquares(conditions);
    const Eigen::VectorXd squaresWith = with.residualSquares(sums);

    std::vector<Index> columns = {face};
    Eigen::VectorXd contrast = Eigen::VectorXd::Ones(1);
    if (fixation >= 0 && without.placeOf(fixation) >= 0) {
        columns.push_back(fixation);
        contrast = Eigen::Vector2d(1, -1);
    }
    const double spread = contrast.dot(without.inverseOf(columns) * contrast);
    const auto freedom = static_cast<double>(without.freedom);
    std::vector<float> t;
    for (Index v = 0; v < series.voxels(); ++v) {
        const double effect = contrast.dot(Eigen::VectorXd(without.beta(columns, v)));
        t.push_back(static_cast<float>(effect / std::sqrt(squaresWithout[v] / freedom * spread)));
    }
    glm::LatentTests tests;
    const auto spanOf = [](const Eigen::VectorXd& numbers) {
        return std::span(numbers.data(), static_cast<std::size_t>(numbers.size()));
    };
    tests.add({spanOf(squaresWithout), freedom, without.solver->rank()},
              {spanOf(squaresWith), static_cast<double>(with.freedom), with.solver->rank()},
              spanOf(sums.squares));
    const std::vector<Index> positions
        = glm::selectedVoxels({t, freedom, tests.gain, tests.gainP}, selection);
    return glm::voxelsAt(fit.grid, series.index().voxels, positions);
}

/// What is left of one scan's noise in a single trial: 1 / |x|² of its column, on the average.
double noiseOfTrials(const glm::KeptSeries& series)
{
    double sum = 0;
    Index trials = 0;
    for (const glm::SeriesRun& run : series.runs())
        for (Index t = 0; t < run.trainingResponses.cols(); ++t)
            if (const double squares = run.trainingResponses.col(t).squaredNorm(); squares > 0) {
                sum += 1 / squares;
                ++trials;
            }
    return trials > 0 ? sum / static_cast<double>(trials) : 0;
}

} // namespace

std::optional<glm::Selection> selectionOf(const glm::Fit& fit)
{
    if (!fit.provenance.is_object() || !fit.provenance.contains("options"))
        return {};
    const Json& options = fit.provenance.at("options");
    if (!options.is_object() || !options.contains("select"))
        return {};
    glm::Selection selection;
    const std::string name = options.value("select", "");
    if (name == "t")
        selection.criterion = glm::Criterion::T;
    else if (name != "t_and_gain")
        return {};
    selection.tThreshold = options.value("t", selection.tThreshold);
    selection.pThreshold = options.value("p", selection.pThreshold);
    return selection;
}

bool canHaveTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model)
{
    return glm::isKeptSeries(fit.folder / "series") || hasTrainingFolds(fit.folder, model);
}

TrainingFolds makeTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model, Progress& progress)
{
    if (hasTrainingFolds(fit.folder, model))
        return readTrainingFolds(fit, model);
    if (!glm::isKeptSeries(fit.folder / "series"))
        throw usage(FUSIFORM_TR("core", "Cross-validation needs the scans, and the fit kept no "
                                        "series of them: fit again with --series keep."));
    TrainingFoldOptions options;
    if (const auto selection = selectionOf(fit))
        options.selection = *selection;
    else
        options.selection.criterion = glm::Criterion::Top; // not looked at inside folds
    return trainingFolds(fit, model, glm::KeptSeries::read(fit.folder / "series"), options,
                         progress);
}

TrainingFolds trainingFolds(const glm::Fit& fit, const glm::ModelFit& model,
                            const glm::KeptSeries& series, const TrainingFoldOptions& options,
                            Progress& progress)
{
    TrainingFolds result;
    const std::vector<RunGroup> groups = grouped(series, result.unit);
    result.fit.folder = fit.folder;
    result.fit.subject = fit.subject;
    result.fit.grid = fit.grid;
    result.fit.voxels = series.index().voxels;
    result.trialNoise = noiseOfTrials(series);

    const glm::TrainingCodes codes = series.codes(model.model.name);
    const std::vector<MatrixXd> scaled
        = glm::scaledTrialCodes(series, codes, model.latentMean, model.latentSd);
    const ChosenTrials chosen
        = chosenTrials(series, groups, Pictures(series, codes), options.trials);
    result.dropped = chosen.dropped;

    const std::size_t runs = series.runs().size();
    progress.begin(FUSIFORM_TR("core", "Preparing the cross-validation"), 4 * runs);
    std::vector<std::size_t> order(runs);
    std::iota(order.begin(), order.end(), std::size_t(0));
    const glm::SeriesSums all = glm::sumsOf(series, scaled, order, progress);
    glm::SeriesSums own = glm::sumsOf(series, scaled, groups.front().runs, progress);
    for (std::size_t f = 0; f < groups.size(); ++f) {
        const std::size_t next = (f + 1) % groups.size();
        TrainingFold& fold = result.folds.emplace_back();
        fold.name = groups[f].name;
        fold.outer.trials = trialsOf(series, groups[f], chosen, codes, progress);
        glm::SeriesSums rest = all;
        rest -= own;
        fold.outer.model = withWeights(model, series, rest);
        fold.selected = selectedBy(options.selection, fit, series, rest);
        own = glm::sumsOf(series, scaled, groups[next].runs, progress);
        rest -= own;
        fold.inner.model = withWeights(model, series, rest);
    }
    for (std::size_t f = 0; f < groups.size(); ++f)
        result.folds[f].inner.trials = result.folds[(f + 1) % groups.size()].outer.trials;
    return result;
}

} // namespace fusiform::decode
