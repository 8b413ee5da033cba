// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace fusiform {

/// Which decoded face (row) resembles which true face (column): the correlations as a heat map, its
/// diagonal framed and the best of each row marked. Hovering shows both faces.
class IdentificationMatrix final : public QWidget {
    Q_OBJECT
public:
    struct Face {
        QString name;
        QImage original;
        QImage decoded;
    };
    explicit IdentificationMatrix(QWidget* parent = nullptr);

    /// @param similarity faces x faces: decoded in rows, true in columns; NaN is drawn hatched.
    void setMatrix(const Eigen::MatrixXd& similarity, std::vector<Face> faces);
    void clear();
    void setStale(bool isStale);
    [[nodiscard]] const Eigen::MatrixXd& matrix() const { return m_similarity; }
    [[nodiscard]] QRectF cellRect(int row, int column) const;

    [[nodiscard]] QSize sizeHint() const override { return {260, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 120}; }

Q_SIGNALS:
    void facePressed(int face);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Cell {
        int row = -1;
        int column = -1;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    [[nodiscard]] QRectF board() const;
    [[nodiscard]] Cell cellAt(const QPointF& position) const;
    void paintCells(QPainter& painter) const;
    void paintHover(QPainter& painter) const;

    Eigen::MatrixXd m_similarity;
    std::vector<Face> m_faces;
    Cell m_hovered;
    bool m_isStale = false;
};

} // namespace fusiform
