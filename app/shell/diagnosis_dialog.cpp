// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/diagnosis_dialog.h"

#include "app/shell/diagnosis.h"
#include "app/support/text.h"
#include "widgets/controls/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {

QIcon iconOf(const task::DoctorCheck& check)
{
    switch (check.result) {
    case task::DoctorCheck::Result::Fine: return themedIcon("circle-check", "good");
    case task::DoctorCheck::Result::Absent: return themedIcon("info", "mutedText");
    case task::DoctorCheck::Result::Wrong: break;
    }
    return themedIcon("circle-x", "error");
}

} // namespace

DiagnosisDialog::DiagnosisDialog(const QString& glProblem, const QString& log, QWidget* parent)
    : QDialog(parent),
      m_glProblem(glProblem),
      m_log(log),
      m_summary(new QLabel(tr("Trying what the program needs…"), this)),
      m_table(new QTableWidget(0, 2, this))
{
    setObjectName(QStringLiteral("diagnosisDialog"));
    setWindowTitle(tr("Diagnosis"));
    resize(720, 500);
    m_summary->setWordWrap(true);
    m_table->setAccessibleName(tr("What was found"));
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    auto* const buttons = new QDialogButtonBox(this);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("Version, system, screens, locale and what was found, without paths of "
                          "yours: for a report of a fault."));
    m_save = buttons->addButton(tr("Save with the log…"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosisDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &DiagnosisDialog::saveBundle);
    m_thread = std::jthread([this] {
        auto checks = task::doctorChecks();
        QMetaObject::invokeMethod(
            this, [this, checks = std::move(checks)] { list(checks); }, Qt::QueuedConnection);
    });
}

DiagnosisDialog::~DiagnosisDialog() = default;

void DiagnosisDialog::list(const std::vector<task::DoctorCheck>& checks)
{
    const auto add = [this](const QIcon& icon, const QString& title, const QString& detail) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(icon, title));
        m_table->setItem(row, 1, new QTableWidgetItem(detail));
    };
    for (const task::DoctorCheck& check : checks)
        add(iconOf(check), checkTitle(check.name), translated(check.detail));
    add(m_glProblem.isEmpty() ? themedIcon("circle-check", "good")
                              : themedIcon("info", "mutedText"),
        tr("The brain in three dimensions"),
        m_glProblem.isEmpty() ? tr("OpenGL works in this window.") : m_glProblem);
    m_table->resizeColumnToContents(0);
    m_table->resizeRowsToContents();
    const auto wrong = std::ranges::count_if(
        checks, [](const task::DoctorCheck& check) { return !check.isOk(); });
    m_summary->setText(
        wrong == 0 ? tr("Everything that the program needs is here.")
                   : tr("%n of the program's needs is not met.", nullptr, static_cast<int>(wrong)));
    m_text = diagnosisText(checks, m_glProblem, *parentWidget());
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
}

void DiagnosisDialog::copy() { QGuiApplication::clipboard()->setText(m_text); }

void DiagnosisDialog::saveBundle()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the diagnosis and the log"),
                                                      QStringLiteral("fusiform-log.zip"),
                                                      tr("Zip archives (*.zip)"));
    if (file.isEmpty())
        return;
    if (const QString text = problemOf([&] { writeLogBundle(file, m_text, m_log); });
        !text.isEmpty())
        Q_EMIT problem(text);
}

} // namespace fusiform
