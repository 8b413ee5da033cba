// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "core/task/evaluation_run.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace fusiform {

class JobStrip;
class SectionView;

/// The page Results: every analysis of the open fit, and of others beside it, with its figures,
/// tables and a report.
class ResultsPage final : public QWidget {
    Q_OBJECT
public:
    ResultsPage(Session& session, JobRunner& jobs, QWidget* parent = nullptr);

    /// The folders of fits that are evaluated; the first is the open one.
    [[nodiscard]] const std::vector<std::filesystem::path>& fits() const { return m_fits; }
    [[nodiscard]] const task::EvaluationRun* shown() const { return m_run.get(); }
    void addSubject(const std::filesystem::path& fit);
    /// What the pictures of test faces show; empty: not known.
    void setLabels(const std::filesystem::path& file);
    void evaluate();
    void saveReport(const std::filesystem::path& folder);

Q_SIGNALS:
    void problem(const QString& text);
    void reportSaved(const QString& file);
    void figureSaved(const QString& file);
    void evaluated();

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeSide();
    void follow();
    void forgetOthers();
    void show(std::shared_ptr<const task::EvaluationRun> run);
    void showSection(int row);
    void askForSubject();
    void askForLabels();
    void askAndEvaluate();
    void askForReport();
    void openRating();
    void editFigure(const QString& figure);
    void refresh();
    [[nodiscard]] task::EvaluateOptions options() const;

    Session& m_session;
    JobRunner& m_jobs;
    QLabel* m_subjects;
    QPushButton* m_add;
    QPushButton* m_only;
    QComboBox* m_faces;
    QPushButton* m_evaluate;
    QPushButton* m_report;
    QPushButton* m_rating;
    JobStrip* m_strip;
    QListWidget* m_sections;
    QSpinBox* m_pipeline;
    QPushButton* m_labels;
    QCheckBox* m_borders;
    SectionView* m_view;
    std::vector<std::filesystem::path> m_fits;
    std::filesystem::path m_labelsFile; ///< empty: none
    std::shared_ptr<const task::EvaluationRun> m_run; ///< null: nothing was evaluated
};

} // namespace fusiform
