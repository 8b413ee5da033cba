// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/blas.h"

#include "core/util/parallel.h"

#include <cblas.h>

#include <algorithm>
#include <cassert>
#include <mutex>
#include <vector>

/// LAPACK's Cholesky factorisation, which OpenBLAS has without a header of its own.
extern "C" void dpotrf_(const char* triangle, const int* n, double* matrix, const int* stride,
                        int* info);

namespace fusiform::math {

namespace {

using Eigen::Index;

void useOneThread()
{
    static std::once_flag once;
    std::call_once(once, [] { openblas_set_num_threads(1); });
}

CBLAS_TRANSPOSE blas(Transpose t) { return t == Transpose::Yes ? CblasTrans : CblasNoTrans; }

int narrow(Index value) { return static_cast<int>(value); }

struct Sizes {
    Index rows, columns, inner;
};

template <class A, class B, class C>
Sizes checkedSizes(const A& a, Transpose ta, const B& b, Transpose tb, const C& c)
{
    const Index inner = ta == Transpose::Yes ? a.rows() : a.cols();
    assert((ta == Transpose::Yes ? a.cols() : a.rows()) == c.rows());
    assert((tb == Transpose::Yes ? b.cols() : b.rows()) == inner);
    assert((tb == Transpose::Yes ? b.rows() : b.cols()) == c.cols());
    (void)tb;
    return {c.rows(), c.cols(), inner};
}

Eigen::MatrixXd productByColumns(const Eigen::Ref<const Eigen::MatrixXd>& a, Transpose ta,
                                 const Eigen::Ref<const Eigen::MatrixXd>& b)
{
    Eigen::MatrixXd result
        = Eigen::MatrixXd::Zero(ta == Transpose::Yes ? a.cols() : a.rows(), b.cols());
    constexpr std::size_t kColumns = 256;
    parallelBlocks(static_cast<std::size_t>(b.cols()), kColumns,
                   [&](std::size_t begin, std::size_t end) {
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       multiplyAdd(a, ta, b.middleCols(first, count), Transpose::No,
                                   result.middleCols(first, count));
                   });
    return result;
}

} // namespace

void multiplyAdd(const Eigen::Ref<const Eigen::MatrixXd>& a, Transpose ta,
                 const Eigen::Ref<const Eigen::MatrixXd>& b, Transpose tb,
                 Eigen::Ref<Eigen::MatrixXd> c)
{
    useOneThread();
    const Sizes n = checkedSizes(a, ta, b, tb, c);
    if (n.rows == 0 || n.columns == 0 || n.inner == 0)
        return;
    cblas_dgemm(CblasColMajor, blas(ta), blas(tb), narrow(n.rows), narrow(n.columns),
                narrow(n.inner), 1.0, a.data(), narrow(a.outerStride()), b.data(),
                narrow(b.outerStride()), 1.0, c.data(), narrow(c.outerStride()));
}

void multiplyAdd(const Eigen::Ref<const Eigen::MatrixXf>& a, Transpose ta,
                 const Eigen::Ref<const Eigen::MatrixXf>& b, Transpose tb,
                 Eigen::Ref<Eigen::MatrixXf> c)
{
    useOneThread();
    const Sizes n = checkedSizes(a, ta, b, tb, c);
    if (n.rows == 0 || n.columns == 0 || n.inner == 0)
        return;
    cblas_sgemm(CblasColMajor, blas(ta), blas(tb), narrow(n.rows), narrow(n.columns),
                narrow(n.inner), 1.0F, a.data(), narrow(a.outerStride()), b.data(),
                narrow(b.outerStride()), 1.0F, c.data(), narrow(c.outerStride()));
}

void solveLower(const Eigen::Ref<const Eigen::MatrixXd>& lower, Transpose transpose,
                Eigen::Ref<Eigen::MatrixXd> x)
{
    useOneThread();
    assert(lower.rows() == lower.cols() && lower.rows() == x.rows());
    if (x.size() == 0)
        return;
    cblas_dtrsm(CblasColMajor, CblasLeft, CblasLower, blas(transpose), CblasNonUnit,
                narrow(x.rows()), narrow(x.cols()), 1.0, lower.data(), narrow(lower.outerStride()),
                x.data(), narrow(x.outerStride()));
}

void addRankUpdate(const Eigen::Ref<const Eigen::MatrixXd>& a, double sign, Eigen::MatrixXd& c)
{
    useOneThread();
    assert(c.rows() == c.cols() && c.rows() == a.rows());
    constexpr Index kBlock = 256;
    struct Block {
        Index row, column;
    };
    std::vector<Block> blocks; // of the lower triangle
    for (Index column = 0; column < c.cols(); column += kBlock)
        for (Index row = column; row < c.rows(); row += kBlock)
            blocks.push_back({row, column});
    const auto one = [&](const Block& block) {
        const Index rows = std::min(kBlock, c.rows() - block.row);
        const Index columns = std::min(kBlock, c.cols() - block.column);
        double* const target = &c(block.row, block.column);
        if (block.row == block.column)
            cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, narrow(rows), narrow(a.cols()),
                        sign, a.data() + block.row, narrow(a.outerStride()), 1.0, target,
                        narrow(c.outerStride()));
        else
            cblas_dgemm(CblasColMajor, CblasNoTrans, CblasTrans, narrow(rows), narrow(columns),
                        narrow(a.cols()), sign, a.data() + block.row, narrow(a.outerStride()),
                        a.data() + block.column, narrow(a.outerStride()), 1.0, target,
                        narrow(c.outerStride()));
    };
    if (a.cols() > 0)
        parallelFor(blocks.size(), [&](std::size_t block) { one(blocks[block]); });
}

bool factorLower(Eigen::Ref<Eigen::MatrixXd> matrix)
{
    useOneThread();
    assert(matrix.rows() == matrix.cols());
    const int n = narrow(matrix.rows());
    if (n == 0)
        return true;
    const int stride = narrow(matrix.outerStride());
    int info = 0;
    dpotrf_("L", &n, matrix.data(), &stride, &info);
    return info == 0;
}

Eigen::MatrixXd product(const Eigen::Ref<const Eigen::MatrixXd>& a,
                        const Eigen::Ref<const Eigen::MatrixXd>& b)
{
    return productByColumns(a, Transpose::No, b);
}

Eigen::MatrixXd transposedProduct(const Eigen::Ref<const Eigen::MatrixXd>& a,
                                  const Eigen::Ref<const Eigen::MatrixXd>& b)
{
    return productByColumns(a, Transpose::Yes, b);
}

const char* blasKernel() { return openblas_get_corename(); }

} // namespace fusiform::math
