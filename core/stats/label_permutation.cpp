// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/label_permutation.h"

#include "core/util/error.h"
#include "core/util/random.h"

#include <algorithm>
#include <numeric>
#include <vector>

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

/// n! or more than `most`.
double ordersOf(Index count, double most)
{
    double orders = 1;
    for (Index i = 2; i <= count && orders <= most; ++i)
        orders *= static_cast<double>(i);
    return orders;
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
    std::vector<Index> order(static_cast<std::size_t>(faces));
    std::iota(order.begin(), order.end(), Index{0});
    const auto scoreOf = [&] {
        std::int64_t sum = 0;
        for (std::size_t f = 0; f < order.size(); ++f)
            sum += won(static_cast<Index>(f), order[f]);
        return sum;
    };
    const std::int64_t observed = scoreOf();
    const double whole = 2.0 * static_cast<double>(faces * (faces - 1));
    LabelPermutation result;
    result.score = static_cast<double>(observed) / whole;
    result.isExact = ordersOf(faces, static_cast<double>(orders)) <= static_cast<double>(orders);
    std::int64_t atLeast = 0;
    std::int64_t more = 0;
    double sum = 0;
    const auto count = [&] {
        const std::int64_t score = scoreOf();
        atLeast += score >= observed;
        more += score > observed;
        sum += static_cast<double>(score) / whole;
        ++result.orders;
        if (result.orders % 4096 == 0 && progress.isCancelled())
            throw cancelled();
    };
    if (result.isExact) {
        do
            count();
        while (std::ranges::next_permutation(order).found);
    } else {
        Random random(seed);
        for (std::int64_t draw = 0; draw < orders; ++draw) {
            random.shuffle(order);
            count();
        }
    }
    const auto looked = static_cast<double>(result.orders);
    const double own = result.isExact ? 0 : 1;
    result.p = (own + static_cast<double>(atLeast)) / (own + looked);
    result.strict = static_cast<double>(more) / looked;
    result.chance = sum / looked;
    return result;
}

} // namespace fusiform::stats
