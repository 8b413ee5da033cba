// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_setup.h"

#include "app/rating/rating_results.h"
#include "app/rating/rating_state.h"
#include "app/support/text.h"
#include "core/util/error.h"
#include "core/util/time.h"
#include "widgets/controls/availability.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {

constexpr const char* kFolderKey = "rating/folder";

QSpinBox* quotaBox(const char* name, int value, QWidget* parent)
{
    auto* const box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(1, 1000);
    box->setValue(value);
    return box;
}

void choose(QComboBox* box, const std::string& text)
{
    box->setCurrentIndex(box->findData(QString::fromStdString(text)));
}

} // namespace

RatingSetup::RatingSetup(std::shared_ptr<const task::EvaluationRun> run,
                         std::vector<std::filesystem::path> fits, QWidget* parent)
    : QDialog(parent),
      m_run(std::move(run)),
      m_fits(std::move(fits)),
      m_folder(new QLineEdit(this)),
      m_first(new QComboBox(this)),
      m_second(new QComboBox(this)),
      m_region(new QComboBox(this)),
      m_ratings(quotaBox("ratingQuota", rating::Quotas().ratings, this)),
      m_raters(quotaBox("raterQuota", rating::Quotas().raters, this)),
      m_eachOrder(quotaBox("orderQuota", rating::Quotas().eachOrder, this)),
      m_state(new QLabel(this)),
      m_code(new QLineEdit(this)),
      m_codeState(new QLabel(this)),
      m_results(new QPushButton(tr("Results…"), this)),
      m_start(new QPushButton(tr("Start"), this))
{
    setObjectName(QStringLiteral("ratingSetup"));
    setWindowTitle(tr("Rating session"));
    auto* const note
        = new QLabel(tr("A rater sees a face and below it the same face as two models read it, and "
                        "chooses the one that is more like it, without knowing which is which."),
                     this);
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    auto* const closeIt = new QPushButton(tr("Close"), this);
    m_results->setObjectName(QStringLiteral("ratingResultsButton"));
    m_start->setObjectName(QStringLiteral("startRating"));
    m_start->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_results);
    buttons->addStretch(1);
    buttons->addWidget(closeIt);
    buttons->addWidget(m_start);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(14);
    layout->addWidget(note);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(12);
    addPlan(*form);
    addRater(*form);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addLayout(buttons);
    addModels();
    resize(620, sizeHint().height());
    connect(closeIt, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &RatingSetup::start);
    connect(m_results, &QPushButton::clicked, this, &RatingSetup::showResults);
    m_folder->setText(QSettings().value(QLatin1String(kFolderKey)).toString());
    makeCode();
    refresh();
    if (!m_problem.isEmpty()) { // ratings of something else: not where this begins
        m_folder->clear();
        refresh();
    }
    if (m_record)
        makeCode(); // one that nobody in this folder has
}

void RatingSetup::addPlan(QFormLayout& form)
{
    m_folder->setObjectName(QStringLiteral("ratingFolder"));
    m_folder->setPlaceholderText(tr("A new folder, or one with ratings to go on with"));
    auto* const browse = new QPushButton(tr("Choose…"), this);
    auto* const place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    m_first->setObjectName(QStringLiteral("ratingFirst"));
    m_second->setObjectName(QStringLiteral("ratingSecond"));
    m_region->setObjectName(QStringLiteral("ratingRegion"));
    m_first->setAccessibleName(tr("First face model"));
    m_second->setAccessibleName(tr("Second face model"));
    auto* const both = new QHBoxLayout;
    both->setSpacing(8);
    both->addWidget(m_first, 1);
    both->addWidget(new QLabel(tr("and"), this));
    both->addWidget(m_second, 1);
    m_raters->setToolTip(tr("Who rate a pair; each rater sees a pair once."));
    m_eachOrder->setToolTip(
        tr("Raters who see a pair with either model on the left; sides are balanced anyway."));
    m_state->setObjectName(QStringLiteral("ratingState"));
    m_state->setWordWrap(true);
    form.addRow(tr("Folder"), place);
    form.addRow(tr("Compared"), both);
    form.addRow(tr("Read from"), m_region);
    form.addRow(tr("Ratings of each pair"), m_ratings);
    form.addRow(tr("Raters, at least"), m_raters);
    form.addRow(tr("Raters in each order, at least"), m_eachOrder);
    form.addRow(QString(), m_state);
    connect(browse, &QPushButton::clicked, this, &RatingSetup::askForFolder);
    connect(m_folder, &QLineEdit::editingFinished, this, &RatingSetup::refresh);
    connect(m_folder, &QLineEdit::textEdited, this, &RatingSetup::refresh);
    for (QComboBox* const model : {m_first, m_second})
        connect(model, &QComboBox::activated, this, &RatingSetup::followModels);
    connect(m_region, &QComboBox::activated, this, [this] { refresh(); });
    for (QSpinBox* const quota : {m_ratings, m_raters, m_eachOrder})
        connect(quota, &QSpinBox::valueChanged, this, &RatingSetup::refresh);
}

void RatingSetup::addRater(QFormLayout& form)
{
    m_code->setObjectName(QStringLiteral("raterCode"));
    m_code->setMaxLength(24);
    m_code->setToolTip(tr("No name: whoever comes back types the same code and goes on."));
    auto* const another = new QPushButton(tr("New code"), this);
    another->setObjectName(QStringLiteral("newRaterCode"));
    m_codeState->setObjectName(QStringLiteral("raterState"));
    m_codeState->setProperty("role", QStringLiteral("muted"));
    m_codeState->setWordWrap(true);
    auto* const code = new QHBoxLayout;
    code->setSpacing(8);
    code->addWidget(m_code, 1);
    code->addWidget(another);
    form.addRow(tr("Code of the rater"), code);
    form.addRow(QString(), m_codeState);
    connect(m_code, &QLineEdit::textChanged, this, &RatingSetup::refreshRater);
    connect(another, &QPushButton::clicked, this, &RatingSetup::makeCode);
}

bool RatingSetup::isPossible(const task::EvaluationRun& run)
{
    return rating::comparableModels(run.evaluation).size() > 1;
}

void RatingSetup::addModels()
{
    for (const std::string& model : rating::comparableModels(m_run->evaluation)) {
        const QString name = QString::fromStdString(model);
        const QString title = modelTitle(model);
        const bool isTaken = m_first->findText(title) >= 0; // two networks
        for (QComboBox* const box : {m_first, m_second})
            box->addItem(isTaken ? name : title, name);
    }
    chooseModels();
    refresh();
}

void RatingSetup::chooseModels()
{
    // Shares are told of the first: that of the network, as in the paper, rather than of PCA.
    const int first = m_first->count() > 1 && m_first->itemData(0) == QLatin1String("pca") ? 1 : 0;
    m_first->setCurrentIndex(first);
    m_second->setCurrentIndex(m_second->count() > 1 ? 1 - first : 0);
    fillRegions();
}

void RatingSetup::followModels()
{
    fillRegions();
    refresh();
}

void RatingSetup::fillRegions()
{
    const QString kept = m_region->currentData().toString();
    m_region->clear();
    for (const std::string& name : rating::comparableRegions(m_run->evaluation, models())) {
        roi::Region region;
        region.name = name;
        m_region->addItem(regionTitle(region), QString::fromStdString(name));
    }
    m_region->setCurrentIndex(std::max(0, m_region->findData(kept)));
}

std::filesystem::path RatingSetup::folder() const { return pathOf(m_folder->text().trimmed()); }

std::array<std::string, 2> RatingSetup::models() const
{
    return {m_first->currentData().toString().toStdString(),
            m_second->currentData().toString().toStdString()};
}

rating::Quotas RatingSetup::quotas() const
{
    return {m_ratings->value(), m_raters->value(), m_eachOrder->value()};
}

/// Made again only when something else is chosen: the pictures of four subjects take a moment.
const rating::Comparison& RatingSetup::comparison()
{
    const std::string region = m_region->currentData().toString().toStdString();
    if (!m_comparison || m_comparison->region != region || m_comparison->models != models())
        m_comparison = rating::comparisonOf(m_run->evaluation, region, models());
    return *m_comparison;
}

rating::PlanRecord RatingSetup::newPlan()
{
    rating::PlanRecord record;
    record.plan.models = models();
    record.plan.pairs = comparison().names();
    record.plan.quotas = quotas();
    record.region = comparison().region;
    for (const std::filesystem::path& fit : m_fits)
        record.fits.push_back(fit.string());
    record.picturesHash = comparison().hash;
    record.program = std::string("Fusiform ") + FUSIFORM_VERSION;
    record.created = utcNow();
    rating::checkPlan(record.plan);
    return record;
}

/// What a folder's plan says stands in the fields, which then cannot be changed.
void RatingSetup::showPlan(const rating::PlanRecord& plan)
{
    const QSignalBlocker ratings(m_ratings);
    const QSignalBlocker raters(m_raters);
    const QSignalBlocker eachOrder(m_eachOrder);
    m_ratings->setValue(plan.plan.quotas.ratings);
    m_raters->setValue(plan.plan.quotas.raters);
    m_eachOrder->setValue(plan.plan.quotas.eachOrder);
    choose(m_first, plan.plan.models[0]);
    choose(m_second, plan.plan.models[1]);
    fillRegions();
    choose(m_region, plan.region);
    if (m_first->currentIndex() < 0 || m_second->currentIndex() < 0 || m_region->currentIndex() < 0
        || comparison().hash != plan.picturesHash)
        throw usage(FUSIFORM_TR("core",
                                "The pictures of this evaluation are not those that were rated in "
                                "this folder: open the same fits and evaluate the same faces with "
                                "the same decoder, or choose another folder."));
}

void RatingSetup::refresh()
{
    m_record.reset();
    rating::Standing standing;
    m_problem = problemOf([&] {
        if (rating::isRatingFolder(folder())) {
            m_record = rating::readRatingFolder(folder());
            standing = rating::standingOf(m_record->plan.plan, rating::countedOf(m_record->lines));
            showPlan(m_record->plan);
        } else {
            if (m_first->currentIndex() < 0 || m_second->currentIndex() < 0)
                chooseModels(); // a plan of models that are not here was shown before
            standing = rating::standingOf(newPlan().plan, {});
        }
    });
    for (QWidget* const field : std::initializer_list<QWidget*>{m_first, m_second, m_region,
                                                                m_ratings, m_raters, m_eachOrder})
        setAvailable(field, !m_record,
                     tr("The plan of this folder is settled: ratings have begun."));
    m_state->setProperty("role",
                         m_problem.isEmpty() ? QStringLiteral("muted") : QStringLiteral("warning"));
    m_state->style()->polish(m_state); // takes the role up
    const auto folderIs = m_record ? RatingState::Folder::Begun : RatingState::Folder::New;
    m_state->setText(m_problem.isEmpty() ? RatingState::text(standing, folderIs) : m_problem);
    setAvailable(m_results, m_record.has_value(), tr("There are no ratings in this folder yet."));
    refreshRater();
}

void RatingSetup::refreshRater()
{
    QString state;
    const QString wrong = problemOf([&] {
        const std::string code = rating::raterCode(m_code->text().toStdString());
        const std::vector<rating::Rating> counted
            = m_record ? rating::countedOf(m_record->lines) : std::vector<rating::Rating>();
        const auto done = std::ranges::count(counted, code, &rating::Rating::rater);
        state = done > 0 ? tr("Has given %1 ratings, and goes on after them.").arg(done)
                         : tr("A new rater: starts with a short practice.");
    });
    m_codeState->setText(wrong.isEmpty() ? state : wrong);
    QString reason = m_problem;
    if (reason.isEmpty() && m_folder->text().trimmed().isEmpty())
        reason = tr("Choose the folder in which ratings are kept first.");
    if (reason.isEmpty())
        reason = wrong;
    setAvailable(m_start, reason.isEmpty(), reason);
}

void RatingSetup::setFolder(const std::filesystem::path& folder)
{
    m_folder->setText(pathText(folder));
    refresh();
}

void RatingSetup::askForFolder()
{
    const QString chosen
        = QFileDialog::getExistingDirectory(this, tr("Where ratings are kept"), m_folder->text());
    if (!chosen.isEmpty())
        setFolder(pathOf(chosen));
}

void RatingSetup::makeCode()
{
    const std::vector<rating::Rating> lines
        = m_record ? m_record->lines : std::vector<rating::Rating>();
    m_code->setText(QString::fromStdString(
        rating::newRaterCode(lines, QRandomGenerator::global()->generate64())));
}

void RatingSetup::start()
{
    if (m_session)
        return;
    std::unique_ptr<rating::RatingSession> session;
    RatingMaterial material;
    const QString wrong = problemOf([&] {
        const std::string code = rating::raterCode(m_code->text().toStdString());
        if (!rating::isRatingFolder(folder()))
            rating::writeRatingFolder(folder(), newPlan());
        session = std::make_unique<rating::RatingSession>(folder(), code);
        material.comparison = comparison();
        if (!session->isResumed() && !m_fits.empty()) {
            Progress progress;
            material.practice = rating::practiceTrials(glm::readFit(m_fits.front()), models(),
                                                       session->plan().plan.seed, progress);
        }
    });
    QSettings().setValue(QLatin1String(kFolderKey), m_folder->text().trimmed());
    if (!wrong.isEmpty()) {
        m_problem = wrong;
        m_state->setText(wrong);
        return;
    }
    m_session = new RatingWindow(std::move(session), material, this);
    m_session->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_session, &RatingWindow::left, this, [this] {
        refresh();
        if (!m_session || !m_session->session().current())
            makeCode(); // who stopped may go on, who is done makes room for the next rater
    });
    m_session->openFullScreen();
}

void RatingSetup::showResults()
{
    auto told = std::make_shared<task::ToldRatings>();
    const QString wrong = problemOf([&] {
        task::RatingsOptions options;
        options.folder = folder();
        Progress progress;
        *told = task::tellRatings(options, progress);
    });
    if (!wrong.isEmpty())
        return m_state->setText(wrong);
    auto* const results = new RatingResults(std::move(told), this);
    results->setAttribute(Qt::WA_DeleteOnClose);
    results->open();
}

} // namespace fusiform
