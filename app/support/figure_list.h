// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/figure_view.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace fusiform {

/// Figures below each other, or a sentence that says why there is none.
class FigureList final : public QScrollArea {
    Q_OBJECT
public:
    explicit FigureList(QWidget* parent = nullptr);

    void setFigures(std::vector<FigureView::Maker> makers,
                    FigureView::Zoom zoom = FigureView::Zoom::Off);
    void showReason(const QString& text);
    [[nodiscard]] const std::vector<FigureView*>& views() const { return m_views; }

private:
    QVBoxLayout* m_layout;
    QLabel* m_reason;
    std::vector<FigureView*> m_views;
};

} // namespace fusiform
