// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/components.h"

#include "tests/support/grids.h"
#include "tests/support/test_main.h"

#include <numeric>
#include <set>

using namespace fusiform;
using image::Index;
using roi::Neighbours;

namespace {

image::VoxelSet setWith(const std::vector<image::Voxel>& voxels)
{
    image::VoxelSet set({8, 8, 8});
    for (const image::Voxel& v : voxels)
        set.insert(v);
    return set;
}

bool areNeighbours(const image::Voxel& a, const image::Voxel& b, Neighbours neighbours)
{
    const std::array off = {std::abs(a.i - b.i), std::abs(a.j - b.j), std::abs(a.k - b.k)};
    const Index sum = off[0] + off[1] + off[2];
    const Index most = neighbours == Neighbours::Faces   ? 1
                       : neighbours == Neighbours::Edges ? 2
                                                         : 3;
    return *std::ranges::max_element(off) == 1 && sum <= most;
}

/// The pieces by joining labels of neighbours until nothing changes.
std::set<std::vector<Index>> piecesByRelabelling(const image::VoxelSet& set, Neighbours neighbours)
{
    const image::Grid grid{set.shape(), {}};
    const std::vector<Index> members = set.indices();
    std::vector<std::size_t> label(members.size());
    std::iota(label.begin(), label.end(), std::size_t{0});
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (std::size_t a = 0; a < members.size(); ++a)
            for (std::size_t b = 0; b < members.size(); ++b)
                if (label[b] < label[a]
                    && areNeighbours(grid.voxel(members[a]), grid.voxel(members[b]), neighbours)) {
                    label[a] = label[b];
                    isChanged = true;
                }
    }
    std::map<std::size_t, std::vector<Index>> pieces;
    for (std::size_t m = 0; m < members.size(); ++m)
        pieces[label[m]].push_back(members[m]);
    std::set<std::vector<Index>> result;
    for (const auto& [first, piece] : pieces)
        result.insert(piece);
    return result;
}

} // namespace

class ComponentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAreAsManyAsTheNameSays()
    {
        for (const auto neighbours : {Neighbours::Faces, Neighbours::Edges, Neighbours::Corners})
            QCOMPARE(roi::stepsTo(neighbours).size(), static_cast<std::size_t>(neighbours));
    }
    void edgesAndCornersConnectOnlyWhereTheyCount()
    {
        // Two that share an edge, and a third that shares a corner with the second.
        const image::VoxelSet set = setWith({{1, 1, 1}, {2, 2, 1}, {3, 3, 2}});
        QCOMPARE(roi::components(set, Neighbours::Faces).size(), std::size_t{3});
        QCOMPARE(roi::components(set, Neighbours::Edges).size(), std::size_t{2});
        QCOMPARE(roi::components(set, Neighbours::Corners).size(), std::size_t{1});
    }
    void piecesAreThoseOfASlowerWay()
    {
        Random random(5);
        for (const double share : {0.1, 0.3, 0.5})
            for (const auto neighbours :
                 {Neighbours::Faces, Neighbours::Edges, Neighbours::Corners}) {
                const image::VoxelSet set = test::randomSet({7, 6, 5}, share, random);
                const auto pieces = roi::components(set, neighbours);
                std::set<std::vector<Index>> found;
                for (const image::VoxelSet& piece : pieces)
                    found.insert(piece.indices());
                QVERIFY(found == piecesByRelabelling(set, neighbours));
                for (std::size_t p = 1; p < pieces.size(); ++p)
                    QVERIFY(pieces[p - 1].count() >= pieces[p].count());
                QVERIFY(roi::largestComponent(set, neighbours) == pieces.front());
            }
    }
    void smallPiecesGo()
    {
        const image::VoxelSet set
            = setWith({{0, 0, 0}, {4, 4, 4}, {4, 4, 5}, {7, 7, 7}, {7, 7, 6}, {7, 6, 6}});
        QCOMPARE(roi::withoutSmallComponents(set, 2, Neighbours::Faces).count(), 5);
        QCOMPARE(roi::withoutSmallComponents(set, 3, Neighbours::Faces).count(), 3);
        QVERIFY(roi::withoutSmallComponents(set, 4, Neighbours::Faces).isEmpty());
        QVERIFY(roi::withoutSmallComponents(set, 1, Neighbours::Faces) == set);
    }
    void nothingHasNoPieces()
    {
        const image::VoxelSet none({8, 8, 8});
        QVERIFY(roi::components(none, Neighbours::Faces).empty());
        QVERIFY(roi::largestComponent(none, Neighbours::Faces) == none);
        QVERIFY(roi::withHolesFilled(none) == none);
    }
    void aHollowCubeIsFilledAndOneWithADoorIsNot()
    {
        image::VoxelSet shell({8, 8, 8});
        image::VoxelSet full({8, 8, 8});
        for (Index k = 0; k < 5; ++k)
            for (Index j = 0; j < 5; ++j)
                for (Index i = 0; i < 5; ++i) {
                    full.insert({i, j, k});
                    const bool isInner = i % 4 != 0 && j % 4 != 0 && k % 4 != 0;
                    if (!isInner)
                        shell.insert({i, j, k});
                }
        QCOMPARE(shell.count(), 98);
        QVERIFY(roi::withHolesFilled(shell) == full);
        // A way through a face leads out; one through a corner does not.
        image::VoxelSet open = shell;
        open.erase({2, 2, 0});
        QVERIFY(roi::withHolesFilled(open) == open);
        image::VoxelSet corner = shell;
        corner.erase({0, 0, 0});
        QCOMPARE(roi::withHolesFilled(corner).count(), 124);
    }
    void aBayAtTheEdgeOfTheGridIsNoHole()
    {
        image::VoxelSet wall({8, 8, 8});
        for (Index j = 0; j < 8; ++j)
            for (Index i = 0; i < 8; ++i)
                wall.insert({i, j, 3});
        QVERIFY(roi::withHolesFilled(wall) == wall);
    }
};

FUSIFORM_TEST(ComponentsTest)
#include "components_test.moc"
