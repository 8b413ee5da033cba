// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layers.h"

#include <Eigen/Dense>

#include <QMargins>
#include <QString>
#include <QWidget>

#include <optional>

namespace fusiform {

/// What stands over the 3-D picture: a compass with the letters L R A P S I turning with the brain,
/// the colour bar of the map with its threshold mark, and a line about the gestures.
class SceneLegend final : public QWidget {
    Q_OBJECT
public:
    explicit SceneLegend(QWidget* parent);

    void setAxes(const Eigen::Matrix3d& axesOnScreen);
    /// @param name of the map, with its unit and whether its threshold is corrected
    void setOverlay(const std::optional<scene::Overlay>& overlay, const QString& name);
    /// A line at the lower edge; not shown where it does not fit.
    void setHint(const QString& hint);
    /// What the colour bar at the right and the hint below need.
    [[nodiscard]] QMargins takenMargins() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCompass(QPainter& painter) const;
    void paintColorBar(QPainter& painter) const;
    [[nodiscard]] bool isHintShown() const;

    Eigen::Matrix3d m_axes = Eigen::Matrix3d::Identity();
    std::optional<scene::Overlay> m_overlay;
    QString m_name;
    QString m_hint;
};

} // namespace fusiform
