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

/// The lines of the journal as a table: time, name.
class JournalRows final : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Returns whether anything is different now.
    bool show(const journal::Journal* journal)
    {
        const State state = journal ? State{journal->start().time, journal->entries(),
                                            journal->steps().size(), journal->done()}
                                    : State{};
        if (state == m_state)
            return false;
        beginResetModel();
        m_state = state;
        m_rows.clear();
        if (journal)
            fill(*journal);
        endResetModel();
        return true;
    }
    /// The row of the step that is shown.
    [[nodiscard]] int present() const
    {
        const auto found = std::ranges::find(m_rows, m_state.done, &Row::done);
        return static_cast<int>(found - m_rows.begin());
    }
    /// How many steps are done where this row stands.
    [[nodiscard]] std::size_t doneAt(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)].done;
    }
    [[nodiscard]] QString line(int row) const
    {
        const Row& one = m_rows[static_cast<std::size_t>(row)];
        return one.time.toString(Qt::ISODate) + QLatin1Char('\t') + one.name + QLatin1Char('\t')
               + one.hash;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex&) const override { return 2; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return index.column() == 0 ? QLocale().toString(row.time.time(), QLocale::ShortFormat)
                                       : row.name;
        case Qt::ToolTipRole:
            return QLocale().toString(row.time, QLocale::LongFormat) + QLatin1Char('\n')
                   + JournalPanel::tr("Hash %1").arg(row.hash.left(12));
        case Qt::ForegroundRole:
            if (index.column() == 0 || row.done > m_state.done)
                return themeColor("mutedText");
            return {};
        case Qt::FontRole: {
            QFont font = QApplication::font();
            font.setBold(index.row() == present());
            font.setItalic(row.done > m_state.done);
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
        friend bool operator==(const State&, const State&) = default;
    };
    struct Row {
        QDateTime time;
        QString name;
        QString hash;
        std::size_t done = 0;
    };

    void fill(const journal::Journal& journal)
    {
        m_rows.push_back({localTime(journal.start().time), JournalPanel::tr("Opened"),
                          QString::fromStdString(journal.start().hash), 0});
        auto note = journal.notes().begin();
        // Listed where they happened, as far as those steps are still in the list.
        const auto addNotes = [&](std::size_t most, std::size_t done) {
            for (; note != journal.notes().end() && note->steps <= most; ++note)
                if (const QString text = noteText(note->happening); !text.isEmpty())
                    m_rows.push_back({localTime(note->time), text, m_rows.back().hash, done});
        };
        for (std::size_t step = 0; step < journal.steps().size(); ++step) {
            addNotes(step, step);
            const journal::Journal::Step& one = journal.steps()[step];
            m_rows.push_back({localTime(one.time), QString::fromStdString(one.name),
                              QString::fromStdString(one.hash), step + 1});
        }
        addNotes(std::numeric_limits<std::size_t>::max(), journal.steps().size());
    }

    State m_state;
    std::vector<Row> m_rows;
};

JournalPanel::JournalPanel(Session& session, QWidget* parent)
    : QTreeView(parent), m_session(session), m_rows(new JournalRows(this))
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
    connect(this, &QTreeView::clicked, this, &JournalPanel::goTo);
    connect(this, &QTreeView::activated, this, &JournalPanel::goTo);
    connect(&session, &Session::changed, this, &JournalPanel::refresh);
    refresh();
}

void JournalPanel::refresh()
{
    if (!m_rows->show(m_session.journal()) || m_rows->rowCount({}) == 0)
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
