// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/roi/brush.h"
#include "core/roi/flood.h"
#include "core/roi/lasso.h"
#include "widgets/scene/layers.h"

#include <QObject>

namespace fusiform {

/// The brush: turns gestures into strokes of the session, and says before a press which voxels it
/// would change. It takes voxels of the brain mask only, and on demand only those where the map is
/// shown.
class PaintTool final : public QObject {
    Q_OBJECT
public:
    explicit PaintTool(Session& session, QObject* parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    [[nodiscard]] const roi::Brush& brush() const { return m_brush; }
    void setBrush(const roi::Brush& brush);
    /// Instead of a brush: all that is connected with the voxel under it and shown of a map.
    struct Flood {
        std::shared_ptr<const image::Volume> map; ///< on the grid of the fit
        double threshold = 0;
        /// Where the voxel's value is negative: at or below -negativeThreshold. None: the map has
        /// no such tail.
        std::optional<double> negativeThreshold = {};
    };
    void setFlood(std::optional<Flood> flood);
    /// Voxels that a stroke may take; null: the whole brain mask.
    void setAllowed(std::shared_ptr<const image::VoxelSet> allowed);

    /// Whether the brush is held over the surface or strokes it, not a slice.
    [[nodiscard]] bool isOnSurface() const
    {
        const std::optional<roi::BrushPoint>& point = m_last ? m_last : m_hover;
        return point && !point->sliceAxis;
    }

    void hover(const roi::BrushPoint& point);
    void leave();
    /// @param pressure 0..1 of a pen: the share of the radius that is used; 1 without one
    void press(const roi::BrushPoint& point, Session::Paint how, double pressure = 1);
    void drag(const roi::BrushPoint& point, double pressure = 1);
    void release();
    void cancel(); ///< the stroke under way is given up
    /// A press and release there.
    void dab(const roi::BrushPoint& point, Session::Paint how);
    /// The voxels inside a line, as one stroke.
    /// @param slice only those of the slice through a point across a RAS axis
    void outline(const roi::Outline& outline, const std::optional<roi::BrushPoint>& slice,
                 Session::Paint how);
    /// Only those on the side of a plane through the middle of the mask that faces the eye.
    void outlineFacing(const roi::Outline& outline, const Eigen::Vector3d& towardsEye,
                       Session::Paint how);

    static constexpr double kSmallestMm = 1;
    static constexpr double kLargestMm = 60;

Q_SIGNALS:
    /// Null: nothing would change.
    void previewChanged(std::shared_ptr<const fusiform::scene::RegionPreview> preview);
    void brushChanged();
    /// Why nothing is painted.
    void refused(const QString& reason);

private:
    [[nodiscard]] image::VoxelSet voxels(const roi::BrushPoint& from, const roi::BrushPoint& to,
                                         double pressure) const;
    void showPreview();
    [[nodiscard]] bool mayPaint();
    [[nodiscard]] const image::VoxelSet& allowed() const;
    void paintOnce(const image::VoxelSet& voxels, Session::Paint how);

    Session& m_session;
    roi::Brush m_brush;
    std::optional<Flood> m_flood;
    std::shared_ptr<const image::VoxelSet> m_allowed;
    std::optional<roi::BrushPoint> m_hover;
    std::optional<roi::BrushPoint> m_last; ///< of the stroke under way
    Session::Paint m_how = Session::Paint::Add;
    bool m_isOn = false;
};

} // namespace fusiform
