// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/manual_window.h"

#include "widgets/controls/theme_colors.h"

#include <QApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QTextTable>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace fusiform {

namespace {

constexpr const char* kPageProperty = "manualPage";
constexpr int kCodeFence = QTextFormat::BlockCodeFence;

constexpr std::array kPages = {
    ManualPage{"start", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "First start")},
    ManualPage{"window", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "The window")},
    ManualPage{"prepare", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Preparing a study")},
    ManualPage{"regions", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Regions")},
    ManualPage{"decoding", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Decoding and the seal")},
    ManualPage{"models", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Face models")},
    ManualPage{"results", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Results")},
    ManualPage{"present", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Presenting")},
    ManualPage{"sessions", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Sessions")},
    ManualPage{"command-line", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Command line")},
    ManualPage{"formats", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "File formats")},
    ManualPage{"methods", QT_TRANSLATE_NOOP("fusiform::ManualWindow", "Methods")},
};

/// In the language of the window where there is such a manual, else in English.
QString fileOf(const QString& id)
{
    const QString language = QLocale().name().left(2);
    const QString own = QStringLiteral(":/manual/%1/%2.md").arg(language, id);
    return QFile::exists(own) ? own : QStringLiteral(":/manual/en/%1.md").arg(id);
}

/// Markdown comes without any air between lines, paragraphs and cells.
void addAir(QTextDocument* document)
{
    const int line = QFontMetrics(document->defaultFont()).height();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        const bool isInTable = cursor.currentTable() != nullptr;
        const bool isInList = block.textList() && block.textList() == block.next().textList();
        const bool isTight = isInTable || isInList || !format.property(kCodeFence).isNull();
        format.setTopMargin(format.headingLevel() > 1 ? line : 0);
        format.setBottomMargin(isTight ? 2 : 0.6 * line);
        cursor.setBlockFormat(format);
    }
    for (QTextFrame* const frame : document->rootFrame()->childFrames())
        if (auto* const table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(4);
            format.setCellSpacing(0);
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderBrush(themeColor("line"));
            format.setBottomMargin(line);
            table->setFormat(format);
        }
}

} // namespace

std::span<const ManualPage> ManualWindow::pages() { return kPages; }

ManualWindow::ManualWindow(QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_search(new QLineEdit(this)),
      m_pages(new QListWidget(this)),
      m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("manualWindow"));
    setWindowTitle(tr("Fusiform manual"));
    m_pages->setObjectName(QStringLiteral("manualPages"));
    m_pages->setAccessibleName(tr("Pages of the manual"));
    m_pages->setProperty("role", QStringLiteral("pages"));
    m_pages->setFixedWidth(210);
    m_text->setObjectName(QStringLiteral("manualText"));
    m_text->setAccessibleName(tr("Page of the manual"));
    m_text->setOpenExternalLinks(true);
    m_text->setFrameShape(QFrame::NoFrame);
    for (const ManualPage& page : kPages) {
        auto* const item = new QListWidgetItem(tr(page.title), m_pages);
        item->setData(Qt::UserRole, QLatin1String(page.id));
    }
    m_search->setObjectName(QStringLiteral("manualSearch"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(tr("Search the manual"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(194);
    auto* const side = new QVBoxLayout;
    side->setContentsMargins(8, 8, 8, 0);
    side->setSpacing(0);
    side->addWidget(m_search);
    side->addWidget(m_pages, 1);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(m_text, 1);
    resize(980, 720);
    connect(m_search, &QLineEdit::textChanged, this, &ManualWindow::search);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            showPage(item->data(Qt::UserRole).toString());
    });
    // A link in the text moves the mark in the list along.
    connect(m_text, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) {
        addAir(m_text->document());
        markFound();
        const QString id = url.fileName().section(QLatin1Char('.'), 0, 0);
        for (int row = 0; row < m_pages->count(); ++row)
            if (m_pages->item(row)->data(Qt::UserRole) == id)
                m_pages->setCurrentRow(row);
    });
    showPage(QStringLiteral("start"));
}

void ManualWindow::showPage(const QString& id)
{
    if (page() != id)
        m_text->setSource(QUrl(QStringLiteral("qrc") + fileOf(id)),
                          QTextDocument::MarkdownResource);
}

QStringList ManualWindow::wantedWords() const
{
    return m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void ManualWindow::search()
{
    const QStringList words = wantedWords();
    QListWidgetItem* first = nullptr;
    bool isShownPageFound = false;
    for (int row = 0; row < m_pages->count(); ++row) {
        QListWidgetItem* const item = m_pages->item(row);
        const QString id = item->data(Qt::UserRole).toString();
        QFile file(fileOf(id));
        const QString text
            = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        const bool hasAll = std::ranges::all_of(
            words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!hasAll);
        if (hasAll && !first)
            first = item;
        isShownPageFound = isShownPageFound || (hasAll && id == page());
    }
    if (first && !isShownPageFound)
        showPage(first->data(Qt::UserRole).toString());
    else
        markFound();
}

/// Every place of the words that are looked for; the first of them is scrolled to.
void ManualWindow::markFound()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(themeColor("accentSoft"));
    for (const QString& word : wantedWords())
        for (QTextCursor at = m_text->document()->find(word); !at.isNull();
             at = m_text->document()->find(word, at))
            marks.append({at, format});
    m_text->setExtraSelections(marks);
    if (marks.isEmpty())
        return;
    const auto top = std::ranges::min_element(
        marks, {}, [](const QTextEdit::ExtraSelection& one) { return one.cursor.position(); });
    QTextCursor place = top->cursor;
    place.clearSelection();
    m_text->setTextCursor(place);
    m_text->ensureCursorVisible();
}

QString ManualWindow::page() const
{
    return m_text->source().fileName().section(QLatin1Char('.'), 0, 0);
}

void ManualWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

QString manualPageAt(const QPoint& globalPosition)
{
    for (const QWidget* at = QApplication::widgetAt(globalPosition); at; at = at->parentWidget())
        if (const QString id = at->property(kPageProperty).toString(); !id.isEmpty())
            return id;
    return QStringLiteral("start");
}

void setManualPage(QWidget* widget, const char* id)
{
    widget->setProperty(kPageProperty, QLatin1String(id));
}

} // namespace fusiform
