// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "app/shell/atlas_dialog.h"
#include "app/shell/study_offer.h"
#include "core/journal/journal_folder.h"

namespace fusiform {

/// Opens what the user points at: a fit, or a study of which a subject is chosen and fitted first.
class Opener final : public QObject {
    Q_OBJECT
public:
    Opener(Session& session, JobRunner& jobs, QObject* parent = nullptr);

    /// A fit, a BIDS study, or a file that lies in one of the two (its fit.json, for instance);
    /// with a fit open also a label image, a mask, labels of the cortical surface, or a surface.
    void open(const QString& path);
    /// Whether a file joins what is open instead of taking its place.
    [[nodiscard]] bool isAddition(const QString& path) const;
    void openFit(const QString& folder);
    /// Goes on with an earlier session of the fit that is open.
    void resume(const std::filesystem::path& journal);
    /// Finds an atlas's or a mask's regions in the open fit; atlasRead() offers them. The surfaces
    /// of labels of vertices are looked for where FreeSurfer and fMRIPrep put them.
    void openAtlas(const QString& file);
    /// Lists the study's subjects; studyRead() offers them.
    void openStudy(const QString& folder);
    /// Fits one subject into a folder of its own, then opens the fit.
    void fitSubject(const StudyChoice& choice);

    /// Where the demonstration is; empty if it is not there.
    [[nodiscard]] static QString demonstration();

Q_SIGNALS:
    void fitOpened(const QString& folder);
    /// After fitOpened: the last session of this fit that can be gone on with; none if there is
    /// none.
    void lastSessionKnown(const std::optional<fusiform::journal::LastSession>& session);
    void studyRead(const fusiform::StudyOffer& offer);
    /// A file of a surface that is to be shown.
    void surfaceWanted(const QString& file);
    void atlasRead(const fusiform::AtlasOffer& offer);
    /// @param path what could not be opened
    void problem(const QString& text, const QString& path);

private:
    [[nodiscard]] std::optional<journal::LastSession> sessionToClose(const OpenedFit& next) const;

    Session& m_session;
    JobRunner& m_jobs;
};

} // namespace fusiform
