// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mosaic.h"

#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

/// A grid whose first axis runs to the left where `sign` is -1.
image::Volume fullMask(double sign)
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine(0, 0) = sign;
    image::Volume mask{{{4, 5, 3}, image::Affine(affine)}, std::vector<float>(60, 1)};
    return mask;
}

float redAt(const image::Picture& picture, int x, int y)
{
    return picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x))];
}

} // namespace

class MosaicTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leftIsLeftWhicheverWayTheGridRuns()
    {
        for (const double sign : {1.0, -1.0}) {
            const image::Volume mask = fullMask(sign);
            const auto colorOf = [&](const image::Voxel& v) -> report::Color {
                const auto mm = mask.grid.mm(v).at;
                const bool isLeftFront = mm[0] == (sign > 0 ? 0 : -3) && mm[1] == 4;
                return {isLeftFront ? 1.F : 0.F, 0, 0};
            };
            const image::Picture picture = report::mosaic(mask, colorOf, {1, 1, 1});
            QCOMPARE(picture.width, 4);
            QCOMPARE(picture.height, 5);
            QCOMPARE(redAt(picture, 0, 0), 1.F);
            QCOMPARE(redAt(picture, 3, 4), 0.F);
        }
    }

    void slicesGoFromBelowToAbove()
    {
        const image::Volume mask = fullMask(1);
        const auto colorOf = [](const image::Voxel& v) -> report::Color {
            return {0.25F * v.k, 0, 0};
        };
        const image::Picture picture = report::mosaic(mask, colorOf, {3, 3, 2});
        QCOMPARE(picture.width, 3 * 4 * 2);
        QCOMPARE(redAt(picture, 0, 0), 0.F);
        QCOMPARE(redAt(picture, 8, 0), 0.25F);
        QCOMPARE(redAt(picture, 16, 0), 0.5F);
    }

    void anEmptyMaskShowsTheWholeGrid()
    {
        image::Volume mask = fullMask(1);
        std::ranges::fill(mask.values, 0.F);
        const image::Picture picture = report::heatMosaic(mask, mask, 1, {1, 1, 1});
        QCOMPARE(picture.width, 4);
        QCOMPARE(picture.height, 5);
    }

    void theUpperValueLeavesOutWhatIsNoSignal()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(report::upperValue({0, -1, nan, 1, 2, 3, 4, 5}, 0.5), 3.0);
        QCOMPARE(report::upperValue({nan, 0}, 0.5), 1.0);
    }
};

FUSIFORM_TEST(MosaicTest)
#include "mosaic_test.moc"
