// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_fit.h"

#include "core/glm/noise_model.h"
#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>
#include <set>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using test::near;

namespace {

constexpr Index kFineScans = 40;
constexpr Index kColumns = 4;

/// Voxels of 3 x 3 x 3.2 mm, and a turned grid of 1 mm voxels inside them.
image::Grid scanGrid()
{
    image::Grid grid;
    grid.shape = {6, 5, 5};
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.diagonal() << -3, 3, 3.2, 1;
    affine.col(3) << 9, -6, -5, 1;
    grid.affine = image::Affine(affine);
    return grid;
}

image::Grid fineGrid()
{
    image::Grid grid;
    grid.shape = {14, 11, 12};
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    const double angle = 0.2;
    affine(0, 0) = std::cos(angle);
    affine(0, 1) = -std::sin(angle);
    affine(1, 0) = std::sin(angle);
    affine(1, 1) = std::cos(angle);
    affine.col(3) << -6, -7, -6, 1;
    grid.affine = image::Affine(affine);
    return grid;
}

struct FineExample {
    image::Grid scans = scanGrid();
    std::vector<image::Index> voxels; ///< all but a few
    std::vector<glm::RunColumns> runs;
    std::vector<MatrixXf> values; ///< scans x the whole grid

    explicit FineExample(bool isWhite)
    {
        for (image::Index v = 0; v < scans.size(); ++v)
            if (v != 40 && v != 100)
                voxels.push_back(v);
        for (int r = 0; r < 2; ++r) {
            glm::RunColumns run{.design = MatrixXd::Random(kFineScans, kColumns),
                                .trials = {},
                                .codes = {},
                                .nuisance = MatrixXd::Random(kFineScans, 3),
                                .whitening = {}};
            run.nuisance.col(0).setOnes();
            if (!isWhite) {
                MatrixXd v(kFineScans, kFineScans);
                for (Index i = 0; i < kFineScans; ++i)
                    for (Index j = 0; j < kFineScans; ++j)
                        v(i, j) = std::pow(0.4, std::abs(i - j));
                run.whitening = glm::whitening(v);
            }
            runs.push_back(run);
            values.push_back(100.0F * MatrixXf::Ones(kFineScans, scans.size())
                             + MatrixXf::Random(kFineScans, scans.size()));
        }
    }
    [[nodiscard]] MatrixXf ofVoxels(std::size_t run) const
    {
        return values[run](Eigen::all, voxels);
    }
    /// Each scan of a run as an image, sampled at fine voxels.
    [[nodiscard]] MatrixXf resliced(std::size_t run, const image::Grid& fine,
                                    const std::vector<image::Index>& at) const
    {
        MatrixXf result(kFineScans, static_cast<Index>(at.size()));
        for (Index t = 0; t < kFineScans; ++t) {
            image::Volume scan{scans, std::vector<float>(static_cast<std::size_t>(scans.size()))};
            for (image::Index v = 0; v < scans.size(); ++v)
                scan.values[static_cast<std::size_t>(v)] = values[run](t, v);
            for (std::size_t v = 0; v < at.size(); ++v)
                result(t, static_cast<Index>(v)) = scan.sample(fine.mm(at[v]));
        }
        return result;
    }
};

std::vector<Index> allColumns()
{
    std::vector<Index> columns(kColumns);
    std::iota(columns.begin(), columns.end(), Index{0});
    return columns;
}

} // namespace

class FineGridTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void theFitIsThatOfReslicedScans_data()
    {
        QTest::addColumn<bool>("isWhite");
        QTest::newRow("white") << true;
        QTest::newRow("correlated") << false;
    }
    void theFitIsThatOfReslicedScans()
    {
        QFETCH(bool, isWhite);
        const FineExample e(isWhite);
        const std::vector<Index> columns = allColumns();
        const auto voxelCount = static_cast<Index>(e.voxels.size());
        Progress progress;
        const glm::Neighbours neighbours(e.scans.shape, e.voxels);
        glm::NeighbourProducts products
            = glm::NeighbourProducts::Zero(voxelCount, glm::Neighbours::kCount);
        glm::NormalEquations equations(kColumns, voxelCount);
        for (std::size_t r = 0; r < 2; ++r) {
            glm::ScanValues cleaned;
            equations.add(e.runs[r], e.ofVoxels(r), progress, &cleaned);
            glm::addProducts(neighbours, 0, voxelCount, cleaned, products, progress);
        }
        equations.finish(progress);
        const glm::FineGrid grid(fineGrid(), e.scans, e.voxels,
                                 std::vector<bool>(e.voxels.size(), true));
        QVERIFY(grid.voxels().size() > 300);
        glm::Residuals residuals(voxelCount);
        residuals.add({0, voxelCount, voxelCount}, equations, columns, neighbours, products,
                      progress);
        const std::vector<double> found = grid.squares(residuals.squares, residuals.products);

        // The slow second way: reslice every scan, then fit.
        const auto fineCount = static_cast<Index>(grid.voxels().size());
        glm::NormalEquations slow(kColumns, fineCount);
        for (std::size_t r = 0; r < 2; ++r)
            slow.add(e.runs[r], e.resliced(r, grid.grid(), grid.voxels()), progress);
        slow.finish(progress);
        const glm::Wanted each = glm::Wanted::each(columns);
        const glm::Estimates expected = glm::estimate(slow, columns, each, progress);
        for (Index v = 0; v < fineCount; ++v)
            QVERIFY(near(found[static_cast<std::size_t>(v)], expected.residualSquares[v], 2e-4));
        const std::vector<double> squares
            = grid.squares({equations.yty().data(), e.voxels.size()}, products);
        for (Index v = 0; v < fineCount; ++v)
            QVERIFY(near(squares[static_cast<std::size_t>(v)], slow.yty()[v], 2e-4));

        const glm::Estimates estimates = glm::estimate(equations, columns, each, progress);
        std::vector<Index> same(e.voxels.size());
        std::iota(same.begin(), same.end(), Index{0});
        std::vector<Index> some = {0, 7, fineCount - 1};
        QVERIFY(
            near(grid.columns(some, estimates.beta, same), expected.beta(Eigen::all, some), 1e-4));
        const Eigen::VectorXd row = estimates.beta.row(1).cast<double>();
        const auto interpolated = grid.interpolated({row.data(), e.voxels.size()});
        for (Index v = 0; v < fineCount; ++v)
            QVERIFY(near(interpolated[static_cast<std::size_t>(v)],
                         static_cast<double>(expected.beta(1, v)), 1e-4));
    }
    void aVoxelThatNeedsAnUnusableOneIsLeftOut()
    {
        const FineExample e(true);
        const glm::FineGrid same(e.scans, e.scans, e.voxels,
                                 std::vector<bool>(e.voxels.size(), true));
        QCOMPARE(same.voxels(), e.voxels); // each depends on itself alone
        std::vector<bool> usable(e.voxels.size(), true);
        usable[3] = false;
        const glm::FineGrid without(e.scans, e.scans, e.voxels, usable);
        QCOMPARE(without.voxels().size(), e.voxels.size() - 1);
        const glm::FineGrid all(fineGrid(), e.scans, e.voxels,
                                std::vector<bool>(e.voxels.size(), true));
        const glm::FineGrid fewer(fineGrid(), e.scans, e.voxels, usable);
        QVERIFY(fewer.voxels().size() < all.voxels().size());
        QVERIFY(std::ranges::includes(all.voxels(), fewer.voxels()));
    }
    void everyPairOfACellIsOneNeighbour()
    {
        std::set<int> numbers;
        for (int k = 0; k <= 1; ++k)
            for (int j = -1; j <= 1; ++j)
                for (int i = -1; i <= 1; ++i)
                    numbers.insert(glm::Neighbours::numberOf({i, j, k}));
        QCOMPARE(numbers.size(), 14U); // 13, and -1 for steps to earlier voxels
    }
    void theBitsDoNotDependOnTheThreads()
    {
        const FineExample e(true);
        Progress progress;
        const glm::Neighbours neighbours(e.scans.shape, e.voxels);
        const auto sums = [&](unsigned threads) {
            setThreadCount(threads);
            glm::NeighbourProducts products = glm::NeighbourProducts::Zero(
                static_cast<Index>(e.voxels.size()), glm::Neighbours::kCount);
            glm::addProducts(neighbours, 0, products.rows(), e.ofVoxels(0), products, progress);
            return products;
        };
        QVERIFY(sums(1) == sums(5));
    }
};

FUSIFORM_TEST(FineGridTest)
#include "fine_grid_test.moc"
