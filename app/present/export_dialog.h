// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace fusiform {

/// What a talk is written as.
enum class TalkFormat { Pdf, Html, Pictures, FilmMp4, FilmWebM, FilmGif };

struct TalkExportOptions {
    TalkFormat format = TalkFormat::Pdf;
    enum class What { Talk, Turntable } what = What::Talk; ///< of a film
    bool isStepByStep = true;
    bool isOnWhite = false;
    int width = 1600; ///< pixels
    double seconds = 3; ///< a step is held, or the brain turns once
};

/// Asks what a talk is to be written as.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    /// @param canEncode whether there is an encoder of films
    ExportDialog(bool canEncode, QWidget* parent);

    [[nodiscard]] TalkExportOptions options() const;

private:
    void showChoices();

    QComboBox* m_format;
    QComboBox* m_what;
    QCheckBox* m_steps;
    QComboBox* m_ground;
    QSpinBox* m_width;
    QLabel* m_secondsLabel;
    QDoubleSpinBox* m_seconds;
    QLabel* m_whatLabel;
};

} // namespace fusiform
