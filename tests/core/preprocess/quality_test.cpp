// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/quality.h"

#include "core/util/random.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::preprocess;

class QualityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Power 2012: millimetres and arcs on a sphere of 50 mm, worked by hand.
    void displacement()
    {
        Eigen::MatrixXd motion = Eigen::MatrixXd::Zero(3, 6);
        motion.row(1) << 0.1, -0.2, 0.3, 0.001, 0, -0.002;
        motion.row(2) = motion.row(1);
        const auto displaced = framewiseDisplacement(motion);
        QCOMPARE(displaced[0], 0.0);
        QVERIFY(std::abs(displaced[1] - (0.6 + 50 * 0.003)) < 1e-12);
        QCOMPARE(displaced[2], 0.0);
    }

    /// Noise of a known size around a known mean with a known drift and one jump.
    void findsWhatWasPlanted()
    {
        constexpr Eigen::Index kScans = 120;
        image::Series run{{{12, 12, 12}, {}}, kScans, {}};
        run.values.assign(static_cast<std::size_t>(run.grid.size() * kScans), 0);
        Random random(2);
        for (Eigen::Index t = 0; t < kScans; ++t)
            for (Eigen::Index v = 0; v < run.grid.size(); ++v) {
                const bool isBrain = run.grid.voxel(v).k >= 6;
                const double drift = 40 * (static_cast<double>(t) / (kScans - 1) - 0.5);
                const double jump = t == 70 ? 80 : 0;
                run.volume(t)[static_cast<std::size_t>(v)]
                    = isBrain ? static_cast<float>(1000 + drift + jump + 10 * random.normal()) : 5;
            }
        Eigen::MatrixXd motion = Eigen::MatrixXd::Zero(kScans, 6);
        motion(30, 0) = 0.7; // there and back: two displacements above 0.5 mm
        Progress progress;
        const RunQuality quality = measureQuality(run, motion, progress);
        QCOMPARE(std::ranges::count(quality.mask, 1), std::ptrdiff_t(12 * 12 * 6));
        QVERIFY2(std::abs(quality.driftPercent - 4) < 0.2,
                 qPrintable(QString::number(quality.driftPercent)));
        QCOMPARE(quality.outliers, (std::vector<image::Index>{30, 31, 70, 71}));
        // One jump of 80 in 120 scans adds 7.3 to a standard deviation of 10: sqrt(100 + 80^2/120).
        const double wanted = 1000 / std::sqrt(100 + 80.0 * 80 / 120);
        QVERIFY2(std::abs(quality.tsnrMedian / wanted - 1) < 0.05,
                 qPrintable(QString::number(quality.tsnrMedian)));
        // DVARS of white noise: sqrt(2) * 10 of 1000.
        QVERIFY(std::abs(quality.dvars[10] - 1.414) < 0.1);
    }
};

FUSIFORM_TEST(QualityTest)
#include "quality_test.moc"
