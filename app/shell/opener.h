// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"

#include <QStringList>

namespace fusiform {

/// Opens what the user points at: a fit, or a study that is fitted first.
class Opener final : public QObject {
    Q_OBJECT
public:
    /// Asks which subject of a study to fit; empty: none.
    using ChooseSubject = std::function<QString(const QStringList& subjects)>;

    Opener(Session& session, JobRunner& jobs, ChooseSubject choose, QObject* parent = nullptr);

    /// A fit, a BIDS study, or a folder that holds one of the two.
    void open(const QString& folder);
    void openFit(const QString& folder);
    void openStudy(const QString& folder);

    /// Where the demonstration is; empty if it is not there.
    [[nodiscard]] static QString demonstration();

Q_SIGNALS:
    void fitOpened(const QString& folder);
    void problem(const QString& text);

private:
    void fitSubject(const QString& folder, const QString& subject);

    Session& m_session;
    JobRunner& m_jobs;
    ChooseSubject m_choose;
};

} // namespace fusiform
