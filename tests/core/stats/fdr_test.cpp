// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/fdr.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fusiform;
using stats::FdrProcedure;
using test::near;

namespace {
/// Table of Benjamini & Hochberg 1995, section 4.1.
const std::vector<double> kPublished
    = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
       0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
} // namespace

class FdrTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePublishedExampleCallsFourTests()
    {
        const auto threshold
            = stats::fdrThreshold(kPublished, 0.05, FdrProcedure::BenjaminiHochberg);
        QVERIFY(threshold.has_value());
        QCOMPARE(*threshold, 0.0095);
    }
    /// 1 + 1/2 + ... + 1/15 = 3.318229: 0.0019 <= 0.05 * 3 / (15 * 3.318229) = 0.003014, and
    /// 0.0095 > 0.004018.
    void anyDependenceCallsThreeOfThem()
    {
        const auto threshold
            = stats::fdrThreshold(kPublished, 0.05, FdrProcedure::BenjaminiYekutieli);
        QVERIFY(threshold.has_value());
        QCOMPARE(*threshold, 0.0019);
        const auto adjusted = stats::fdrAdjusted(kPublished, FdrProcedure::BenjaminiYekutieli);
        QVERIFY(near(adjusted[2], 0.0019 * 15 * 3.3182289932289937 / 3, 1e-12));
    }
    void adjustedValuesAreThoseWorkedByHand()
    {
        // In order .01 .02 .03 .2: times 4/1 4/2 4/3 4/4 = .04 .04 .04 .2, no larger than what
        // follows.
        const std::vector<double> p = {0.03, 0.2, 0.01, 0.02};
        const auto adjusted = stats::fdrAdjusted(p, FdrProcedure::BenjaminiHochberg);
        QVERIFY(near(adjusted[0], 0.04, 1e-15));
        QVERIFY(near(adjusted[1], 0.2, 1e-15));
        QVERIFY(near(adjusted[2], 0.04, 1e-15));
        QVERIFY(near(adjusted[3], 0.04, 1e-15));
    }
    void theThresholdAndTheAdjustedValuesCallTheSameTests()
    {
        for (const auto procedure :
             {FdrProcedure::BenjaminiHochberg, FdrProcedure::BenjaminiYekutieli})
            for (const double level : {0.001, 0.01, 0.05, 0.2, 0.5, 0.9}) {
                const auto adjusted = stats::fdrAdjusted(kPublished, procedure);
                const auto threshold = stats::fdrThreshold(kPublished, level, procedure);
                for (std::size_t i = 0; i < kPublished.size(); ++i)
                    QCOMPARE(adjusted[i] <= level, threshold && kPublished[i] <= *threshold);
            }
    }
    void whatIsNoTestDoesNotCount()
    {
        std::vector<double> withGaps = kPublished;
        const double none = std::numeric_limits<double>::quiet_NaN();
        withGaps.insert(withGaps.begin() + 3, 40, none);
        QCOMPARE(*stats::fdrThreshold(withGaps, 0.05, FdrProcedure::BenjaminiHochberg), 0.0095);
        const auto adjusted = stats::fdrAdjusted(withGaps, FdrProcedure::BenjaminiHochberg);
        QVERIFY(std::isnan(adjusted[5]));
        QCOMPARE(adjusted[0], stats::fdrAdjusted(kPublished, FdrProcedure::BenjaminiHochberg)[0]);
    }
    void nothingIsCalledWhereNothingIs()
    {
        const std::vector<double> p = {0.2, 0.5, 0.9};
        QVERIFY(!stats::fdrThreshold(p, 0.05, FdrProcedure::BenjaminiHochberg));
        QVERIFY(!stats::fdrThreshold({}, 0.05, FdrProcedure::BenjaminiHochberg));
        QVERIFY(stats::fdrAdjusted({}, FdrProcedure::BenjaminiHochberg).empty());
    }
};

FUSIFORM_TEST(FdrTest)
#include "fdr_test.moc"
