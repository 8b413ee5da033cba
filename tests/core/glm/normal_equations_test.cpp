// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/normal_equations.h"

#include "core/glm/noise_model.h"
#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using test::near;

namespace {
std::vector<Index> upTo(Index count)
{
    std::vector<Index> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), Index{0});
    return all;
}

struct Example {
    std::vector<MatrixXd> designs, nuisances;
    std::vector<MatrixXf> values;
};

/// Three runs of 40, 35 and 50 scans, 5 shared columns, 3 nuisance columns a run, 600 voxels.
Example example()
{
    Example e;
    for (const Index scans : {40, 35, 50}) {
        e.designs.push_back(MatrixXd::Random(scans, 5));
        MatrixXd nuisance = MatrixXd::Random(scans, 3);
        nuisance.col(0).setOnes();
        e.nuisances.push_back(nuisance);
        e.values.push_back(100.0F * MatrixXf::Ones(scans, 600) + MatrixXf::Random(scans, 600));
    }
    return e;
}

glm::NormalEquations added(const Example& e)
{
    Progress progress;
    glm::NormalEquations equations(5, 600);
    for (std::size_t r = 0; r < e.designs.size(); ++r)
        equations.add(e.designs[r], e.nuisances[r], e.values[r], progress);
    return equations;
}
} // namespace

class NormalEquationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void projectingNuisanceOutRunByRunEqualsTheWholeModel()
    {
        const Example e = example();
        Progress progress;
        const glm::NormalEquations equations = added(e);
        const std::vector<Index> columns = upTo(5);
        const glm::Estimates estimates = glm::estimate(equations, columns, columns, progress);

        // The slow second way: one tall matrix with a block of nuisance columns for every run.
        MatrixXd tall = MatrixXd::Zero(125, 5 + 9);
        MatrixXd y(125, 600);
        Index row = 0;
        for (std::size_t r = 0; r < 3; ++r) {
            const Index scans = e.designs[r].rows();
            tall.block(row, 0, scans, 5) = e.designs[r];
            tall.block(row, 5 + 3 * static_cast<Index>(r), scans, 3) = e.nuisances[r];
            y.middleRows(row, scans) = e.values[r].cast<double>();
            row += scans;
        }
        const MatrixXd beta = tall.householderQr().solve(y);
        QVERIFY(near(estimates.beta.cast<double>(), beta.topRows(5), 1e-5));
        const Eigen::VectorXd rss = (y - tall * beta).colwise().squaredNorm();
        QVERIFY(near(estimates.residualSquares, rss, 1e-8));
        QCOMPARE(estimates.degreesOfFreedom, 125.0 - 14);
    }
    void whiteningGivesGeneralisedLeastSquares()
    {
        const Example e = example();
        Progress progress;
        glm::NormalEquations equations(5, 600);
        MatrixXd tall = MatrixXd::Zero(125, 5 + 9);
        MatrixXd y(125, 600);
        MatrixXd precision = MatrixXd::Zero(125, 125);
        Index row = 0;
        for (std::size_t r = 0; r < 3; ++r) {
            const Index scans = e.designs[r].rows();
            MatrixXd v(scans, scans);
            for (Index i = 0; i < scans; ++i)
                for (Index j = 0; j < scans; ++j)
                    v(i, j) = std::pow(0.3 + 0.2 * static_cast<double>(r), std::abs(i - j));
            equations.add({e.designs[r], e.nuisances[r], glm::whitening(v)}, e.values[r], progress);
            tall.block(row, 0, scans, 5) = e.designs[r];
            tall.block(row, 5 + 3 * static_cast<Index>(r), scans, 3) = e.nuisances[r];
            y.middleRows(row, scans) = e.values[r].cast<double>();
            precision.block(row, row, scans, scans) = v.inverse();
            row += scans;
        }
        const glm::Estimates estimates = glm::estimate(equations, upTo(5), upTo(5), progress);
        // The textbook's way: (Xᵀ V⁻¹ X)⁻¹ Xᵀ V⁻¹ y with the nuisance columns in X.
        const MatrixXd beta
            = (tall.transpose() * precision * tall).ldlt().solve(tall.transpose() * precision * y);
        QVERIFY(near(estimates.beta.cast<double>(), beta.topRows(5), 1e-5));
        const MatrixXd residual = y - tall * beta;
        const Eigen::VectorXd squares
            = residual.cwiseProduct(precision * residual).colwise().sum().transpose();
        QVERIFY(near(estimates.residualSquares, squares, 1e-8));
        QCOMPARE(estimates.degreesOfFreedom, 125.0 - 14);
    }
    void tAgreesWithTheWorkedModel()
    {
        // methods 2.7; the design's own columns span the constant, so there is no nuisance column.
        MatrixXd x(6, 3);
        x << 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1;
        MatrixXf y(6, 1);
        y << 3.1F, 2.9F, 1.2F, 0.8F, 4.2F, 0.1F;
        Progress progress;
        glm::NormalEquations equations(2, 1);
        equations.add(x.leftCols(2), x.col(2), y, progress);
        const std::vector<Index> columns = upTo(2);
        const glm::Estimates estimates = glm::estimate(equations, columns, columns, progress);
        QVERIFY(near(estimates.beta(0, 0), 3.05, 1e-6));
        QVERIFY(near(estimates.beta(1, 0), 1.05, 1e-6));
        QVERIFY(near(estimates.residualSquares[0], 0.13, 1e-6));
        QCOMPARE(estimates.degreesOfFreedom, 3.0);
        const auto t = glm::tContrast(estimates, columns, Eigen::Vector2d(1, -1));
        QVERIFY(near(t[0], 9.607689228, 1e-5));
    }
    void aModelOfFewerColumnsIsTheModelOfThoseColumns()
    {
        const Example e = example();
        Progress progress;
        const std::vector<Index> some = {1, 3};
        const glm::Estimates part = glm::estimate(added(e), some, upTo(2), progress);
        glm::NormalEquations small(2, 600);
        for (std::size_t r = 0; r < 3; ++r)
            small.add(e.designs[r](Eigen::all, some), e.nuisances[r], e.values[r], progress);
        QVERIFY(near(part.beta, glm::estimate(small, upTo(2), upTo(2), progress).beta, 1e-6));
    }
    void dependentNuisanceColumnsCountOnce()
    {
        MatrixXd nuisance = MatrixXd::Random(30, 3);
        nuisance.col(2) = 2 * nuisance.col(0) - nuisance.col(1);
        QCOMPARE(glm::orthonormalBasis(nuisance).cols(), 2);
    }
    void theBitsDoNotDependOnTheThreads()
    {
        const Example e = example();
        setThreadCount(1);
        const glm::NormalEquations one = added(e);
        setThreadCount(7);
        const glm::NormalEquations seven = added(e);
        QVERIFY(one.xty() == seven.xty() && one.xtx() == seven.xtx() && one.yty() == seven.yty());
    }
    void cancellingStopsTheWork()
    {
        const Example e = example();
        std::stop_source source;
        source.request_stop();
        Progress progress(source.get_token());
        glm::NormalEquations equations(5, 600);
        QVERIFY_THROWS_EXCEPTION(
            std::exception, equations.add(e.designs[0], e.nuisances[0], e.values[0], progress));
    }
};

FUSIFORM_TEST(NormalEquationsTest)
#include "normal_equations_test.moc"
