// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/brush.h"

#include <QWidget>

#include <map>

class QAction;
class QDoubleSpinBox;
class QToolButton;

namespace fusiform {

/// What the left button does in the brain.
enum class BrainTool { Navigate, Brush, Sphere, Box, Lasso, Flood };

/// Where painting may take voxels.
enum class PaintLimit { BrainMask, Map, GreyMatter };

/// The tools above the brain, and how large they are.
class BrainTools final : public QWidget {
    Q_OBJECT
public:
    explicit BrainTools(QWidget* parent = nullptr);

    [[nodiscard]] BrainTool tool() const { return m_tool; }
    void setTool(BrainTool tool);
    /// Whether tools that are not in hand show their names too, where there is room.
    void setNamed(bool areNamed);
    [[nodiscard]] double sphereRadius() const;
    [[nodiscard]] roi::Brush brush() const;
    /// One notch, up or down.
    void resizeTool(int steps);
    [[nodiscard]] PaintLimit limit() const { return m_paintLimit; }
    void setLimit(PaintLimit limit);
    /// Whether boxes and lassos go through the whole brain, or stay in the slice or on the near
    /// side.
    [[nodiscard]] bool goesThrough() const;

Q_SIGNALS:
    void toolRequested(BrainTool tool);
    void brushChanged(const fusiform::roi::Brush& brush);
    void sphereRadiusChanged(double radiusMm);
    void limitChanged();

private:
    void addAreaTool(BrainTool tool, const QString& name, const char* icon, const QString& tip);
    void addTips();
    void addLimits();
    [[nodiscard]] QToolButton* addTool(BrainTool tool, const char* name, const char* icon);
    void showTool();

    BrainTool m_tool = BrainTool::Navigate;
    std::vector<std::pair<BrainTool, QToolButton*>> m_buttons;
    bool m_areNamed = false;
    QDoubleSpinBox* m_brushRadius;
    QDoubleSpinBox* m_sphereRadius;
    QToolButton* m_area; ///< box, lasso, flood: the one that was used last
    BrainTool m_areaTool = BrainTool::Lasso;
    std::map<BrainTool, QAction*> m_areas;
    QToolButton* m_through;
    QToolButton* m_tip;
    roi::Brush::Tip m_brushTip = roi::Brush::Tip::Ball;
    QToolButton* m_limit;
    PaintLimit m_paintLimit = PaintLimit::BrainMask;
    std::map<PaintLimit, QAction*> m_limits;
};

} // namespace fusiform
