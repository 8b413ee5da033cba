// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/faces/carried_face.h"

#include <QWidget>

namespace fusiform {

/// A place for one face: shows it, takes one that is dropped, and can be dragged from.
class FaceSlot final : public QWidget {
    Q_OBJECT
public:
    enum class Use { TakesFaces, ShowsOnly };
    /// @param letter stands in the corner, and large while the place is empty
    FaceSlot(const QString& letter, Use use, QWidget* parent = nullptr);

    void setFace(const CarriedFace& face);
    void clear() { setFace({}); }
    [[nodiscard]] const CarriedFace& face() const { return m_face; }
    /// The side of the square, in logical pixels; 0: as large as there is room.
    void setSide(int pixels);
    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }

Q_SIGNALS:
    void dropped(const fusiform::CarriedFace& face);
    void clicked();
    void menuRequested(const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRectF square() const;

    QString m_letter;
    Use m_use;
    CarriedFace m_face;
    QImage m_scaled;
    QPoint m_pressed;
    int m_side = 96;
    bool m_isPressed = false;
    bool m_isAimedAt = false;
};

} // namespace fusiform
