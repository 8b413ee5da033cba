// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/results_page.h"

#include "app/jobs/job_strip.h"
#include "app/rating/rating_setup.h"
#include "app/results/figure_editor.h"
#include "app/results/section_view.h"
#include "app/support/new_folder.h"
#include "app/support/page_layout.h"
#include "app/support/text.h"
#include "core/glm/kept_series.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform {

namespace {

constexpr int kListWidth = 260;
constexpr int kSection = Qt::UserRole; ///< of an item: the place of its section, none for a heading

} // namespace

ResultsPage::ResultsPage(Session& session, JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_jobs(jobs),
      m_subjects(new QLabel(this)),
      m_add(new QPushButton(tr("Add a subject…"), this)),
      m_only(new QPushButton(tr("Only this subject"), this)),
      m_faces(new QComboBox(this)),
      m_evaluate(new QPushButton(tr("Evaluate"), this)),
      m_report(new QPushButton(tr("Save the report…"), this)),
      m_rating(new QPushButton(tr("Rating session…"), this)),
      m_strip(new JobStrip(jobs, this)),
      m_sections(new QListWidget(this)),
      m_pipeline(new QSpinBox(this)),
      m_labels(new QPushButton(this)),
      m_borders(new QCheckBox(tr("Borders of the cortex on maps"), this)),
      m_view(new SectionView(this))
{
    setObjectName(QStringLiteral("resultsPage"));
    setFocusProxy(m_evaluate);
    layOutPage(*this, {makeHead(), m_strip, makeSide(), m_view, kListWidth, 4 * kListWidth});
    connect(m_evaluate, &QPushButton::clicked, this, &ResultsPage::askAndEvaluate);
    connect(m_add, &QPushButton::clicked, this, &ResultsPage::askForSubject);
    connect(m_report, &QPushButton::clicked, this, &ResultsPage::askForReport);
    connect(m_rating, &QPushButton::clicked, this, &ResultsPage::openRating);
    connect(m_sections, &QListWidget::currentRowChanged, this, &ResultsPage::showSection);
    connect(m_view, &SectionView::figureRequested, this, &ResultsPage::editFigure);
    connect(&m_jobs, &JobRunner::changed, this, &ResultsPage::refresh);
    connect(&m_session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes & Session::FitChange)
            follow();
    });
    follow();
}

QWidget* ResultsPage::makeHead()
{
    m_subjects->setObjectName(QStringLiteral("resultsSubjects"));
    m_subjects->setProperty("role", QStringLiteral("heading"));
    m_add->setObjectName(QStringLiteral("addSubject"));
    m_add->setIcon(themedIcon("plus"));
    m_add->setToolTip(tr("The fit of another subject: scores are then tested over subjects too."));
    m_only->setObjectName(QStringLiteral("onlySubject"));
    m_only->setToolTip(tr("Takes the other subjects away again."));
    connect(m_only, &QPushButton::clicked, this, &ResultsPage::forgetOthers);
    m_faces->setObjectName(QStringLiteral("evaluatedFaces"));
    m_faces->setAccessibleName(tr("Which faces are evaluated"));
    m_faces->addItem(tr("Exploration faces"), QStringLiteral("explore"));
    m_faces->addItem(themedIcon("lock-open"), tr("All faces and imagery (opens the seal)"),
                     QStringLiteral("all"));
    m_faces->setToolTip(tr("Confirmation faces and imagery stay sealed unless you choose them; "
                           "opening them is recorded in the fit."));
    m_evaluate->setObjectName(QStringLiteral("evaluate"));
    m_evaluate->setDefault(true);
    m_report->setObjectName(QStringLiteral("saveReport"));
    m_report->setToolTip(tr("A folder with the report as HTML and PDF, every figure as SVG and "
                            "every table as TSV."));
    m_rating->setObjectName(QStringLiteral("openRating"));
    m_rating->setToolTip(tr("People choose, without knowing which is which, whose reconstructions "
                            "are more like the originals."));
    return pageHead(this, m_subjects,
                    {m_subjects, m_only, m_add, m_faces, m_evaluate, m_report, m_rating});
}

QWidget* ResultsPage::makeSide()
{
    auto* const side = new QWidget(this);
    m_sections->setObjectName(QStringLiteral("resultSections"));
    m_sections->setAccessibleName(tr("Analyses"));
    m_sections->setProperty("role", QStringLiteral("pages"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setIconSize({16, 16});
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // names are cut, tips whole
    m_pipeline->setObjectName(QStringLiteral("pipelinePermutations"));
    m_pipeline->setRange(0, 10'000);
    m_pipeline->setSingleStep(100);
    m_pipeline->setSpecialValueText(tr("none"));
    m_pipeline->setToolTip(
        tr("How often the training is done again with the codes of its pictures exchanged, from "
           "the series that the fit kept: 100 are usual and take minutes."));
    m_labels->setObjectName(QStringLiteral("evaluationLabels"));
    m_labels->setToolTip(
        tr("A table of what the pictures of test faces show (CelebA's list, or .tsv): attributes "
           "are then tested against it, else against the true codes. A second click takes it "
           "away."));
    connect(m_labels, &QPushButton::clicked, this, &ResultsPage::askForLabels);
    m_borders->setObjectName(QStringLiteral("corticalBorders"));
    m_borders->setChecked(true);
    m_borders->setToolTip(
        tr("Thin lines on the map of overlaps: where the cortex ends inwards, from "
           "FreeSurfer or fMRIPrep, else the outline of the brain."));
    auto* const form = new QFormLayout;
    form->setContentsMargins(16, 8, 16, 12);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(4);
    form->addRow(tr("Labels of the test faces"), m_labels);
    form->addRow(tr("Training on exchanged codes"), m_pipeline);
    form->addRow(m_borders);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sections, 1);
    layout->addLayout(form);
    side->setMinimumWidth(200);
    return side;
}

/// The fit that is open; what was found in another is no longer about what can be seen.
void ResultsPage::follow()
{
    m_fits.clear();
    if (const auto opened = m_session.opened())
        m_fits = {opened->fit.folder};
    show(nullptr);
}

void ResultsPage::addSubject(const std::filesystem::path& fit)
{
    if (!glm::isFit(fit))
        return Q_EMIT problem(tr("%1 is not the folder of a fit.").arg(pathText(fit)));
    if (std::ranges::find(m_fits, fit) != m_fits.end())
        return;
    const QString wrong = problemOf([&] {
        const std::string subject = glm::readFit(fit).subject;
        for (const std::filesystem::path& known : m_fits)
            if (glm::readFit(known).subject == subject)
                throw usage(
                    FUSIFORM_TR("core", "%1 is given twice: one fit a subject.").arg(subject));
    });
    if (!wrong.isEmpty())
        return Q_EMIT problem(wrong);
    m_fits.push_back(fit);
    refresh();
}

void ResultsPage::forgetOthers()
{
    if (m_fits.size() > 1)
        m_fits.resize(1);
    refresh();
}

void ResultsPage::askForSubject()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("The fit of another subject"));
    if (!folder.isEmpty())
        addSubject(pathOf(folder));
}

void ResultsPage::setLabels(const std::filesystem::path& file)
{
    m_labelsFile = file;
    refresh();
}

void ResultsPage::askForLabels()
{
    if (!m_labelsFile.empty())
        return setLabels({});
    const QString file = QFileDialog::getOpenFileName(this, tr("Labels of the test faces"));
    if (!file.isEmpty())
        setLabels(pathOf(file));
}

task::EvaluateOptions ResultsPage::options() const
{
    task::EvaluateOptions options;
    options.fits = m_fits;
    options.faces = m_faces->currentData().toString().toStdString();
    const decode::DecodeOptions& decoding = m_session.decodeOptions();
    options.decoder = decoding.decoder;
    options.ridge = decoding.ridge;
    options.scoreUnits = decoding.scoreInSd ? "sd" : "model";
    options.pipeline = m_pipeline->value();
    options.labels = m_labelsFile;
    options.borders = m_borders->isChecked() ? "auto" : "off";
    return options;
}

void ResultsPage::askAndEvaluate()
{
    if (m_faces->currentData().toString() != QLatin1String("all"))
        return evaluate();
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setText(tr("Evaluate the confirmation faces and imagery too?"));
    box->setInformativeText(
        tr("What is found with them is a test only as long as nothing is chosen by it afterwards. "
           "The opening is recorded in each fit, with the time and the selected voxels."));
    auto* const yes = box->addButton(tr("Open and evaluate"), QMessageBox::AcceptRole);
    auto* const no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    yes->setObjectName(QStringLiteral("evaluateAll"));
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, &ResultsPage::evaluate);
    box->open();
}

void ResultsPage::evaluate()
{
    if (m_fits.empty())
        return;
    const std::string journal = m_session.journal() ? m_session.journal()->hash() : "";
    m_jobs.start(tr("Evaluate"),
                 [this, options = options(), journal](Progress& progress) -> JobRunner::Deliver {
                     auto run = std::make_shared<task::EvaluationRun>(
                         task::runEvaluation(options, progress));
                     if (!journal.empty())
                         run->facts.provenance.emplace_back("Journal of the session", journal);
                     return [this, run, fits = options.fits] {
                         if (fits != m_fits)
                             return; // another fit was opened meanwhile
                         show(run);
                         Q_EMIT evaluated();
                     };
                 });
}

void ResultsPage::show(std::shared_ptr<const task::EvaluationRun> run)
{
    const QListWidgetItem* const before = m_sections->currentItem();
    const QString kept = before ? before->data(Qt::UserRole + 1).toString() : QString();
    m_run = std::move(run);
    m_sections->clear();
    int chosen = -1;
    bool hasChosen = false;
    if (m_run) {
        std::string heading = "-";
        for (std::size_t s = 0; s < m_run->sections.size(); ++s) {
            const results::Section& section = m_run->sections[s];
            if (section.subject != heading) {
                heading = section.subject;
                auto* const title = new QListWidgetItem(
                    heading.empty() ? tr("Over subjects") : QString::fromStdString(heading),
                    m_sections);
                title->setFlags(Qt::NoItemFlags);
                QFont bold = font();
                bold.setBold(true);
                title->setFont(bold);
            }
            auto* const item = new QListWidgetItem(translated(section.title), m_sections);
            const QString key = QString::fromStdString(section.subject + "/" + section.key);
            item->setData(kSection, static_cast<int>(s));
            item->setData(Qt::UserRole + 1, key);
            item->setToolTip(item->text());
            if (!section.missing.empty())
                item->setIcon(themedIcon("triangle-alert"));
            const bool isFirst = kept.isEmpty() && section.key == "recognition" && !hasChosen;
            hasChosen |= isFirst;
            if (key == kept || isFirst || chosen < 0)
                chosen = m_sections->row(item);
        }
    }
    m_sections->setCurrentRow(chosen);
    showSection(chosen);
    refresh();
}

void ResultsPage::showSection(int row)
{
    const QListWidgetItem* const item = m_sections->item(row);
    if (!m_run || !item || !item->data(kSection).isValid()) {
        m_view->show(nullptr,
                     m_fits.empty()
                         ? tr("Open a fit first.")
                         : tr("Evaluate tests how well faces are read from each region of this "
                              "fit, draws every figure, and takes some seconds."));
        return;
    }
    const auto index = static_cast<std::size_t>(item->data(kSection).toInt());
    m_view->show({m_run, &m_run->sections[index]});
}

void ResultsPage::saveReport(const std::filesystem::path& folder)
{
    if (!m_run)
        return;
    const QString wrong = problemOf([&] {
        AtomicFolder output(folder, AtomicFolder::Existing::Refuse);
        task::writeEvaluation(*m_run, output.path());
        output.commit();
    });
    if (wrong.isEmpty())
        Q_EMIT reportSaved(pathText(folder / "report.html"));
    else
        Q_EMIT problem(wrong);
}

void ResultsPage::askForReport()
{
    if (!m_run)
        return;
    const auto folder = askForNewFolder(
        this, tr("The folder that the report makes"),
        "evaluation-" + (m_fits.size() > 1 ? "group" : m_run->facts.subjects.front()));
    if (folder)
        saveReport(*folder);
}

void ResultsPage::openRating()
{
    if (!m_run)
        return;
    auto* const setup = new RatingSetup(m_run, m_fits, this);
    setup->setAttribute(Qt::WA_DeleteOnClose);
    setup->open();
}

void ResultsPage::editFigure(const QString& figure)
{
    const results::Section* const section = m_view->section();
    if (!m_run || !section)
        return;
    auto* const editor
        = new FigureEditor(m_run, {section->key, section->subject, figure.toStdString()}, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &FigureEditor::problem, this, &ResultsPage::problem);
    connect(editor, &FigureEditor::saved, this, &ResultsPage::figureSaved);
    editor->open();
}

void ResultsPage::refresh()
{
    const bool isBusy = m_jobs.isBusy();
    const bool hasFit = !m_fits.empty();
    const QString busy = tr("Wait until the job is done.");
    const auto opened = m_session.opened();
    QString text = opened ? QString::fromStdString(opened->fit.subject) : tr("Results");
    if (m_fits.size() > 1)
        //: %1: the open subject; others are evaluated with it
        text = tr("%1 and %n more", nullptr, static_cast<int>(m_fits.size()) - 1).arg(text);
    if (m_run) // what is on the page comes from these faces, whatever the list says by now
        text = (m_run->json.value("faces", "") == "all" ? tr("%1 · all faces and imagery")
                                                        : tr("%1 · exploration faces"))
                   .arg(text);
    m_subjects->setText(text);
    m_only->setVisible(m_fits.size() > 1);
    QStringList folders;
    for (const std::filesystem::path& fit : m_fits)
        folders.append(pathText(fit));
    m_subjects->setToolTip(folders.join(QLatin1Char('\n')));
    m_labels->setText(m_labelsFile.empty()
                          ? tr("Choose…")
                          : QString::fromStdString(m_labelsFile.filename().string()));
    const QString noFit = tr("Open a fit first.");
    setAvailable(m_evaluate, hasFit && !isBusy, hasFit ? busy : noFit);
    setAvailable(m_add, hasFit && !isBusy, hasFit ? busy : noFit);
    setAvailable(m_report, m_run != nullptr && !isBusy,
                 m_run ? busy : tr("There is nothing to report yet: evaluate first."));
    const bool canRate = m_run && RatingSetup::isPossible(*m_run);
    setAvailable(m_rating, canRate && !isBusy,
                 !m_run    ? tr("There is nothing to rate yet: evaluate first.")
                 : canRate ? busy
                           : tr("Two face models that make pictures are needed to compare."));
    const bool hasSeries = opened && glm::isKeptSeries(opened->fit.folder / "series");
    setAvailable(m_pipeline, hasSeries,
                 tr("The fit kept no series of its scans: fit again with --series keep."));
}

} // namespace fusiform
