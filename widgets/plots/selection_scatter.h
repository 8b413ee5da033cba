// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <span>

namespace fusiform {

/// Every voxel by t (faces - fixation, across) and by the gain in explained variance (up), as a
/// density; two lines, dragged or moved by the arrow keys, cut out the voxels above both.
class SelectionScatter final : public QWidget {
    Q_OBJECT
public:
    struct Criterion {
        double t = 3.09;
        double gain = 0;
        friend bool operator==(const Criterion&, const Criterion&) = default;
    };
    explicit SelectionScatter(QWidget* parent = nullptr);

    /// As many t as gains; those not finite are left out. Empty clears.
    void setVoxels(std::span<const float> t, std::span<const float> gain);
    void setCriterion(const Criterion& criterion);
    [[nodiscard]] const Criterion& criterion() const { return m_criterion; }
    /// Where a point of the plane is drawn.
    [[nodiscard]] QPointF positionOf(const Criterion& point) const;

    [[nodiscard]] QSize sizeHint() const override { return {300, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 140}; }

Q_SIGNALS:
    void criterionRequested(const fusiform::SelectionScatter::Criterion& criterion);
    void gestureEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Which lines a gesture moves.
    struct Grip {
        bool t = false;
        bool gain = false;
    };
    [[nodiscard]] QRectF board() const;
    [[nodiscard]] Grip gripAt(const QPointF& position) const;
    void makeDensity(std::span<const float> t, std::span<const float> gain);
    void paintAxes(QPainter& painter) const;
    void paintCriterion(QPainter& painter) const;
    void request(Criterion criterion);

    QRectF m_plane; ///< t and gain that are shown; y upwards
    QImage m_density; ///< counts as the accent colour's opacity; null: no voxels
    Criterion m_criterion;
    Grip m_grip;
};

} // namespace fusiform
