// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/cut.h"

#include <memory>
#include <utility>

class vtkActor;
class vtkPolyDataMapper;
class vtkRenderer;

namespace fusiform::scene {

struct BrainSurface;

/// The faces that a cut through the brain brings to light: the slice of the picture there with map
/// and regions, as far as it lies inside the surface. Painted when they are next needed.
class CutFaces {
public:
    /// @param renderer outlives this.
    explicit CutFaces(vtkRenderer* renderer);
    ~CutFaces();
    CutFaces(const CutFaces&) = delete;
    CutFaces& operator=(const CutFaces&) = delete;

    void setSurface(std::shared_ptr<const BrainSurface> surface);
    void setAnatomy(const Background& anatomy);
    void setOverlay(const std::optional<Overlay>& overlay);
    void setRegions(std::shared_ptr<const RegionLabels> regions);
    void setPreview(std::shared_ptr<const RegionPreview> preview);
    void setCut(const Cut& cut);
    [[nodiscard]] const Cut& cut() const { return m_cut; }

    /// Actors whose mappers are added here are not drawn where the brain is cut away.
    void cutsAlso(vtkActor* actor, vtkPolyDataMapper* mapper);

    /// Paints what has changed since.
    void refresh();
    /// Whether a point of a face shows brain.
    [[nodiscard]] bool isBrain(std::size_t plane, const image::MmPoint& at);
    /// The picture on a face and where it lies; for tests.
    [[nodiscard]] const SlicePicture& picture(std::size_t plane);
    [[nodiscard]] const SliceFrame& frame(std::size_t plane);

private:
    struct Face;
    void placeClipping();
    void paint(Face& face);

    vtkRenderer* m_renderer;
    std::shared_ptr<const BrainSurface> m_surface;
    SliceLayers m_layers;
    std::shared_ptr<const RegionPreview> m_preview;
    Cut m_cut;
    Eigen::Matrix3Xf m_points; ///< of the surface
    Eigen::Vector3d m_low = Eigen::Vector3d::Zero(); ///< of the box around them
    Eigen::Vector3d m_high = Eigen::Vector3d::Zero();
    std::vector<std::unique_ptr<Face>> m_faces; ///< as many as planes, once refreshed
    std::vector<std::pair<vtkActor*, vtkPolyDataMapper*>> m_clipped;
    bool m_isStale = false;
};

} // namespace fusiform::scene
