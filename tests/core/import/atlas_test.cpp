// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/atlas.h"

#include "core/io/mgh.h"
#include "core/io/nifti.h"
#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using image::Index;
namespace fs = std::filesystem;

namespace {

image::Grid grid(std::array<Index, 3> shape, const Eigen::Vector3d& steps,
                 const Eigen::Vector3d& origin)
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() = steps.asDiagonal();
    affine.topRightCorner<3, 1>() = origin;
    return {shape, image::Affine(affine)};
}

image::Volume volumeOf(const image::Grid& grid,
                       const std::function<double(const image::MmPoint&)>& value)
{
    image::Volume volume{grid, {}};
    for (Index v = 0; v < grid.size(); ++v)
        volume.values.push_back(static_cast<float>(value(grid.mm(v))));
    return volume;
}

std::vector<Index> all(const image::Grid& grid)
{
    std::vector<Index> voxels(static_cast<std::size_t>(grid.size()));
    std::iota(voxels.begin(), voxels.end(), Index{0});
    return voxels;
}

std::vector<std::int64_t> labels(const image::Volume& atlas, const image::Grid& grid)
{
    Progress progress;
    return import::labelsOnGrid(atlas, grid, all(grid), progress);
}

/// 1 to 8 by the eight corners of the world; the planes between them lie at 0.
double octant(const image::MmPoint& point)
{
    return 1 + (point.at[0] > 0) + 2 * (point.at[1] > 0) + 4 * (point.at[2] > 0);
}

/// A fit with a grid and a mask and nothing else.
glm::Fit bareFit(const image::Grid& grid, std::vector<Index> voxels)
{
    glm::Fit fit;
    fit.grid = grid;
    fit.voxels = std::move(voxels);
    return fit;
}

} // namespace

class AtlasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameGridGivesTheSameLabels()
    {
        const image::Grid same = grid({4, 3, 2}, {3, 3, 3}, {-5, 2, 7});
        image::Volume atlas = volumeOf(same, [](const auto&) { return 0; });
        for (Index v = 0; v < same.size(); ++v)
            atlas.values[static_cast<std::size_t>(v)] = static_cast<float>(v % 5);
        const auto found = labels(atlas, same);
        for (Index v = 0; v < same.size(); ++v)
            QCOMPARE(found[static_cast<std::size_t>(v)], v % 5);
    }
    void resolutionAndOrientationDoNotMatter_data()
    {
        QTest::addColumn<QVector<double>>("steps"); // of the atlas, mm
        QTest::newRow("finer, RAS") << QVector<double>{1, 1, 1};
        QTest::newRow("finer, LAS") << QVector<double>{-1, 1, 1};
        QTest::newRow("finer, LPI, anisotropic") << QVector<double>{-1, -0.5, -2};
        QTest::newRow("coarser, RPS") << QVector<double>{8, -8, 8};
    }
    void resolutionAndOrientationDoNotMatter()
    {
        QFETCH(QVector<double>, steps);
        const Eigen::Vector3d step(steps[0], steps[1], steps[2]);
        // 32 mm along each axis, with a plane between two voxels at 0.
        std::array<Index, 3> shape = {};
        Eigen::Vector3d origin;
        for (int axis = 0; axis < 3; ++axis) {
            shape[static_cast<std::size_t>(axis)]
                = static_cast<Index>(std::lround(32 / std::abs(step[axis])));
            origin[axis] = (step[axis] > 0 ? -16 : 16) + step[axis] / 2;
        }
        const image::Volume atlas = volumeOf(grid(shape, step, origin), octant);
        // Oblique voxels of 4 mm, one axis turned round.
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        const double angle = 0.2;
        affine.topLeftCorner<3, 3>() << -4 * std::cos(angle), -4 * std::sin(angle), 0,
            -4 * std::sin(angle), 4 * std::cos(angle), 0, 0, 0, 4;
        affine.topRightCorner<3, 1>() << 10, -8, -10;
        const image::Grid oblique{{6, 6, 6}, image::Affine(affine)};
        const auto found = labels(atlas, oblique);
        int inside = 0;
        for (Index v = 0; v < oblique.size(); ++v) {
            const Eigen::Vector3d at = oblique.mm(v).at;
            // No corner of the voxel may reach a plane or the atlas's edge.
            const double reach = 2 * std::numbers::sqrt3;
            if (at.cwiseAbs().minCoeff() < reach || at.cwiseAbs().maxCoeff() > 16 - reach)
                continue;
            ++inside;
            QCOMPARE(static_cast<double>(found[static_cast<std::size_t>(v)]), octant({at}));
        }
        QVERIFY2(inside > 15, std::to_string(inside).c_str());
    }
    void theLabelMetMostOftenWins()
    {
        // One voxel of 4 mm over 64 of 1 mm.
        const image::Grid fine = grid({4, 4, 4}, {1, 1, 1}, {-1.5, -1.5, -1.5});
        const image::Grid one = grid({1, 1, 1}, {4, 4, 4}, {0, 0, 0});
        const auto majority = [&](int threes, int fives) {
            image::Volume atlas{fine, std::vector<float>(64, 0)};
            std::fill_n(atlas.values.begin(), threes, 3.0F);
            std::fill_n(atlas.values.begin() + threes, fives, 5.0F);
            return labels(atlas, one).front();
        };
        QCOMPARE(majority(20, 30), 5);
        QCOMPARE(majority(30, 20), 3);
        QCOMPARE(majority(20, 4), 0); // 40 of 64 are background
        QCOMPARE(majority(32, 32), 5); // equal: the centre, which is in the upper half
    }
    void outsideOfTheAtlasIsBackground()
    {
        const image::Volume atlas
            = volumeOf(grid({2, 2, 2}, {1, 1, 1}, {100, 100, 100}), [](const auto&) { return 4; });
        for (const auto label : labels(atlas, grid({3, 3, 3}, {2, 2, 2}, {0, 0, 0})))
            QCOMPARE(label, 0);
    }
    void regionsGetNamesColoursAndOnlyVoxelsOfTheMask()
    {
        const test::TemporaryFolder folder;
        const image::Grid both = grid({4, 4, 4}, {2, 2, 2}, {-3, -3, -3});
        const fs::path file = folder.path() / "eight.nii.gz";
        io::writeVolume(file, volumeOf(both, octant));
        test::writeText(folder.path() / "eight.tsv",
                        "index\tname\tcolor\n1\tleft low back\t#102030\n2\tright low back\tn/a\n");
        const import::Atlas atlas = import::readAtlas(file, {});
        QCOMPARE(atlas.name, std::string("eight"));
        std::vector<Index> mask;
        for (const Index v : all(both))
            if (both.mm(v).at[2] < 0)
                mask.push_back(v);
        Progress progress;
        const auto regions = import::atlasRegions(atlas, bareFit(both, mask), progress);
        QCOMPARE(regions.size(), std::size_t{4}); // the upper four lie outside of the mask
        QCOMPARE(regions[0].region.name, std::string("left low back"));
        QCOMPARE(regions[0].region.colour, (std::array<std::uint8_t, 3>{16, 32, 48}));
        QCOMPARE(regions[2].region.name, std::string("label 3"));
        for (const auto& [label, region] : regions) {
            QCOMPARE(region.voxels.count(), 8);
            for (const Index v : region.voxels.indices())
                QCOMPARE(octant(both.mm(v)), static_cast<double>(label));
        }
    }
    void whatIsNoLabelImageIsRefused()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.nii";
        io::writeVolume(
            file, volumeOf(grid({2, 2, 2}, {1, 1, 1}, {0, 0, 0}), [](const auto&) { return 0.5; }));
        QVERIFY_EXCEPTION_THROWN((void)import::readAtlas(file, {}), Error);
        io::writeSeries(file, {grid({2, 2, 2}, {1, 1, 1}, {0, 0, 0}), 3, std::vector<float>(24, 1)},
                        {});
        try {
            (void)import::readAtlas(file, {});
            QFAIL("four dimensions were taken");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("one volume") != std::string::npos);
        }
    }
    void freeSurfersSegmentationHasItsSidesWhereTheyAre()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        const test::TemporaryFolder folder;
        // Lines of FreeSurferColorLUT.txt.
        test::writeText(folder.path() / "lut.txt", "#No. Label Name:  R   G   B   A\n\n"
                                                   "17  Left-Hippocampus   220 216 20  0\n"
                                                   "53  Right-Hippocampus  220 216 20  0\n");
        const import::Atlas atlas = import::readAtlas(
            test::sharedData("freesurfer_gifti/aparc.a2009s+aseg.mgz"), folder.path() / "lut.txt");
        const image::Grid& own = atlas.labels.grid;
        // The same place in voxels of 3 mm, left and right turned round.
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        affine.topLeftCorner<3, 3>().diagonal() << -3, 3, 3;
        affine.topRightCorner<3, 1>()
            = own.affine.mm({Eigen::Vector3d(128, 128, 128)}).at + Eigen::Vector3d(96, -96, -96);
        const image::Grid coarse{{64, 64, 64}, image::Affine(affine)};
        Progress progress;
        const auto regions = import::atlasRegions(atlas, bareFit(coarse, all(coarse)), progress);
        int sides = 0;
        for (const auto& [label, region] : regions) {
            if (label != 17 && label != 53)
                continue;
            ++sides;
            // The same label on the atlas's own grid.
            std::vector<Index> members;
            for (Index v = 0; v < own.size(); ++v)
                if (std::lround(atlas.labels.values[static_cast<std::size_t>(v)]) == label)
                    members.push_back(v);
            const auto here = roi::measure(region.voxels, coarse);
            const auto there = roi::measure(image::VoxelSet::of(own.shape, members), own);
            QVERIFY(here.centre.at[0] < there.centre.at[0] + 1);
            QVERIFY2((here.centre.at - there.centre.at).norm() < 1, region.name.c_str());
            // Voxels of 27 mm^3 cut a body of some 4,000 roughly.
            QVERIFY(test::near(here.volumeMm3 / there.volumeMm3, 1, 0.15));
            QVERIFY(region.name.starts_with(label == 17 ? "Left" : "Right"));
        }
        QCOMPARE(sides, 2);
        const auto centreOf = [&](std::int64_t label) {
            for (const auto& one : regions)
                if (one.label == label)
                    return roi::measure(one.region.voxels, coarse).centre.at[0];
            return 0.0;
        };
        QVERIFY(centreOf(17) + 20 < centreOf(53)); // left of right, in RAS
    }
};

FUSIFORM_TEST(AtlasTest)
#include "atlas_test.moc"
