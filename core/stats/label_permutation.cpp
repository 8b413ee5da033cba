// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/label_permutation.h"

#include "core/stats/orders.h"
#include "core/util/error.h"

#include <cmath>

namespace fusiform::stats {

namespace {

using Eigen::Index;

/// Twice the comparisons that decoded face f wins if true face g is its own: whole numbers.
Eigen::MatrixXi wins(const Eigen::Ref<const Eigen::MatrixXd>& similarity)
{
    Eigen::MatrixXi doubled(similarity.rows(), similarity.cols());
    for (Index f = 0; f < similarity.rows(); ++f)
        for (Index g = 0; g < similarity.cols(); ++g) {
            const auto row = similarity.row(f).array();
            const double own = similarity(f, g);
            doubled(f, g) = static_cast<int>(2 * (row < own).count() + (row == own).count()) - 1;
            if (std::isnan(own)) // a constant code wins nothing
                doubled(f, g) = 0;
        }
    return doubled;
}

} // namespace

LabelPermutation permuteLabels(const Eigen::Ref<const Eigen::MatrixXd>& similarity,
                               std::int64_t orders, std::uint64_t seed, Progress& progress)
{
    const Index faces = similarity.rows();
    if (faces < 2 || similarity.cols() != faces || orders < 1)
        throw usage(FUSIFORM_TR("core", "Labels of %1 faces in %2 orders cannot be permuted.")
                        .arg(faces)
                        .arg(orders));
    const Eigen::MatrixXi won = wins(similarity);
    const auto scoreOf = [&](std::span<const Index> order) {
        std::int64_t sum = 0;
        for (std::size_t f = 0; f < order.size(); ++f)
            sum += won(static_cast<Index>(f), order[f]);
        return sum;
    };
    const std::int64_t observed = won.diagonal().cast<std::int64_t>().sum();
    const double whole = 2.0 * static_cast<double>(faces * (faces - 1));
    LabelPermutation result;
    result.score = static_cast<double>(observed) / whole;
    std::int64_t atLeast = 0;
    std::int64_t more = 0;
    double sum = 0;
    const OrdersLooked looked
        = forEachOrder(faces, orders, Random(seed), progress, [&](std::span<const Index> order) {
              const std::int64_t score = scoreOf(order);
              atLeast += score >= observed;
              more += score > observed;
              sum += static_cast<double>(score) / whole;
          });
    result.orders = looked.count;
    result.isExact = looked.isExact;
    result.p = looked.p(atLeast);
    result.strict = static_cast<double>(more) / static_cast<double>(looked.count);
    result.chance = sum / static_cast<double>(looked.count);
    return result;
}

} // namespace fusiform::stats
