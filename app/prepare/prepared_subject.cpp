// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/prepared_subject.h"

#include "app/support/text.h"
#include "core/task/bids_task.h"
#include "core/task/preprocess_task.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace fusiform {

namespace {

std::vector<PreparedRun> runsOf(const bids::Subject& subject, const report::QualityReport& quality)
{
    std::vector<PreparedRun> runs;
    const auto add = [&](const bids::Run& run) {
        PreparedRun one{run.name, run.boldState == bids::FileState::Present, {}, {}};
        const auto found = std::ranges::find(quality.runs, run.name,
                                             [](const auto& r) { return r.report.name; });
        if (found != quality.runs.end())
            one.result = *found;
        if (const auto dropped = quality.dropped.find(run.name); dropped != quality.dropped.end())
            one.dropped = dropped->second;
        runs.push_back(std::move(one));
    };
    std::ranges::for_each(subject.faceRuns, add);
    std::ranges::for_each(subject.localizerRuns, add);
    std::ranges::stable_sort(runs, {}, &PreparedRun::name);
    return runs;
}

QString reasonNotWritable(const QString& study)
{
    const QFileInfo results(preprocessedFolder(study));
    const QFileInfo asked = results.exists() ? results : QFileInfo(study);
    return asked.isWritable() && asked.permissions().testFlag(QFile::WriteOwner)
               ? QString()
               : QCoreApplication::translate("fusiform::PreparePage",
                                             "The study's folder may not be written to.");
}

} // namespace

std::size_t PreparedSubject::preprocessedRuns() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(runs, [](const PreparedRun& run) { return run.result.has_value(); }));
}

std::shared_ptr<const PreparedSubject>
readPreparedSubject(const QString& folder, const QString& subject, Progress& progress)
{
    const bids::Study study = bids::openStudy(pathOf(folder));
    auto prepared = std::make_shared<PreparedSubject>();
    prepared->folder = folder;
    prepared->studyName = QString::fromStdString(study.name);
    for (const std::string& label : study.subjectLabels)
        prepared->subjects.append(QString::fromStdString(label));
    prepared->subject
        = prepared->subjects.contains(subject) ? subject : prepared->subjects.value(0);
    task::SubjectSummary summary
        = task::summarise(study, prepared->subject.toStdString(), progress);
    prepared->problems = std::move(summary.problems);
    prepared->events = std::move(summary.events);
    std::ranges::stable_sort(prepared->problems, std::greater(), &bids::Problem::severity);
    const auto derivatives = pathOf(preprocessedFolder(folder));
    prepared->quality = task::qualityReportOf(study, summary.subject, derivatives, progress);
    prepared->runs = runsOf(summary.subject, prepared->quality);
    prepared->overlay = report::readOverlayPictures(derivatives, summary.subject.label);
    prepared->notWritable = reasonNotWritable(folder);
    return prepared;
}

QString preprocessedFolder(const QString& study)
{
    return study + QStringLiteral("/derivatives/fusiform");
}

QString studyOfFit(const QString& fitFolder)
{
    QDir folder(QFileInfo(fitFolder).absoluteFilePath());
    for (int level = 0; level < 4 && folder.cdUp(); ++level)
        if (folder.exists(QStringLiteral("derivatives"))
            && folder.exists(QStringLiteral("dataset_description.json")))
            return folder.absolutePath();
    return {};
}

} // namespace fusiform
