// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/new_folder.h"

#include "app/support/text.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>

namespace fusiform {

namespace {

constexpr const char* kNewFolderKey = "folders/results";

QString freeNameIn(const QDir& place, const QString& name)
{
    QString free = name;
    for (int number = 2; place.exists(free); ++number)
        free = QStringLiteral("%1-%2").arg(name).arg(number);
    return place.filePath(free);
}

} // namespace

std::optional<std::filesystem::path> askForNewFolder(QWidget* parent, const QString& title,
                                                     const std::string& name)
{
    const QDir last(QSettings().value(QLatin1String(kNewFolderKey), QDir::homePath()).toString());
    const QDir place = last.exists() ? last : QDir::home();
    // A dialog to save in: it takes a name that is not there yet.
    const QString chosen = QFileDialog::getSaveFileName(
        parent, title, freeNameIn(place, QString::fromStdString(name)), QString(), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return std::nullopt;
    QSettings().setValue(QLatin1String(kNewFolderKey), QFileInfo(chosen).absolutePath());
    return pathOf(chosen);
}

} // namespace fusiform
