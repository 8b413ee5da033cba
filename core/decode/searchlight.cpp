// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/searchlight.h"

#include "core/decode/code_similarity.h"
#include "core/decode/region_gram.h"
#include "core/decode/ridge_decoder.h"
#include "core/decode/searchlight_balls.h"
#include "core/math/correlation.h"
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

// Some 100 ms of work at 1,025 rows and 80 voxels a ball on two cores: a cancel waits no longer.
constexpr std::size_t kCentresAtOnce = 128;
constexpr float kNoValue = std::numeric_limits<float>::quiet_NaN();

/// wins(f, g): how often true face g beats the other true faces in row f, in half wins (a tie
/// counts one, a win two). A row of NaN beats nothing.
Eigen::MatrixXi halfWins(const MatrixXd& similarity)
{
    const Index n = similarity.rows();
    Eigen::MatrixXi wins = Eigen::MatrixXi::Zero(n, n);
    for (Index f = 0; f < n; ++f)
        for (Index g = 0; g < n; ++g)
            for (Index h = 0; h < n; ++h)
                if (h != g)
                    wins(f, g) += (similarity(f, g) > similarity(f, h) ? 2 : 0)
                                  + (similarity(f, g) == similarity(f, h) ? 1 : 0);
    return wins;
}

/// Orders of the faces: order[f] is the true face whose name decoded face f goes by.
using Order = std::vector<Index>;

Order inOrder(Index faces)
{
    Order order(static_cast<std::size_t>(faces));
    std::iota(order.begin(), order.end(), Index{0});
    return order;
}

int halfWinsOf(const Eigen::MatrixXi& wins, const Order& order)
{
    int sum = 0;
    for (Index f = 0; f < wins.rows(); ++f)
        sum += wins(f, order[static_cast<std::size_t>(f)]);
    return sum;
}

struct Orders {
    std::vector<Order> list;
    bool areAll = false; ///< the true one among them
};

Orders permuted(Index faces, const SearchlightOptions& options)
{
    Orders orders;
    Order order = inOrder(faces);
    double all = 1;
    for (Index f = 2; f <= faces; ++f)
        all *= static_cast<double>(f);
    orders.areAll = options.permutations > 0 && all <= static_cast<double>(options.permutations);
    if (orders.areAll) {
        do
            orders.list.push_back(order);
        while (std::ranges::next_permutation(order).found);
        return orders;
    }
    Random random(options.seed);
    for (std::int64_t p = 0; p < options.permutations; ++p) {
        random.shuffle(order);
        orders.list.push_back(order);
    }
    return orders;
}

/// What one ball gives.
struct BallScore {
    int observed = -1; ///< half wins; negative: too few voxels
    int reached = 0; ///< permutations with as many half wins
    std::vector<int> permuted; ///< half wins, one a permutation
};

/// All balls, with what they share.
class BallDecoder {
public:
    BallDecoder(const glm::Fit& fit, const glm::ModelFit& model, const glm::FaceSet& faces,
                const SearchlightOptions& options, Progress& progress)
        : m_model(model),
          m_faces(faces),
          m_options(options),
          m_columns(model.weights, faces.patterns),
          m_balls(
              fit, options.radiusMm, [this](Index v) { return m_columns.isUsable(v); }, progress),
          m_orders(permuted(faces.count(), options)),
          m_true(inOrder(faces.count()))
    {
        m_ridge.strength = options.decoding.decoder == "ols" ? 0 : options.decoding.ridge;
    }
    [[nodiscard]] BallScore score(Index position) const;
    [[nodiscard]] const Orders& orders() const { return m_orders; }
    /// Half wins of a perfect score.
    [[nodiscard]] int most() const
    {
        return static_cast<int>(2 * m_faces.count() * (m_faces.count() - 1));
    }

private:
    const glm::ModelFit& m_model;
    const glm::FaceSet& m_faces;
    const SearchlightOptions& m_options;
    VoxelColumns m_columns;
    Balls m_balls;
    Orders m_orders;
    Order m_true;
    RidgeOptions m_ridge;
};

BallScore BallDecoder::score(Index position) const
{
    BallScore score;
    const std::vector<Index> members = m_balls.around(position);
    if (static_cast<Index>(members.size()) < m_options.fewestVoxels)
        return score;
    const MatrixXd columns = m_columns.gather(members);
    const Index rows = m_columns.weightRows();
    const RidgeSolution solution
        = ridgeDecode(columns.topRows(rows), columns.bottomRows(columns.rows() - rows), m_ridge);
    const ComparedCodes codes = comparedCodes(solution.codes.leftCols(rows - 1), m_faces.codes,
                                              m_model, m_options.decoding.scoreInSd);
    const Eigen::MatrixXi wins = halfWins(math::rowCorrelations(codes.decoded, codes.truth));
    score.observed = halfWinsOf(wins, m_true);
    for (const Order& order : m_orders.list) {
        score.permuted.push_back(halfWinsOf(wins, order));
        score.reached += score.permuted.back() >= score.observed;
    }
    return score;
}

/// The p value when `reached` of the permutations gave as much: all orders hold the true one, drawn
/// ones do not (Phipson & Smyth 2010).
double pOf(std::int64_t reached, const Orders& orders)
{
    const auto count = static_cast<double>(orders.list.size());
    const auto times = static_cast<double>(reached);
    return orders.areAll ? times / count : (times + 1) / (count + 1);
}

/// By half wins: the share of permutations whose best ball has as many, as a p value.
std::vector<double> correctedP(const std::vector<int>& maxima, int most, const Orders& orders)
{
    std::vector<double> byWins;
    for (int wins = 0; wins <= most; ++wins)
        byWins.push_back(
            pOf(std::ranges::count_if(maxima, [wins](int m) { return m >= wins; }), orders));
    return byWins;
}

void checkFaces(const glm::FaceSet& faces, const SearchlightOptions& options)
{
    if (faces.count() < 2)
        throw usage(FUSIFORM_TR("core", "A searchlight needs two faces at least; there are %1.")
                        .arg(faces.count()));
    if (faces.codes.rows() != faces.count() || !faces.codes.allFinite())
        throw usage(FUSIFORM_TR("core", "The codes of the faces are not known, so they cannot be "
                                        "recognised."));
    if (!(options.radiusMm > 0))
        throw usage(FUSIFORM_TR("core", "The radius has to be more than 0 mm."));
}

/// What the permutations say of a complete map.
void addPermutations(SearchlightMap& map, const BallDecoder& decoder,
                     const std::vector<BallScore>& scores, const std::vector<int>& maxima,
                     double level)
{
    const Orders& orders = decoder.orders();
    const std::vector<double> byWins = correctedP(maxima, decoder.most(), orders);
    map.p.assign(scores.size(), kNoValue);
    map.pCorrected.assign(scores.size(), kNoValue);
    for (std::size_t v = 0; v < scores.size(); ++v)
        if (const BallScore& score = scores[v]; score.observed >= 0) {
            map.p[v] = static_cast<float>(pOf(score.reached, orders));
            map.pCorrected[v]
                = static_cast<float>(byWins[static_cast<std::size_t>(score.observed)]);
        }
    const auto first = std::ranges::find_if(byWins, [level](double p) { return p <= level; });
    if (first != byWins.end())
        map.threshold = static_cast<double>(first - byWins.begin()) / decoder.most();
    map.permutations = static_cast<std::int64_t>(orders.list.size());
    map.areAllPermutations = orders.areAll;
}

} // namespace

SearchlightMap searchlight(const glm::Fit& fit, const glm::ModelFit& model,
                           const glm::FaceSet& faces, const SearchlightOptions& options,
                           Progress& progress, const SearchlightObserver& observer)
{
    checkFaces(faces, options);
    SearchlightMap map;
    map.accuracy.assign(fit.voxels.size(), kNoValue);
    progress.begin(FUSIFORM_TR("core", "Decoding around every voxel"), fit.voxels.size());
    const BallDecoder decoder(fit, model, faces, options, progress);
    std::vector<BallScore> scores(fit.voxels.size());
    std::vector<int> maxima(decoder.orders().list.size(), 0);
    for (std::size_t begin = 0; begin < scores.size(); begin += kCentresAtOnce) {
        const std::size_t end = std::min(begin + kCentresAtOnce, scores.size());
        parallelFor(end - begin, [&](std::size_t c) {
            scores[begin + c] = decoder.score(static_cast<Index>(begin + c));
        });
        for (std::size_t v = begin; v < end; ++v) {
            BallScore& score = scores[v];
            if (score.observed < 0) {
                ++map.tooFewVoxels;
                continue;
            }
            ++map.centres;
            map.accuracy[v] = static_cast<float>(static_cast<double>(score.observed)
                                                 / static_cast<double>(decoder.most()));
            for (std::size_t p = 0; p < maxima.size(); ++p)
                maxima[p] = std::max(maxima[p], score.permuted[p]);
            score.permuted = {}; // 1,000 numbers a voxel are too many to keep
        }
        if (observer)
            observer(map.accuracy);
        map.isComplete = goesOn(progress, end - begin) || end == scores.size();
        if (!map.isComplete)
            return map;
    }
    if (!maxima.empty())
        addPermutations(map, decoder, scores, maxima, options.level);
    return map;
}

} // namespace fusiform::decode
