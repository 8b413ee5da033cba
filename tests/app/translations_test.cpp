// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QFile>
#include <QXmlStreamReader>

class TranslationsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrenchMessageIsTranslatedAndKeepsItsPlaces()
    {
        QFile file(QStringLiteral(FUSIFORM_SOURCE_DIR "/translations/fusiform_fr.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        QStringList contexts;
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == QLatin1String("name")) {
                contexts.append(xml.readElementText());
            } else if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
                ++messages;
            } else if (xml.name() == QLatin1String("translation")) {
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                if (type == QLatin1String("vanished") || type == QLatin1String("obsolete"))
                    continue;
                const QString text
                    = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                QVERIFY2(type.isEmpty() && !text.isEmpty(), qPrintable(source));
                for (const char* const place : {"%1", "%2", "%3", "%4", "%5", "%6", "%n"})
                    QVERIFY2(text.contains(QLatin1String(place))
                                 == source.contains(QLatin1String(place)),
                             qPrintable(source));
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 100);
        // tr() looks for the class with its namespace.
        QVERIFY(contexts.contains(QStringLiteral("fusiform::MainWindow")));
        QVERIFY(!contexts.contains(QStringLiteral("MainWindow")));
    }
};

FUSIFORM_TEST(TranslationsTest)
#include "translations_test.moc"
