// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/journal_panel.h"

#include "widgets/controls/theme_colors.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <limits>

namespace fusiform {

namespace {

QDateTime localTime(const std::string& utc)
{
    return QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
}

/// What happened beside the steps, for a person; empty for what is not listed.
QString noteText(const journal::Happening& happening)
{
    if (const auto* const seal = std::get_if<journal::SealOpened>(&happening))
        return JournalPanel::tr("Seal opened for “%1”")
            .arg(QString::fromStdString(seal->opening.regionName));
    return {};
}

} // namespace

/// The lines of the journal as a table: time, name. Their texts are made when they are seen: a
/// journal may have thousands.
class JournalRows final : public QAbstractTableModel {
public:
    JournalRows(const Session& session, QObject* parent)
        : QAbstractTableModel(parent), m_session(session)
    {
    }

    /// Returns whether anything is different now.
    /// @param isOnlyBehind steps that made the region in use, and no others
    bool refresh(bool isOnlyBehind)
    {
        const journal::Journal* const journal = m_session.journal();
        const State state = journal ? State{journal->start().time, journal->entries(),
                                            journal->steps().size(), journal->done(), isOnlyBehind}
                                    : State{};
        if (state == m_state)
            return false;
        beginResetModel();
        m_state = state;
        m_rows.clear();
        if (journal && isOnlyBehind)
            for (const std::size_t step : journal->stepsBehind(journal->document()->active))
                m_rows.push_back({Kind::Step, step, step + 1});
        else if (journal)
            listAll(*journal);
        endResetModel();
        return true;
    }
    /// The row of the step that is shown, or of the last one before it; -1 if there is none.
    [[nodiscard]] int present() const
    {
        const auto after = std::ranges::upper_bound(m_rows, m_state.done, {}, &Row::done);
        auto row = static_cast<int>(after - m_rows.begin()) - 1;
        while (row > 0 && m_rows[static_cast<std::size_t>(row)].kind == Kind::Note)
            --row;
        return row;
    }
    /// How many steps are done where this row stands.
    [[nodiscard]] std::size_t doneAt(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)].done;
    }
    [[nodiscard]] QString line(int row) const
    {
        const Content content = contentOf(m_rows[static_cast<std::size_t>(row)]);
        return content.time.toString(Qt::ISODate) + QLatin1Char('\t') + content.name
               + QLatin1Char('\t') + content.hash;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 2; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        const bool isUndone = row.done > m_state.done;
        switch (role) {
        case Qt::DisplayRole: return shownText(contentOf(row), index.column());
        case Qt::ToolTipRole: return toolTip(contentOf(row));
        case Qt::ForegroundRole:
            return index.column() == 0 || isUndone ? QVariant(themeColor("mutedText")) : QVariant();
        case Qt::FontRole: {
            QFont font = QApplication::font();
            font.setBold(index.row() == present());
            font.setItalic(isUndone);
            return font;
        }
        default: return {};
        }
    }

private:
    struct State {
        std::string start;
        std::size_t entries = 0;
        std::size_t steps = 0;
        std::size_t done = 0;
        bool isOnlyBehind = false;
        friend bool operator==(const State&, const State&) = default;
    };
    enum class Kind { Start, Step, Note };
    struct Row {
        Kind kind = Kind::Start;
        std::size_t place = 0; ///< in the journal's steps or notes
        std::size_t done = 0;
    };
    struct Content {
        QDateTime time;
        QString name;
        QString hash;
    };

    static QString shownText(const Content& content, int column)
    {
        return column == 0 ? QLocale().toString(content.time.time(), QLocale::ShortFormat)
                           : content.name;
    }
    static QString toolTip(const Content& content)
    {
        return content.name + QLatin1Char('\n')
               + QLocale().toString(content.time, QLocale::LongFormat) + QLatin1Char('\n')
               + JournalPanel::tr("Hash %1").arg(content.hash.left(12));
    }

    void listAll(const journal::Journal& journal)
    {
        m_rows.push_back({});
        std::size_t note = 0;
        // Listed where they happened, as far as those steps are still in the list.
        const auto addNotes = [&](std::size_t most, std::size_t done) {
            for (; note < journal.notes().size() && journal.notes()[note].steps <= most; ++note)
                if (!noteText(journal.notes()[note].happening).isEmpty())
                    m_rows.push_back({Kind::Note, note, done});
        };
        for (std::size_t step = 0; step < journal.steps().size(); ++step) {
            addNotes(step, step);
            m_rows.push_back({Kind::Step, step, step + 1});
        }
        addNotes(std::numeric_limits<std::size_t>::max(), journal.steps().size());
    }

    /// Empty if the journal is another one by now, which refresh() is about to be told.
    [[nodiscard]] Content contentOf(const Row& row) const
    {
        const journal::Journal* const journal = m_session.journal();
        if (journal && row.kind == Kind::Start)
            return {localTime(journal->start().time), JournalPanel::tr("Opened"),
                    QString::fromStdString(journal->start().hash)};
        if (journal && row.kind == Kind::Step && row.place < journal->steps().size()) {
            const journal::Journal::Step& step = journal->steps()[row.place];
            return {localTime(step.time), QString::fromStdString(step.name),
                    QString::fromStdString(step.hash)};
        }
        if (journal && row.kind == Kind::Note && row.place < journal->notes().size()) {
            const journal::Journal::Note& note = journal->notes()[row.place];
            return {localTime(note.time), noteText(note.happening), {}};
        }
        return {};
    }

    const Session& m_session;
    State m_state;
    std::vector<Row> m_rows;
};

JournalPanel::JournalPanel(Session& session, QWidget* parent)
    : QTreeView(parent),
      m_session(session),
      m_rows(new JournalRows(session, this)),
      m_onlyBehind(new QAction(tr("Only what made the region in use"), this))
{
    setObjectName(QStringLiteral("journal"));
    setAccessibleName(tr("Journal"));
    setToolTip(tr("Click on an entry to go back or forth to it."));
    setModel(m_rows);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true); // long journals: no row is looked at before it is seen
    setSelectionMode(SingleSelection);
    header()->setStretchLastSection(true);
    header()->setResizeContentsPrecision(0); // by the rows that are seen
    m_onlyBehind->setCheckable(true);
    addAction(m_onlyBehind);
    connect(m_onlyBehind, &QAction::toggled, this, &JournalPanel::refresh);
    connect(this, &QTreeView::clicked, this, &JournalPanel::goTo);
    connect(this, &QTreeView::activated, this, &JournalPanel::goTo);
    connect(&session, &Session::changed, this, &JournalPanel::refresh);
}

void JournalPanel::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    refresh();
}

/// Not while it is hidden: a stroke need not wait for it.
void JournalPanel::refresh()
{
    if (!isVisible() || !m_rows->refresh(m_onlyBehind->isChecked()))
        return;
    resizeColumnToContents(0);
    const QModelIndex present = m_rows->index(m_rows->present(), 1);
    setCurrentIndex(present);
    scrollTo(present);
}

void JournalPanel::goTo(const QModelIndex& row)
{
    if (row.isValid())
        m_session.goTo(m_rows->doneAt(row.row()));
}

void JournalPanel::copy(int firstRow, int lastRow)
{
    QStringList lines;
    for (int row = firstRow; row <= lastRow; ++row)
        lines.append(m_rows->line(row));
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void JournalPanel::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex at
        = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    const int rows = m_rows->rowCount({});
    QMenu menu(this);
    menu.addAction(m_onlyBehind);
    menu.addSeparator();
    QAction* const goes = menu.addAction(tr("Go here"), this, [this, at] { goTo(at); });
    QAction* const one
        = menu.addAction(tr("Copy this entry"), this, [this, at] { copy(at.row(), at.row()); });
    QAction* const all
        = menu.addAction(tr("Copy the journal"), this, [this, rows] { copy(0, rows - 1); });
    goes->setEnabled(at.isValid());
    one->setEnabled(at.isValid());
    all->setEnabled(rows > 0);
    menu.exec(event->globalPos());
}

} // namespace fusiform
