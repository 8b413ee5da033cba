// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/faces/face_rows.h"

#include <QWidget>

class QLabel;

namespace fusiform {

class FaceGallery;

/// The faces alone on the whole screen, for a meeting: first only what was read from the brain;
/// Space or a click shows the originals, again hides them. Esc leaves.
class FaceTheatre final : public QWidget {
    Q_OBJECT
public:
    explicit FaceTheatre(QWidget* parent);

    void open(const FaceTable& table, const QString& caption);
    void setTable(const FaceTable& table, const QString& caption);
    [[nodiscard]] bool areOriginalsShown() const { return m_areOriginalsShown; }
    [[nodiscard]] FaceGallery* gallery() const { return m_gallery; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void reveal(bool areOriginalsShown);
    FaceGallery* m_gallery;
    QLabel* m_caption;
    QLabel* m_help;
    bool m_areOriginalsShown = false;
};

} // namespace fusiform
