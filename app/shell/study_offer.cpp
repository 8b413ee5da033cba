// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/study_offer.h"

#include "app/support/text.h"
#include "core/bids/study.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace fusiform {

namespace {

constexpr std::size_t kCounted = 100;

QString belowStudy(const QString& study) { return study + QStringLiteral("/derivatives/fusiform"); }

QString ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
           + QStringLiteral("/fits");
}

QString ownName(const QString& study, const QString& subject)
{
    return QStringLiteral("%1_%2").arg(QFileInfo(study).fileName(), subject);
}

/// A study that is marked read-only stays as it is, also for a user whom the mark does not stop.
bool mayWriteBelow(const QString& study)
{
    const QFileInfo results(belowStudy(study));
    const QFileInfo marked = results.exists() ? results : QFileInfo(study);
    return marked.permissions().testFlag(QFile::WriteOwner) && marked.isWritable()
           && QDir().mkpath(results.filePath());
}

QString newestFit(const QString& study, const QString& subject)
{
    QFileInfo newest;
    const auto look = [&](const QString& folder, const QString& name) {
        const QStringList patterns = {name, name + QStringLiteral("_*")};
        for (const QString& found : QDir(folder).entryList(patterns, QDir::Dirs)) {
            const QFileInfo file(folder + QLatin1Char('/') + found + QStringLiteral("/fit.json"));
            const bool isNewer = !newest.exists() || file.lastModified() > newest.lastModified();
            if (file.exists() && isNewer)
                newest = file;
        }
    };
    look(belowStudy(study), subject);
    look(ownFolder(), ownName(study, subject));
    return newest.exists() ? newest.absolutePath() : QString();
}

StudyOffer::Subject counted(const bids::Study& study, const std::string& label)
{
    const bids::Subject subject = bids::indexSubject(study, label);
    StudyOffer::Subject result;
    result.sessions = static_cast<int>(subject.sessions.size());
    result.runs = static_cast<int>(subject.faceRuns.size());
    result.missingRuns
        = static_cast<int>(std::ranges::count_if(subject.faceRuns, [](const bids::Run& run) {
              return run.boldState != bids::FileState::Present;
          }));
    return result;
}

} // namespace

StudyOffer readStudyOffer(const QString& folder, Progress& progress)
{
    const bids::Study study = bids::openStudy(pathOf(folder));
    StudyOffer offer;
    offer.folder = folder;
    offer.name = QString::fromStdString(study.name);
    progress.begin(FUSIFORM_TR("core", "Reading the study"), study.subjectLabels.size());
    for (const std::string& label : study.subjectLabels) {
        StudyOffer::Subject subject;
        if (offer.subjects.size() < kCounted)
            subject = counted(study, label);
        subject.label = QString::fromStdString(label);
        subject.fit = newestFit(folder, subject.label);
        offer.subjects.push_back(std::move(subject));
        progress.step();
    }
    return offer;
}

QString newFitFolder(const QString& study, const QString& subject)
{
    QString folder = belowStudy(study);
    QString name = subject;
    if (!mayWriteBelow(study)) {
        folder = ownFolder();
        name = ownName(study, subject);
        QDir().mkpath(folder);
    }
    QString path = folder + QLatin1Char('/') + name;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QStringLiteral("%1/%2_%3").arg(folder, name).arg(number);
    return path;
}

} // namespace fusiform
