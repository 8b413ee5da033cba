// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/flood.h"

#include "core/roi/components.h"
#include "tests/support/grids.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

struct Field {
    image::Volume map;
    image::VoxelSet allowed;
};

Field randomField(Random& random)
{
    Field field{{{{9, 8, 7}, {}}, {}}, test::randomSet({9, 8, 7}, 0.8, random)};
    for (image::Index v = 0; v < field.map.grid.size(); ++v)
        field.map.values.push_back(random.uniform() < 0.05 ? std::nanf("")
                                                           : static_cast<float>(random.uniform()));
    return field;
}

} // namespace

class FloodTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFloodIsThePieceOfTheThresholdThatHoldsTheSeed()
    {
        Random random(8);
        int filled = 0;
        for (const auto neighbours :
             {roi::Neighbours::Faces, roi::Neighbours::Edges, roi::Neighbours::Corners})
            for (int repeat = 0; repeat < 30; ++repeat) {
                const Field field = randomField(random);
                const image::Voxel seed = {repeat % 9, repeat % 8, repeat % 7};
                const roi::ValueRange range{0.5, 2};
                image::VoxelSet expected(field.allowed.shape());
                for (const image::VoxelSet& piece :
                     roi::components(roi::withValues(field.map, range, field.allowed), neighbours))
                    if (piece.contains(seed))
                        expected = piece;
                filled += expected.isEmpty() ? 0 : 1;
                QVERIFY(roi::flood(field.map, seed, {range, neighbours}, field.allowed)
                        == expected);
            }
        QVERIFY(filled > 20);
    }
    void aWallStopsTheFlood()
    {
        // 1 2 3 | 0 | 3 2 1: each side is a lake of its own.
        const image::Volume map{{{7, 1, 1}, {}}, {1, 2, 3, 0, 3, 2, 1}};
        const image::VoxelSet all
            = test::everyVoxel(map.grid, [](const Eigen::Vector3d&) { return true; });
        const auto from = [&](image::Index i, const roi::ValueRange& range) {
            return roi::flood(map, {i, 0, 0}, {range, roi::Neighbours::Corners}, all).indices();
        };
        using Voxels = std::vector<image::Index>;
        QCOMPARE(from(1, {1, 9}), (Voxels{0, 1, 2}));
        QCOMPARE(from(5, {2, 9}), (Voxels{4, 5}));
        QCOMPARE(from(3, {1, 9}), Voxels{});
        QCOMPARE(from(7, {1, 9}), Voxels{});
        QCOMPARE(from(1, roi::valuesAround(map, {1, 0, 0}, 1)), (Voxels{0, 1, 2}));
        QCOMPARE(from(0, roi::valuesAround(map, {0, 0, 0}, 1)), (Voxels{0, 1}));
        QCOMPARE(from(0, roi::valuesAround(map, {0, 0, 0}, 0)), (Voxels{0}));
    }
    void nothingIsNearToNoValue()
    {
        const image::Volume map{{{2, 1, 1}, {}}, {std::nanf(""), 1}};
        QVERIFY(!roi::valuesAround(map, {0, 0, 0}, 5).contains(1));
        QVERIFY(!roi::valuesAround(map, {9, 0, 0}, 5).contains(1));
        QVERIFY(roi::valuesAround(map, {1, 0, 0}, 5).contains(1));
    }
};

FUSIFORM_TEST(FloodTest)
#include "flood_test.moc"
