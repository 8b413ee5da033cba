// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/design_matrix.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

namespace {
std::vector<bids::Event> exampleEvents()
{
    return bids::parseEvents("onset\tduration\ttrial_type\tstim_file\toneback\n"
                             "6\t1\ttrain_face\ts/r/F1.jpg\t0\n"
                             "9\t1\ttrain_face\ts/r/F1.jpg\t1\n"
                             "12\t1\ttest_face\ts/r/M2.jpg\t0\n"
                             "15\t1\tFix\t\t0\n"
                             "18\t1\ttrain_face\ts/r/F3.jpg\t0\n"
                             "30\t12\tImg\t\t0\n"
                             "58\t4\ttrain_face\ts/r/F4.jpg\t0\n",
                             "e.tsv");
}
std::vector<std::string> namesOf(const std::vector<glm::Condition>& conditions)
{
    std::vector<std::string> names;
    for (const auto& condition : conditions)
        names.push_back(condition.name);
    return names;
}
} // namespace

class DesignMatrixTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conditionsFollowTheOptions()
    {
        glm::DesignOptions options;
        using Names = std::vector<std::string>;
        QCOMPARE(namesOf(glm::conditionsOf({exampleEvents()}, options)),
                 (Names{"train_face", "fixation", "one_back", "imagery", "M2.jpg"}));
        options.baseline = glm::Baseline::Implicit;
        options.oneBacks = glm::OneBacks::Count;
        options.leftOut = {"s/r/F3.jpg"};
        QCOMPARE(namesOf(glm::conditionsOf({exampleEvents()}, options)),
                 (Names{"train_face", "left_out", "imagery", "M2.jpg"}));
    }
    void oneBacksTrainOnlyWhenCounted()
    {
        glm::DesignOptions options;
        const auto build = [&] {
            return glm::designOfRun(exampleEvents(), glm::conditionsOf({exampleEvents()}, options),
                                    2, 30, Eigen::MatrixXd(30, 0), options);
        };
        using Names = std::vector<std::string>;
        QCOMPARE(build().trainStimuli, (Names{"s/r/F1.jpg", "s/r/F3.jpg", "s/r/F4.jpg"}));
        options.oneBacks = glm::OneBacks::Count;
        QCOMPARE(build().trainStimuli,
                 (Names{"s/r/F1.jpg", "s/r/F1.jpg", "s/r/F3.jpg", "s/r/F4.jpg"}));
    }
    void theFaceColumnIsTheSumOfItsTrials()
    {
        const glm::DesignOptions options;
        const auto design
            = glm::designOfRun(exampleEvents(), glm::conditionsOf({exampleEvents()}, options), 2,
                               30, Eigen::MatrixXd(30, 0), options);
        QVERIFY(near(design.conditions.col(0), design.trainResponses.rowwise().sum(), 1e-14));
        QCOMPARE(design.clippedEvents, 1U);
    }
    void everyImageryTrialMayHaveItsColumn()
    {
        auto events = exampleEvents();
        events.push_back(events[5]); // Img
        events.back().onset = 80;
        glm::DesignOptions options;
        options.imagery = glm::Imagery::Trials;
        options.baseline = glm::Baseline::Implicit;
        const auto conditions = glm::conditionsOf({exampleEvents(), events}, options);
        using Names = std::vector<std::string>;
        QCOMPARE(namesOf(conditions), (Names{"train_face", "one_back", "imagery_001_1",
                                             "imagery_002_1", "imagery_002_2", "M2.jpg"}));
        const auto design
            = glm::designOfRun(events, conditions, 2, 60, Eigen::MatrixXd(60, 0), options, 1);
        QVERIFY(design.conditions.col(2).isZero(0)); // of the other run
        options.imagery = glm::Imagery::Pooled;
        const auto pooled = glm::designOfRun(events, glm::conditionsOf({events}, options), 2, 60,
                                             Eigen::MatrixXd(60, 0), options);
        QVERIFY(near(design.conditions.middleCols(3, 2).rowwise().sum(), pooled.conditions.col(2),
                     1e-14));
    }
    void everyResponseFunctionHasColumnsOfAllConditions()
    {
        glm::DesignOptions options;
        const auto conditions = glm::conditionsOf({exampleEvents()}, options);
        const auto plain
            = glm::designOfRun(exampleEvents(), conditions, 2, 30, Eigen::MatrixXd(30, 0), options);
        options.hrf.model = glm::HrfModel::Derivatives;
        const auto design
            = glm::designOfRun(exampleEvents(), conditions, 2, 30, Eigen::MatrixXd(30, 0), options);
        QCOMPARE(design.conditions.cols(), 3 * 5);
        QCOMPARE(design.trainResponses.cols(), 3 * 3);
        QVERIFY(near(design.conditions.leftCols(5), plain.conditions, 1e-14));
        // The faces' column of each function is the sum of its trials.
        for (Eigen::Index f = 0; f < 3; ++f)
            QVERIFY(near(design.conditions.col(5 * f),
                         design.trainResponses.middleCols(3 * f, 3).rowwise().sum(), 1e-14));
        const auto names = glm::columnNames(conditions, options.hrf);
        QCOMPARE(names.size(), 15U);
        QCOMPARE(names[5], std::string("train_face (time derivative)"));
    }
    void confoundsAreCentredBesideConstantAndCosines()
    {
        const glm::DesignOptions options;
        Eigen::MatrixXd confounds = Eigen::MatrixXd::Random(200, 6);
        confounds.array() += 5;
        const auto design
            = glm::designOfRun(exampleEvents(), glm::conditionsOf({exampleEvents()}, options), 2,
                               200, confounds, options);
        QCOMPARE(design.nuisance.cols(), 1 + 6 + 6);
        QVERIFY(near(design.nuisance.rightCols(6).colwise().mean(), Eigen::RowVectorXd::Zero(6),
                     1e-12));
        QVERIFY(design.nuisance.col(0).isOnes());
    }
};

FUSIFORM_TEST(DesignMatrixTest)
#include "design_matrix_test.moc"
