// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/prepare_page.h"

#include "app/jobs/job_strip.h"
#include "app/prepare/leak_panel.h"
#include "app/prepare/overlay_panel.h"
#include "app/prepare/problem_list.h"
#include "app/prepare/run_table.h"
#include "app/support/figure_list.h"
#include "app/support/page_layout.h"
#include "app/support/text.h"
#include "core/report/plots_design.h"
#include "core/report/plots_quality.h"
#include "widgets/controls/availability.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace fusiform {

namespace {

constexpr int kSideWidth = 500;

QLabel* section(const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

} // namespace

PreparePage::PreparePage(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_title(new QLabel(this)),
      m_subjects(new QComboBox(this)),
      m_sliceOrder(new QComboBox(this)),
      m_preprocess(new QPushButton(tr("Preprocess"), this)),
      m_report(new QPushButton(tr("Quality report"), this)),
      m_fit(new QPushButton(tr("Fit…"), this)),
      m_strip(new JobStrip(jobs, this)),
      m_problems(new ProblemList(this)),
      m_runs(new RunTable(this)),
      m_reason(new QLineEdit(this)),
      m_tabs(new QTabWidget(this)),
      m_runFigures(new FigureList(this)),
      m_allRuns(new FigureList(this)),
      m_overlay(new OverlayPanel(this)),
      m_design(new FigureList(this)),
      m_leaks(new LeakPanel(this))
{
    setObjectName(QStringLiteral("preparePage"));
    makeTabs();
    layOutPage(*this, {makeHead(), m_strip, makeSide(), m_tabs, kSideWidth, 2 * kSideWidth});
    connect(m_subjects, &QComboBox::textActivated, this, &PreparePage::read);
    connect(m_preprocess, &QPushButton::clicked, this, &PreparePage::preprocess);
    connect(m_report, &QPushButton::clicked, this, &PreparePage::openReport);
    connect(m_fit, &QPushButton::clicked, this, [this] { Q_EMIT fitRequested(m_folder); });
    connect(m_runs, &RunTable::runChosen, this, &PreparePage::showRun);
    connect(m_runs, &RunTable::useRequested, this, &PreparePage::decide);
    connect(&m_jobs, &JobRunner::changed, this, &PreparePage::refreshActions);
    // What a stopped job has finished is there to be seen.
    connect(&m_jobs, &JobRunner::cancelled, this, [this] { read(m_subjects->currentText()); });
    connect(&m_reading, &JobRunner::failed, this,
            [this](const QString&, const QString& reason) { Q_EMIT problem(reason); });
    connect(&m_comparing, &JobRunner::failed, this,
            [this](const QString&, const QString& reason) { m_leaks->showReason(reason); });
    refreshActions();
}

QWidget* PreparePage::makeHead()
{
    m_title->setObjectName(QStringLiteral("prepareTitle"));
    m_title->setProperty("role", QStringLiteral("heading"));
    m_subjects->setObjectName(QStringLiteral("prepareSubject"));
    m_subjects->setAccessibleName(tr("Subject"));
    m_sliceOrder->setObjectName(QStringLiteral("sliceOrder"));
    m_sliceOrder->setAccessibleName(tr("Slice order"));
    m_sliceOrder->setToolTip(tr("In which order the slices of a volume were taken"));
    m_sliceOrder->addItem(tr("Slice order: as the study says"), QStringLiteral("auto"));
    m_sliceOrder->addItem(tr("odd, then even"), QStringLiteral("odd-even"));
    m_sliceOrder->addItem(tr("ascending"), QStringLiteral("ascending"));
    m_sliceOrder->addItem(tr("descending"), QStringLiteral("descending"));
    m_sliceOrder->addItem(tr("interleaved (Philips)"), QStringLiteral("interleaved"));
    m_sliceOrder->addItem(tr("no slice timing"), QStringLiteral("off"));
    m_preprocess->setObjectName(QStringLiteral("preprocess"));
    m_preprocess->setToolTip(tr("Slice timing, realignment and coregistration of this subject; "
                                "what is done already is not done again."));
    m_report->setObjectName(QStringLiteral("openReport"));
    m_report->setToolTip(tr("Writes everything on this page into one HTML file and opens it."));
    m_fit->setObjectName(QStringLiteral("prepareFit"));
    return pageHead(this, m_title,
                    {m_title, m_subjects, m_sliceOrder, m_preprocess, m_report, m_fit});
}

QWidget* PreparePage::makeSide()
{
    auto* const side = new QWidget(this);
    m_reason->setObjectName(QStringLiteral("dropReason"));
    m_reason->setPlaceholderText(tr("Why a run is dropped (kept with the decision)"));
    m_reason->setAccessibleName(tr("Reason for dropping a run"));
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(16, 12, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(section(tr("Study"), side));
    layout->addWidget(m_problems);
    layout->addSpacing(8);
    layout->addWidget(section(tr("Runs"), side));
    layout->addWidget(m_runs, 1);
    layout->addWidget(m_reason);
    side->setMinimumWidth(380);
    return side;
}

void PreparePage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("prepareTabs"));
    m_runFigures->setObjectName(QStringLiteral("runFigures"));
    m_allRuns->setObjectName(QStringLiteral("allRuns"));
    m_overlay->setObjectName(QStringLiteral("overlayPanel"));
    m_design->setObjectName(QStringLiteral("designFigures"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_runFigures, tr("Run"));
    m_tabs->addTab(m_allRuns, tr("All runs"));
    m_tabs->addTab(m_overlay, tr("T1 and scans"));
    m_tabs->addTab(m_design, tr("Design"));
    m_tabs->addTab(m_leaks, tr("Same pictures"));
    m_tabs->setTabToolTip(4, tr("Training pictures that are also test faces"));
}

void PreparePage::openStudy(const QString& folder, const QString& subject)
{
    m_folder = folder;
    read(subject);
}

void PreparePage::read(const QString& subject)
{
    if (m_folder.isEmpty())
        return;
    m_reading.cancel();
    m_reading.start(tr("Read %1").arg(subject),
                    [this, folder = m_folder, subject](Progress& progress) -> JobRunner::Deliver {
                        auto prepared = readPreparedSubject(folder, subject, progress);
                        return [this, prepared] { show(prepared); };
                    });
}

void PreparePage::show(std::shared_ptr<const PreparedSubject> subject)
{
    if (subject->folder != m_folder)
        return;
    const bool isOther = !m_subject || m_subject->subject != subject->subject
                         || m_subject->folder != subject->folder;
    m_subject = std::move(subject);
    m_title->setText(m_subject->studyName.isEmpty() ? tr("BIDS study") : m_subject->studyName);
    m_title->setToolTip(m_subject->folder);
    const QSignalBlocker blocker(m_subjects);
    m_subjects->clear();
    m_subjects->addItems(m_subject->subjects);
    m_subjects->setCurrentText(m_subject->subject);
    m_problems->setProblems(m_subject->problems);
    if (isOther)
        m_runs->setRowCount(0);
    m_runs->setRuns(m_subject->runs);
    m_overlay->setPictures(m_subject->overlay);
    m_shownRun.clear();
    showAllRuns();
    showDesign();
    showRun(m_runs->currentRun());
    if (isOther)
        lookForLeaks();
    refreshActions();
    Q_EMIT subjectShown();
}

bool PreparePage::areLeaksLeftOut() const { return m_leaks->areLeftOut(); }

/// Thousands of pictures take seconds: nothing waits for them.
void PreparePage::lookForLeaks()
{
    m_comparing.cancel();
    m_leaks->setLeaks(nullptr);
    m_tabs->setTabText(m_tabs->indexOf(m_leaks), tr("Same pictures"));
    m_comparing.start(
        tr("Compare the pictures"),
        [this, subject = m_subject](Progress& progress) -> JobRunner::Deliver {
            auto leaks = readShownLeaks(pathOf(subject->folder), subject->events, progress);
            return [this, subject, leaks] {
                if (m_subject->subject == subject->subject && m_subject->folder == subject->folder)
                    showLeaks(leaks);
            };
        });
}

void PreparePage::showLeaks(const std::shared_ptr<const ShownLeaks>& leaks)
{
    m_leaks->setLeaks(leaks);
    const std::size_t found = leaks->identical + leaks->nearlyIdentical;
    if (found > 0)
        //: a tab, with the number of training pictures that are also test faces
        m_tabs->setTabText(m_tabs->indexOf(m_leaks), tr("Same pictures (%1)").arg(found));
    Q_EMIT leaksShown();
}

void PreparePage::showRun(int run)
{
    if (run < 0 || !m_subject)
        return;
    const PreparedRun& chosen = m_subject->runs[static_cast<std::size_t>(run)];
    m_tabs->setTabText(0, QString::fromStdString(report::shortRunName(chosen.name)));
    if (!chosen.result) {
        m_shownRun.clear();
        m_runFigures->showReason(
            chosen.hasImage
                ? tr("This run is not preprocessed yet: choose Preprocess above.")
                : tr("The image of this run is not here, so it cannot be preprocessed."));
        return;
    }
    if (m_shownRun == chosen.name)
        return;
    m_shownRun = chosen.name;
    m_reading.start(tr("Read %1").arg(QString::fromStdString(chosen.name)),
                    [this, name = chosen.name,
                     files = chosen.result->files](Progress& progress) -> JobRunner::Deliver {
                        auto pictures = std::make_shared<const report::RunPictures>(
                            report::readRunPictures(files, progress));
                        return [this, name, pictures] {
                            if (name != m_shownRun)
                                return;
                            std::vector<FigureView::Maker> makers;
                            for (const report::RunPlot plot : report::kRunPlots)
                                makers.emplace_back([pictures, plot](double width) {
                                    return report::runFigure(*pictures, plot, width);
                                });
                            m_runFigures->setFigures(std::move(makers));
                            Q_EMIT runShown();
                        };
                    });
}

void PreparePage::showAllRuns()
{
    if (m_subject->quality.runs.empty()) {
        m_allRuns->showReason(tr("No run is preprocessed yet."));
        return;
    }
    m_allRuns->setFigures({[subject = m_subject](double width) {
        std::set<std::string> dropped;
        for (const auto& [name, decision] : subject->quality.dropped)
            dropped.insert(name);
        return report::runsFigure(subject->quality.runs, dropped, width);
    }});
}

void PreparePage::showDesign()
{
    if (m_subject->quality.design.matrix.rows() == 0) {
        m_design->showReason(tr("No face run has an image and events."));
        return;
    }
    m_design->setFigures({[subject = m_subject](double width) {
                              return report::designFigure(subject->quality.design, width);
                          },
                          [subject = m_subject](double width) {
                              return report::correlationFigure(subject->quality.design, width);
                          }},
                         FigureView::Zoom::On);
}

void PreparePage::refreshActions()
{
    const bool isBusy = m_jobs.isBusy();
    const bool hasImages
        = m_subject && std::ranges::any_of(m_subject->runs, &PreparedRun::hasImage);
    const bool hasResults = m_subject && m_subject->preprocessedRuns() > 0;
    const QString busy = tr("Wait until the job is done.");
    const QString notWritable = m_subject ? m_subject->notWritable : QString();
    setAvailable(m_preprocess, hasImages && notWritable.isEmpty() && !isBusy,
                 isBusy       ? busy
                 : !hasImages ? tr("No image of this subject is here.")
                              : notWritable);
    setAvailable(m_report, hasResults && notWritable.isEmpty() && !isBusy,
                 isBusy        ? busy
                 : !hasResults ? tr("Preprocess a run first.")
                               : notWritable);
    setAvailable(m_fit, m_subject != nullptr, tr("The study is being read."));
    setAvailable(m_reason, notWritable.isEmpty(), notWritable);
    m_preprocess->setDefault(hasImages && m_subject->preprocessedRuns() < m_subject->runs.size());
}

task::PreprocessOptions PreparePage::optionsOfSubject() const
{
    task::PreprocessOptions options;
    options.study = pathOf(m_folder);
    options.output = pathOf(preprocessedFolder(m_folder));
    options.participant = m_subject->subject.toStdString();
    return options;
}

void PreparePage::preprocess()
{
    task::PreprocessOptions options = optionsOfSubject();
    options.sliceOrder = m_sliceOrder->currentData().toString().toStdString();
    m_jobs.start(tr("Preprocess %1").arg(m_subject->subject),
                 [this, options](Progress& progress) -> JobRunner::Deliver {
                     static_cast<void>(task::runPreprocess(options, progress));
                     return [this] { read(m_subjects->currentText()); };
                 });
}

void PreparePage::openReport()
{
    m_jobs.start(
        tr("Write the report"),
        [options = optionsOfSubject()](Progress& progress) -> JobRunner::Deliver {
            const bids::Study study = bids::openStudy(options.study);
            const auto file = task::writeQualityReport(
                study, bids::chosenSubject(study, options.participant), options.output, progress);
            return [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(pathText(file))); };
        });
}

/// Written and read again off the GUI thread: a disk may take its time.
void PreparePage::decide(int run, bool isUsed)
{
    preprocess::RunDecision decision;
    decision.run = m_subject->runs[static_cast<std::size_t>(run)].name;
    decision.verdict = isUsed ? preprocess::Verdict::Keep : preprocess::Verdict::Drop;
    decision.why = isUsed ? std::string() : m_reason->text().trimmed().toStdString();
    m_reason->clear();
    m_reading.start(tr("Record the decision"),
                    [this, decision, folder = m_folder,
                     subject = m_subject->subject](Progress& progress) -> JobRunner::Deliver {
                        preprocess::recordRunDecision(pathOf(preprocessedFolder(folder)), decision);
                        auto prepared = readPreparedSubject(folder, subject, progress);
                        return [this, prepared] { show(prepared); };
                    });
}

} // namespace fusiform
