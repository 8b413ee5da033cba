// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/prepare/prepared_subject.h"
#include "core/task/preprocess_task.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace fusiform {

class FigureList;
class JobStrip;
class LeakPanel;
class OverlayPanel;
class ProblemList;
class RunTable;
struct ShownLeaks;

/// The page Prepare: what is wrong with a study, its preprocessing, and how good each run is.
class PreparePage final : public QWidget {
    Q_OBJECT
public:
    /// @param jobs runs the preprocessing; what the page reads for itself does not wait for it.
    explicit PreparePage(JobRunner& jobs, QWidget* parent = nullptr);

    /// @param subject empty: the first
    void openStudy(const QString& folder, const QString& subject = {});
    [[nodiscard]] QString study() const { return m_folder; } ///< empty: none
    [[nodiscard]] std::shared_ptr<const PreparedSubject> subject() const { return m_subject; }
    /// Whether fits leave out training pictures that are also test faces.
    [[nodiscard]] bool areLeaksLeftOut() const;

Q_SIGNALS:
    /// A subject was read, or read again.
    void subjectShown();
    void runShown();
    void fitRequested(const QString& studyFolder);
    /// The pictures of the subject were compared.
    void leaksShown();
    void problem(const QString& text);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeSide();
    void makeTabs();
    void read(const QString& subject);
    void show(std::shared_ptr<const PreparedSubject> subject);
    void showRun(int run);
    void lookForLeaks();
    void showLeaks(const std::shared_ptr<const ShownLeaks>& leaks);
    void showDesign();
    void showAllRuns();
    void refreshActions();
    [[nodiscard]] task::PreprocessOptions optionsOfSubject() const;
    void preprocess();
    void openReport();
    void decide(int run, bool isUsed);

    JobRunner& m_jobs;
    QLabel* m_title;
    QComboBox* m_subjects;
    QComboBox* m_sliceOrder;
    QPushButton* m_preprocess;
    QPushButton* m_report;
    QPushButton* m_fit;
    JobStrip* m_strip;
    ProblemList* m_problems;
    RunTable* m_runs;
    QLineEdit* m_reason;
    QTabWidget* m_tabs;
    FigureList* m_runFigures;
    FigureList* m_allRuns;
    OverlayPanel* m_overlay;
    FigureList* m_design;
    LeakPanel* m_leaks;
    QString m_folder;
    std::shared_ptr<const PreparedSubject> m_subject;
    std::string m_shownRun;
    JobRunner m_comparing; // of pictures; these are last: joined before what they report to goes
    JobRunner m_reading;
};

} // namespace fusiform
