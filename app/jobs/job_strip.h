// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fusiform {

class ProgressStrip;

/// The job that runs, in one line: what it does, how far it is, what is left, and Cancel.
class JobStrip final : public QWidget {
    Q_OBJECT
public:
    explicit JobStrip(JobRunner& jobs, QWidget* parent = nullptr);

private:
    void refresh();

    JobRunner& m_jobs;
    QLabel* m_text;
    QPushButton* m_cancel;
    ProgressStrip* m_bar;
};

} // namespace fusiform
