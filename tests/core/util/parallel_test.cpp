// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/parallel.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <numeric>

using namespace fusiform;

class ParallelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void everyItemIsVisitedOnce()
    {
        for (const unsigned threads : {1U, 2U, 8U}) {
            setThreadCount(threads);
            std::vector<std::atomic<int>> visits(1000);
            parallelFor(visits.size(), [&](std::size_t i) { ++visits[i]; });
            for (const auto& count : visits)
                QCOMPARE(count.load(), 1);
        }
    }
    void blocksCoverTheRangeWithoutOverlap()
    {
        setThreadCount(4);
        std::vector<int> visits(103, 0);
        parallelBlocks(visits.size(), 10, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                ++visits[i];
        });
        QCOMPARE(std::accumulate(visits.begin(), visits.end(), 0), 103);
        QCOMPARE(*std::ranges::min_element(visits), 1);
    }
    void theFirstExceptionArrivesAndStopsTheRest()
    {
        setThreadCount(2);
        std::atomic<int> done{0};
        QVERIFY_THROWS_EXCEPTION(Error, parallelFor(100000, [&](std::size_t i) {
                                     if (i == 3)
                                         throw cancelled();
                                     ++done;
                                 }));
        QVERIFY(done < 100000);
    }
    void nestedCallsRunInPlace()
    {
        setThreadCount(2);
        std::atomic<int> sum{0};
        parallelFor(4, [&](std::size_t) { parallelFor(10, [&](std::size_t) { ++sum; }); });
        QCOMPARE(sum.load(), 40);
    }
};

FUSIFORM_TEST(ParallelTest)
#include "parallel_test.moc"
