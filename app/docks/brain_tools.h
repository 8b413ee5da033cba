// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/brush.h"

#include <QWidget>

class QDoubleSpinBox;
class QToolButton;

namespace fusiform {

/// What the left button does in the brain.
enum class BrainTool { Navigate, Brush, Sphere };

/// The tools above the brain, and how large they are.
class BrainTools final : public QWidget {
    Q_OBJECT
public:
    explicit BrainTools(QWidget* parent = nullptr);

    [[nodiscard]] BrainTool tool() const { return m_tool; }
    void setTool(BrainTool tool);
    [[nodiscard]] double sphereRadius() const;
    [[nodiscard]] roi::Brush brush() const;
    /// One notch, up or down.
    void resizeTool(int steps);
    [[nodiscard]] bool isLimitedToMap() const;

Q_SIGNALS:
    void toolRequested(BrainTool tool);
    void brushChanged(const fusiform::roi::Brush& brush);
    void sphereRadiusChanged(double radiusMm);
    void limitToMapToggled(bool isLimited);

private:
    [[nodiscard]] QToolButton* addTool(BrainTool tool, const char* name, const char* icon);
    void showTool();

    BrainTool m_tool = BrainTool::Navigate;
    std::vector<std::pair<BrainTool, QToolButton*>> m_buttons;
    QDoubleSpinBox* m_brushRadius;
    QDoubleSpinBox* m_sphereRadius;
    QToolButton* m_tip;
    QToolButton* m_limit;
};

} // namespace fusiform
