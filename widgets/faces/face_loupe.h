// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/faces/face_rows.h"

#include <QWidget>

class QLabel;

namespace fusiform {

class FaceTile;

/// One face enlarged over the whole window: the original beside what each model reads. Arrow keys
/// go through the faces; Esc or a click beside the pictures closes it.
class FaceLoupe final : public QWidget {
    Q_OBJECT
public:
    explicit FaceLoupe(QWidget* window);

    void open(const FaceTable& table, int face);
    void setTable(const FaceTable& table);
    [[nodiscard]] int face() const { return m_face; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void showFace();
    void arrange();
    struct Panel {
        FaceTile* tile;
        QLabel* title;
        QLabel* score;
    };
    FaceTable m_table;
    std::vector<Panel> m_panels;
    QLabel* m_name;
    QLabel* m_help;
    int m_face = 0;
};

} // namespace fusiform
