// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/high_pass.h"

#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using test::near;

class HighPassTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asManyCosinesGoAsInSpm()
    {
        const Json counts = readJson(test::ownData("vectors.json")).at("hpf_ncols");
        for (const auto& [scans, count] : counts.items())
            QCOMPARE(glm::highPassCount(std::stol(scans), 2), count.get<Eigen::Index>());
    }
    void theCosinesAreThoseOfSpmDctmtx()
    {
        const Json expected
            = readJson(test::ownData("vectors.json")).at("dct_200_rows_0_1_2_99_199");
        constexpr std::array<int, 5> kRows = {0, 1, 2, 99, 199};
        const Eigen::MatrixXd cosines = glm::highPassCosines(200, 6);
        for (std::size_t r = 0; r < kRows.size(); ++r)
            for (int q = 0; q < 6; ++q)
                QVERIFY(near(cosines(kRows[r], q),
                             expected.at(r).at(static_cast<std::size_t>(q)).get<double>(), 1e-12));
        QVERIFY(near(glm::highPassCosines(195, 1)(0, 0), 0.1012706510, 1e-9));
        QVERIFY(near(glm::highPassCosines(56, 1)(0, 0), 0.1889078959, 1e-9));
        QVERIFY(near(cosines.transpose() * cosines, Eigen::MatrixXd::Identity(6, 6), 1e-12));
    }
    void aFilteredRampAndImpulseAreSpms()
    {
        const Eigen::MatrixXd x = glm::highPassCosines(200, 6);
        const Eigen::VectorXd ramp = Eigen::VectorXd::LinSpaced(200, 0, 1);
        const Eigen::VectorXd y = ramp - x * (x.transpose() * ramp);
        QVERIFY(near(y[0], 0.468821874, 1e-9));
        QVERIFY(near(y[99], 0.500259788, 1e-9));
        QVERIFY(near(y[199], 0.531178126, 1e-9));
        QVERIFY(near(y.squaredNorm(), 50.01212235, 1e-8));
        const Eigen::VectorXd impulse = Eigen::VectorXd::Unit(200, 100);
        const Eigen::VectorXd filtered = impulse - x * (x.transpose() * impulse);
        constexpr std::array<double, 5> kExpected
            = {-0.0297629848, -0.0299438955, 0.9700129429, -0.0298922545, -0.0296602250};
        for (int i = 0; i < 5; ++i)
            QVERIFY(near(filtered[98 + i], kExpected[static_cast<std::size_t>(i)], 1e-9));
    }
};

FUSIFORM_TEST(HighPassTest)
#include "high_pass_test.moc"
