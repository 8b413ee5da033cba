// SPDX-License-Identifier: GPL-3.0-or-later
// What a stroke paints anew is what painting everything anew gives.
#include "widgets/scene/brain_surface.h"
#include "widgets/scene/slice_painter.h"
#include "widgets/scene/vertex_colors.h"

#include "tests/support/test_main.h"

#include <vtkUnsignedCharArray.h>

using namespace fusiform;

namespace {

struct Numbers {
    quint32 seed = 11;
    quint32 below(quint32 limit)
    {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8) % limit;
    }
};

image::Grid smallGrid()
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 3;
    return {{20, 18, 16}, image::Affine(affine)};
}

/// Vertices that each show four voxels, some of which lie nowhere.
std::shared_ptr<const scene::BrainSurface> shownVoxels(const image::Grid& grid, Numbers& numbers)
{
    auto surface = std::make_shared<scene::BrainSurface>();
    surface->depths = 4;
    for (int vertex = 0; vertex < 3000; ++vertex) {
        surface->shade.push_back(0.5F + 0.0001F * static_cast<float>(vertex));
        for (int depth = 0; depth < surface->depths; ++depth)
            surface->voxelsBelow.push_back(
                static_cast<std::int32_t>(numbers.below(static_cast<quint32>(grid.size()) + 1))
                - 1);
    }
    return surface;
}

image::VoxelSet someVoxels(const image::Grid& grid, Numbers& numbers, int count)
{
    image::VoxelSet set(grid.shape);
    for (int v = 0; v < count; ++v)
        set.insert(grid.voxel(numbers.below(static_cast<quint32>(grid.size()))));
    return set;
}

std::vector<unsigned char> bytesOf(const scene::VertexColors& colors)
{
    const vtkUnsignedCharArray* const array = colors.array();
    const auto* const first = const_cast<vtkUnsignedCharArray*>(array)->GetPointer(0);
    return {first, first + array->GetNumberOfValues()};
}

} // namespace

class RegionPaintingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coloursAfterManyStrokesAreThoseOfColouringAnew()
    {
        Numbers numbers;
        const image::Grid grid = smallGrid();
        const auto surface = shownVoxels(grid, numbers);
        scene::VertexColors painted;
        painted.setSurface(surface);
        image::VoxelSet active = someVoxels(grid, numbers, 900);
        const image::VoxelSet other = someVoxels(grid, numbers, 500);
        std::shared_ptr<const scene::RegionPreview> preview;
        for (int stroke = 0; stroke < 40; ++stroke) {
            const image::VoxelSet dab = someVoxels(grid, numbers, 60);
            active = stroke % 3 == 0 ? active.minus(dab) : active.united(dab);
            if (stroke % 2 == 0)
                preview = std::make_shared<const scene::RegionPreview>(
                    scene::RegionPreview{grid, someVoxels(grid, numbers, 80), {255, 255, 255}});
            else if (stroke % 5 == 0)
                preview = nullptr;
            const auto labels = scene::labelsOf(
                grid, {{active, {230, 159, 0}, true}, {other, {0, 114, 178}, stroke > 20}});
            painted.setRegions(labels);
            painted.setPreview(preview);
            scene::VertexColors anew;
            anew.setSurface(surface);
            anew.setRegions(labels);
            anew.setPreview(preview);
            QVERIFY(bytesOf(painted) == bytesOf(anew));
        }
    }

    /// The outline runs along the edges of voxels and stays inside them.
    void thePreviewFramesExactlyTheVoxelsOfTheSlice()
    {
        const image::Grid grid = smallGrid();
        scene::SliceFrame frame;
        frame.centreMm = grid.mm(image::Voxel{9, 8, 7}).at;
        frame.mmPerPixel = 0.25;
        frame.width = 300;
        frame.height = 280;
        scene::RegionPreview preview{grid, image::VoxelSet(grid.shape), {1, 2, 3}};
        for (const image::Voxel& voxel :
             {image::Voxel{8, 8, 7}, image::Voxel{9, 8, 7}, image::Voxel{9, 9, 7},
              image::Voxel{3, 3, 2}}) // the last one lies in another slice
            preview.voxels.insert(voxel);
        const scene::SlicePatch patch = scene::paintPreview(preview, frame, 2);
        const auto isPainted = [&](int x, int y) {
            x -= patch.x;
            y -= patch.y;
            const scene::SlicePicture& p = patch.picture;
            return x >= 0 && y >= 0 && x < p.width && y < p.height
                   && p.argb[static_cast<std::size_t>(y * p.width + x)] != 0;
        };
        const auto isInside = [&](int x, int y) {
            return preview.voxels.contains(grid.nearest(frame.mm(x + 0.5, y + 0.5)));
        };
        for (int y = 2; y < frame.height - 2; ++y)
            for (int x = 2; x < frame.width - 2; ++x) {
                const bool isEdge = isInside(x, y)
                                    && !(isInside(x - 2, y) && isInside(x + 2, y)
                                         && isInside(x, y - 2) && isInside(x, y + 2));
                QCOMPARE(isPainted(x, y), isEdge);
            }
    }

    void regionsOverAKeptPictureAreThoseOfAWholePainting()
    {
        const image::Grid grid = smallGrid();
        Numbers numbers;
        auto volume = std::make_shared<image::Volume>(image::Volume{grid, {}});
        for (image::Index v = 0; v < grid.size(); ++v)
            volume->values.push_back(static_cast<float>(numbers.below(100)));
        scene::SliceLayers layers;
        layers.background = {volume, 0, 100};
        layers.regions
            = scene::labelsOf(grid, {{someVoxels(grid, numbers, 700), {230, 159, 0}, true}});
        scene::SliceFrame frame;
        frame.centreMm = grid.mm(image::Voxel{9, 8, 7}).at;
        frame.mmPerPixel = 0.4;
        frame.width = 160;
        frame.height = 150;
        scene::SlicePicture kept = scene::paintUnderRegions(layers, frame);
        scene::paintRegions(layers, frame, kept);
        QVERIFY(kept.argb == scene::paintSlice(layers, frame).argb);
        // A pixel in the middle of a member is coloured, one of a stranger is grey.
        int members = 0;
        for (int y = 0; y < frame.height; ++y)
            for (int x = 0; x < frame.width; ++x) {
                const std::uint32_t argb = kept.argb[static_cast<std::size_t>(y * frame.width + x)];
                const bool isGrey = (argb & 0xffU) == (argb >> 8 & 0xffU);
                const image::Voxel voxel = grid.nearest(frame.mm(x + 0.5, y + 0.5));
                const bool isMember = layers.regions->regions[0].voxels.contains(voxel);
                members += isMember;
                if (argb >> 24 != 0)
                    QCOMPARE(!isGrey, isMember);
            }
        QVERIFY(members > 500);
    }
};

FUSIFORM_TEST(RegionPaintingTest)
#include "region_painting_test.moc"
