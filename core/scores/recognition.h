// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <vector>

namespace fusiform::scores {

/// How well decoded codes recognise their faces (paper: pairwise and full recognition;
/// methods 5.1). All take `similarity`, n x n: row f, column g is how much decoded face f looks
/// like true face g. A NaN row (constant code) loses every comparison.

/// Share of ordered pairs (f, g), f != g, with similarity(f, f) > similarity(f, g); ties count
/// half. NaN for fewer than two faces. Chance 0.5.
[[nodiscard]] double pairwise(const Eigen::Ref<const Eigen::MatrixXd>& similarity);
/// The same of each row: the share of comparisons that its own face wins.
[[nodiscard]] std::vector<double>
pairwiseOfRows(const Eigen::Ref<const Eigen::MatrixXd>& similarity);
/// pairwise() with ties lost.
[[nodiscard]] double pairwiseStrict(const Eigen::Ref<const Eigen::MatrixXd>& similarity);
/// Share of rows whose own face is strictly the best. Chance 1/n.
[[nodiscard]] double full(const Eigen::Ref<const Eigen::MatrixXd>& similarity);
/// Rank of the own face in each row: 1 is best; faces that tie with it count as better.
[[nodiscard]] std::vector<int> ranks(const Eigen::Ref<const Eigen::MatrixXd>& similarity);

} // namespace fusiform::scores
