// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/region_files.h"

#include "core/io/nifti.h"
#include "tests/support/grids.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class RegionFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMaskHasOnesWhereTheSetIs()
    {
        Random random(9);
        const test::TemporaryFolder folder;
        int number = 0;
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const char* end : {".nii", ".nii.gz"}) {
                const roi::PlacedSet set{test::randomSet(grid.shape, 0.3, random), grid};
                const auto file = folder.path() / ("mask" + std::to_string(number++) + end);
                roi::writeMask(file, set);
                const image::Volume read = io::readVolume(file);
                QCOMPARE(io::readNiftiHeader(file).typeName(), std::string("uint8"));
                QVERIFY(image::isSameGrid(read.grid, grid, 1e-4));
                for (image::Index v = 0; v < grid.size(); ++v)
                    QCOMPARE(read.values[static_cast<std::size_t>(v)],
                             set.voxels.contains(grid.voxel(v)) ? 1.0F : 0.0F);
            }
    }
    void verticesBelongToTheVoxelTheyLieIn()
    {
        const image::Grid grid = test::gridAround({5, 5, 5}, test::sizes(-2, 2, 2));
        image::VoxelSet set(grid.shape);
        set.insert(grid.nearest({{2, 0, -2}}));
        image::Surface surface;
        surface.points.resize(3, 5);
        surface.points << 2, 2.9, 3.1, -2, 400, //
            0, -0.9, 0, 0, 0, //
            -2, -1.1, -2, -2, 0;
        QCOMPARE(roi::verticesIn({set, grid}, surface), (std::vector<std::int64_t>{0, 1}));
    }
};

FUSIFORM_TEST(RegionFilesTest)
#include "region_files_test.moc"
