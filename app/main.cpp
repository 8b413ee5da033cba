// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "app/shell/main_window.h"
#include "app/shell/theme.h"
#include "app/shell/timing.h"
#include "app/shell/translation.h"
#include "app/support/described_options.h"
#include "app/support/library_settings.h"
#include "app/support/text.h"
#include "core/util/memory.h"
#include "widgets/gl/gl_probe.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTimer>

#include <cstdlib>
#include <unistd.h>

namespace {

using namespace fusiform;

struct Options {
    QString folder;
    QString screenshot;
    int afterMilliseconds = 4000;
    bool isDemonstration = false;
};

/// The language counts before the first text is made, so it is looked for by hand.
QString languageOf(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size())
        return arguments[at + 1];
    for (const QString& argument : arguments)
        if (argument.startsWith(QStringLiteral("--lang=")))
            return argument.mid(7);
    return {};
}

Options parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Arguments", "Reconstructs faces from fMRI patterns."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QString folderHelp = QCoreApplication::translate("Arguments", "A fit, a BIDS study or a session.");
    parser.addPositionalArgument(QStringLiteral("folder"), folderHelp, QStringLiteral("[folder]"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QCoreApplication::translate("Arguments", "Opens the demonstration."));
    const QCommandLineOption language(
        QStringLiteral("lang"),
        QCoreApplication::translate("Arguments", "The language, for instance fr."),
        QStringLiteral("code"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QCoreApplication::translate("Arguments", "Writes a picture of the window and ends."),
        QStringLiteral("file"));
    const QCommandLineOption after(
        QStringLiteral("after"),
        QCoreApplication::translate("Arguments", "Milliseconds before the picture is taken."),
        QStringLiteral("ms"), QStringLiteral("4000"));
    const QList<QCommandLineOption> own{demo, language, screenshot, after};
    const int printed = printPage(describeWindow(QList<QCommandLineOption>{help, version} + own,
                                                 parser.applicationDescription(), folderHelp),
                                  QCoreApplication::arguments());
    if (printed >= 0)
        std::exit(printed);
    parser.addOptions(own);
    parser.process(application);
    Options options;
    options.folder = parser.positionalArguments().value(0);
    options.screenshot = parser.value(screenshot);
    options.afterMilliseconds = parser.value(after).toInt();
    options.isDemonstration = parser.isSet(demo);
    return options;
}

void takePictureLater(MainWindow& window, const Options& options)
{
    QTimer::singleShot(options.afterMilliseconds, &window, [&window, file = options.screenshot] {
        const bool isWritten = window.grab().save(file);
        QCoreApplication::exit(isWritten ? 0 : 1);
    });
}

int run(QApplication& application)
{
    loadTranslation(languageOf(QApplication::arguments()));
    const Options options = parse(application);
    loadFonts();
    applyTheme(savedTheme());
    Session session;
    session.keepJournalsIn(
        pathOf(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        / "journals");
    JobRunner jobs;
    LivePipeline live;
    MainWindow window(session, jobs, live, openGlProblem());
    window.restoreLayout();
    window.show();
    markTime("window shown");
    if (!options.folder.isEmpty() || options.isDemonstration)
        window.openFolder(options.folder);
    if (!options.screenshot.isEmpty())
        takePictureLater(window, options);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    fusiform::restartWithLibrarySettings(argv);
    fusiform::keepFreedMemory();
    requestOpenGlFormat();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("fusiform"));
    // Where the desktop finds the name and the icon of the window.
    QGuiApplication::setDesktopFileName(QStringLiteral("org.fusiform.Fusiform"));
    QApplication::setOrganizationName(QStringLiteral("fusiform"));
    QApplication::setApplicationVersion(QStringLiteral(FUSIFORM_VERSION));
    return run(application);
}
