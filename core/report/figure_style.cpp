// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_style.h"

#include "core/report/cairo_painter.h"

#include <algorithm>

namespace fusiform::report {

namespace {

constexpr double kLetterMm = 4.2;

void moveDown(Figure& figure, double mm)
{
    for (Element& element : figure.elements) {
        if (auto* const line = std::get_if<Polyline>(&element))
            for (Point& point : line->points)
                point.y += mm;
        else if (auto* const area = std::get_if<Area>(&element))
            for (Point& point : area->outline)
                point.y += mm;
        else if (auto* const label = std::get_if<Label>(&element))
            label->at.y += mm;
        else if (auto* const raster = std::get_if<Raster>(&element))
            raster->box.top += mm;
    }
    for (Spot& spot : figure.spots)
        spot.box.top += mm;
    figure.heightMm += mm;
}

/// By how much texts have to be smaller in another font to take no more room; at most 1.
double shareOfSize(const Figure& figure, const std::string& font)
{
    constexpr double kFineDots = 1200; // no rounding to pixels
    constexpr std::size_t kFewLetters = 3; // have room on both sides
    constexpr double kLeast = 0.6;
    const CairoPainter painter = CairoPainter::picture(1, 1, kFineDots);
    double share = 1;
    for (const Label& label : figure.all<Label>()) {
        const std::string text = label.text.english();
        const double wide = painter.widthOf(text, 1, label.isBold, font);
        if (text.size() >= kFewLetters && wide > 0)
            share = std::min(share, painter.widthOf(text, 1, label.isBold) / wide);
    }
    return std::max(kLeast, share);
}

} // namespace

Figure styled(Figure figure, const FigureStyle& style)
{
    const std::string title = figure.title.english();
    if (!style.hasTitle)
        std::erase_if(figure.elements, [&](const Element& element) {
            const Label* const label = std::get_if<Label>(&element);
            return label && label->text.english() == title;
        });
    const double fontScale = style.font.empty() ? 1 : shareOfSize(figure, style.font);
    for (Element& element : figure.elements)
        if (auto* const label = std::get_if<Label>(&element))
            label->sizeMm *= style.textScale * fontScale;
    figure.font = style.font;
    if (!style.letter.empty()) {
        moveDown(figure, 1.4 * kLetterMm);
        figure.add(
            Label{{0, kLetterMm}, plain(style.letter), Ink::Text, kLetterMm, Align::Left, true});
    }
    for (const InkColor& own : style.colors) {
        std::erase_if(figure.colors, [&](const InkColor& old) { return old.ink == own.ink; });
        figure.colors.push_back(own);
    }
    return figure;
}

} // namespace fusiform::report
