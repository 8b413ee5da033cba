// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <QImage>
#include <QWidget>

namespace fusiform {

/// A figure on white paper, drawn as files have it, as large as fits.
class PaperView final : public QWidget {
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent = nullptr);

    void setFigure(const report::Figure& figure);
    [[nodiscard]] QSize sizeHint() const override { return {720, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    report::Figure m_figure;
    QImage m_drawn; ///< of the figure at the size it was last painted in; null: not drawn yet
};

} // namespace fusiform
