// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace fusiform {

/// What a study offers to fit.
struct StudyOffer {
    struct Subject {
        QString label; ///< "sub-01"
        int sessions = -1; ///< -1: not counted
        int runs = -1; ///< face runs
        int missingRuns = 0; ///< of those, whose images are not downloaded or not there
        QString fit; ///< the folder of its newest fit; empty: there is none
    };
    QString folder;
    QString name;
    std::vector<Subject> subjects;
};

/// Which subject to fit, and with which face models.
struct StudyChoice {
    QString folder;
    QString subject;
    int components = 0; ///< of a PCA of the study's own pictures; 0: chosen by their number
    bool areLeaksKept = false; ///< training pictures that are also test faces train
    QStringList modelFiles; ///< further face models: files, or names of built-in ones
};

/// Lists the subjects of a study, on a job's thread. Files are counted for the first hundred only,
/// so that a large study is there at once. @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] StudyOffer readStudyOffer(const QString& folder, Progress& progress);
/// A folder for a fit of that subject that is not there yet: an older fit and its record of
/// openings are never replaced. BIDS puts results below the study; where that cannot be written,
/// the user's own data folder.
[[nodiscard]] QString newFitFolder(const QString& study, const QString& subject);

} // namespace fusiform
