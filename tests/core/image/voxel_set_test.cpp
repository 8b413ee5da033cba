// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/voxel_set.h"

#include "core/util/random.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <set>

using namespace fusiform;
using image::Index;
using image::VoxelSet;

namespace {
constexpr std::array<Index, 3> kShape = {19, 23, 9};
constexpr Index kSize = 19 * 23 * 9;

std::set<Index> randomSet(Random& random, int count)
{
    std::set<Index> members;
    for (int i = 0; i < count; ++i)
        members.insert(static_cast<Index>(random.below(kSize)));
    return members;
}
VoxelSet voxelSet(const std::set<Index>& members)
{
    return VoxelSet::of(kShape, std::vector<Index>(members.begin(), members.end()));
}
std::vector<Index> listOf(const std::set<Index>& members)
{
    return {members.begin(), members.end()};
}
} // namespace

class VoxelSetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void algebraAgreesWithPlainSets()
    {
        Random random(11);
        for (int round = 0; round < 20; ++round) {
            const std::set<Index> a = randomSet(random, 300);
            const std::set<Index> b = randomSet(random, 300);
            std::vector<Index> expected;
            std::ranges::set_union(a, b, std::back_inserter(expected));
            QVERIFY(voxelSet(a).united(voxelSet(b)).indices() == expected);
            expected.clear();
            std::ranges::set_intersection(a, b, std::back_inserter(expected));
            QVERIFY(voxelSet(a).intersected(voxelSet(b)).indices() == expected);
            expected.clear();
            std::ranges::set_difference(a, b, std::back_inserter(expected));
            QVERIFY(voxelSet(a).minus(voxelSet(b)).indices() == expected);
            QCOMPARE(voxelSet(a).minus(voxelSet(b)).count(), static_cast<Index>(expected.size()));
            expected.clear();
            std::ranges::set_symmetric_difference(a, b, std::back_inserter(expected));
            QVERIFY(voxelSet(a).difference(voxelSet(b)).indices() == expected);
        }
    }
    void layerHashesTellSetsApartAndTakeWhatIsShared()
    {
        Random random(19);
        VoxelSet before = voxelSet(randomSet(random, 200));
        std::vector<std::string> known = before.layerHashes({}, {});
        for (int round = 0; round < 100; ++round) {
            VoxelSet after = before;
            const image::Voxel voxel
                = image::Grid{kShape, {}}.voxel(static_cast<Index>(random.below(kSize)));
            if (!after.insert(voxel))
                after.erase(voxel);
            const std::vector<std::string> hashes = after.layerHashes(before, known);
            QVERIFY(hashes
                    == voxelSet([&] {
                           const std::vector<Index> members = after.indices();
                           return std::set<Index>(members.begin(), members.end());
                       }())
                           .layerHashes({}, {}));
            for (std::size_t layer = 0; layer < hashes.size(); ++layer)
                QCOMPARE(hashes[layer] == known[layer],
                         layer != static_cast<std::size_t>(voxel.k / 8));
            before = after;
            known = hashes;
        }
        // A layer that lost its voxels is as one that never had any.
        VoxelSet empty = voxelSet({5});
        empty.erase({5, 0, 0});
        QVERIFY(empty.layerHashes({}, {}) == VoxelSet(kShape).layerHashes({}, {}));
    }
    void editsOfACopyLeaveTheOriginalAlone()
    {
        Random random(5);
        const std::set<Index> members = randomSet(random, 500);
        const VoxelSet original = voxelSet(members);
        const std::string hash = original.hash();
        VoxelSet copy = original;
        for (int i = 0; i < 400; ++i) {
            const image::Voxel v
                = image::Grid{kShape, {}}.voxel(static_cast<Index>(random.below(kSize)));
            if (random.uniform() < 0.5)
                copy.insert(v);
            else
                copy.erase(v);
        }
        QVERIFY(original.indices() == listOf(members));
        QCOMPARE(original.hash(), hash);
        QVERIFY(copy.hash() != hash);
    }
    void equalSetsAreEqualHoweverTheyWereMade()
    {
        VoxelSet a(kShape);
        QVERIFY(a.insert({3, 4, 5}));
        QVERIFY(!a.insert({3, 4, 5}));
        QVERIFY(a.insert({18, 22, 8}));
        QVERIFY(a.erase({18, 22, 8}));
        const VoxelSet b = VoxelSet::of(kShape, std::vector<Index>{3 + 19 * (4 + 23 * 5)});
        QVERIFY(a == b);
        QCOMPARE(a.hash(), b.hash());
        QCOMPARE(a.count(), 1);
    }
    void outsideNothingHappens()
    {
        VoxelSet a(kShape);
        QVERIFY(!a.insert({19, 0, 0}));
        QVERIFY(!a.insert({-1, 0, 0}));
        QVERIFY(!a.contains({0, 0, 9}));
        QVERIFY(a.isEmpty());
    }
};

FUSIFORM_TEST(VoxelSetTest)
#include "voxel_set_test.moc"
