// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_style.h"
#include "core/task/evaluation_run.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace fusiform {

class PaperView;

/// Which figure of a run.
struct FigurePlace {
    std::string key; ///< of the section
    std::string subject; ///< empty: over subjects
    std::string figure;
};

/// A figure as it will be printed, with its size, text, colours, letter and title to be chosen; it
/// is saved as SVG, PDF or PNG with its numbers and settings beside it, or copied. The choices are
/// remembered.
class FigureEditor final : public QDialog {
    Q_OBJECT
public:
    FigureEditor(std::shared_ptr<const task::EvaluationRun> run, FigurePlace place,
                 QWidget* parent);

    /// Writes the figure and what stands beside it. @throws Error
    void save(const std::filesystem::path& file) const;
    [[nodiscard]] report::Figure figure() const;

Q_SIGNALS:
    void saved(const QString& file);
    void problem(const QString& text);

private:
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QToolButton* colorButton(report::Ink ink);
    [[nodiscard]] report::FigureStyle style() const;
    [[nodiscard]] results::Section section() const;
    void show();
    void restore();
    void remember() const;
    void chooseColor(report::Ink ink);
    void askAndSave();
    void copy();

    std::shared_ptr<const task::EvaluationRun> m_run;
    FigurePlace m_place;
    PaperView* m_paper;
    QComboBox* m_preset;
    QComboBox* m_font;
    QDoubleSpinBox* m_width; ///< cm
    QSpinBox* m_dots;
    QSpinBox* m_text; ///< per cent
    QLineEdit* m_letter;
    QCheckBox* m_title;
    std::vector<report::InkColor> m_colors; ///< that are not the usual ones
    std::vector<std::pair<report::Ink, QToolButton*>> m_colorButtons;
};

} // namespace fusiform
