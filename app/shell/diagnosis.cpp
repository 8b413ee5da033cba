// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/diagnosis.h"

#include "app/support/text.h"
#include "core/util/zip.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QScreen>
#include <QStringList>
#include <QStyle>
#include <QSysInfo>
#include <QWidget>

#include <array>
#include <utility>

namespace fusiform {

namespace {

constexpr std::array kTitles = {
    std::pair("system", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "System")),
    std::pair("processors", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Processor cores")),
    std::pair("memory", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Memory")),
    std::pair("temporary_folder", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Temporary folder")),
    std::pair("cache_folder",
              QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Folder of the program's data")),
    std::pair("resources", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Files of the program")),
    std::pair("face_models", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Face models")),
    std::pair("decoder", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Decoding")),
    std::pair("graphics", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Pictures without a display")),
    std::pair("films", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Films")),
    std::pair("cluster", QT_TRANSLATE_NOOP("fusiform::Diagnosis", "Cluster")),
};

QString describe(const QScreen& screen)
{
    const QSize size = screen.size();
    return QStringLiteral("%1 x %2, scale %3, %4 dpi")
        .arg(size.width())
        .arg(size.height())
        .arg(screen.devicePixelRatio())
        .arg(screen.logicalDotsPerInch());
}

} // namespace

QString checkTitle(const std::string& name)
{
    for (const auto& [key, title] : kTitles)
        if (name == key)
            return QCoreApplication::translate("fusiform::Diagnosis", title);
    return QString::fromStdString(name);
}

QString withoutUser(QString text)
{
    const QString home = QDir::homePath();
    if (home.size() > 1)
        text.replace(home, QStringLiteral("~"));
    const QString name = qEnvironmentVariable("USER");
    if (name.size() > 1)
        text.replace(QRegularExpression(
                         QStringLiteral("/%1(?=/|\\s|$)").arg(QRegularExpression::escape(name)),
                         QRegularExpression::MultilineOption),
                     QStringLiteral("/USER"));
    return text;
}

QString diagnosisText(const std::vector<task::DoctorCheck>& checks, const QString& glProblem,
                      const QWidget& window)
{
    const QLocale locale;
    QStringList lines = {
        QStringLiteral("Fusiform %1").arg(QStringLiteral(FUSIFORM_VERSION)),
        QStringLiteral("Qt %1 on %2, %3, platform %4")
            .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                 QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName()),
        QStringLiteral("OpenGL in the window: %1")
            .arg(glProblem.isEmpty() ? QStringLiteral("works") : QStringLiteral("none")),
        QStringLiteral("Locale %1, language %2, window %3 x %4 at scale %5")
            .arg(QLocale::system().name(), locale.name())
            .arg(window.width())
            .arg(window.height())
            .arg(window.devicePixelRatioF()),
    };
    for (const QScreen* const screen : QGuiApplication::screens())
        lines.append(QStringLiteral("Screen: %1").arg(describe(*screen)));
    for (const task::DoctorCheck& check : checks)
        lines.append(QStringLiteral("%1%2: %3")
                         .arg(QString::fromStdString(check.name),
                              check.isOk() ? QString() : QStringLiteral(" (WRONG)"),
                              QString::fromStdString(check.detail.english())));
    return withoutUser(lines.join(QLatin1Char('\n'))) + QLatin1Char('\n');
}

void writeLogBundle(const QString& file, const QString& diagnosis, const QString& log)
{
    Progress progress;
    ZipWriter zip(pathOf(file));
    zip.add("diagnosis.txt", diagnosis.toStdString());
    zip.add("log.txt", withoutUser(log).toStdString());
    zip.commit(progress);
}

} // namespace fusiform
