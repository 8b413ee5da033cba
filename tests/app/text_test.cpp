// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/text.h"

#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace fusiform;

class TextTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QStringLiteral("fr_FR")));
        QVERIFY(m_french.load(QStringLiteral(FUSIFORM_FRENCH)));
        QCoreApplication::installTranslator(&m_french);
    }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_french);
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    }

    void messagesOfTheCoreAreFrenchWithFrenchNumbers()
    {
        const Text text = FUSIFORM_TR("core", "The matrix is nearly singular (condition %1); use "
                                              "ridge.")
                              .arg(1234.5);
        QCOMPARE(translated(text),
                 QStringLiteral("La matrice est presque singulière (conditionnement 1234,5)\u00a0; "
                                "utilisez ridge."));
        QCOMPARE(text.english(),
                 std::string("The matrix is nearly singular (condition 1234.5); use ridge."));
    }

    void namesCountsAndPathsStayAsTheyAre()
    {
        const Text text = FUSIFORM_TR("core", "There is no subject %1 in %2; it has %3.")
                              .arg("01")
                              .arg("/study.v1.5")
                              .arg("sub-1.5");
        const QString french = translated(text);
        for (const char* const word : {" 01 ", "/study.v1.5", "sub-1.5"})
            QVERIFY2(french.contains(QLatin1String(word)), qPrintable(french));
    }

    void wordsThatTheCoreFillsInAreFrenchToo()
    {
        const QString french = translated(
            FUSIFORM_TR("core", "The seal of the %1 was opened; this is recorded in the fit.")
                .arg("confirmation faces"));
        QVERIFY2(french.contains(QStringLiteral("visages de confirmation")), qPrintable(french));
    }

    void badDataNamesFileExpectedAndFound()
    {
        const Error error
            = badData("/a/b.tsv", FUSIFORM_TR("core", "a column called %1").arg("onset"),
                      FUSIFORM_TR("core", "the columns %1").arg("x, y"));
        QCOMPARE(errorText(error),
                 QStringLiteral("/a/b.tsv\u00a0: attendu une colonne nommée onset, trouvé les "
                                "colonnes x, y."));
    }

private:
    QTranslator m_french;
};

FUSIFORM_TEST(TextTest)
#include "text_test.moc"
