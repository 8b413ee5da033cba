// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/page_flow.h"

#include "core/report/figure.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <numeric>

namespace fusiform::results {

namespace {

using report::Align;
using report::Ink;

constexpr double kPageWidth = 210; // mm, A4
constexpr double kPageHeight = 297;
constexpr double kMargin = 15;
constexpr double kTextWidth = kPageWidth - 2 * kMargin;
constexpr double kLowest = kPageHeight - 20;
constexpr double kTextMm = 3.1;
constexpr double kLine = 1.45; // of the text's size
constexpr double kCellGap = 3;
constexpr double kNarrowGap = 1.8; // where columns are many
constexpr double kCellMm = 2.7; // text of cells
constexpr double kLeastCellMm = 2;
constexpr double kCellLine = 1.25; // of several lines in a cell
constexpr double kLongestWord = 12; // of text of 1 mm: a path is cut there
constexpr double kRoomOfBold = 0.6; // lines are measured in regular letters

double rowHeight(double sizeMm, std::size_t lines)
{
    return sizeMm * (1.9 + kCellLine * static_cast<double>(lines - 1));
}

/// The head first.
std::vector<std::vector<std::string>> textsOf(const Table& table)
{
    std::vector<std::vector<std::string>> cells(1);
    for (const Column& column : table.columns)
        cells.front().push_back(column.title.english());
    for (const auto& row : table.rows) {
        auto& texts = cells.emplace_back();
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            texts.push_back(shown(row[c], table.columns[c].kind));
    }
    return cells;
}

/// How many columns on the left say what a row is of.
std::size_t namesOf(const Table& table)
{
    constexpr std::ptrdiff_t kMostNames = 3;
    const auto first = std::ranges::find_if(
        table.columns, [](const Column& column) { return column.kind != Kind::Name; });
    const auto names = std::min(first - table.columns.begin(), kMostNames);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, names));
}

/// The first `names` columns, and those from `from` up to but without `to`.
Table columnsOf(const Table& table, std::size_t names, std::size_t from, std::size_t to)
{
    const auto cut = [&](const auto& all) {
        auto some = all;
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(to), some.end());
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(names),
                   some.begin() + static_cast<std::ptrdiff_t>(from));
        return some;
    };
    Table part{table.name, table.title, cut(table.columns), {}};
    for (const auto& row : table.rows)
        part.rows.push_back(cut(row));
    return part;
}

} // namespace

PageFlow::PageFlow(const report::CairoPainter::About& about, std::string foot)
    : m_painter(report::CairoPainter::pdf(about, kPageWidth, kPageHeight)),
      m_foot(std::move(foot)),
      m_y(kMargin)
{
}

void PageFlow::text(const std::string& text, double x, double sizeMm, Ink ink, bool isBold,
                    Align align)
{
    m_painter.draw(report::Label{{x, m_y}, report::plain(text), ink, sizeMm, align, isBold});
}

void PageFlow::endPage()
{
    m_y = kPageHeight - 9;
    text(m_foot, kMargin, 2.3, Ink::Muted, false, Align::Left);
    text(std::to_string(m_page), kPageWidth - kMargin, 2.3, Ink::Muted, false, Align::Right);
}

void PageFlow::need(double heightMm)
{
    if (m_y + heightMm <= kLowest)
        return;
    endPage();
    m_painter.nextPage();
    ++m_page;
    m_y = kMargin;
}

std::vector<std::string> PageFlow::lines(const std::string& text, double sizeMm,
                                         double widthMm) const
{
    std::vector<std::string> lines;
    for (const std::string& word : splitText(text, ' ')) {
        const std::string longer = lines.empty() ? word : lines.back() + " " + word;
        if (!lines.empty() && m_painter.widthOf(longer, sizeMm, false) <= widthMm)
            lines.back() = longer;
        else
            lines.push_back(word);
        // A word that is longer than a line (a path) is cut where the line ends.
        while (m_painter.widthOf(lines.back(), sizeMm, false) > widthMm) {
            std::size_t cut = lines.back().size() - 1;
            const auto isWithin = [&](std::size_t at) {
                return (static_cast<unsigned char>(lines.back()[at]) & 0xC0U) == 0x80U;
            };
            while (cut > 1
                   && (isWithin(cut)
                       || m_painter.widthOf(lines.back().substr(0, cut), sizeMm, false) > widthMm))
                --cut;
            const std::string rest = lines.back().substr(cut);
            lines.back().resize(cut);
            lines.push_back(rest);
            if (cut <= 1)
                break;
        }
    }
    return lines;
}

void PageFlow::heading(const std::string& words, double sizeMm, double followsMm)
{
    need(sizeMm * 3 + followsMm);
    m_y += sizeMm * 2;
    text(words, kMargin, sizeMm, Ink::Text, true, Align::Left);
    m_y += sizeMm * 0.9;
}

void PageFlow::paragraph(const std::string& words, Ink ink)
{
    for (const std::string& line : lines(words, kTextMm, kTextWidth)) {
        need(kTextMm * kLine);
        m_y += kTextMm * kLine;
        text(line, kMargin, kTextMm, ink, false, Align::Left);
    }
    m_y += 2.5;
}

void PageFlow::figure(const report::Figure& figure)
{
    const double scale
        = std::min({1.0, kTextWidth / figure.widthMm, (kLowest - kMargin) / figure.heightMm});
    need(scale * figure.heightMm + 4);
    m_y += 2;
    m_painter.draw(figure, {kMargin, m_y}, scale);
    m_y += scale * figure.heightMm + 2;
}

void PageFlow::table(const Table& table)
{
    const std::vector<std::vector<std::string>> cells = textsOf(table);
    const Layout layout = layoutOf(table, cells);
    if (layout.columns < table.columns.size()) {
        // What stands on the left is said again beside the columns that go on below.
        const std::size_t names = std::min(namesOf(table), layout.columns - 1);
        PageFlow::table(columnsOf(table, names, names, layout.columns));
        PageFlow::table(columnsOf(table, names, layout.columns, table.columns.size()));
        return;
    }
    need(kTextMm * kLine + 3 * rowHeight(layout.size, 1));
    m_y += kTextMm * kLine;
    text(table.title.english(), kMargin, kTextMm, Ink::Text, true, Align::Left);
    m_y += 1;
    drawRow(table, cells.front(), layout, true);
    for (std::size_t r = 1; r < cells.size(); ++r) {
        const int page = m_page;
        need(rowHeight(layout.size, linesOf(cells[r], layout)));
        if (m_page != page)
            drawRow(table, cells.front(), layout, true);
        drawRow(table, cells[r], layout, false);
    }
    m_y += 4;
}

/// Columns as wide as what is in them, or with words below each other where that is too wide.
PageFlow::Layout PageFlow::layoutOf(const Table& table,
                                    const std::vector<std::vector<std::string>>& cells) const
{
    const std::size_t columns = table.columns.size();
    std::vector<double> whole(columns, 0); // of text of 1 mm
    std::vector<double> least(columns, 0); // with words below each other
    for (const auto& row : cells)
        for (std::size_t c = 0; c < columns; ++c) {
            const bool isHead = &row == &cells.front();
            whole[c] = std::max(whole[c], m_painter.widthOf(row[c], 1, isHead));
            if (isHead || table.columns[c].kind == Kind::Name)
                for (const std::string& word : splitText(row[c], ' '))
                    least[c] = std::max(least[c],
                                        std::min(kLongestWord, m_painter.widthOf(word, 1, isHead)));
            else
                least[c] = std::max(least[c], m_painter.widthOf(row[c], 1, false));
        }
    const auto sum = [](const std::vector<double>& widths) {
        return std::accumulate(widths.begin(), widths.end(), 0.0);
    };
    const auto roomWith
        = [&](double gap) { return kTextWidth - gap * static_cast<double>(columns - 1); };
    Layout layout{kCellMm, kCellGap, columns, whole};
    if (kCellMm * sum(whole) > roomWith(kCellGap)) {
        layout.gap = kNarrowGap;
        const double room = roomWith(kNarrowGap);
        layout.size = std::clamp(room / sum(least), kLeastCellMm, kCellMm);
        const double spare = room / layout.size - sum(least);
        const double wanted = sum(whole) - sum(least);
        const double share = wanted > 0 ? std::clamp(spare / wanted, 0.0, 1.0) : 0;
        for (std::size_t c = 0; c < columns; ++c)
            layout.widths[c] = least[c] + share * (whole[c] - least[c]);
    }
    double x = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        layout.widths[c] *= layout.size;
        x += layout.widths[c];
        constexpr double kRounding = 1e-6;
        if (x > kTextWidth + kRounding && c > 1) {
            layout.columns = c;
            return layout;
        }
        x += layout.gap;
    }
    return layout;
}

std::size_t PageFlow::linesOf(const std::vector<std::string>& row, const Layout& layout) const
{
    std::size_t most = 1;
    for (std::size_t c = 0; c < row.size(); ++c)
        most = std::max(most, lines(row[c], layout.size, layout.widths[c] + kRoomOfBold).size());
    return most;
}

void PageFlow::drawRow(const Table& table, const std::vector<std::string>& row,
                       const Layout& layout, bool isHead)
{
    const std::size_t most = linesOf(row, layout);
    const double top = m_y;
    double x = kMargin;
    for (std::size_t c = 0; c < row.size(); ++c) {
        const bool isName = table.columns[c].kind == Kind::Name;
        const auto cut = lines(row[c], layout.size, layout.widths[c] + kRoomOfBold);
        // A head stands on its column, all else hangs from the line above.
        m_y = top + rowHeight(layout.size, isHead ? most - cut.size() + 1 : 1);
        for (const std::string& line : cut) {
            text(line, isName ? x : x + layout.widths[c], layout.size,
                 isHead ? Ink::Muted : Ink::Text, isHead, isName ? Align::Left : Align::Right);
            m_y += kCellLine * layout.size;
        }
        x += layout.widths[c] + layout.gap;
    }
    m_y = top + rowHeight(layout.size, most);
    const double y = m_y + 0.35 * layout.size;
    m_painter.draw(report::Polyline{
        {{kMargin, y}, {std::min(x - layout.gap, kPageWidth - kMargin), y}}, Ink::Grid, 0.2});
}

void PageFlow::fact(const std::string& name, const std::string& value)
{
    constexpr double kNameWidth = 38;
    constexpr double kFactMm = 2.7;
    const auto cut = lines(value, kFactMm, kTextWidth - kNameWidth);
    need(kFactMm * kLine);
    bool isFirst = true;
    for (const std::string& line : cut.empty() ? std::vector<std::string>{""} : cut) {
        need(kFactMm * kLine);
        m_y += kFactMm * kLine;
        if (std::exchange(isFirst, false))
            text(name, kMargin, kFactMm, Ink::Muted, false, Align::Left);
        text(line, kMargin + kNameWidth, kFactMm, Ink::Text, false, Align::Left);
    }
    m_y += 0.8;
}

std::string PageFlow::bytes()
{
    endPage();
    m_painter.nextPage();
    return m_painter.bytes();
}

} // namespace fusiform::results
