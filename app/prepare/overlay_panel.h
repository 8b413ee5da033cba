// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/quality_report.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;

namespace fusiform {

class FigureList;

/// Whether the T1 image lies on the scans: one beside the other in squares, or in turn.
class OverlayPanel final : public QWidget {
    Q_OBJECT
public:
    enum class Look { Checkerboard, Flicker, Mean, Anatomy };

    explicit OverlayPanel(QWidget* parent = nullptr);
    void setPictures(const report::OverlayPictures& pictures);
    /// The picture that is shown; null: none.
    [[nodiscard]] report::SharedPicture shown() const;

private:
    void setLook(int look);
    void flip();
    void show();

    report::OverlayPictures m_pictures;
    QButtonGroup* m_looks;
    FigureList* m_figures;
    QTimer m_flicker;
    Look m_look = Look::Checkerboard;
    bool m_isAnatomyTurn = false;
};

} // namespace fusiform
