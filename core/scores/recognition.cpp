// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scores/recognition.h"

#include <limits>

namespace fusiform::scores {

namespace {

using Eigen::Index;

struct Comparisons {
    Index won = 0;
    Index tied = 0;
    Index total = 0;
};

Comparisons compare(const Eigen::Ref<const Eigen::MatrixXd>& similarity, Index row)
{
    Comparisons result;
    const double own = similarity(row, row);
    for (Index column = 0; column < similarity.cols(); ++column) {
        if (column == row)
            continue;
        result.won += own > similarity(row, column);
        result.tied += own == similarity(row, column);
        ++result.total;
    }
    return result;
}

Comparisons compareAll(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    Comparisons sum;
    for (Index row = 0; row < similarity.rows(); ++row) {
        const Comparisons one = compare(similarity, row);
        sum.won += one.won;
        sum.tied += one.tied;
        sum.total += one.total;
    }
    return sum;
}

double share(double part, Index total)
{
    return total > 0 ? part / static_cast<double>(total) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

double pairwise(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    const Comparisons all = compareAll(similarity);
    return share(static_cast<double>(all.won) + 0.5 * static_cast<double>(all.tied), all.total);
}

std::vector<double> pairwiseOfRows(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    std::vector<double> shares;
    for (Index row = 0; row < similarity.rows(); ++row) {
        const Comparisons one = compare(similarity, row);
        shares.push_back(
            share(static_cast<double>(one.won) + 0.5 * static_cast<double>(one.tied), one.total));
    }
    return shares;
}

double pairwiseStrict(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    const Comparisons all = compareAll(similarity);
    return share(static_cast<double>(all.won), all.total);
}

double full(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    Index best = 0;
    for (const int rank : ranks(similarity))
        best += rank == 1;
    return share(static_cast<double>(best), similarity.rows());
}

std::vector<int> ranks(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    std::vector<int> result;
    for (Index row = 0; row < similarity.rows(); ++row) {
        const Comparisons one = compare(similarity, row);
        result.push_back(static_cast<int>(1 + one.total - one.won));
    }
    return result;
}

} // namespace fusiform::scores
