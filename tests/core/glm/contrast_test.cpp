// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/contrast.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

namespace {

const std::vector<std::string> kNames = {"train_face", "fixation", "one-back", "F1145.jpg", "2nd"};

Eigen::VectorXd weights(std::string_view expression)
{
    return glm::contrastNamed(expression, kNames);
}

QString problemOf(std::string_view expression)
{
    try {
        (void)weights(expression);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// The vector of methods 2.7.
glm::ConditionEstimates example()
{
    Eigen::MatrixXd x(6, 3);
    x << 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1;
    glm::ConditionEstimates estimates;
    estimates.names = {"train_face", "fixation", "constant"};
    estimates.beta.resize(3, 1);
    estimates.beta << 3.05F, 1.05F, 0.0F;
    estimates.inverse = (x.transpose() * x).inverse();
    estimates.residualMeanSquare = {0.0433333F};
    estimates.explained = {0.99F};
    estimates.degreesOfFreedom = 3;
    return estimates;
}

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastsAreTypedByName()
    {
        // A localizer's own "face" comes before the training faces.
        QVERIFY(glm::contrastNamed("face - object", {"train_face", "object", "face"})
                == Eigen::Vector3d(0, -1, 1));
        QVERIFY(weights("face - Fix") == (Eigen::VectorXd(5) << 1, -1, 0, 0, 0).finished());
        QVERIFY(weights("0.5 f1145+2*one-back -fixation")
                == (Eigen::VectorXd(5) << 0, -1, 2, 0.5, 0).finished());
        QVERIFY(weights(" -F1145.jpg + 2nd") == (Eigen::VectorXd(5) << 0, 0, 0, -1, 1).finished());
    }
    void whatIsNotUnderstoodIsNamed()
    {
        QVERIFY(problemOf("face - house").contains(QLatin1String("\"house\"")));
        QVERIFY(problemOf("face - house").contains(QLatin1String("one-back, F1145.jpg")));
        QVERIFY(problemOf("face Fix").contains(QLatin1String("+ or - before \"Fix\"")));
        QVERIFY(!problemOf("").isEmpty());
        QVERIFY(!problemOf("face -").isEmpty());
        QVERIFY(!problemOf("0.5").isEmpty());
    }
    void tIsThatOfTheMethods()
    {
        const glm::ConditionEstimates estimates = example();
        const glm::ContrastMaps maps
            = glm::contrastMaps(estimates, glm::contrastNamed("face - Fix", estimates.names));
        QVERIFY(near(static_cast<double>(maps.effect[0]), 2.0, 1e-6));
        QVERIFY(near(static_cast<double>(maps.t[0]), 9.607689228, 1e-5));
    }
    void theyAreReadAsTheyWereWritten()
    {
        const test::TemporaryFolder folder;
        const glm::ConditionEstimates estimates = example();
        glm::writeConditionEstimates(estimates, folder.path());
        const glm::ConditionEstimates read = glm::readConditionEstimates(folder.path(), 1);
        QCOMPARE(read.names, estimates.names);
        QVERIFY(read.beta == estimates.beta);
        QVERIFY(read.inverse == estimates.inverse);
        QCOMPARE(read.residualMeanSquare, estimates.residualMeanSquare);
        QCOMPARE(read.explained, estimates.explained);
        QCOMPARE(read.degreesOfFreedom, 3.0);
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)glm::readConditionEstimates(folder.path(), 2)); // voxels
        QVERIFY_THROWS_EXCEPTION(Error, (void)glm::readConditionEstimates("/nowhere", 1));
    }
};

FUSIFORM_TEST(ContrastTest)
#include "contrast_test.moc"
