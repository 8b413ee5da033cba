// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/normal_equations.h"

#include "core/glm/noise_model.h"
#include "core/util/parallel.h"
#include "tests/support/indices.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numeric>
#include <stdexcept>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using test::near;

namespace {
glm::Wanted each(Index count) { return glm::Wanted::each(test::upTo(count)); }

struct EquationsExample {
    std::vector<MatrixXd> designs, nuisances;
    std::vector<MatrixXf> values;
};

/// Three runs of 40, 35 and 50 scans, 5 shared columns, 3 nuisance columns a run, 600 voxels.
EquationsExample example()
{
    EquationsExample e;
    for (const Index scans : {40, 35, 50}) {
        e.designs.push_back(MatrixXd::Random(scans, 5));
        MatrixXd nuisance = MatrixXd::Random(scans, 3);
        nuisance.col(0).setOnes();
        e.nuisances.push_back(nuisance);
        e.values.push_back(100.0F * MatrixXf::Ones(scans, 600) + MatrixXf::Random(scans, 600));
    }
    return e;
}

glm::NormalEquations added(const EquationsExample& e)
{
    Progress progress;
    glm::NormalEquations equations(5, 600);
    for (std::size_t r = 0; r < e.designs.size(); ++r)
        equations.add(e.designs[r], e.nuisances[r], e.values[r], progress);
    equations.finish(progress);
    return equations;
}

glm::RunColumns columnsOf(const MatrixXd& design, const MatrixXd& nuisance)
{
    return {.design = design, .trials = {}, .codes = {}, .nuisance = nuisance, .whitening = {}};
}

/// A covariance with correlations that fall off as a power.
MatrixXd fallingCovariance(Index scans, double coefficient)
{
    MatrixXd v(scans, scans);
    for (Index i = 0; i < scans; ++i)
        for (Index j = 0; j < scans; ++j)
            v(i, j) = std::pow(coefficient, std::abs(i - j));
    return v;
}

/// Runs with latents, some with more trials than scans, and the same as one tall model whose
/// latents' columns are written out.
struct LatentExample {
    static constexpr Index kOwn = 2, kLatents = 7, kNuisance = 2, kScans = 60, kVoxels = 530;
    std::vector<glm::RunColumns> runs;
    std::vector<MatrixXf> values;
    MatrixXd tall, y, precision;

    LatentExample(int runCount, bool isWhite)
    {
        const Index scans = runCount * kScans;
        const Index shared = kOwn + kLatents;
        tall = MatrixXd::Zero(scans, shared + runCount * kNuisance);
        y.resize(scans, kVoxels);
        precision = MatrixXd::Identity(scans, scans);
        for (int r = 0; r < runCount; ++r) {
            const Index trials = r % 4 == 3 ? kScans + 5 : 30 + r;
            glm::RunColumns run
                = columnsOf(MatrixXd::Random(kScans, kOwn), MatrixXd::Random(kScans, kNuisance));
            run.nuisance.col(0).setOnes();
            run.trials = MatrixXd::Random(kScans, trials);
            run.codes = MatrixXd::Random(trials, kLatents);
            const Index row = r * kScans;
            if (!isWhite) {
                const MatrixXd v = fallingCovariance(kScans, 0.3);
                run.whitening = glm::whitening(v);
                precision.block(row, row, kScans, kScans) = v.inverse();
            }
            tall.block(row, 0, kScans, kOwn) = run.design;
            tall.block(row, kOwn, kScans, kLatents) = run.trials * run.codes;
            tall.block(row, shared + r * kNuisance, kScans, kNuisance) = run.nuisance;
            values.push_back(100.0F * MatrixXf::Ones(kScans, kVoxels)
                             + MatrixXf::Random(kScans, kVoxels));
            y.middleRows(row, kScans) = values.back().cast<double>();
            runs.push_back(run);
        }
    }
    [[nodiscard]] glm::NormalEquations added() const
    {
        Progress progress;
        glm::NormalEquations equations(kOwn + kLatents, kVoxels);
        for (std::size_t r = 0; r < runs.size(); ++r)
            equations.add(runs[r], values[r], progress);
        equations.finish(progress);
        return equations;
    }
};
} // namespace

class NormalEquationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void projectingNuisanceOutRunByRunEqualsTheWholeModel()
    {
        const EquationsExample e = example();
        Progress progress;
        const glm::NormalEquations equations = added(e);
        const std::vector<Index> columns = test::upTo(5);
        const glm::Estimates estimates = glm::estimate(equations, columns, each(5), progress);

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
        const EquationsExample e = example();
        Progress progress;
        glm::NormalEquations equations(5, 600);
        MatrixXd tall = MatrixXd::Zero(125, 5 + 9);
        MatrixXd y(125, 600);
        MatrixXd precision = MatrixXd::Zero(125, 125);
        Index row = 0;
        for (std::size_t r = 0; r < 3; ++r) {
            const Index scans = e.designs[r].rows();
            const MatrixXd v = fallingCovariance(scans, 0.3 + 0.2 * static_cast<double>(r));
            glm::RunColumns run = columnsOf(e.designs[r], e.nuisances[r]);
            run.whitening = glm::whitening(v);
            equations.add(run, e.values[r], progress);
            tall.block(row, 0, scans, 5) = e.designs[r];
            tall.block(row, 5 + 3 * static_cast<Index>(r), scans, 3) = e.nuisances[r];
            y.middleRows(row, scans) = e.values[r].cast<double>();
            precision.block(row, row, scans, scans) = v.inverse();
            row += scans;
        }
        equations.finish(progress);
        const glm::Estimates estimates = glm::estimate(equations, test::upTo(5), each(5), progress);
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
    void latentsAreTheColumnsThatTheirTrialsGive_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<bool>("isWhite");
        QTest::newRow("one run") << 1 << true;
        QTest::newRow("all held back at the end, with correlated noise") << 4 << false;
        QTest::newRow("more trials than are held back at a time") << 15 << true;
    }
    void latentsAreTheColumnsThatTheirTrialsGive()
    {
        QFETCH(int, runs);
        QFETCH(bool, isWhite);
        const LatentExample e(runs, isWhite);
        const std::vector<Index> columns
            = test::upTo(LatentExample::kOwn + LatentExample::kLatents);
        Progress progress;
        const glm::Estimates estimates
            = glm::estimate(e.added(), columns, glm::Wanted::each(columns), progress);
        const MatrixXd weighted = e.tall.transpose() * e.precision;
        const MatrixXd beta = (weighted * e.tall).ldlt().solve(weighted * e.y);
        QVERIFY(near(estimates.beta.cast<double>(), beta.topRows(estimates.beta.rows()), 1e-5));
        const MatrixXd residual = e.y - e.tall * beta;
        const Eigen::VectorXd squares
            = residual.cwiseProduct(e.precision * residual).colwise().sum().transpose();
        QVERIFY(near(estimates.residualSquares, squares, 1e-7));
    }
    void unfinishedSumsCannotBeRead()
    {
        const EquationsExample e = example();
        Progress progress;
        glm::NormalEquations equations(5, 600);
        equations.add(e.designs[0], e.nuisances[0], e.values[0], progress);
        QVERIFY_THROWS_EXCEPTION(std::logic_error, (void)equations.xty());
        equations.finish(progress);
        QCOMPARE(equations.xty().cols(), 600);
        QVERIFY_THROWS_EXCEPTION(
            std::logic_error, equations.add(e.designs[1], e.nuisances[1], e.values[1], progress));
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
        equations.finish(progress);
        const std::vector<Index> columns = test::upTo(2);
        const glm::Estimates estimates = glm::estimate(equations, columns, each(2), progress);
        QVERIFY(near(estimates.beta(0, 0), 3.05, 1e-6));
        QVERIFY(near(estimates.beta(1, 0), 1.05, 1e-6));
        QVERIFY(near(estimates.residualSquares[0], 0.13, 1e-6));
        QCOMPARE(estimates.degreesOfFreedom, 3.0);
        const auto t = glm::tContrast(estimates, each(2), Eigen::Vector2d(1, -1));
        QVERIFY(near(t[0], 9.607689228, 1e-5));
    }
    void aModelOfFewerColumnsIsTheModelOfThoseColumns()
    {
        const EquationsExample e = example();
        Progress progress;
        const std::vector<Index> some = {1, 3};
        const glm::Estimates part = glm::estimate(added(e), some, each(2), progress);
        glm::NormalEquations small(2, 600);
        for (std::size_t r = 0; r < 3; ++r)
            small.add(e.designs[r](Eigen::all, some), e.nuisances[r], e.values[r], progress);
        small.finish(progress);
        QVERIFY(near(part.beta, glm::estimate(small, test::upTo(2), each(2), progress).beta, 1e-6));
    }
    void wantedRowsAreCombinationsOfEstimates()
    {
        const EquationsExample e = example();
        Progress progress;
        glm::Wanted wanted;
        wanted.positions.resize(2, 2);
        wanted.positions << 0, 3, 4, 1;
        wanted.weights = Eigen::Vector2d(0.5, -2);
        const glm::NormalEquations equations = added(e);
        const glm::Estimates all = glm::estimate(equations, test::upTo(5), each(5), progress);
        const glm::Estimates some = glm::estimate(equations, test::upTo(5), wanted, progress);
        MatrixXd combination(2, 5); // the same as a matrix
        combination << 0.5, 0, 0, -2, 0, 0, -2, 0, 0, 0.5;
        QVERIFY(near(some.beta.cast<double>(), combination * all.beta.cast<double>(), 1e-5));
        QVERIFY(near(glm::unitCovariance(some, wanted),
                     combination * some.inverse * combination.transpose(), 1e-12));
    }
    void dependentNuisanceColumnsCountOnce()
    {
        MatrixXd nuisance = MatrixXd::Random(30, 3);
        nuisance.col(2) = 2 * nuisance.col(0) - nuisance.col(1);
        QCOMPARE(glm::orthonormalBasis(nuisance).cols(), 2);
    }
    void theBitsDoNotDependOnTheThreads()
    {
        const EquationsExample e = example();
        setThreadCount(1);
        const glm::NormalEquations one = added(e);
        setThreadCount(7);
        const glm::NormalEquations seven = added(e);
        QVERIFY(one.xty() == seven.xty() && one.xtx() == seven.xtx() && one.yty() == seven.yty());
        const LatentExample latents(15, true);
        const glm::NormalEquations ofSeven = latents.added();
        setThreadCount(1);
        QVERIFY(latents.added().xty() == ofSeven.xty());
    }
    void cancellingStopsTheWork()
    {
        const EquationsExample e = example();
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
