// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/doctor_checks.h"

#include <QDialog>

#include <thread>

class QLabel;
class QPushButton;
class QTableWidget;

namespace fusiform {

/// Tries what the program needs and lists what was found; to be copied, or saved with the log.
class DiagnosisDialog final : public QDialog {
    Q_OBJECT
public:
    /// @param log what happened so far
    DiagnosisDialog(const QString& glProblem, const QString& log, QWidget* parent);
    ~DiagnosisDialog() override;

Q_SIGNALS:
    void problem(const QString& text);

private:
    void list(const std::vector<task::DoctorCheck>& checks);
    void copy();
    void saveBundle();

    QString m_glProblem;
    QString m_log;
    QString m_text;
    QLabel* m_summary;
    QTableWidget* m_table;
    QPushButton* m_copy;
    QPushButton* m_save;
    std::jthread m_thread; // last: it reports to what stands above
};

} // namespace fusiform
