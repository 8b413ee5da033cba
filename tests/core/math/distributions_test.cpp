// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/distributions.h"

#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

class DistributionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void studentsTailIsThatOfTheWorkedModel()
    {
        // methods 2.7: t = 9.607689228 with 3 degrees of freedom.
        QVERIFY(test::near(math::studentTail(9.607689228, 3), 0.0011964666, 1e-10));
    }
    void binomialTailsAgreeWithTheTable()
    {
        const Json vectors = readJson(test::ownData("vectors.json"));
        const auto table = vectors.at("binom_20_0.05_ge").get<std::vector<double>>();
        for (std::size_t k = 0; k < table.size(); ++k)
            QVERIFY(
                test::near(math::binomialTail(static_cast<long>(k), 20, 0.05) / table[k], 1, 1e-9));
        for (const auto& [k, tails] : vectors.at("binom_80_0.5").items()) {
            QVERIFY(test::near(math::binomialTail(std::stol(k), 80, 0.5),
                               tails.at("ge").get<double>(), 1e-12));
            QVERIFY(test::near(math::binomialStrictTail(std::stol(k), 80, 0.5),
                               tails.at("gt").get<double>(), 1e-12));
        }
    }
    void chiSquaredTailsAreThoseOfThePaper()
    {
        // methods 5.4: Friedman's statistic and its asymptotic p.
        QVERIFY(test::near(math::chiSquaredTail(8, 2), 0.018316, 1e-6));
        QVERIFY(test::near(math::chiSquaredTail(6.5, 2), 0.038774, 1e-6));
        QVERIFY(test::near(math::chiSquaredTail(7.6, 2), 0.022371, 1e-6));
        QVERIFY(test::near(math::chiSquaredTail(4, 1), 0.045500, 1e-6));
        QVERIFY(test::near(math::chiSquaredTail(3, 1), 0.083265, 1e-6));
    }
    void fishersTailIsStudentsForOneDegree()
    {
        QVERIFY(
            test::near(math::fisherTail(2.5 * 2.5, 1, 17), 2 * math::studentTail(2.5, 17), 1e-12));
        QCOMPARE(math::fisherTail(-1, 3, 5), 1.0);
    }
    void normalTail()
    {
        QVERIFY(test::near(math::normalTail(3.0902323), 0.001, 1e-9));
        QVERIFY(test::near(math::normalTail(-3.0902323), 0.999, 1e-9));
    }
    void nothingComesOfNothing()
    {
        QVERIFY(std::isnan(math::studentTail(NAN, 3)));
        QVERIFY(std::isnan(math::studentTail(1, 0)));
        QCOMPARE(math::studentTail(INFINITY, 3), 0.0);
    }
};

FUSIFORM_TEST(DistributionsTest)
#include "distributions_test.moc"
