// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"
#include "core/bids/study.h"
#include "core/report/quality_report.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace fusiform {

/// A run of the study, preprocessed or not yet.
struct PreparedRun {
    std::string name;
    bool hasImage = false; ///< as it came from the scanner
    std::optional<preprocess::RunResult> result;
    std::optional<preprocess::RunDecision> dropped;
};

/// What the page Prepare shows of a subject: a snapshot of the files.
struct PreparedSubject {
    QString folder; ///< of the study
    QString studyName;
    QStringList subjects;
    QString subject; ///< "sub-01"
    std::vector<bids::Problem> problems;
    std::vector<std::vector<bids::Event>> events; ///< of its face runs
    std::vector<PreparedRun> runs;
    report::QualityReport quality;
    report::OverlayPictures overlay;
    QString notWritable; ///< why no results can be written below the study; empty: they can

    [[nodiscard]] std::size_t preprocessedRuns() const;
};

/// Reads a study's files, on a job's thread. @param subject empty: the first.
/// @throws Error{BadData, Cancelled}
[[nodiscard]] std::shared_ptr<const PreparedSubject>
readPreparedSubject(const QString& folder, const QString& subject, Progress& progress);

/// Where Fusiform's preprocessed images of a study are.
[[nodiscard]] QString preprocessedFolder(const QString& study);
/// The study that a fit's folder lies below, or an empty text.
[[nodiscard]] QString studyOfFit(const QString& fitFolder);

} // namespace fusiform
