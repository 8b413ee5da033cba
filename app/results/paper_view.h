// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <QWidget>

#include <memory>

class QSvgRenderer;

namespace fusiform {

/// A figure on white paper as files show it, as large as fits.
class PaperView final : public QWidget {
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent = nullptr);
    ~PaperView() override;

    void setFigure(const report::Figure& figure);
    [[nodiscard]] QSize sizeHint() const override { return {720, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::unique_ptr<QSvgRenderer> m_svg;
};

} // namespace fusiform
