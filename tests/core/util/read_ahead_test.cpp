// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/read_ahead.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <latch>

using namespace fusiform;

class ReadAheadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsComeInOrder()
    {
        const Progress silent;
        ReadAhead<std::size_t> items(20, [](std::size_t i) { return i * i; });
        for (std::size_t i = 0; i < 20; ++i)
            QCOMPARE(items.take(silent), i * i);
    }
    void whatMakingThrowsArrivesWithItsItem()
    {
        const Progress silent;
        ReadAhead<int> items(3, [](std::size_t i) {
            return i == 1 ? throw std::runtime_error("torn") : static_cast<int>(i);
        });
        QCOMPARE(items.take(silent), 0);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)items.take(silent));
    }
    void whoStopsDoesNotWaitForWhatIsOnItsWay()
    {
        const auto open = std::make_shared<std::latch>(1);
        const auto made = std::make_shared<std::atomic<int>>(0);
        const auto alive = std::make_shared<int>(0);
        std::stop_source source;
        {
            const Progress progress(source.get_token());
            ReadAhead<std::shared_ptr<int>> items(9, [open, made, alive](std::size_t) {
                open->wait();
                ++*made;
                return alive;
            });
            source.request_stop();
            QVERIFY_THROWS_EXCEPTION(Error, (void)items.take(progress));
        }
        QCOMPARE(made->load(), 0); // neither take() nor the end waited
        open->count_down();
        // Only those two end, and what they made is dropped.
        QTRY_COMPARE(alive.use_count(), 1L);
        QCOMPARE(made->load(), 2);
    }
};

FUSIFORM_TEST(ReadAheadTest)
#include "read_ahead_test.moc"
