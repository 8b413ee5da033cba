// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/slice_timing.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <array>

using namespace fusiform;
using namespace fusiform::preprocess;

namespace {

Eigen::VectorXd series()
{
    Eigen::VectorXd y(10);
    y << 1, 3, 2, 5, 4, 6, 5, 7, 6, 8;
    return y;
}

void compareShifted(double shift, const std::array<double, 10>& wanted)
{
    const Eigen::VectorXd found = shiftOperator(10, shift) * series();
    for (Eigen::Index n = 0; n < 10; ++n)
        QVERIFY2(std::abs(found[n] - wanted[static_cast<std::size_t>(n)]) < 1e-9,
                 qPrintable(QStringLiteral("shift %1, scan %2: %3")
                                .arg(shift)
                                .arg(n)
                                .arg(found[n], 0, 'g', 12)));
}

} // namespace

/// The numbers are SPM12's own (methods 2.8).
class SliceTimingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shiftsAsSpm()
    {
        compareShifted(0.25,
                       {0.4464644829, 3.0237677566, 1.7890814541, 4.5432101198, 4.1299746248,
                        5.5962878601, 5.1977707344, 6.4917990454, 6.3477917393, 7.2313418348});
        compareShifted(-0.5, {2.5766062224, 2.0657911493, 3.6764822635, 4.5517571835, 4.9285382612,
                              5.6282835027, 5.7928288031, 6.8202391925, 6.4820520614,
                              8.66028910099}); // a plain Fourier sum; the sheet has ...0991
        compareShifted(1, {1, 1, 3, 2, 5, 4, 6, 5, 7, 6});
        compareShifted(0, {1, 3, 2, 5, 4, 6, 5, 7, 6, 8});
    }

    void ordersOfPhilips()
    {
        const auto rank = [](SliceOrder order, Eigen::Index slices, std::size_t slice) {
            const double time = sliceTimes(order, slices, 2)[slice];
            return static_cast<int>(std::lround(time / 2 * static_cast<double>(slices)));
        };
        QCOMPARE(rank(SliceOrder::OddThenEven, 41, 0), 0);
        QCOMPARE(rank(SliceOrder::OddThenEven, 41, 2), 1);
        QCOMPARE(rank(SliceOrder::OddThenEven, 41, 1), 21);
        QCOMPARE(rank(SliceOrder::Ascending, 41, 40), 40);
        QCOMPARE(rank(SliceOrder::Descending, 41, 40), 0);
        // 9 slices in steps of 3: 1 4 7 2 5 8 3 6 9
        QCOMPARE(rank(SliceOrder::Interleaved, 9, 3), 1);
        QCOMPARE(rank(SliceOrder::Interleaved, 9, 1), 3);
        const auto custom = sliceTimesOfList("3,1 2", 3, 3);
        QCOMPARE(custom, (std::vector<double>{1, 2, 0}));
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(sliceTimesOfList("1,1,2", 3, 3)));
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(sliceOrderNamed("sideways")));
        QCOMPARE(sliceOrderNamed("2,1"), SliceOrder::Custom);
    }

    void referenceIsTheSliceInTheMiddle()
    {
        // The study's documentation: 24 slices, 2 s: 0.9167 s; 41 slices: rank 21, 20 * 2 / 41 s.
        QVERIFY(std::abs(middleSliceTime(sliceTimes(SliceOrder::OddThenEven, 24, 2)) - 22.0 / 24)
                < 1e-12);
        QVERIFY(std::abs(middleSliceTime(sliceTimes(SliceOrder::OddThenEven, 41, 2)) - 40.0 / 41)
                < 1e-12);
    }

    /// A slow wave taken at every slice's own time becomes the wave at the reference time.
    void correctsARun()
    {
        const Eigen::Index slices = 5;
        const Eigen::Index scans = 60;
        image::Series run{{{4, 3, slices}, {}}, scans, {}};
        run.values.resize(static_cast<std::size_t>(run.grid.size() * scans));
        const auto times = sliceTimes(SliceOrder::OddThenEven, slices, 2);
        const auto wave = [](double t, double voxel) { return 100 + voxel * std::sin(0.25 * t); };
        for (Eigen::Index t = 0; t < scans; ++t)
            for (Eigen::Index v = 0; v < run.grid.size(); ++v)
                run.volume(t)[static_cast<std::size_t>(v)] = static_cast<float>(
                    wave(2 * static_cast<double>(t) + times[static_cast<std::size_t>(v / 12)],
                         static_cast<double>(v)));
        Progress progress;
        correctSliceTiming(run, times, 0.8, 2, progress);
        for (Eigen::Index t = 10; t < scans - 10; ++t) // the wrapped ends are only near
            for (Eigen::Index v = 0; v < run.grid.size(); ++v)
                QVERIFY(std::abs(static_cast<double>(run.volume(t)[static_cast<std::size_t>(v)])
                                 - wave(2 * static_cast<double>(t) + 0.8, static_cast<double>(v)))
                        < 0.02 * static_cast<double>(v) + 1e-3);
    }
};

FUSIFORM_TEST(SliceTimingTest)
#include "slice_timing_test.moc"
