// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/cairo_painter.h"
#include "core/results/table.h"

namespace fusiform::results {

/// A4 pages that fill from the top: headings, paragraphs, figures and tables one below the other,
/// each page with its number.
class PageFlow {
public:
    /// @param foot stands at the bottom of every page
    PageFlow(const report::CairoPainter::About& about, std::string foot);

    /// @param followsMm that must fit below it on the same page
    void heading(const std::string& text, double sizeMm, double followsMm = 40);
    void paragraph(const std::string& text, report::Ink ink);
    /// Scaled down where it is wider than the page.
    void figure(const report::Figure& figure);
    /// Rows go on over the next page under the same head. Where columns are many, text is smaller
    /// and words stand below each other; what still has no room goes on below, with the first
    /// column again.
    void table(const Table& table);
    /// A name, and what there is to say.
    void fact(const std::string& name, const std::string& value);
    [[nodiscard]] std::string bytes();

private:
    /// How a table fits into the page.
    struct Layout {
        double size; ///< of text, mm
        double gap; ///< between columns, mm
        std::size_t columns; ///< that have room
        std::vector<double> widths; ///< mm
    };
    [[nodiscard]] Layout layoutOf(const Table& table,
                                  const std::vector<std::vector<std::string>>& cells) const;
    /// Of the cell that has most.
    [[nodiscard]] std::size_t linesOf(const std::vector<std::string>& row,
                                      const Layout& layout) const;
    void drawRow(const Table& table, const std::vector<std::string>& row, const Layout& layout,
                 bool isHead);
    /// A cut of a paragraph that fits into `widthMm`.
    [[nodiscard]] std::vector<std::string> lines(const std::string& text, double sizeMm,
                                                 double widthMm) const;
    void need(double heightMm);
    void text(const std::string& text, double x, double sizeMm, report::Ink ink, bool isBold,
              report::Align align);
    void endPage();

    report::CairoPainter m_painter;
    std::string m_foot;
    double m_y = 0;
    int m_page = 1;
};

} // namespace fusiform::results
