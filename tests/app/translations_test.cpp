// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    QString type; ///< empty: finished
};

std::vector<Message> catalogue()
{
    QFile file(QStringLiteral(FUSIFORM_SOURCE_DIR "/translations/fusiform_fr.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            messages.push_back({context, xml.readElementText(), {}, {}});
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().type = xml.attributes().value(QLatin1String("type")).toString();
            messages.back().translation
                = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return xml.hasError() ? std::vector<Message>() : messages;
}

/// The text of one or more string literals that stand beside each other, as the compiler joins
/// them.
QString joined(const QString& literals)
{
    static const QRegularExpression kLiteral(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto each = kLiteral.globalMatch(literals); each.hasNext();)
        text += each.next().captured(1);
    text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    return text;
}

/// Every text that `call` marks in the sources below `folders`. A call is a pattern that ends
/// before the literals.
QStringList marked(const QStringList& folders, const QString& call)
{
    const QRegularExpression pattern(
        call + QStringLiteral("\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)[,)]"));
    QStringList texts;
    for (const QString& folder : folders) {
        QDirIterator files(QStringLiteral(FUSIFORM_SOURCE_DIR "/") + folder,
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (path.contains(QStringLiteral("/app/cli/")) || !file.open(QIODevice::ReadOnly))
                continue;
            const QString source = QString::fromUtf8(file.readAll());
            for (auto each = pattern.globalMatch(source); each.hasNext();)
                texts.append(joined(each.next().captured(1)));
        }
    }
    texts.removeDuplicates();
    return texts;
}

} // namespace

class TranslationsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_messages = catalogue();
        QVERIFY(m_messages.size() > 500);
    }

    void everyFrenchMessageIsFinishedAndKeepsItsPlaces()
    {
        for (const Message& message : m_messages) {
            QVERIFY2(message.type.isEmpty() && !message.translation.isEmpty(),
                     qPrintable(message.source));
            for (const char* const place : {"%1", "%2", "%3", "%4", "%5", "%6", "%n"})
                QVERIFY2(message.translation.contains(QLatin1String(place))
                             == message.source.contains(QLatin1String(place)),
                         qPrintable(message.source));
        }
    }

    void everyMessageOfTheCoreIsInTheCatalogue()
    {
        const QStringList texts = marked({QStringLiteral("core"), QStringLiteral("app")},
                                         QStringLiteral("FUSIFORM_TR\\(\\s*\"core\","));
        QVERIFY(texts.size() > 200);
        check(texts, QStringLiteral("core"));
    }

    void everyTextOfTheWindowIsInTheCatalogue()
    {
        const QStringList folders = {QStringLiteral("app"), QStringLiteral("widgets")};
        const QStringList texts = marked(folders, QStringLiteral("\\btr\\("));
        QVERIFY(texts.size() > 100);
        check(texts, {});
        check(marked(folders, QStringLiteral("QT_TRANSLATE_NOOP\\(\\s*\"fusiform::ActionTable\",")),
              QStringLiteral("fusiform::ActionTable"));
    }

    void frenchPunctuationStaysOnItsLine()
    {
        static const QRegularExpression kLoose(QStringLiteral("[^\\s:] [:;?!»]|« "));
        for (const Message& message : m_messages)
            QVERIFY2(!kLoose.match(message.translation).hasMatch(),
                     qPrintable(message.translation));
    }

    void contextsCarryTheNamespace()
    {
        // tr() looks for the class with its namespace.
        const auto has = [this](const QString& context) {
            return std::ranges::any_of(m_messages,
                                       [&](const Message& m) { return m.context == context; });
        };
        QVERIFY(has(QStringLiteral("fusiform::MainWindow")));
        QVERIFY(!has(QStringLiteral("MainWindow")));
    }

private:
    /// @param context empty: any
    void check(const QStringList& texts, const QString& context)
    {
        for (const QString& text : texts) {
            const bool isThere = std::ranges::any_of(m_messages, [&](const Message& message) {
                return message.source == text && (context.isEmpty() || message.context == context);
            });
            QVERIFY2(isThere, qPrintable(text));
        }
    }
    std::vector<Message> m_messages;
};

FUSIFORM_TEST(TranslationsTest)
#include "translations_test.moc"
