// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/realign.h"

#include "core/image/bspline.h"
#include "core/preprocess/reslice.h"
#include "core/preprocess/smoothing_kernel.h"
#include "core/util/random.h"
#include "tests/support/analytic_head.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::preprocess;
using test::movement;
using test::scanGrid;
using test::scanOf;

namespace {

void compareMovement(const Eigen::Matrix4d& found, const Eigen::Matrix4d& wanted, double mm,
                     double degrees)
{
    const Eigen::Matrix4d error = rigidInverse(wanted) * found;
    const double shift = error.topRightCorner<3, 1>().norm();
    QVERIFY2(shift < mm, qPrintable(QStringLiteral("%1 mm off").arg(shift)));
    QVERIFY2(rotationDegrees(error) < degrees,
             qPrintable(QStringLiteral("%1 degrees off").arg(rotationDegrees(error))));
}

} // namespace

class RealignTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// spm_matrix([1 2 3 .1 .2 .3]) (methods 2.9).
    void matrixAsSpm()
    {
        RigidParameters p;
        p << 1, 2, 3, .1, .2, .3;
        Eigen::Matrix4d wanted;
        wanted << 0.9362933636, 0.2896294776, 0.1986693308, 1, -0.3129918258, 0.9447024860,
            0.0978433950, 2, -0.1593450793, -0.1537919980, 0.9751703272, 3, 0, 0, 0, 1;
        QVERIFY((rigidMatrix(p) - wanted).cwiseAbs().maxCoeff() < 1e-9);
        QVERIFY((rigidParameters(wanted) - p).cwiseAbs().maxCoeff() < 1e-9);
        QVERIFY((rigidInverse(wanted) * wanted - Eigen::Matrix4d::Identity()).cwiseAbs().maxCoeff()
                < 1e-9);
    }

    /// spm_smoothkern for 5 mm and voxels of 3 and 3.2 mm (methods 2.9).
    void kernelAsSpm()
    {
        const auto kernel = smoothingKernel(5.0 / 3);
        QCOMPARE(kernel.size(), std::size_t(9));
        const std::array<double, 5> wanted
            = {0.4857315636, 0.2324036520, 0.0242384144, 4.904424e-4, 1.70847e-6};
        for (std::size_t d = 0; d < 5; ++d) {
            QVERIFY(std::abs(static_cast<double>(kernel[4 + d]) - wanted[d]) < 3e-8);
            QCOMPARE(kernel[4 + d], kernel[4 - d]);
        }
        const auto other = smoothingKernel(5.0 / 3.2);
        const std::array<double, 4> wantedOther
            = {0.5088457423, 0.2266841977, 0.0186521750, 2.403412e-4};
        for (std::size_t d = 0; d < 4; ++d)
            QVERIFY(std::abs(static_cast<double>(other[other.size() / 2 + d]) - wantedOther[d])
                    < 3e-8);
    }

    void splinesGoThroughTheirVoxels_data()
    {
        QTest::addColumn<int>("degree");
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
        QTest::newRow("4") << 4;
    }
    void splinesGoThroughTheirVoxels()
    {
        QFETCH(const int, degree);
        Random random(3);
        const std::array<Eigen::Index, 3> shape = {9, 8, 7};
        std::vector<float> values(9 * 8 * 7);
        for (float& value : values)
            value = static_cast<float>(random.normal());
        const image::BSpline spline(values, shape, degree);
        std::size_t v = 0;
        for (int k = 0; k < 7; ++k)
            for (int j = 0; j < 8; ++j)
                for (int i = 0; i < 9; ++i, ++v)
                    QVERIFY(std::abs(spline.at({1.0 * i, 1.0 * j, 1.0 * k}) - values[v]) < 2e-5F);
        // The gradient is that of the values themselves.
        const Eigen::Vector3d at(3.3, 4.7, 2.2);
        Eigen::Vector3d gradient;
        QVERIFY(std::abs(spline.at(at, gradient) - spline.at(at)) < 1e-5F);
        for (int axis = 0; axis < 3; ++axis) {
            Eigen::Vector3d step = Eigen::Vector3d::Zero();
            step[axis] = 0.01;
            const double slope = (static_cast<double>(spline.at(at + step))
                                  - static_cast<double>(spline.at(at - step)))
                                 / 0.02;
            QVERIFY(std::abs(slope - gradient[axis]) < 2e-3);
        }
    }
    /// A parabola is a spline of every degree from 2 on: away from the mirrored borders it is
    /// exact.
    void splinesKeepParabolas()
    {
        std::vector<float> values;
        for (int k = 0; k < 24; ++k)
            for (int j = 0; j < 24; ++j)
                for (int i = 0; i < 24; ++i)
                    values.push_back(
                        static_cast<float>(0.1 * i * i - 0.2 * j * k + 0.05 * k * k + i));
        for (const int degree : {2, 3, 4}) {
            const image::BSpline spline(values, {24, 24, 24}, degree);
            const double x = 11.37, y = 12.61, z = 10.9;
            QVERIFY(std::abs(static_cast<double>(spline.at({x, y, z}))
                             - (0.1 * x * x - 0.2 * y * z + 0.05 * z * z + x))
                    < 2e-4);
        }
    }

    void recoversSmallMovements()
    {
        const image::Grid grid = scanGrid();
        const Realigner realigner({grid, scanOf(Eigen::Matrix4d::Identity(), grid)}, {});
        for (const Eigen::Matrix4d& planted :
             {movement(0, 0, 0, 0, 0, 0), movement(0.3, -0.2, 0.5, 0.4, -0.3, 0.6),
              movement(-1.2, 0.8, 1.5, -1.1, 0.9, -1.6), movement(2.5, -3, 2, 2, -1.5, 2.5)})
            compareMovement(
                realigner.estimate(scanOf(planted, grid), grid, Eigen::Matrix4d::Identity()),
                planted, 0.05, 0.05);
    }

    /// A second T1 in a session means that the head was laid down anew.
    void recoversAHeadLaidDownAnew()
    {
        const image::Grid grid = scanGrid();
        const Realigner realigner({grid, scanOf(Eigen::Matrix4d::Identity(), grid)}, {});
        for (const Eigen::Matrix4d& planted :
             {movement(9, -12, 10, 6, -4, 5), movement(-15, 8, -9, -7, 5, -8)})
            compareMovement(realigner.estimateFromFar(scanOf(planted, grid), grid), planted, 0.05,
                            0.05);
    }

    void reslicingUndoesTheMovement()
    {
        const image::Grid grid = scanGrid();
        const Eigen::Matrix4d planted = movement(1.3, -0.7, 0.9, 1, -0.8, 1.2);
        const std::vector<float> still = scanOf(Eigen::Matrix4d::Identity(), grid);
        const image::BSpline moved(scanOf(planted, grid), grid.shape, 4);
        std::vector<float> back(still.size());
        reslice(moved, grid, planted, grid, back);
        double squares = 0;
        std::size_t count = 0;
        for (std::size_t v = 0; v < back.size(); ++v)
            if (back[v] != 0 && still[v] > 500) {
                squares += std::pow(static_cast<double>(back[v] - still[v]), 2);
                ++count;
            }
        QVERIFY(count > 5000);
        QVERIFY2(std::sqrt(squares / static_cast<double>(count)) < 4,
                 qPrintable(QString::number(std::sqrt(squares / static_cast<double>(count)))));
    }
};

FUSIFORM_TEST(RealignTest)
#include "realign_test.moc"
