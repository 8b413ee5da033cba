// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace fusiform {

/// What runs and what waits, each with how far it has come and Cancel.
class JobsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(JobRunner& jobs, QWidget* parent = nullptr);

private:
    class Line;
    void refresh();

    JobRunner& m_jobs;
    QLabel* m_empty;
    QVBoxLayout* m_layout;
    std::vector<Line*> m_lines;
};

} // namespace fusiform
