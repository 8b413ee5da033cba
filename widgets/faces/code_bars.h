// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <QWidget>

namespace fusiform {

/// A latent code as a strip of bars, one a latent, over the range that pictures have. A bar can be
/// dragged up and down; a double click asks for its own value back.
class CodeBars final : public QWidget {
    Q_OBJECT
public:
    explicit CodeBars(QWidget* parent = nullptr);

    void setCode(const Eigen::VectorXd& code);
    [[nodiscard]] const Eigen::VectorXd& code() const { return m_code; }
    /// The least and the largest value of each latent among pictures, and how far the strip
    /// reaches from its middle in each; empty: not known, the strip reaches as far as the code.
    void setRange(const Eigen::VectorXd& low, const Eigen::VectorXd& high);
    [[nodiscard]] int latentAt(double x) const; ///< -1: none
    [[nodiscard]] QString tipOf(int latent) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 84}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 56}; }

Q_SIGNALS:
    void valueRequested(int latent, double value);
    void resetRequested(int latent);
    void dragEnded();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] double reach() const;
    [[nodiscard]] double yOf(double value) const;
    void setHovered(int latent);

    Eigen::VectorXd m_code;
    Eigen::VectorXd m_low;
    Eigen::VectorXd m_high;
    int m_hovered = -1;
    int m_dragged = -1;
};

} // namespace fusiform
