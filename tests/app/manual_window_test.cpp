// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/manual_window.h"

#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBrowser>

using namespace fusiform;

namespace {
QString pageText(const char* language, const QString& id)
{
    QFile file(QStringLiteral(":/manual/%1/%2.md").arg(QLatin1String(language), id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
} // namespace

class ManualWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsThereInBothLanguagesWithAsManyHeadings()
    {
        for (const ManualPage& page : ManualWindow::pages()) {
            const QString english = pageText("en", QLatin1String(page.id));
            const QString french = pageText("fr", QLatin1String(page.id));
            QVERIFY2(english.startsWith(QStringLiteral("# ")), page.id);
            QVERIFY2(french.startsWith(QStringLiteral("# ")), page.id);
            QVERIFY2(english != french, page.id);
            QCOMPARE(french.count(QStringLiteral("\n## ")), english.count(QStringLiteral("\n## ")));
            QCOMPARE(french.count(QStringLiteral("\n|")), english.count(QStringLiteral("\n|")));
        }
    }

    void everyLinkLeadsToAPage()
    {
        static const QRegularExpression kLink(QStringLiteral("\\]\\(([a-z-]+)\\.md\\)"));
        int links = 0;
        for (const ManualPage& page : ManualWindow::pages())
            for (const char* const language : {"en", "fr"}) {
                auto found = kLink.globalMatch(pageText(language, QLatin1String(page.id)));
                while (found.hasNext()) {
                    const QString to = found.next().captured(1);
                    QVERIFY2(!pageText(language, to).isEmpty(), qPrintable(to));
                    ++links;
                }
            }
        QVERIFY(links >= 6);
    }

    void searchingListsThePagesThatHaveTheWords()
    {
        ManualWindow manual;
        auto* const list = manual.findChild<QListWidget*>(QStringLiteral("manualPages"));
        auto* const field = manual.findChild<QLineEdit*>(QStringLiteral("manualSearch"));
        auto* const text = manual.findChild<QTextBrowser*>(QStringLiteral("manualText"));
        const auto listed = [&] {
            QStringList pages;
            for (int row = 0; row < list->count(); ++row)
                if (!list->item(row)->isHidden())
                    pages.append(list->item(row)->data(Qt::UserRole).toString());
            return pages;
        };
        const auto all = listed();
        QCOMPARE(all.size(), static_cast<qsizetype>(ManualWindow::pages().size()));
        field->setText(QStringLiteral("turntable nowhere"));
        QVERIFY(listed().isEmpty());
        QStringList expected;
        for (const QString& id : all)
            if (pageText("en", id).contains(QLatin1String("ffmpeg"), Qt::CaseInsensitive))
                expected.append(id);
        field->setText(QStringLiteral("FFmpeg"));
        QCOMPARE(listed(), expected);
        QVERIFY(expected.contains(manual.page()));
        QVERIFY(!text->extraSelections().isEmpty());
        QCOMPARE(text->extraSelections().front().cursor.selectedText().toLower(),
                 QStringLiteral("ffmpeg"));
        field->clear();
        QCOMPARE(listed(), all);
        QVERIFY(text->extraSelections().isEmpty());
    }

    void everyPictureIsThere()
    {
        static const QRegularExpression kPicture(
            QStringLiteral("!\\[[^\\]]+\\]\\(\\.\\./(images/[a-z-]+\\.png)\\)"));
        int pictures = 0;
        for (const ManualPage& page : ManualWindow::pages())
            for (const char* const language : {"en", "fr"}) {
                auto found = kPicture.globalMatch(pageText(language, QLatin1String(page.id)));
                while (found.hasNext()) {
                    const QString file = QStringLiteral(":/manual/") + found.next().captured(1);
                    QVERIFY2(!QImage(file).isNull(), qPrintable(file));
                    ++pictures;
                }
            }
        QVERIFY(pictures >= 4);
    }

    void choosingAPageShowsIt()
    {
        ManualWindow manual;
        manual.show();
        auto* const text = manual.findChild<QTextBrowser*>(QStringLiteral("manualText"));
        auto* const list = manual.findChild<QListWidget*>(QStringLiteral("manualPages"));
        QCOMPARE(manual.page(), QStringLiteral("start"));
        list->setCurrentRow(list->count() - 1);
        QCOMPARE(manual.page(), QStringLiteral("methods"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("X = Y · Wᵀ · (W · Wᵀ)⁻¹")));
        manual.showPage(QStringLiteral("regions"));
        QCOMPARE(list->currentRow(), 3);
        QVERIFY(text->toPlainText().startsWith(QStringLiteral("Regions")));
    }

    void frenchIsReadWhereTheWindowIsFrench()
    {
        QLocale::setDefault(QLocale(QStringLiteral("fr_FR")));
        ManualWindow manual;
        manual.showPage(QStringLiteral("regions"));
        const QString text
            = manual.findChild<QTextBrowser*>(QStringLiteral("manualText"))->toPlainText();
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        QVERIFY(text.startsWith(QStringLiteral("Régions")));
    }

    void thePageOfTheDockUnderTheMouseIsFound()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        QVERIFY(program.open(folder.path() / "fit"));
        const auto pageOver = [&](const char* name) {
            auto* const widget = program.child<QWidget>(name);
            const QPoint middle = widget->rect().center();
            // The screen of a test is small; nothing is found beside it.
            program.window.move(QPoint(300, 300) - widget->mapTo(&program.window, middle));
            return manualPageAt(widget->mapToGlobal(middle));
        };
        QCOMPARE(pageOver("regionsDock"), QStringLiteral("regions"));
        QCOMPARE(pageOver("facesDock"), QStringLiteral("decoding"));
        QCOMPARE(pageOver("axialView"), QStringLiteral("window"));
        QCOMPARE(pageOver("statusLine"), QStringLiteral("start"));
        program.action(ActionId::Manual)->trigger();
        QTRY_VERIFY(program.child<QWidget>("manualWindow"));
        QVERIFY(program.child<QWidget>("manualWindow")->isVisible());
    }
};

FUSIFORM_TEST(ManualWindowTest)
#include "manual_window_test.moc"
