// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/faces/face_rows.h"

#include <QVariantAnimation>
#include <QWidget>

namespace fusiform {

/// One face of the gallery. A new picture fades in over the old one; a face never flashes.
class FaceTile final : public QWidget {
    Q_OBJECT
public:
    explicit FaceTile(QWidget* parent = nullptr);

    void setCell(const FaceCell& cell);
    [[nodiscard]] const FaceCell& cell() const { return m_cell; }
    void setStale(bool isStale);
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Shows a question mark instead of the picture.
    void setHidden(bool isHidden);
    [[nodiscard]] bool isPictureHidden() const { return m_isPictureHidden; }
    /// Number of faces the rank is among; 0 hides the badge.
    void setRankOf(int faces);
    void setFadeMilliseconds(int milliseconds) { m_fade.setDuration(milliseconds); }

Q_SIGNALS:
    void pressed();
    void menuRequested(const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fadeFrom(const QImage& before);
    void paintBadge(QPainter& painter) const;
    [[nodiscard]] QImage scaled(QImage& cache, const QImage& picture) const;

    FaceCell m_cell;
    QImage m_before;
    mutable QImage m_scaled;
    mutable QImage m_scaledBefore;
    QVariantAnimation m_fade;
    int m_rankOf = 0;
    bool m_isStale = false;
    bool m_isPictureHidden = false;
};

} // namespace fusiform
