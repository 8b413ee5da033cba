// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/jobs_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fusiform {

/// One job. Lines are reused, so that Cancel does not move away under the pointer.
class JobsPanel::Line final : public QWidget {
public:
    Line(JobRunner& jobs, std::size_t job, QWidget* parent)
        : QWidget(parent),
          m_title(new QLabel(this)),
          m_stage(new QLabel(this)),
          m_bar(new QProgressBar(this)),
          m_cancel(new QPushButton(JobsPanel::tr("Cancel"), this))
    {
        m_cancel->setObjectName(QStringLiteral("cancelJob/%1").arg(job));
        m_stage->setWordWrap(true);
        m_stage->setProperty("role", QStringLiteral("muted"));
        m_bar->setTextVisible(false);
        auto* const layout = new QGridLayout(this);
        layout->setContentsMargins(12, 6, 12, 6);
        layout->addWidget(m_title, 0, 0);
        layout->addWidget(m_stage, 1, 0, 1, 2);
        layout->addWidget(m_bar, 2, 0, 1, 2);
        layout->addWidget(m_cancel, 0, 1);
        layout->setColumnStretch(0, 1);
        connect(m_cancel, &QPushButton::clicked, this, [&jobs, job] { jobs.cancel(job); });
    }
    void set(const JobRunner::State& state)
    {
        m_title->setText(state.title);
        m_stage->setText(state.isCancelling       ? JobsPanel::tr("Stopping")
                         : state.amount.isEmpty() ? state.stage
                                                  : state.stage + QLatin1Char('\n') + state.amount);
        m_bar->setVisible(!state.isWaiting);
        m_bar->setRange(0, state.share < 0 ? 0 : 1000);
        m_bar->setValue(static_cast<int>(1000 * state.share));
        m_cancel->setEnabled(!state.isCancelling);
    }

private:
    QLabel* m_title;
    QLabel* m_stage;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

JobsPanel::JobsPanel(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_empty(new QLabel(tr("Nothing is running."), this)),
      m_layout(new QVBoxLayout(this))
{
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setContentsMargins(12, 8, 12, 8);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    connect(&jobs, &JobRunner::changed, this, &JobsPanel::refresh);
}

void JobsPanel::refresh()
{
    const std::vector<JobRunner::State> states = m_jobs.states();
    m_empty->setVisible(states.empty());
    while (m_lines.size() < states.size()) {
        m_lines.push_back(new Line(m_jobs, m_lines.size(), this));
        m_layout->insertWidget(static_cast<int>(m_lines.size()), m_lines.back());
    }
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        m_lines[line]->setVisible(line < states.size());
        if (line < states.size())
            m_lines[line]->set(states[line]);
    }
}

} // namespace fusiform
