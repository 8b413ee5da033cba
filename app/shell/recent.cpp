// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace fusiform {

namespace {

constexpr const char* kRecentSetting = "recentFits"; // its name from before there were sessions
constexpr qsizetype kMost = 6;

QDir pictureFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                + QStringLiteral("/thumbnails"));
}

QString pictureName(const QString& path)
{
    return QString::fromLatin1(
               QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex())
           + QStringLiteral(".png");
}

void keep(const QStringList& paths)
{
    QSettings().setValue(QLatin1String(kRecentSetting), paths);
    QStringList pictures;
    for (const QString& path : paths)
        pictures.append(pictureName(path));
    QDir folder = pictureFolder();
    for (const QString& file : folder.entryList({QStringLiteral("*.png")}, QDir::Files))
        if (!pictures.contains(file))
            folder.remove(file);
}

} // namespace

QStringList recentlyOpened()
{
    return QSettings().value(QLatin1String(kRecentSetting)).toStringList();
}

void rememberOpened(const QString& path)
{
    QStringList paths = recentlyOpened();
    paths.removeAll(path);
    paths.prepend(path);
    keep(paths.mid(0, kMost));
}

void forgetOpened(const QString& path)
{
    QStringList paths = recentlyOpened();
    if (paths.removeAll(path) > 0)
        keep(paths);
}

void rememberPicture(const QString& path, const QImage& picture)
{
    constexpr QSize kLargest(480, 300);
    const QDir folder = pictureFolder();
    if (!picture.isNull() && folder.mkpath(QStringLiteral(".")))
        picture.scaled(kLargest, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            .save(folder.filePath(pictureName(path)), "PNG");
}

QImage recentPicture(const QString& path)
{
    return QImage(pictureFolder().filePath(pictureName(path)));
}

} // namespace fusiform
