// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/thirds.h"

#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <map>

using namespace fusiform;

namespace {

struct Example {
    test::TemporaryFolder folder;
    glm::Fit fit = test::makeFit(folder.path());
    const glm::ModelFit& model = fit.models[0];
};

/// Of the selected voxels, how many a plain look at their coordinates puts behind and below.
std::array<image::Index, 3> counted(const Example& e, const roi::ThirdsPlanes& planes)
{
    std::array<image::Index, 3> counts = {0, 0, 0};
    for (const image::Index voxel : e.model.selected.indices()) {
        const Eigen::Vector3d at = e.fit.grid.mm(voxel).at;
        ++counts[at[1] < planes.occipitalBehind ? 0 : at[2] < planes.temporalBelow ? 1 : 2];
    }
    return counts;
}

} // namespace

class ThirdsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePlanesCutTheSelection()
    {
        const Example e;
        const Eigen::Vector3d middle
            = roi::measure(e.model.selected, e.fit.grid).centre.at + Eigen::Vector3d(0, 4, 3);
        const roi::ThirdsPlanes planes = {middle[1], middle[2]};
        const auto regions = roi::thirdsAt(e.fit, e.model, planes);
        QCOMPARE(regions.size(), 3U);
        const auto counts = counted(e, planes);
        image::VoxelSet all = regions[0].voxels;
        for (std::size_t r = 0; r < 3; ++r) {
            QVERIFY(counts[r] > 0);
            QCOMPARE(regions[r].voxels.count(), counts[r]);
            QCOMPARE(static_cast<std::size_t>(*roi::thirdOf(regions[r])), r);
            all = all.united(regions[r].voxels);
        }
        QVERIFY(all == e.model.selected);
        QCOMPARE(counts[0] + counts[1] + counts[2], e.model.selected.count());
    }
    void equalThirdsDifferByNoMoreThanOneLayerOfVoxels()
    {
        const Example e;
        const auto counts = counted(e, roi::equalThirds(e.fit, e.model));
        // In this ellipsoid of 4 mm voxels a layer holds up to a few dozen voxels.
        std::map<double, image::Index> layersOfY;
        for (const image::Index voxel : e.model.selected.indices())
            ++layersOfY[e.fit.grid.mm(voxel).at[1]];
        image::Index largest = 0;
        for (const auto& [y, count] : layersOfY)
            largest = std::max(largest, count);
        QVERIFY(std::abs(counts[0] - e.model.selected.count() / 3) <= (largest + 1) / 2);
        QVERIFY(counts[1] > 0 && counts[2] > 0);
    }
    void whatTheFitOffersIsKnownAsThirdsToo()
    {
        const Example e;
        const auto offered = roi::offeredRegions(e.fit, e.model);
        QVERIFY(!roi::thirdOf(offered[0]));
        QVERIFY(roi::thirdOf(offered[1]) == roi::Third::Occipital);
        QVERIFY(roi::thirdOf(offered[2]) == roi::Third::Temporal);
        QVERIFY(roi::thirdOf(offered[3]) == roi::Third::Frontoparietal);
    }
    void planesOutsideLeaveEmptyRegions()
    {
        const Example e;
        const auto regions = roi::thirdsAt(e.fit, e.model, {-1000, 1000});
        QVERIFY(regions[0].voxels.isEmpty() && regions[2].voxels.isEmpty());
        QVERIFY(regions[1].voxels == e.model.selected);
    }
};

FUSIFORM_TEST(ThirdsTest)
#include "thirds_test.moc"
