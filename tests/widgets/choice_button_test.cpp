// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/choice_button.h"

#include "tests/support/test_main.h"
#include "widgets/controls/theme_colors.h"

#include <QSignalSpy>

using namespace fusiform;

class ChoiceButtonTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLongExplanationMakesItHigherNotClipped()
    {
        ChoiceButton button("layers", QStringLiteral("Open"), QStringLiteral("Short."));
        const int low = button.heightForWidth(300);
        button.setExplanation(
            QStringLiteral("A sentence that does not fit one line. ").repeated(4));
        QVERIFY(button.heightForWidth(300) > low + 2 * button.fontMetrics().lineSpacing());
        QVERIFY(button.heightForWidth(300) > button.heightForWidth(900));
    }

    void clickAndSpaceChooseUnlessItIsOff()
    {
        ChoiceButton button("layers", QStringLiteral("Open"), QStringLiteral("Text"));
        button.resize(400, 70);
        button.show();
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        button.setEnabled(false);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 2);
    }

    void whatIsOffHasNoAccentColour()
    {
        ChoiceButton button("layers", QStringLiteral("Open"), QStringLiteral("Text"));
        button.resize(400, 70);
        const auto accents = [&] {
            const QImage picture = button.grab().toImage();
            int count = 0;
            for (int y = 8; y < picture.height() - 8; ++y)
                for (int x = 8; x < 60; ++x)
                    count += picture.pixelColor(x, y) == themeColor("accent");
            return count;
        };
        QVERIFY(accents() > 10);
        button.setEnabled(false);
        QCOMPARE(accents(), 0);
    }
};

FUSIFORM_TEST(ChoiceButtonTest)
#include "choice_button_test.moc"
