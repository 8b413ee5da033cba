// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/paint_tool.h"

#include "app/support/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace fusiform {

namespace {
constexpr scene::Rgb kAdded{255, 255, 255};
constexpr scene::Rgb kRemoved{255, 96, 80};

image::VoxelSet flooded(const PaintTool::Flood& flood, const image::Voxel& seed,
                        const image::VoxelSet& allowed)
{
    roi::FloodOptions options;
    options.range.lowest = flood.threshold;
    const image::Grid& grid = flood.map->grid;
    const bool isNegative = flood.negativeThreshold && grid.contains(seed)
                            && flood.map->values[static_cast<std::size_t>(grid.index(seed))] < 0;
    if (isNegative)
        options.range = {-std::numeric_limits<double>::infinity(), -*flood.negativeThreshold};
    return roi::flood(*flood.map, seed, options, allowed);
}
} // namespace

PaintTool::PaintTool(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes & Session::FitChange)
            m_hover.reset();
        if (changes & (Session::FitChange | Session::RegionChange))
            showPreview();
    });
}

void PaintTool::setOn(bool isOn)
{
    if (m_isOn == isOn)
        return;
    m_isOn = isOn;
    if (!isOn)
        release();
    showPreview();
}

void PaintTool::setBrush(const roi::Brush& brush)
{
    const std::uint64_t drop = m_brush.drop;
    m_brush = brush;
    m_brush.drop = drop; // every drop of a spray is another one
    m_brush.radiusMm = std::clamp(brush.radiusMm, kSmallestMm, kLargestMm);
    Q_EMIT brushChanged();
    showPreview();
}

void PaintTool::setFlood(std::optional<Flood> flood)
{
    m_flood = std::move(flood);
    showPreview();
}

const image::VoxelSet& PaintTool::allowed() const
{
    return m_allowed ? *m_allowed : m_session.opened()->inMask;
}

void PaintTool::setAllowed(std::shared_ptr<const image::VoxelSet> allowed)
{
    m_allowed = std::move(allowed);
    showPreview();
}

image::VoxelSet PaintTool::voxels(const roi::BrushPoint& from, const roi::BrushPoint& to,
                                  double pressure) const
{
    const image::Grid& grid = m_session.opened()->fit.grid;
    if (m_flood)
        return flooded(*m_flood, grid.nearest(to.at), allowed());
    roi::Brush brush = m_brush;
    brush.radiusMm *= std::clamp(pressure, 0.1, 1.0);
    return roi::strokeOf(grid, brush, from, to, allowed());
}

void PaintTool::hover(const roi::BrushPoint& point)
{
    m_hover = point;
    showPreview();
}

void PaintTool::leave()
{
    m_hover.reset();
    showPreview();
}

/// What a left press would add; where it would add nothing, what a right one would take away.
void PaintTool::showPreview()
{
    const auto region = m_session.activeRegion();
    if (!m_isOn || !m_hover || m_last || !region || region->isLocked) {
        Q_EMIT previewChanged(nullptr);
        return;
    }
    const image::VoxelSet dab = voxels(*m_hover, *m_hover, 1);
    image::VoxelSet changed = dab.minus(region->voxels);
    const bool isAdded = !changed.isEmpty();
    if (!isAdded)
        changed = dab.intersected(region->voxels);
    Q_EMIT previewChanged(std::make_shared<const scene::RegionPreview>(scene::RegionPreview{
        m_session.opened()->fit.grid, std::move(changed), isAdded ? kAdded : kRemoved}));
}

bool PaintTool::mayPaint()
{
    const auto region = m_session.activeRegion();
    if (region && region->isLocked)
        Q_EMIT refused(tr("%1 is locked: unlock it, or make a new region, to paint.")
                           .arg(regionTitle(*region)));
    return region && !region->isLocked;
}

void PaintTool::press(const roi::BrushPoint& point, Session::Paint how, double pressure)
{
    if (!mayPaint())
        return;
    m_how = how;
    m_last = point;
    Q_EMIT previewChanged(nullptr);
    m_session.paint(voxels(point, point, pressure), how);
    ++m_brush.drop;
}

void PaintTool::drag(const roi::BrushPoint& point, double pressure)
{
    if (!m_last || m_flood)
        return;
    m_session.paint(voxels(*m_last, point, pressure), m_how);
    m_last = point;
    ++m_brush.drop;
}

void PaintTool::paintOnce(const image::VoxelSet& voxels, Session::Paint how)
{
    m_session.paint(voxels, how);
    m_session.finishStroke();
}

void PaintTool::outline(const roi::Outline& outline, const std::optional<roi::BrushPoint>& slice,
                        Session::Paint how)
{
    if (!m_session.opened() || !mayPaint())
        return;
    const image::Grid& grid = m_session.opened()->fit.grid;
    image::VoxelSet taken = roi::inside(grid, outline, allowed());
    if (slice && slice->sliceAxis) {
        constexpr double kWholeSlice = 1000; // mm: wider than any head
        taken = taken.intersected(
            roi::disk(grid, roi::sliceAcross(grid, *slice->sliceAxis), slice->at, kWholeSlice));
    }
    paintOnce(taken, how);
}

void PaintTool::outlineFacing(const roi::Outline& outline, const Eigen::Vector3d& towardsEye,
                              Session::Paint how)
{
    if (!m_session.opened() || !mayPaint())
        return;
    const image::Grid& grid = m_session.opened()->fit.grid;
    const Eigen::Vector3d middle = roi::measure(m_session.opened()->inMask, grid).centre.at;
    image::VoxelSet taken = roi::inside(grid, outline, allowed());
    for (const image::Index index : taken.indices())
        if (towardsEye.dot(Eigen::Vector3d(grid.mm(index).at) - middle) < 0)
            taken.erase(grid.voxel(index));
    paintOnce(taken, how);
}

void PaintTool::release()
{
    if (!std::exchange(m_last, std::nullopt))
        return;
    m_session.finishStroke();
    showPreview();
}

void PaintTool::cancel()
{
    if (!std::exchange(m_last, std::nullopt))
        return;
    m_session.cancelStroke();
    showPreview();
}

void PaintTool::dab(const roi::BrushPoint& point, Session::Paint how)
{
    press(point, how);
    release();
}

} // namespace fusiform
