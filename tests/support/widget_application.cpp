// SPDX-License-Identifier: GPL-3.0-or-later
// A test program that has this file gets a QApplication with the program's font and colours.
#include "app/shell/theme.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/gl/gl_probe.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

namespace fusiform::test {

namespace {
const bool isFactorySet = [] {
    setApplicationFactory([](int& argc, char** argv) -> std::unique_ptr<QObject> {
        QStandardPaths::setTestModeEnabled(true);
        requestOpenGlFormat();
        auto application = std::make_unique<QApplication>(argc, argv);
        QApplication::setApplicationName(QStringLiteral("fusiform-test"));
        QApplication::setOrganizationName(QStringLiteral("fusiform-test"));
        // Settings of its own: test programs run beside each other.
        static const TemporaryFolder settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           QString::fromStdString(settings.path().string()));
        loadFonts();
        applyTheme(ThemeChoice::Dark);
        return application;
    });
    return true;
}();
} // namespace

} // namespace fusiform::test
