// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/principal_components.h"

#include "core/math/blas.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>

namespace fusiform::face_model {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using math::Transpose;

constexpr std::size_t kPortion = 256; // pictures: 50 MB at 128 x 128
constexpr Index kRows = 4096; // values that one thread works on
constexpr std::size_t kColumns = 128;
constexpr Index kLeastSpare = 16;
constexpr int kMostSteps = 20;
constexpr double kTolerance = 1e-5; // of the variance held

template <class Work> // (first row, rows)
void eachRows(Index rows, const Work& work)
{
    parallelBlocks(static_cast<std::size_t>(rows), std::size_t{kRows},
                   [&](std::size_t begin, std::size_t end) {
                       work(static_cast<Index>(begin), static_cast<Index>(end - begin));
                   });
}

/// Calls `work` with every portion of the pictures as columns, in their order.
template <class Work>
void eachPortion(const PictureSource& pictures, Progress& progress, const Work& work)
{
    MatrixXf portion;
    for (std::size_t first = 0; first < pictures.count; first += kPortion) {
        const std::size_t some = std::min(kPortion, pictures.count - first);
        portion.resize(pictures.values(), static_cast<Index>(some));
        parallelFor(some, [&](std::size_t i) {
            portion.col(static_cast<Index>(i)) = pictures.column(first + i);
            progress.checkpoint();
        });
        work(portion);
        progress.step(some);
    }
}

/// Orthonormal columns that span the same: by the Cholesky factor of their Gram matrix, twice, in
/// double (CholeskyQR2).
void orthonormalise(MatrixXf& columns)
{
    for (int pass = 0; pass < 2; ++pass) {
        const auto blocks = static_cast<std::size_t>((columns.rows() + kRows - 1) / kRows);
        std::vector<MatrixXd> parts(blocks);
        eachRows(columns.rows(), [&](Index first, Index rows) {
            const MatrixXd block = columns.middleRows(first, rows).cast<double>();
            MatrixXd& part = parts[static_cast<std::size_t>(first / kRows)];
            part = MatrixXd::Zero(block.cols(), block.cols());
            math::multiplyAdd(block, Transpose::Yes, block, Transpose::No, part);
        });
        MatrixXd gram = MatrixXd::Zero(columns.cols(), columns.cols());
        for (const MatrixXd& part : parts) // in their order: the same bits on any number of threads
            gram += part;
        gram.diagonal().array() += 1e-14 * gram.diagonal().maxCoeff();
        const MatrixXd lower = gram.llt().matrixL();
        eachRows(columns.rows(), [&](Index first, Index rows) {
            MatrixXd block = columns.middleRows(first, rows).transpose().cast<double>();
            math::solveLower(lower, Transpose::No, block);
            columns.middleRows(first, rows) = block.transpose().cast<float>();
        });
    }
}

void rotate(MatrixXf& columns, const MatrixXd& rotation)
{
    const MatrixXf turn = rotation.cast<float>();
    eachRows(columns.rows(), [&](Index first, Index rows) {
        MatrixXf turned = MatrixXf::Zero(rows, turn.cols());
        math::multiplyAdd(columns.middleRows(first, rows), Transpose::No, turn, Transpose::No,
                          turned);
        columns.middleRows(first, rows) = turned;
    });
}

/// What the pictures' scatter matrix X Xᵀ makes of a basis.
struct Scattered {
    MatrixXf image; ///< X Xᵀ B
    MatrixXd small; ///< Bᵀ X Xᵀ B
};

Scattered scattered(const PictureSource& pictures, const Eigen::VectorXf& mean,
                    const MatrixXf& basis, Progress& progress)
{
    Scattered result{MatrixXf::Zero(basis.rows(), basis.cols()),
                     MatrixXd::Zero(basis.cols(), basis.cols())};
    progress.begin(FUSIFORM_TR("core", "Finding principal components"), pictures.count);
    eachPortion(pictures, progress, [&](MatrixXf& portion) {
        portion.colwise() -= mean;
        MatrixXf codes = MatrixXf::Zero(portion.cols(), basis.cols());
        parallelBlocks(static_cast<std::size_t>(basis.cols()), kColumns,
                       [&](std::size_t begin, std::size_t end) {
                           const auto first = static_cast<Index>(begin);
                           const auto columns = static_cast<Index>(end - begin);
                           math::multiplyAdd(portion, Transpose::Yes,
                                             basis.middleCols(first, columns), Transpose::No,
                                             codes.middleCols(first, columns));
                       });
        eachRows(basis.rows(), [&](Index first, Index rows) {
            math::multiplyAdd(portion.middleRows(first, rows), Transpose::No, codes, Transpose::No,
                              result.image.middleRows(first, rows));
        });
        const MatrixXd exact = codes.cast<double>();
        result.small += math::transposedProduct(exact, exact);
    });
    return result;
}

/// The sign by which the largest value is positive.
void fixSigns(MatrixXf& components)
{
    for (auto component : components.colwise()) {
        Index at = 0;
        component.cwiseAbs().maxCoeff(&at);
        if (component[at] < 0)
            component *= -1;
    }
}

} // namespace

PrincipalComponents componentsStreamed(const PictureSource& pictures, Index count,
                                       Progress& progress)
{
    const Index values = pictures.values();
    const double degrees = static_cast<double>(pictures.count) - 1;
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(values);
    double squares = 0;
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), pictures.count);
    eachPortion(pictures, progress, [&](const MatrixXf& portion) {
        eachRows(values, [&](Index first, Index rows) {
            sum.segment(first, rows)
                += portion.middleRows(first, rows).cast<double>().rowwise().sum();
        });
        squares += portion.cast<double>().squaredNorm();
    });
    const double scatter = squares - sum.squaredNorm() / static_cast<double>(pictures.count);
    PrincipalComponents result;
    result.mean = (sum / static_cast<double>(pictures.count)).cast<float>();

    const Index width = std::min(count + std::max(kLeastSpare, count / 10), values);
    Random random(1);
    MatrixXf basis(values, width);
    for (float& value : basis.reshaped())
        value = static_cast<float>(random.normal());
    orthonormalise(basis);
    result.totalVariance = std::max(0.0, scatter / degrees);
    if (scatter <= 1e-12 * squares) { // all alike
        result.components = MatrixXf::Zero(values, count);
        result.variances = Eigen::VectorXd::Zero(count);
        return result;
    }

    double before = 0;
    for (int step = 0;; ++step) {
        Scattered next = scattered(pictures, result.mean, basis, progress);
        const Eigen::SelfAdjointEigenSolver<MatrixXd> small(next.small);
        const MatrixXd rotation = small.eigenvectors().rowwise().reverse();
        const Eigen::VectorXd found = small.eigenvalues().reverse().cwiseMax(0.0);
        const double held = found.head(count).sum();
        if (step > 0 && (held - before <= kTolerance * held || step == kMostSteps)) {
            rotate(basis, rotation);
            result.variances = found.head(count) / degrees;
            result.components = basis.leftCols(count);
            break;
        }
        before = held;
        // Turned to the directions that were found, each column has a size of its own: floats then
        // hold the small ones too.
        basis = std::move(next.image);
        rotate(basis, rotation);
        orthonormalise(basis);
    }
    // Directions without variance would be rounding errors scaled up.
    for (Index c = 0; c < count; ++c)
        if (result.variances[c] <= 1e-12 * result.variances[0])
            result.components.col(c).setZero();
    fixSigns(result.components);
    return result;
}

} // namespace fusiform::face_model
