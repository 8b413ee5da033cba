// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/page_flow.h"

#include "core/report/figure.h"
#include "core/util/tsv.h"

#include <algorithm>

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
    const std::size_t columns = table.columns.size();
    std::vector<std::vector<std::string>> cells(1);
    for (const Column& column : table.columns)
        cells.front().push_back(column.title.english());
    for (const auto& row : table.rows) {
        auto& texts = cells.emplace_back();
        for (std::size_t c = 0; c < columns; ++c)
            texts.push_back(shown(row[c], table.columns[c].kind));
    }
    std::vector<double> widths(columns, 0); // of text of 1 mm
    for (const auto& row : cells)
        for (std::size_t c = 0; c < columns; ++c)
            widths[c] = std::max(widths[c], m_painter.widthOf(row[c], 1, &row == &cells.front()));
    double whole = 0;
    for (const double width : widths)
        whole += width;
    const double gaps = kCellGap * static_cast<double>(columns - 1);
    const double size = std::min(2.7, (kTextWidth - gaps) / whole);
    const double rowHeight = size * 1.9;

    need(kTextMm * kLine + 3 * rowHeight);
    m_y += kTextMm * kLine;
    text(table.title.english(), kMargin, kTextMm, Ink::Text, true, Align::Left);
    m_y += 1;
    const auto drawRow = [&](const std::vector<std::string>& row, bool isHead) {
        m_y += rowHeight;
        double x = kMargin;
        for (std::size_t c = 0; c < columns; ++c) {
            const bool isName = table.columns[c].kind == Kind::Name;
            const double width = widths[c] * size;
            text(row[c], isName ? x : x + width, size, isHead ? Ink::Muted : Ink::Text, isHead,
                 isName ? Align::Left : Align::Right);
            x += width + kCellGap;
        }
        const double y = m_y + 0.35 * size;
        m_painter.draw(report::Polyline{
            {{kMargin, y}, {std::min(x - kCellGap, kPageWidth - kMargin), y}}, Ink::Grid, 0.2});
    };
    drawRow(cells.front(), true);
    for (std::size_t r = 1; r < cells.size(); ++r) {
        const int page = m_page;
        need(rowHeight);
        if (m_page != page)
            drawRow(cells.front(), true);
        drawRow(cells[r], false);
    }
    m_y += 4;
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
