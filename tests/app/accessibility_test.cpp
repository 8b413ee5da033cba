// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/export_dialog.h"
#include "app/shell/diagnosis_dialog.h"
#include "app/shell/manual_window.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QTabBar>
#include <QTranslator>

using namespace fusiform;

namespace {

/// Part of another control, which has the name.
bool isPart(const QWidget& widget)
{
    if (widget.objectName().startsWith(QLatin1String("qt_")))
        return true;
    const QWidget* const parent = widget.parentWidget();
    return qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QTabBar*>(&widget)
           || qobject_cast<const QAbstractSpinBox*>(parent)
           || qobject_cast<const QComboBox*>(parent)
           || (parent && qobject_cast<const QLineEdit*>(parent))
           || (parent && qobject_cast<const QAbstractScrollArea*>(parent)
               && widget.objectName().isEmpty() && !qobject_cast<const QAbstractButton*>(&widget));
}

/// Every control that keys reach and that has no name, by its class and place.
QStringList namelessIn(QWidget& top)
{
    QStringList nameless;
    for (QWidget* const widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&top) || widget->focusPolicy() == Qt::NoFocus || isPart(*widget)
            || qobject_cast<QScrollArea*>(widget))
            continue;
        const QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(widget);
        if (seen && !seen->text(QAccessible::Name).trimmed().isEmpty())
            continue;
        QString place;
        for (const QWidget* at = widget; at && at != &top; at = at->parentWidget())
            place.prepend(QStringLiteral("/%1(%2)").arg(
                QLatin1String(at->metaObject()->className()), at->objectName()));
        nameless.append(place);
    }
    return nameless;
}

/// Texts of buttons and one-line labels that are wider than their places.
QStringList cutTextsIn(QWidget& top)
{
    QStringList cut;
    for (QWidget* const widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&top) || widget->visibleRegion().isEmpty())
            continue;
        QString text;
        int room = widget->contentsRect().width();
        if (const auto* const label = qobject_cast<const QLabel*>(widget);
            label && !label->wordWrap() && label->textFormat() != Qt::RichText)
            text = label->text();
        else if (const auto* const button = qobject_cast<const QPushButton*>(widget)) {
            text = button->text();
            room -= button->icon().isNull() ? 0 : button->iconSize().width();
        } else if (const auto* const box = qobject_cast<const QCheckBox*>(widget)) {
            text = box->text();
            room -= box->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box);
        }
        text.remove(QLatin1Char('&'));
        for (const QString& line : text.split(QLatin1Char('\n')))
            if (widget->fontMetrics().horizontalAdvance(line) > room)
                cut.append(QStringLiteral("%1: %2 > %3: %4")
                               .arg(widget->objectName())
                               .arg(widget->fontMetrics().horizontalAdvance(line))
                               .arg(room)
                               .arg(line));
    }
    return cut;
}

} // namespace

/// What a screen reader would say of the window.
class AccessibilityTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyControlOfEveryPageHasAName()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        program.window.resize(1500, 950);
        program.window.show();
        QStringList nameless = namelessIn(program.window);
        QVERIFY(program.open(folder.path() / "fit"));
        for (QDockWidget* const dock : program.window.docks()) {
            dock->show();
            dock->raise();
            QCoreApplication::processEvents();
            nameless += namelessIn(program.window);
        }
        program.action(ActionId::NewSlide)->trigger();
        for (const ActionId page :
             {ActionId::FacesPage, ActionId::ResultsPage, ActionId::PresentPage}) {
            program.action(page)->trigger();
            QCoreApplication::processEvents();
            nameless += namelessIn(program.window);
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }
    void noTextIsCut_data()
    {
        QTest::addColumn<bool>("isFrench");
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1600, 1000), QSize(1280, 800)})
            for (const bool isFrench : {false, true})
                QTest::addRow("%s %d", isFrench ? "fr" : "en", size.width()) << isFrench << size;
    }
    void noTextIsCut()
    {
        QFETCH(const bool, isFrench);
        QFETCH(const QSize, size);
        QTranslator translator;
        if (isFrench) {
            QVERIFY(translator.load(QStringLiteral(FUSIFORM_FRENCH)));
            QCoreApplication::installTranslator(&translator);
        }
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        program.window.show();
        program.window.resize(size);
        QTest::qWait(50);
        QStringList cut = cutTextsIn(program.window);
        QVERIFY(program.facesAfter(
            [&] { program.window.openFolder(QString::fromStdString(folder.path() / "fit")); }));
        program.window.resize(size);
        for (QDockWidget* const dock : program.window.docks()) {
            dock->show();
            dock->raise();
            QTest::qWait(20);
            cut += cutTextsIn(program.window);
        }
        program.action(ActionId::NewSlide)->trigger();
        for (const ActionId page :
             {ActionId::FacesPage, ActionId::ResultsPage, ActionId::PresentPage}) {
            program.action(page)->trigger();
            QTest::qWait(50);
            cut += cutTextsIn(program.window);
        }
        QCoreApplication::removeTranslator(&translator);
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
    void everyControlOfDialogsHasAName()
    {
        QWidget window;
        ManualWindow manual;
        manual.show();
        ExportDialog talk(true, &window);
        talk.show();
        DiagnosisDialog diagnosis({}, {}, &window);
        diagnosis.show();
        QStringList nameless;
        for (QWidget* const dialog : std::initializer_list<QWidget*>{&manual, &talk, &diagnosis})
            nameless += namelessIn(*dialog);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }
    /// Tab goes round and comes back; nothing holds it.
    void tabLeavesEveryControl()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        test::RunningWindow program;
        QVERIFY(program.open(folder.path() / "fit"));
        program.window.activateWindow();
        QTest::qWait(50);
        QSet<QWidget*> seen;
        QWidget* last = nullptr;
        for (int press = 0; press < 400; ++press) {
            QWidget* const at = QApplication::focusWidget();
            QVERIFY(at);
            QVERIFY2(at != last, at->metaObject()->className());
            if (seen.contains(at) && seen.size() > 20)
                break;
            seen.insert(at);
            last = at;
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QVERIFY(seen.size() > 20);
    }
};

FUSIFORM_TEST(AccessibilityTest)
#include "accessibility_test.moc"
