// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/study_dialog.h"

#include "widgets/controls/availability.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

namespace fusiform {

namespace {
QString countText(int count) { return count < 0 ? QStringLiteral("…") : QLocale().toString(count); }
} // namespace

StudyDialog::StudyDialog(const StudyOffer& offer, const QStringList& builtInModels, QWidget* parent)
    : QDialog(parent),
      m_offer(offer),
      m_subjects(new QTableWidget(this)),
      m_components(new QSpinBox(this)),
      m_models(new QListWidget(this)),
      m_leaveLeaksOut(new QCheckBox(tr("Leave out training pictures that are test faces"), this)),
      m_note(new QLabel(this)),
      m_prepare(new QPushButton(tr("Prepare…"), this)),
      m_open(new QPushButton(tr("Open its fit"), this)),
      m_fit(new QPushButton(tr("Fit"), this))
{
    setObjectName(QStringLiteral("studyDialog"));
    setWindowTitle(tr("Fit a subject"));
    auto* const title = new QLabel(offer.name.isEmpty() ? tr("BIDS study") : offer.name, this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setWordWrap(true);
    auto* const place = new QLabel(QDir::toNativeSeparators(offer.folder), this);
    place->setProperty("role", QStringLiteral("muted"));
    place->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("studyNote"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4);
    m_prepare->setObjectName(QStringLiteral("prepareSubject"));
    m_prepare->setToolTip(tr("Checks, preprocessing and quality of this subject's runs"));
    m_open->setObjectName(QStringLiteral("openItsFit"));
    m_fit->setObjectName(QStringLiteral("fitSubject"));
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_prepare);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    buttons->addWidget(m_fit);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(place);
    layout->addWidget(m_subjects, 2);
    layout->addWidget(makeModels(builtInModels), 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    fill();
    resize(620, 560);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_prepare, &QPushButton::clicked, this, &StudyDialog::requestPrepare);
    connect(m_open, &QPushButton::clicked, this, &StudyDialog::requestOpen);
    connect(m_fit, &QPushButton::clicked, this, &StudyDialog::requestFit);
    connect(m_subjects, &QTableWidget::currentCellChanged, this, &StudyDialog::refresh);
    refresh();
}

void StudyDialog::fill()
{
    m_subjects->setObjectName(QStringLiteral("subjectTable"));
    m_subjects->setAccessibleName(tr("Subjects"));
    m_subjects->setColumnCount(4);
    m_subjects->setHorizontalHeaderLabels(
        {tr("Subject"), tr("Sessions"), tr("Face runs"), tr("Newest fit")});
    m_subjects->setRowCount(static_cast<int>(m_offer.subjects.size()));
    m_subjects->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_subjects->setSelectionMode(QAbstractItemView::SingleSelection);
    m_subjects->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_subjects->setShowGrid(false);
    m_subjects->verticalHeader()->hide();
    m_subjects->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_subjects->horizontalHeader()->setHighlightSections(false);
    m_subjects->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < m_subjects->rowCount(); ++row) {
        const StudyOffer::Subject& subject = m_offer.subjects[static_cast<std::size_t>(row)];
        const QString runs = subject.missingRuns > 0
                                 ? tr("%1, %2 not downloaded")
                                       .arg(countText(subject.runs), countText(subject.missingRuns))
                                 : countText(subject.runs);
        const QString fit = subject.fit.isEmpty() ? QString() : QFileInfo(subject.fit).fileName();
        const QStringList cells = {subject.label, countText(subject.sessions), runs, fit};
        for (int column = 0; column < 4; ++column)
            m_subjects->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_subjects->setCurrentCell(0, 0);
}

QWidget* StudyDialog::makeModels(const QStringList& builtInModels)
{
    auto* const box = new QWidget(this);
    m_components->setObjectName(QStringLiteral("pcaComponents"));
    m_components->setRange(0, 1024);
    m_components->setSpecialValueText(tr("a quarter of the training faces"));
    m_components->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_components->setToolTip(
        tr("Components of the PCA of the study's own pictures; 0: a quarter of "
           "the training faces, at most 1,024."));
    m_models->setObjectName(QStringLiteral("furtherModels"));
    m_models->setAccessibleName(tr("Further face models"));
    for (const QString& name : builtInModels)
        addModel(name, name, Qt::Unchecked);
    auto* const add = new QPushButton(tr("Add a model file…"), box);
    connect(add, &QPushButton::clicked, this, &StudyDialog::addModelFile);
    auto* const side = new QVBoxLayout;
    side->addWidget(m_models, 1);
    side->addWidget(add, 0, Qt::AlignLeft);
    auto* const form = new QFormLayout(box);
    form->setContentsMargins(0, 4, 0, 0);
    form->addRow(tr("PCA components"), m_components);
    form->addRow(tr("Further face models"), side);
    m_leaveLeaksOut->setObjectName(QStringLiteral("leaveOutLeaks"));
    m_leaveLeaksOut->setChecked(true);
    m_leaveLeaksOut->setToolTip(tr("Identical and nearly identical pictures; the page Prepare "
                                   "lists them. A test face that also trained is recognised too "
                                   "easily."));
    form->addRow(m_leaveLeaksOut);
    return box;
}

void StudyDialog::setLeaksLeftOut(bool areLeftOut) { m_leaveLeaksOut->setChecked(areLeftOut); }

void StudyDialog::addModelFile()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Face models"), {},
                                                            tr("Face models (*.safetensors *.pt)"));
    for (const QString& file : files)
        addModel(file, QFileInfo(file).fileName(), Qt::Checked);
}

void StudyDialog::addModel(const QString& nameOrFile, const QString& title, Qt::CheckState state)
{
    auto* const item = new QListWidgetItem(title, m_models);
    item->setData(Qt::UserRole, nameOrFile);
    item->setToolTip(nameOrFile);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

const StudyOffer::Subject* StudyDialog::chosen() const
{
    const int row = m_subjects->currentRow();
    return row >= 0 ? &m_offer.subjects[static_cast<std::size_t>(row)] : nullptr;
}

void StudyDialog::refresh()
{
    const StudyOffer::Subject* const subject = chosen();
    const bool isWhole = subject && subject->runs != 0 && subject->missingRuns != subject->runs;
    const bool isFitted = subject && !subject->fit.isEmpty();
    setAvailable(m_fit, isWhole,
                 subject ? tr("No image of its face runs is there.")
                         : tr("Choose a subject first."));
    setAvailable(m_prepare, subject != nullptr, tr("Choose a subject first."));
    setAvailable(m_open, isFitted, tr("This subject was not fitted yet."));
    (isFitted ? m_open : m_fit)->setDefault(true);
    if (!isWhole)
        m_note->setText(m_fit->toolTip());
    else if (isFitted)
        m_note->setText(tr("This subject has a fit. A new one is written beside it."));
    else
        m_note->setText(tr("The fit is written below derivatives/fusiform of the study, or where "
                           "that is not allowed into your own data folder."));
}

void StudyDialog::requestFit()
{
    StudyChoice choice;
    choice.folder = m_offer.folder;
    choice.subject = chosen()->label;
    choice.components = m_components->value();
    choice.areLeaksKept = !m_leaveLeaksOut->isChecked();
    for (int row = 0; row < m_models->count(); ++row)
        if (m_models->item(row)->checkState() == Qt::Checked)
            choice.modelFiles.append(m_models->item(row)->data(Qt::UserRole).toString());
    accept();
    Q_EMIT fitRequested(choice);
}

void StudyDialog::requestPrepare()
{
    const QString subject = chosen()->label;
    accept();
    Q_EMIT prepareRequested(m_offer.folder, subject);
}

void StudyDialog::requestOpen()
{
    const QString folder = chosen()->fit;
    accept();
    Q_EMIT openFitRequested(folder);
}

} // namespace fusiform
