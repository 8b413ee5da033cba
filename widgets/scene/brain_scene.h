// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layers.h"
#include "widgets/scene/slice_painter.h"

#include <Eigen/Dense>

#include <array>
#include <memory>
#include <optional>

class vtkRenderer;

namespace fusiform::scene {

struct BrainSurface;
class CutFaces;

enum class LookFrom { Left, Right, Front, Back, Above, Below };

/// Where the camera stands: it turns about the brain's middle with the head's axis upright.
struct Viewpoint {
    double azimuth = 215; ///< degrees; 0 looks from the right, 90 from the front
    double elevation = 18; ///< degrees, -90 ... 90
    double zoom = 1; ///< 1: the brain fills the view
    Eigen::Vector2d shift = Eigen::Vector2d::Zero(); ///< mm to the right and up
};

/// How much of a view the brain may use: what is written at its right and lower edge stays free.
struct Room {
    double aspect = 1.5; ///< width of the view over its height
    double right = 0; ///< share of the width that is kept free
    double bottom = 0; ///< share of the height
};

/// The brain in three dimensions: surface, map, regions and cursor. Knows no window system; the
/// same scene serves the window and pictures made without a display.
class BrainScene {
public:
    BrainScene();
    ~BrainScene();
    BrainScene(const BrainScene&) = delete;
    BrainScene& operator=(const BrainScene&) = delete;

    [[nodiscard]] vtkRenderer* renderer() const;

    void setSurface(std::shared_ptr<const BrainSurface> surface);
    [[nodiscard]] bool hasSurface() const;
    /// Whether what is shown lies where the brain does; an inflated surface does not, and there are
    /// no cuts, panes and see-through regions then.
    [[nodiscard]] bool isAnatomical() const;
    void setOverlay(std::optional<Overlay> overlay);
    void setRegions(std::shared_ptr<const RegionLabels> regions);
    void setPreview(std::shared_ptr<const RegionPreview> preview);
    void setCursor(std::optional<image::MmPoint> cursor);
    /// The picture that is shown where the brain is cut.
    void setAnatomy(const Background& anatomy);
    /// Cuts away what lies between the eye and planes through the cursor: with several planes the
    /// corner before all of them. The sides follow the eye.
    void setCuts(const std::vector<SlicePlane>& planes);
    [[nodiscard]] const std::vector<SlicePlane>& cuts() const;
    /// The faces of the cut; for tests.
    [[nodiscard]] CutFaces& cutFaces() const;
    /// Planes across the brain, see-through, each across a RAS axis at a place in mm.
    struct Pane {
        int axis = 0;
        double at = 0;
        friend bool operator==(const Pane&, const Pane&) = default;
    };
    [[nodiscard]] const std::vector<Pane>& panes() const;
    void setPanes(const std::vector<Pane>& panes);
    /// A see-through surface shows the current region inside the brain.
    void setGlass(bool isGlass);
    void setBackground(const Rgb& bottom, const Rgb& top);
    /// For pictures: nothing behind the brain.
    void setTransparent();
    /// Of a picture drawn in parts, one of them.
    struct Tile {
        double height = 1; ///< as a share of the picture's
        /// Of the tile's middle from the picture's, to the right and up, in halves of the tile.
        Eigen::Vector2d middle = Eigen::Vector2d::Zero();
    };
    void setTile(const Tile& tile);

    [[nodiscard]] const Viewpoint& viewpoint() const;
    void setViewpoint(const Viewpoint& viewpoint);
    void lookFrom(LookFrom side);
    /// While the brain turns fewer triangles are drawn, where it has many; picks stay exact.
    void setMoving(bool isMoving);
    void setRoom(const Room& room);
    /// What the height of the view spans at the brain's middle.
    [[nodiscard]] double mmAcrossHeight() const;

    /// Screen directions of the RAS axes, as unit vectors of right, up and towards the viewer.
    [[nodiscard]] Eigen::Matrix3d axesOnScreen() const;

    struct Hit {
        /// On the surface or on the face of a cut; of a cortical surface in the middle of the grey
        /// matter there, whatever shape is shown.
        image::MmPoint at;
        Eigen::Vector3d direction; ///< of sight, or inwards across the grey matter; unit length
        std::optional<int> sliceAxis = {}; ///< on a face: the axis across it
    };
    /// Millimetres as the view shows them: (x, y, w) with x / w and y / w from -1 to 1, to the
    /// right and up; w is above 0 in front of the eye.
    [[nodiscard]] Eigen::Matrix<double, 3, 4> viewFromMm() const;
    /// From the brain's middle to the eye, of length 1.
    [[nodiscard]] Eigen::Vector3d towardsEye() const;
    /// What lies under a point of the view, given in pixels from the lower left corner.
    [[nodiscard]] std::optional<Hit> pick(double x, double y) const;

    /// Colour of a surface vertex as it is shown; for tests.
    [[nodiscard]] Rgb colorOfVertex(long long vertex) const;

private:
    struct Parts;
    void rebuildRegionSurface();
    void drawOutlines();
    void placeCut();
    void placeCursor();
    [[nodiscard]] std::optional<Hit> onSurface(const Eigen::Vector3d& from,
                                               const Eigen::Vector3d& to) const;
    void placePanes();
    void placeCamera();
    std::unique_ptr<Parts> m_parts;
};

/// The first of `inMask` met from a surface hit going inwards, at most 14 mm deep; on a face the
/// point itself.
[[nodiscard]] std::optional<image::MmPoint>
voxelBehind(const BrainScene::Hit& hit, const image::Grid& grid, const image::VoxelSet& inMask);

} // namespace fusiform::scene
