// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/searchlight_training.h"

#include "core/decode/code_similarity.h"
#include "core/decode/region_gram.h"
#include "core/decode/ridge_decoder.h"
#include "core/decode/searchlight_balls.h"
#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Some 100 ms of work at 1,025 rows, 80 voxels a ball and 8 folds on two cores.
constexpr std::size_t kBallsAtOnce = 32;
constexpr Index kVoxelsOfAgreement = 2048; // whose weights are doubles at one time
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// Rows less their mean, of unit length.
MatrixXd standardisedRows(MatrixXd rows)
{
    rows.colwise() -= VectorXd(rows.rowwise().mean());
    for (auto row : rows.rowwise())
        row /= row.norm();
    return rows;
}

/// A fold with what its balls share. Similarities of a row are told up to a positive factor: a
/// score compares within rows only, and the length of a decoded code is that factor.
class FoldBalls {
public:
    FoldBalls(const TrainingFold& fold, const glm::Fit& fit, const SearchlightOptions& options,
              Progress& progress);
    [[nodiscard]] Index trials() const { return m_truth.rows(); }
    [[nodiscard]] bool isUsable(Index position) const
    {
        return m_isUsable[static_cast<std::size_t>(position)];
    }
    /// Trials x trials: decoded trial f with true code g.
    [[nodiscard]] MatrixXd similarity(const std::vector<Index>& members) const;

private:
    void addAgreement(Progress& progress);
    [[nodiscard]] MatrixXd byWholeCodes(const MatrixXd& columns) const;

    const glm::ModelFit& m_model;
    const glm::FaceSet& m_trials;
    bool m_isInSd;
    RidgeOptions m_ridge;
    VoxelColumns m_columns;
    std::vector<bool> m_isUsable; ///< of the fold's criterion, with finite numbers
    MatrixXd m_truth; ///< trials x latents, rows standardised
    MatrixXd m_agreement; ///< trials x voxels: m_truth times the voxel's weights, in compared units
    VectorXd m_constant; ///< per trial: what latents that do not vary add
};

FoldBalls::FoldBalls(const TrainingFold& fold, const glm::Fit& fit,
                     const SearchlightOptions& options, Progress& progress)
    : m_model(fold.outer.model),
      m_trials(fold.outer.trials),
      m_isInSd(options.decoding.scoreInSd),
      m_columns(m_model.weights, m_trials.patterns)
{
    m_ridge.strength = options.decoding.decoder == "ols" ? 0 : options.decoding.ridge;
    const bool isChosen = fold.selected.shape() == fit.grid.shape;
    for (std::size_t v = 0; v < fit.voxels.size(); ++v)
        m_isUsable.push_back(
            m_columns.isUsable(static_cast<Index>(v))
            && (!isChosen || fold.selected.contains(fit.grid.voxel(fit.voxels[v]))));
    addAgreement(progress);
}

void FoldBalls::addAgreement(Progress& progress)
{
    const Index latents = m_model.weights.latentSize();
    // A code of zeros has what latents that do not vary always have.
    const ComparedCodes none = comparedCodes(MatrixXd::Zero(m_trials.count(), latents),
                                             m_trials.codes, m_model, m_isInSd);
    m_truth = standardisedRows(none.truth);
    m_constant = m_truth * none.decoded.row(0).transpose();
    VectorXd unit = VectorXd::Ones(latents);
    if (!m_isInSd)
        unit = (glm::inverseOfSd(m_model.latentMean, m_model.latentSd).array() > 0)
                   .select(m_model.latentSd, 0.0);
    const MatrixXd truth = m_truth * unit.asDiagonal();
    m_agreement.resize(truth.rows(), m_model.weights.voxels());
    for (Index v = 0; v < m_agreement.cols(); v += kVoxelsOfAgreement) {
        progress.checkpoint();
        const Index count = std::min(kVoxelsOfAgreement, m_agreement.cols() - v);
        m_agreement.middleCols(v, count) = math::product(
            truth, m_model.weights.matrix().block(0, v, latents, count).cast<double>());
    }
}

/// Balls with more voxels than W has rows: their codes are made.
MatrixXd FoldBalls::byWholeCodes(const MatrixXd& columns) const
{
    const Index rows = m_columns.weightRows();
    const RidgeSolution solution
        = ridgeDecode(columns.topRows(rows), columns.bottomRows(columns.rows() - rows), m_ridge);
    const ComparedCodes codes
        = comparedCodes(solution.codes.leftCols(rows - 1), m_trials.codes, m_model, m_isInSd);
    return math::product(codes.decoded, m_truth.transpose().eval());
}

/// The voxel form of ridgeDecode, X = L K⁻¹ (y - β b), with the true codes C standardised: of C X
/// only (C L) is looked up.
MatrixXd FoldBalls::similarity(const std::vector<Index>& members) const
{
    const MatrixXd columns = m_columns.gather(members);
    const Index rows = m_columns.weightRows();
    const auto voxels = static_cast<Index>(members.size());
    if (voxels >= rows)
        return byWholeCodes(columns);
    const double lambda
        = m_ridge.strength * columns.topRows(rows).squaredNorm() / static_cast<double>(rows);
    const bool hasFreeBias = lambda > 0;
    const MatrixXd l = columns.topRows(rows - (hasFreeBias ? 1 : 0)).transpose();
    MatrixXd kernel = MatrixXd::Zero(voxels, voxels);
    math::addRankUpdate(l, 1, kernel);
    kernel.diagonal().array() += lambda;
    const math::SymmetricSolver solver(kernel);
    MatrixXd target = columns.bottomRows(columns.rows() - rows).transpose(); // voxels x trials
    if (hasFreeBias) {
        const VectorXd bias = columns.row(rows - 1).transpose();
        const VectorXd solved = solver.solve(bias);
        const VectorXd beta = (target.transpose() * solved) / bias.dot(solved);
        target -= bias * beta.transpose();
    }
    const MatrixXd read = solver.solve(target);
    MatrixXd similarity = m_constant.transpose().replicate(trials(), 1);
    const MatrixXd agreement = m_agreement(Eigen::all, members);
    math::multiplyAdd(read, math::Transpose::Yes, agreement, math::Transpose::Yes, similarity);
    return similarity;
}

/// For every decoded trial and true code the half wins against the other codes; a row that says
/// nothing wins nothing.
Eigen::MatrixXi halfWinsByRank(const MatrixXd& similarity)
{
    const Index n = similarity.rows();
    Eigen::MatrixXi wins = Eigen::MatrixXi::Zero(n, n);
    std::vector<std::pair<double, Index>> row(static_cast<std::size_t>(n));
    for (Index f = 0; f < n; ++f) {
        if (!similarity.row(f).allFinite())
            continue;
        for (Index g = 0; g < n; ++g)
            row[static_cast<std::size_t>(g)] = {similarity(f, g), g};
        std::ranges::sort(row);
        for (std::size_t begin = 0; begin < row.size();) {
            std::size_t end = begin + 1;
            while (end < row.size() && row[end].first == row[begin].first)
                ++end;
            for (std::size_t at = begin; at < end; ++at)
                wins(f, row[at].second) = static_cast<int>(2 * begin + (end - begin - 1));
            begin = end;
        }
    }
    return wins;
}

/// Half wins of the true order alone.
int trueHalfWins(const MatrixXd& similarity)
{
    int wins = 0;
    for (Index f = 0; f < similarity.rows(); ++f)
        for (Index g = 0; g < similarity.cols(); ++g)
            if (g != f)
                wins += (similarity(f, f) > similarity(f, g) ? 2 : 0)
                        + (similarity(f, f) == similarity(f, g) ? 1 : 0);
    return wins;
}

/// By permutation and fold: which true code every trial goes by.
using Exchange = std::vector<std::vector<Index>>;

std::vector<Exchange> exchanges(const std::vector<FoldBalls>& folds,
                                const SearchlightOptions& options)
{
    Random random(options.seed);
    std::vector<Exchange> all;
    for (std::int64_t p = 0; p < options.permutations; ++p) {
        Exchange& exchange = all.emplace_back();
        for (const FoldBalls& fold : folds) {
            exchange.emplace_back(static_cast<std::size_t>(fold.trials()));
            std::iota(exchange.back().begin(), exchange.back().end(), Index{0});
            random.shuffle(exchange.back());
        }
    }
    return all;
}

struct TrainingBall {
    double accuracy = -1; ///< negative: too few voxels
    Index reached = 0; ///< permutations with as much
    std::vector<double> permuted; ///< accuracy, one a permutation
};

class TrainingBalls {
public:
    TrainingBalls(const TrainingFolds& folds, const SearchlightOptions& options, Progress& progress)
        : m_options(options),
          m_folds(foldsOf(folds, options, progress)),
          m_balls(
              folds.fit, options.radiusMm,
              [this](Index v) {
                  return std::ranges::any_of(
                      m_folds, [v](const FoldBalls& fold) { return fold.isUsable(v); });
              },
              progress),
          m_exchanges(exchanges(m_folds, options))
    {
    }
    [[nodiscard]] TrainingBall score(Index position) const;
    [[nodiscard]] std::size_t permutations() const { return m_exchanges.size(); }

private:
    [[nodiscard]] static std::vector<FoldBalls>
    foldsOf(const TrainingFolds& folds, const SearchlightOptions& options, Progress& progress);
    void add(const MatrixXd& similarity, std::size_t fold, TrainingBall& ball) const;

    const SearchlightOptions& m_options;
    std::vector<FoldBalls> m_folds;
    Balls m_balls;
    std::vector<Exchange> m_exchanges;
};

std::vector<FoldBalls> TrainingBalls::foldsOf(const TrainingFolds& folds,
                                              const SearchlightOptions& options, Progress& progress)
{
    std::vector<FoldBalls> all;
    all.reserve(folds.folds.size());
    for (const TrainingFold& fold : folds.folds)
        all.emplace_back(fold, folds.fit, options, progress);
    return all;
}

/// Adds the share of pairs that a fold wins, as its part of the mean over the folds.
void TrainingBalls::add(const MatrixXd& similarity, std::size_t fold, TrainingBall& ball) const
{
    const auto n = static_cast<double>(similarity.rows());
    const double part = 1 / (2 * n * (n - 1) * static_cast<double>(m_folds.size()));
    if (m_exchanges.empty()) {
        ball.accuracy += part * trueHalfWins(similarity);
        return;
    }
    const Eigen::MatrixXi wins = halfWinsByRank(similarity);
    ball.accuracy += part * static_cast<double>(wins.diagonal().sum());
    for (std::size_t p = 0; p < m_exchanges.size(); ++p) {
        const std::vector<Index>& order = m_exchanges[p][fold];
        int sum = 0;
        for (Index f = 0; f < wins.rows(); ++f)
            sum += wins(f, order[static_cast<std::size_t>(f)]);
        ball.permuted[p] += part * sum;
    }
}

TrainingBall TrainingBalls::score(Index position) const
{
    const std::vector<Index> around = m_balls.around(position);
    std::vector<std::vector<Index>> members(m_folds.size());
    for (std::size_t f = 0; f < m_folds.size(); ++f) {
        std::ranges::copy_if(around, std::back_inserter(members[f]),
                             [&](Index v) { return m_folds[f].isUsable(v); });
        if (static_cast<Index>(members[f].size()) < m_options.fewestVoxels)
            return {};
    }
    TrainingBall ball;
    ball.accuracy = 0;
    ball.permuted.assign(m_exchanges.size(), 0.0);
    for (std::size_t f = 0; f < m_folds.size(); ++f)
        add(m_folds[f].similarity(members[f]), f, ball);
    // Sums of the same parts in the same order: equal counts give equal numbers but for rounding.
    for (const double permuted : ball.permuted)
        ball.reached += permuted >= ball.accuracy - 1e-12;
    return ball;
}

void checkTrainingFaces(const TrainingFolds& folds, const SearchlightOptions& options)
{
    const std::string& decoder = options.decoding.decoder;
    if (decoder != "ols" && decoder != "ridge")
        throw usage(FUSIFORM_TR("core", "A searchlight of training faces takes the decoders ols "
                                        "and ridge, not %1.")
                        .arg(decoder));
    for (const TrainingFold& fold : folds.folds)
        if (fold.outer.trials.count() < 2)
            throw usage(FUSIFORM_TR("core", "The fold %1 has fewer than two trials to tell apart.")
                            .arg(fold.name));
    if (!(options.radiusMm > 0))
        throw usage(FUSIFORM_TR("core", "The radius has to be more than 0 mm."));
}

/// Drawn orders do not hold the true one (Phipson & Smyth 2010).
float permutationP(Index reached, std::size_t permutations)
{
    return static_cast<float>(static_cast<double>(reached + 1)
                              / (static_cast<double>(permutations) + 1));
}

void addTrainingP(SearchlightMap& map, const std::vector<Index>& places,
                  const std::vector<TrainingBall>& balls, std::vector<double> maxima, double level)
{
    std::ranges::sort(maxima);
    map.p.assign(map.accuracy.size(), kNothing);
    map.pCorrected.assign(map.accuracy.size(), kNothing);
    for (std::size_t v = 0; v < balls.size(); ++v) {
        const double accuracy = balls[v].accuracy;
        if (accuracy < 0)
            continue;
        const auto place = static_cast<std::size_t>(places[v]);
        const auto reached = maxima.end() - std::ranges::lower_bound(maxima, accuracy - 1e-12);
        map.p[place] = permutationP(balls[v].reached, maxima.size());
        map.pCorrected[place] = permutationP(reached, maxima.size());
        if (static_cast<double>(map.pCorrected[place]) <= level)
            map.threshold = std::min(map.threshold.value_or(1), accuracy);
    }
    map.permutations = static_cast<std::int64_t>(maxima.size());
}

} // namespace

SearchlightMap trainingSearchlight(const glm::Fit& fit, const TrainingFolds& folds,
                                   const SearchlightOptions& options, Progress& progress,
                                   const SearchlightObserver& observer)
{
    checkTrainingFaces(folds, options);
    SearchlightMap map;
    map.accuracy.assign(fit.voxels.size(), kNothing);
    std::vector<Index> places; // in the fit, of the voxels of the folds
    for (const image::Index voxel : folds.fit.voxels)
        places.push_back(fit.positionOf(voxel));
    progress.begin(FUSIFORM_TR("core", "Decoding training faces around every voxel"),
                   places.size());
    const TrainingBalls decoder(folds, options, progress);
    std::vector<TrainingBall> balls(places.size());
    std::vector<double> maxima(decoder.permutations(), 0.0);
    for (std::size_t begin = 0; begin < balls.size(); begin += kBallsAtOnce) {
        const std::size_t end = std::min(begin + kBallsAtOnce, balls.size());
        parallelFor(end - begin, [&](std::size_t b) {
            if (places[begin + b] >= 0)
                balls[begin + b] = decoder.score(static_cast<Index>(begin + b));
        });
        for (std::size_t v = begin; v < end; ++v) {
            TrainingBall& ball = balls[v];
            if (ball.accuracy < 0) {
                ++map.tooFewVoxels;
                continue;
            }
            ++map.centres;
            map.accuracy[static_cast<std::size_t>(places[v])] = static_cast<float>(ball.accuracy);
            for (std::size_t p = 0; p < maxima.size(); ++p)
                maxima[p] = std::max(maxima[p], ball.permuted[p]);
            ball.permuted = {};
        }
        if (observer)
            observer(map.accuracy);
        map.isComplete = goesOn(progress, end - begin) || end == balls.size();
        if (!map.isComplete)
            return map;
    }
    if (!maxima.empty())
        addTrainingP(map, places, balls, std::move(maxima), options.level);
    return map;
}

} // namespace fusiform::decode
