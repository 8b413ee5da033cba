// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_strip.h"

#include "widgets/controls/progress_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fusiform {

JobStrip::JobStrip(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_text(new QLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_bar(new ProgressStrip(this))
{
    m_text->setObjectName(QStringLiteral("jobText"));
    m_text->setMinimumWidth(80);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name is cut
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    auto* const line = new QHBoxLayout;
    line->setContentsMargins(16, 6, 16, 6);
    line->addWidget(m_text, 1);
    line->addWidget(m_cancel);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_bar);
    connect(&jobs, &JobRunner::changed, this, &JobStrip::refresh);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(); });
    refresh();
}

void JobStrip::refresh()
{
    const std::vector<JobRunner::State> states = m_jobs.states();
    setVisible(!states.empty());
    if (states.empty()) {
        m_bar->setIdle();
        return;
    }
    const JobRunner::State& state = states.front();
    QStringList parts = {state.title};
    for (const QString& part : {state.isCancelling ? tr("Stopping") : state.stage, state.amount})
        if (!part.isEmpty())
            parts.append(part);
    m_text->setText(parts.join(QStringLiteral(" · ")));
    m_cancel->setEnabled(!state.isCancelling);
    m_bar->setRunning(state.share);
}

} // namespace fusiform
