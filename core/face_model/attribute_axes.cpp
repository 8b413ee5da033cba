// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/attribute_axes.h"

#include "core/face_model/standard_codes.h"
#include "core/math/blas.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace fusiform::face_model {

namespace {

using Eigen::Index;

constexpr int kFolds = 5;
constexpr Index kFewest = 10; // pictures on a side
constexpr double kPenalty = 1;

/// Which fold each picture is in; every fold has as many, up to one.
std::vector<int> foldsOf(Index pictures, std::uint64_t seed)
{
    std::vector<int> folds(static_cast<std::size_t>(pictures));
    for (std::size_t i = 0; i < folds.size(); ++i)
        folds[i] = static_cast<int>(i % kFolds);
    Random(seed, 200).shuffle(folds);
    return folds;
}

/// A direction with the place along it where the attribute begins.
struct Cut {
    Eigen::VectorXd direction;
    double threshold = 0;
};

/// The means of the codes without (first) and with the attribute.
std::pair<Eigen::VectorXd, Eigen::VectorXd> meansOf(const Eigen::MatrixXd& codes,
                                                    const Eigen::VectorXi& labels)
{
    const Eigen::VectorXd without = (labels.array() < 0).cast<double>();
    const Eigen::VectorXd with = (labels.array() > 0).cast<double>();
    return {codes.transpose() * without / without.sum(), codes.transpose() * with / with.sum()};
}

Cut meanDifference(const Eigen::MatrixXd& codes, const Eigen::VectorXi& labels)
{
    const auto [without, with] = meansOf(codes, labels);
    const Eigen::VectorXd direction = with - without;
    return {direction, direction.dot(with + without) / 2};
}

/// Logistic regressions on the same codes, one after the other.
class LogisticRegression {
public:
    explicit LogisticRegression(const Eigen::MatrixXd& codes)
        : m_standard(StandardCodes::of(codes)), m_design(codes.rows(), codes.cols() + 1)
    {
        m_design.leftCols(codes.cols()) = m_standard(codes);
        m_design.rightCols(1).setOnes();
        Eigen::MatrixXd bound = math::transposedProduct(m_design, m_design) / 4;
        bound.diagonal().head(codes.cols()).array() += kPenalty;
        m_bound.compute(bound);
    }

    [[nodiscard]] Cut fit(const Eigen::VectorXi& labels, const Progress& progress) const
    {
        constexpr int kSteps = 300;
        const Index latents = m_design.cols() - 1;
        const Eigen::VectorXd known = (labels.array() != 0).cast<double>();
        const Eigen::VectorXd wanted = (labels.array() > 0).cast<double>();
        Eigen::VectorXd weights = Eigen::VectorXd::Zero(m_design.cols());
        for (int step = 0; step < kSteps; ++step) {
            progress.checkpoint();
            const Eigen::ArrayXd probability = 1 / (1 + (-(m_design * weights).array()).exp());
            Eigen::VectorXd gradient
                = m_design.transpose() * (known.array() * (wanted.array() - probability)).matrix();
            gradient.head(latents) -= kPenalty * weights.head(latents);
            const Eigen::VectorXd change = m_bound.solve(gradient);
            weights += change;
            if (change.norm() < 1e-7 * (1 + weights.norm()))
                break;
        }
        const Eigen::VectorXd direction
            = weights.head(latents).cwiseProduct(m_standard.scale.transpose());
        return {direction, direction.dot(m_standard.mean) - weights[latents]};
    }

private:
    StandardCodes m_standard;
    Eigen::MatrixXd m_design; ///< standardised codes, and ones
    Eigen::LLT<Eigen::MatrixXd> m_bound; ///< on minus the Hessian, with the penalty
};

/// Right answers so far among pictures with and without the attribute.
struct Hits {
    Index with = 0;
    Index without = 0;

    void add(const Cut& cut, const Eigen::MatrixXd& codes, const Eigen::VectorXi& labels)
    {
        const Eigen::VectorXd scores = codes * cut.direction;
        for (Index i = 0; i < labels.size(); ++i) {
            with += labels[i] > 0 && scores[i] > cut.threshold;
            without += labels[i] < 0 && scores[i] <= cut.threshold;
        }
    }
};

AxisReadout readoutOf(Eigen::VectorXd direction, const Hits& hits, const AttributeAxis& axis)
{
    const auto with = static_cast<double>(axis.with);
    const auto without = static_cast<double>(axis.without);
    return {std::move(direction), static_cast<double>(hits.with + hits.without) / (with + without),
            (static_cast<double>(hits.with) / with + static_cast<double>(hits.without) / without)
                / 2};
}

/// The rows of one fold, or of all others.
std::vector<Index> rowsOf(const std::vector<int>& folds, int fold, bool isInside)
{
    std::vector<Index> rows;
    for (std::size_t i = 0; i < folds.size(); ++i)
        if ((folds[i] == fold) == isInside)
            rows.push_back(static_cast<Index>(i));
    return rows;
}

} // namespace

std::vector<AttributeAxis> attributeAxes(const Eigen::MatrixXd& codes,
                                         const Eigen::MatrixXi& labels,
                                         const std::vector<std::string>& names, std::uint64_t seed,
                                         Progress& progress)
{
    if (codes.rows() != labels.rows() || labels.cols() != std::ssize(names))
        throw usage(FUSIFORM_TR("core", "Attributes need a label for each code and a name for each "
                                        "attribute."));
    std::vector<AttributeAxis> axes;
    std::vector<Eigen::VectorXi> known;
    for (Index a = 0; a < labels.cols(); ++a) {
        AttributeAxis axis;
        axis.name = names[static_cast<std::size_t>(a)];
        axis.with = (labels.col(a).array() > 0).count();
        axis.without = (labels.col(a).array() < 0).count();
        if (std::min(axis.with, axis.without) < kFewest) {
            progress.warn(FUSIFORM_TR("core",
                                      "%1: %2 pictures have it and %3 have not; an axis needs "
                                      "ten of each.")
                              .arg(axis.name)
                              .arg(axis.with)
                              .arg(axis.without));
            continue;
        }
        axes.push_back(std::move(axis));
        known.emplace_back(labels.col(a));
    }

    const std::vector<int> folds = foldsOf(codes.rows(), seed);
    std::vector<Hits> meanHits(axes.size());
    std::vector<Hits> logisticHits(axes.size());
    progress.begin(FUSIFORM_TR("core", "Finding axes of attributes"), axes.size() * (kFolds + 1));
    for (int fold = 0; fold < kFolds; ++fold) {
        const std::vector<Index> training = rowsOf(folds, fold, false);
        const std::vector<Index> testing = rowsOf(folds, fold, true);
        const Eigen::MatrixXd trainingCodes = codes(training, Eigen::all);
        const Eigen::MatrixXd testingCodes = codes(testing, Eigen::all);
        const LogisticRegression logistic(trainingCodes);
        parallelFor(axes.size(), [&](std::size_t a) {
            const Eigen::VectorXi fitted = known[a](training);
            const Eigen::VectorXi tested = known[a](testing);
            meanHits[a].add(meanDifference(trainingCodes, fitted), testingCodes, tested);
            logisticHits[a].add(logistic.fit(fitted, progress), testingCodes, tested);
            progress.step();
        });
    }
    const LogisticRegression logistic(codes);
    parallelFor(axes.size(), [&](std::size_t a) {
        const Cut mean = meanDifference(codes, known[a]);
        const Cut fitted = logistic.fit(known[a], progress);
        // Of the length that leads from the one mean to the other along it.
        const double squared = fitted.direction.squaredNorm();
        const double length = squared > 0 ? fitted.direction.dot(mean.direction) / squared : 0;
        axes[a].meanDifference = readoutOf(mean.direction, meanHits[a], axes[a]);
        axes[a].logistic = readoutOf(length * fitted.direction, logisticHits[a], axes[a]);
        progress.step();
    });
    return axes;
}

} // namespace fusiform::face_model
