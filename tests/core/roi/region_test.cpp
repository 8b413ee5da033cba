// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/region.h"

#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using test::near;

class RegionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thirdsAreEqualDisjointAndInTheirPlaces()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const auto regions = roi::offeredRegions(fit, fit.models[0]);
        QCOMPARE(regions.size(), 4U);
        const auto& all = regions[0].voxels;
        const auto& occipital = regions[1].voxels;
        const auto& temporal = regions[2].voxels;
        const auto& frontal = regions[3].voxels;
        QVERIFY(occipital.united(temporal).united(frontal) == all);
        QCOMPARE(occipital.count() + temporal.count() + frontal.count(), all.count());
        QVERIFY(std::abs(occipital.count() - frontal.count()) <= 2);
        QVERIFY(std::abs(temporal.count() - frontal.count()) <= 1);
        const auto centre
            = [&](const image::VoxelSet& set) { return roi::measure(set, fit.grid).centre.at; };
        QVERIFY(centre(occipital)[1] < centre(temporal)[1]);
        QVERIFY(centre(temporal)[2] < centre(frontal)[2]);
    }
    void aSphereHoldsTheVoxelsWithinItsRadius()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const image::MmPoint centre = fit.grid.mm(image::Voxel{5, 6, 4});
        // 4 mm voxels: the centre, and its 6 neighbours at exactly 4 mm.
        QCOMPARE(roi::sphere(fit, centre, 4).voxels.count(), 7);
        QCOMPARE(roi::sphere(fit, centre, 1).voxels.count(), 1);
        QCOMPARE(roi::sphere(fit, {{500, 0, 0}}, 4).voxels.count(), 0);
    }
    void theCriterionTakesWhatIsAboveBothThresholds()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        glm::ModelFit& model = fit.models[0];
        std::ranges::fill(fit.tFace, 2.0F);
        std::ranges::fill(model.gain, 0.01F);
        fit.tFace[3] = fit.tFace[5] = fit.tFace[8] = 4;
        model.gain[5] = model.gain[6] = 0.05F;
        model.gain[8] = std::numeric_limits<float>::quiet_NaN();
        const roi::Region region = roi::aboveCriterion(fit, model, 3, 0.02);
        QCOMPARE(region.voxels.indices(), (std::vector<image::Index>{fit.voxels[5]}));
        QCOMPARE(region.made, std::string("criterion t > 3, gain > 0.02"));
        QCOMPARE(roi::aboveCriterion(fit, model, 3, 0.005).voxels.count(), 2);
    }
    void measuresAreInMillimetres()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const image::MmPoint centre = fit.grid.mm(image::Voxel{5, 6, 4});
        const roi::RegionMeasures measures
            = roi::measure(roi::sphere(fit, centre, 4).voxels, fit.grid);
        QCOMPARE(measures.volumeMm3, 7 * 64.0);
        QVERIFY(near(measures.centre.at, centre.at, 1e-9));
        QVERIFY(near(measures.box[0].at, centre.at - Eigen::Vector3d(4, 4, 4), 1e-9));
        QVERIFY(near(measures.box[1].at, centre.at + Eigen::Vector3d(4, 4, 4), 1e-9));
        QVERIFY(!measures.peak);
    }
    void thePeakIsTheHighestValueInTheRegion()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        image::Volume map{fit.grid, std::vector<float>(fit.tFace.size(), -5.0F)};
        const image::VoxelSet set = roi::sphere(fit, fit.grid.mm(image::Voxel{5, 6, 4}), 4).voxels;
        const auto value = [&](const image::Voxel& v) -> float& {
            return map.values[static_cast<std::size_t>(fit.grid.index(v))];
        };
        value({1, 1, 1}) = 100; // outside
        value({5, 6, 4}) = std::numeric_limits<float>::quiet_NaN();
        value({5, 7, 4}) = value({6, 6, 4}) = -2; // of equals the first
        const roi::RegionMeasures measures = roi::measure(set, map);
        QVERIFY(measures.peak.has_value());
        QCOMPARE(measures.peak->value, -2.0);
        QVERIFY(measures.peak->voxel == (image::Voxel{6, 6, 4}));
        QVERIFY(near(measures.peak->at.at, fit.grid.mm(image::Voxel{6, 6, 4}).at, 1e-9));
        std::ranges::fill(map.values, std::numeric_limits<float>::quiet_NaN());
        QVERIFY(!roi::measure(set, map).peak);
    }
    void anEmptyRegionHasNoPlace()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const roi::RegionMeasures measures
            = roi::measure(image::VoxelSet(fit.grid.shape), fit.volumeOf(fit.tFace));
        QCOMPARE(measures.voxels, 0);
        QVERIFY(measures.centre.at.array().isNaN().all());
        QVERIFY(measures.box[0].at.array().isNaN().all());
        QVERIFY(!measures.peak);
    }
};

FUSIFORM_TEST(RegionTest)
#include "region_test.moc"
