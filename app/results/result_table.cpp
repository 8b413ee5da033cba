// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/result_table.h"

#include "app/support/text.h"
#include "widgets/controls/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>

#include <cmath>

namespace fusiform {

namespace {

constexpr int kMostRows = 14;
constexpr int kColumnGap = 12; // pixels
constexpr int kWidestName = 380; // pixels; longer names are wrapped

/// As files have it, in the numbers of the country.
QString cellText(const results::Cell& cell, results::Kind kind)
{
    // Words of the program are known in the language of the window, other names stay.
    if (const auto* const text = std::get_if<std::string>(&cell))
        return QCoreApplication::translate("core", text->c_str());
    const double value = std::get<double>(cell);
    const QLocale locale;
    if (!std::isfinite(value))
        return QStringLiteral("–");
    switch (kind) {
    case results::Kind::Count: return locale.toString(std::llround(value));
    case results::Kind::Share:
        //: a share, in per cent
        return ResultTable::tr("%1 %").arg(locale.toString(100 * value, 'f', 1));
    case results::Kind::P:
        return QString::fromStdString(results::pText(value))
            .replace(QLatin1Char('.'), locale.decimalPoint());
    case results::Kind::Name:
    case results::Kind::Number: break;
    }
    return locale.toString(value, 'g', 3);
}

} // namespace

ResultTable::ResultTable(QWidget* parent) : QTableWidget(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAlternatingRowColors(false);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ResultTable::setTable(const results::Table& table)
{
    m_table = table;
    setAccessibleName(translated(table.title));
    clear();
    setRowCount(static_cast<int>(table.rows.size()));
    setColumnCount(static_cast<int>(table.columns.size()));
    for (int c = 0; c < columnCount(); ++c) {
        const results::Column& column = table.columns[static_cast<std::size_t>(c)];
        const Qt::Alignment side
            = (column.kind == results::Kind::Name ? Qt::AlignLeft : Qt::AlignRight)
              | Qt::AlignVCenter;
        auto* const head = new QTableWidgetItem(translated(column.title));
        head->setTextAlignment(side);
        setHorizontalHeaderItem(c, head);
        for (int r = 0; r < rowCount(); ++r) {
            const auto& row = table.rows[static_cast<std::size_t>(r)];
            auto* const item
                = new QTableWidgetItem(cellText(row[static_cast<std::size_t>(c)], column.kind));
            item->setTextAlignment(side);
            if (column.kind == results::Kind::Name)
                item->setToolTip(item->text());
            setItem(r, c, item);
        }
    }
    fit();
}

void ResultTable::copy() const
{
    QApplication::clipboard()->setText(QString::fromStdString(results::tsvOf(m_table)));
}

void ResultTable::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    connect(menu.addAction(themedIcon("copy"), tr("Copy the table")), &QAction::triggered, this,
            &ResultTable::copy);
    menu.exec(event->globalPos());
}

void ResultTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QTableWidget::keyPressEvent(event);
}

void ResultTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

void ResultTable::fit()
{
    resizeColumnsToContents();
    bool isWrapped = false;
    for (int c = 0; c < columnCount(); ++c) {
        const bool isName
            = m_table.columns[static_cast<std::size_t>(c)].kind == results::Kind::Name;
        const bool isLong = isName && columnWidth(c) > kWidestName;
        setColumnWidth(c, (isLong ? kWidestName : columnWidth(c)) + kColumnGap);
        isWrapped |= isLong;
    }
    setWordWrap(isWrapped);
    if (isWrapped)
        resizeRowsToContents();
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth()
                 + horizontalScrollBar()->sizeHint().height();
    for (int r = 0; r < std::min(rowCount(), kMostRows); ++r)
        height += rowHeight(r);
    setFixedHeight(height);
}

} // namespace fusiform
