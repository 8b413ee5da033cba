// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QWidget>

#include <optional>

namespace fusiform {

enum class OutlineShape { None, Rectangle, FreeHand };

/// The line that is being drawn over a view; the view's events are not its own.
class OutlineOverlay final : public QWidget {
    Q_OBJECT
public:
    /// Covers `view`, whatever its size.
    explicit OutlineOverlay(QWidget* view);

    void setShape(OutlineShape shape);
    [[nodiscard]] OutlineShape shape() const { return m_shape; }
    [[nodiscard]] bool isDrawing() const { return m_button.has_value(); }

    void begin(const QPointF& at, Qt::MouseButton button);
    void extend(const QPointF& to);
    void cancel();
    struct Drawn {
        QPolygonF corners; ///< of the view
        Qt::MouseButton button = Qt::LeftButton;
    };
    /// Ends the line; none if nothing was being drawn.
    [[nodiscard]] std::optional<Drawn> finish();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QPolygonF corners() const;

    OutlineShape m_shape = OutlineShape::None;
    QPolygonF m_points;
    std::optional<Qt::MouseButton> m_button; ///< that draws
};

} // namespace fusiform
