// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/diagnosis.h"
#include "app/shell/diagnosis_dialog.h"
#include "core/util/zip.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPushButton>
#include <QTableWidget>

using namespace fusiform;

class DiagnosisTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCheckHasATitle()
    {
        for (const task::DoctorCheck& check : task::doctorChecks())
            QVERIFY2(checkTitle(check.name) != QString::fromStdString(check.name),
                     check.name.c_str());
    }
    void nobodyIsNamed()
    {
        qputenv("USER", "amelie");
        const QString text
            = withoutUser(QDir::homePath() + QStringLiteral("/studies\n/data/amelie/fit\n/amelie"));
        QCOMPARE(text, QStringLiteral("~/studies\n/data/USER/fit\n/USER"));
        // Where the name is part of another word it is none.
        QCOMPARE(withoutUser(QStringLiteral("/data/amelies/fit")),
                 QStringLiteral("/data/amelies/fit"));
    }
    void itIsListedCopiedAndSaved()
    {
        QWidget window;
        DiagnosisDialog dialog({}, QStringLiteral("12:00:00  Opened %1/fit").arg(QDir::homePath()),
                               &window);
        dialog.open();
        auto* const table = dialog.findChild<QTableWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 8, 30000);
        for (auto* const button : dialog.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Copy"))
                button->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QLatin1String("Fusiform ")));
        QVERIFY(copied.contains(QLatin1String("decoder: 10 faces")));
        QVERIFY(!copied.contains(QDir::homePath()));
        const test::TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "log.zip";
        writeLogBundle(QString::fromStdString(file.string()), copied,
                       QStringLiteral("Opened %1/fit").arg(QDir::homePath()));
        const ZipReader zip(file);
        QCOMPARE(zip.read("diagnosis.txt", 100000), copied.toStdString());
        QCOMPARE(zip.read("log.txt", 1000), std::string("Opened ~/fit"));
    }
};

FUSIFORM_TEST(DiagnosisTest)
#include "diagnosis_test.moc"
