// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/normal_equations.h"

#include "core/glm/centred.h"
#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"
#include "core/util/memory.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace fusiform::glm {

namespace {
using Eigen::Index;
using math::Transpose;

/// Zeros, written by all threads: of hundreds of MB the kernel's page faults cost more than the
/// writing.
Eigen::MatrixXd zeros(Index rows, Index columns, const Progress& progress)
{
    Eigen::MatrixXd matrix(rows, columns);
    preferLargePages(matrix.data(), static_cast<std::size_t>(matrix.size()) * sizeof(double));
    parallelBlocks(
        static_cast<std::size_t>(columns), kBlockOfVoxels, [&](std::size_t begin, std::size_t end) {
            progress.checkpoint();
            matrix.middleCols(static_cast<Index>(begin), static_cast<Index>(end - begin)).setZero();
        });
    return matrix;
}

/// Takes out what lies in the span of an orthonormal basis.
void project(const Eigen::MatrixXd& basis, Eigen::MatrixXd& columns)
{
    columns -= math::product(basis, math::transposedProduct(basis, columns));
}
} // namespace

Eigen::MatrixXd orthonormalBasis(const Eigen::MatrixXd& columns)
{
    Eigen::MatrixXd basis(columns.rows(), columns.cols());
    Index rank = 0;
    for (Index c = 0; c < columns.cols(); ++c) {
        Eigen::VectorXd rest = columns.col(c);
        const double length = rest.norm();
        // Twice is enough: the second pass removes what rounding left of the first.
        for (int pass = 0; pass < 2; ++pass)
            rest -= basis.leftCols(rank) * (basis.leftCols(rank).transpose() * rest);
        if (rest.norm() > 1e-8 * length)
            basis.col(rank++) = rest.normalized();
    }
    return basis.leftCols(rank);
}

NormalEquations::NormalEquations(Index columns, Index voxels, const Progress& progress)
    : m_xtx(Eigen::MatrixXd::Zero(columns, columns)),
      m_xty(zeros(columns, voxels, progress)),
      m_yty(Eigen::VectorXd::Zero(voxels))
{
}

void NormalEquations::add(const Eigen::MatrixXd& design, const Eigen::MatrixXd& nuisance,
                          const Eigen::Ref<const ScanValues>& values, Progress& progress)
{
    add({.design = design, .trials = {}, .codes = {}, .nuisance = nuisance, .whitening = {}},
        values, progress);
}

void NormalEquations::add(const RunColumns& run, const Eigen::Ref<const ScanValues>& values,
                          Progress& progress, ScanValues* cleaned)
{
    if (m_isFinished)
        throw std::logic_error("a run was added to finished normal equations");
    const Eigen::MatrixXd& w = run.whitening;
    const bool isWhite = w.size() == 0;
    const Index own = run.design.cols();
    const Index latents = run.codes.cols();
    // With as many trials as scans the product is no shorter than the columns themselves.
    const bool isFactored = latents > 0 && run.trials.cols() < run.design.rows();
    const Index trials = isFactored ? run.trials.cols() : 0;
    Eigen::MatrixXd x(run.design.rows(), own + (isFactored ? trials : latents));
    x.leftCols(own) = run.design;
    if (isFactored)
        x.rightCols(trials) = run.trials;
    else if (latents > 0)
        x.rightCols(latents) = math::product(run.trials, run.codes);

    Eigen::MatrixXd basis
        = orthonormalBasis(isWhite ? run.nuisance : math::product(w, run.nuisance));
    if (!isWhite)
        x = math::product(w, x);
    project(basis, x);
    if (isFactored) {
        Eigen::MatrixXd whole(x.rows(), own + latents);
        whole.leftCols(own) = x.leftCols(own);
        whole.rightCols(latents) = math::product(x.rightCols(trials), run.codes);
        addCrossProducts(whole);
    } else {
        addCrossProducts(x);
    }
    m_scans += run.design.rows();
    m_nuisanceRank += basis.cols();
    const Eigen::MatrixXd orthonormal = basis;
    if (cleaned)
        cleaned->resize(values.rows(), values.cols());
    if (!isWhite) {
        // xᵀ(W y) = (W x)ᵀ y: only the sum of squares needs the whitened scans themselves.
        x = math::product(w, x);
        basis = math::product(w, basis);
    }
    if (isFactored) {
        makeRoom(trials, latents, progress);
        m_heldBack.codes.middleRows(m_heldBack.trials, trials) = run.codes;
    }

    parallelBlocks(
        static_cast<std::size_t>(voxels()), kBlockOfVoxels,
        [&](std::size_t begin, std::size_t end) {
            progress.checkpoint();
            const auto first = static_cast<Index>(begin);
            const auto count = static_cast<Index>(end - begin);
            Eigen::MatrixXd y = centred(values.middleCols(first, count));
            Eigen::MatrixXd inBasis = Eigen::MatrixXd::Zero(basis.cols(), count);
            math::multiplyAdd(basis, Transpose::Yes, y, Transpose::No, inBasis);
            const Index plain = x.cols() - trials;
            math::multiplyAdd(x.leftCols(plain), Transpose::Yes, y, Transpose::No,
                              m_xty.block(0, first, plain, count));
            if (isFactored) {
                auto held = m_heldBack.responses.block(m_heldBack.trials, first, trials, count);
                held.setZero();
                math::multiplyAdd(x.rightCols(trials), Transpose::Yes, y, Transpose::No, held);
            }
            if (!isWhite) {
                Eigen::MatrixXd whitened = Eigen::MatrixXd::Zero(y.rows(), count);
                math::multiplyAdd(w, Transpose::No, y, Transpose::No, whitened);
                y.swap(whitened);
            }
            const Eigen::VectorXd squares = y.colwise().squaredNorm();
            if (cleaned) {
                y -= orthonormal * inBasis;
                cleaned->middleCols(first, count) = y.cast<float>();
            }
            m_yty.segment(first, count) += squares - inBasis.colwise().squaredNorm().transpose();
        });
    m_heldBack.trials += trials;
}

void NormalEquations::makeRoom(Index trials, Index latents, Progress& progress)
{
    if (m_heldBack.trials + trials <= m_heldBack.codes.rows())
        return;
    addHeldBack(progress);
    if (trials <= m_heldBack.codes.rows())
        return;
    const Index room = std::max(trials, kTrialsTogether);
    m_heldBack = {};
    m_heldBack.codes.resize(room, latents);
    m_heldBack.responses = zeros(room, voxels(), progress);
}

void NormalEquations::addHeldBack(Progress& progress)
{
    const Index trials = m_heldBack.trials;
    if (trials == 0)
        return;
    const auto codes = m_heldBack.codes.topRows(trials);
    parallelBlocks(static_cast<std::size_t>(voxels()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       math::multiplyAdd(
                           codes, Transpose::Yes,
                           m_heldBack.responses.block(0, first, trials, count), Transpose::No,
                           m_xty.block(columns() - codes.cols(), first, codes.cols(), count));
                   });
    m_heldBack.trials = 0;
}

/// Adds xᵀx, of each block of columns what lies on and above the diagonal.
void NormalEquations::addCrossProducts(const Eigen::MatrixXd& x)
{
    constexpr std::size_t kColumns = 128;
    parallelBlocks(
        static_cast<std::size_t>(x.cols()), kColumns, [&](std::size_t begin, std::size_t end) {
            const auto first = static_cast<Index>(begin);
            const auto last = static_cast<Index>(end);
            math::multiplyAdd(x.leftCols(last), Transpose::Yes, x.middleCols(first, last - first),
                              Transpose::No, m_xtx.block(0, first, last, last - first));
        });
}

void NormalEquations::finish(Progress& progress)
{
    addHeldBack(progress);
    m_heldBack = {};
    m_xtx.triangularView<Eigen::StrictlyLower>() = m_xtx.transpose();
    m_isFinished = true;
}

void NormalEquations::checkFinished() const
{
    if (!m_isFinished)
        throw std::logic_error("normal equations were read before they were finished");
}

const Eigen::MatrixXd& NormalEquations::xtx() const
{
    checkFinished();
    return m_xtx;
}

const Eigen::MatrixXd& NormalEquations::xty() const
{
    checkFinished();
    return m_xty;
}

const Eigen::VectorXd& NormalEquations::yty() const
{
    checkFinished();
    return m_yty;
}

Wanted Wanted::each(std::span<const Index> positions)
{
    Wanted wanted;
    wanted.positions.resize(static_cast<Index>(positions.size()), 1);
    std::ranges::copy(positions, wanted.positions.data());
    wanted.weights = Eigen::VectorXd::Ones(1);
    return wanted;
}

Eigen::MatrixXd Wanted::of(const Eigen::Ref<const Eigen::MatrixXd>& estimates) const
{
    Eigen::MatrixXd combined = Eigen::MatrixXd::Zero(rows(), estimates.cols());
    for (Index f = 0; f < weights.size(); ++f)
        if (weights[f] != 0)
            combined += weights[f] * estimates(positions.col(f), Eigen::all);
    return combined;
}

Estimates estimate(const NormalEquations& equations, std::span<const Index> columns,
                   const Wanted& wanted, std::span<const Index> voxels, Progress& progress)
{
    const std::vector<Index> columnList(columns.begin(), columns.end());
    const Eigen::MatrixXd xtx = equations.xtx()(columnList, columnList);
    const math::SymmetricSolver solver(xtx);

    Estimates result;
    result.columns = columnList;
    result.rank = solver.rank();
    result.degreesOfFreedom = static_cast<double>(equations.degreesOfFreedom() - solver.rank());
    result.inverse = solver.inverse();
    const Eigen::VectorXd scale = xtx.diagonal().cwiseMax(1e-300).cwiseSqrt().cwiseInverse();
    result.conditionNumber = math::conditionNumber(scale.asDiagonal() * xtx * scale.asDiagonal());
    result.beta.resize(wanted.rows(), static_cast<Index>(voxels.size()));
    result.residualSquares.resize(static_cast<Index>(voxels.size()));
    result.squares = equations.yty()(std::vector<Index>(voxels.begin(), voxels.end()));

    parallelBlocks(static_cast<std::size_t>(equations.voxels()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       // The whole block is solved, kept or not: a voxel's bits do not depend on
                       // its company.
                       const Eigen::MatrixXd xty
                           = equations.xty().middleCols(first, count)(columnList, Eigen::all);
                       Eigen::MatrixXd beta = xty;
                       solver.solveInPlace(beta);
                       auto kept = std::ranges::lower_bound(voxels, first);
                       for (; kept != voxels.end() && *kept < first + count; ++kept) {
                           const Index column = *kept - first;
                           const Index to = kept - voxels.begin();
                           const double explained = beta.col(column).dot(xty.col(column));
                           result.residualSquares[to]
                               = std::max(0.0, equations.yty()[*kept] - explained);
                           result.beta.col(to) = wanted.of(beta.col(column)).cast<float>();
                       }
                   });
    return result;
}

Estimates estimate(const NormalEquations& equations, std::span<const Index> columns,
                   const Wanted& wanted, Progress& progress)
{
    std::vector<Index> all(static_cast<std::size_t>(equations.voxels()));
    std::iota(all.begin(), all.end(), Index{0});
    return estimate(equations, columns, wanted, all, progress);
}

Eigen::MatrixXd unitCovariance(const Estimates& estimates, const Wanted& wanted)
{
    return wanted.of(wanted.of(estimates.inverse).transpose());
}

std::vector<float> tContrast(const Estimates& estimates, const Wanted& wanted,
                             const Eigen::VectorXd& contrast)
{
    const double factor = contrast.dot(unitCovariance(estimates, wanted) * contrast);
    std::vector<float> t(static_cast<std::size_t>(estimates.beta.cols()));
    for (Index v = 0; v < estimates.beta.cols(); ++v) {
        const double effect = contrast.dot(estimates.beta.col(v).cast<double>());
        const double variance = estimates.residualSquares[v] / estimates.degreesOfFreedom * factor;
        t[static_cast<std::size_t>(v)] = variance > 0
                                             ? static_cast<float>(effect / std::sqrt(variance))
                                             : std::numeric_limits<float>::quiet_NaN();
    }
    return t;
}

} // namespace fusiform::glm
