// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/study_design.h"

#include "core/math/correlation.h"
#include "core/report/plots_design.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

namespace {

/// Two runs of 30 scans with a constant each, and conditions of chance.
report::StudyDesign randomDesign(Eigen::Index conditions)
{
    report::StudyDesign design;
    design.conditions = conditions;
    design.runs = {"sub-01_task-faces_run-01", "sub-01_task-faces_run-02"};
    design.runStarts = {0, 30};
    design.matrix = Eigen::MatrixXd::Zero(60, conditions + 2);
    Random random(5);
    for (Eigen::Index c = 0; c < conditions; ++c)
        for (Eigen::Index r = 0; r < 60; ++r)
            design.matrix(r, c) = random.normal();
    design.matrix.block(0, conditions, 30, 1).setOnes();
    design.matrix.block(30, conditions + 1, 30, 1).setOnes();
    for (Eigen::Index c = 0; c < conditions + 2; ++c)
        design.names.push_back("c" + std::to_string(c));
    return design;
}

/// The slow way: regress one column on all others.
double inflationByRegression(const report::StudyDesign& design, Eigen::Index column)
{
    Eigen::MatrixXd others(design.matrix.rows(), design.matrix.cols() - 1);
    others << design.matrix.leftCols(column),
        design.matrix.rightCols(design.matrix.cols() - column - 1);
    const Eigen::VectorXd y = design.matrix.col(column);
    const Eigen::VectorXd rest = y - others * others.colPivHouseholderQr().solve(y);
    Eigen::VectorXd centred = y;
    for (const Eigen::Index start : design.runStarts)
        centred.segment(start, 30).array() -= y.segment(start, 30).mean();
    return centred.squaredNorm() / rest.squaredNorm();
}

} // namespace

class StudyDesignTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inflationEqualsTheRegressionOnAllOtherColumns()
    {
        report::StudyDesign design = randomDesign(4);
        design.matrix.col(2) += 2 * design.matrix.col(0);
        const Eigen::VectorXd inflation = report::varianceInflation(design);
        for (Eigen::Index c = 0; c < 4; ++c)
            QVERIFY(near(inflation[c], inflationByRegression(design, c), 1e-9));
        QVERIFY(inflation[2] > 3);
    }

    void aColumnThatTheOthersExplainIsInfinitelyInflated()
    {
        report::StudyDesign design = randomDesign(3);
        design.matrix.col(2) = design.matrix.col(0) - 3 * design.matrix.col(1);
        const Eigen::VectorXd inflation = report::varianceInflation(design);
        QVERIFY(std::isinf(inflation[0]) && std::isinf(inflation[2]));
    }

    void aConstantColumnHasNoNumber()
    {
        report::StudyDesign design = randomDesign(3);
        design.matrix.col(1).setZero();
        QVERIFY(std::isnan(report::varianceInflation(design)[1]));
        const Eigen::MatrixXd correlations = report::conditionCorrelations(design);
        QVERIFY(std::isnan(correlations(1, 0)));
        QVERIFY(near(correlations(0, 0), 1, 1e-12));
    }

    void correlationsIgnoreTheMeansOfRuns()
    {
        report::StudyDesign design = randomDesign(2);
        design.matrix.topRows(30).leftCols(2).array() += 50;
        Eigen::MatrixXd centred = design.matrix.leftCols(2);
        for (const Eigen::Index start : design.runStarts)
            centred.middleRows(start, 30).rowwise()
                -= centred.middleRows(start, 30).colwise().mean().eval();
        const double r
            = centred.col(0).dot(centred.col(1)) / (centred.col(0).norm() * centred.col(1).norm());
        QVERIFY(near(report::conditionCorrelations(design)(0, 1), r, 1e-9));
    }

    void thePictureNamesTheColumnUnderThePointer()
    {
        report::StudyDesign design = randomDesign(3);
        design.correlations = report::conditionCorrelations(design);
        design.inflation = report::varianceInflation(design);
        const report::Figure figure = report::designFigure(design, 180);
        const auto pictures = figure.all<report::Raster>();
        QCOMPARE(pictures.size(), 2U);
        QCOMPARE(pictures[0].picture->width, 3);
        const report::Box& box = pictures[0].box;
        const report::Spot* const spot
            = report::spotAt(figure, {box.left + box.width * 0.5, box.top + 10});
        QVERIFY(spot && spot->tip.english().starts_with("c1 · variance inflation"));
        QVERIFY(!report::correlationFigure(design, 180).elements.empty());
    }

    void anEmptyDesignIsAnEmptyPicture()
    {
        QVERIFY(report::designFigure({}, 180).elements.empty());
        QVERIFY(report::correlationFigure({}, 180).elements.empty());
        QCOMPARE(report::varianceInflation({}).size(), Eigen::Index(0));
    }
};

FUSIFORM_TEST(StudyDesignTest)
#include "study_design_test.moc"
