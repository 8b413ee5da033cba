// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_style.h"

#include "core/report/cairo_painter.h"

#include <algorithm>
#include <limits>

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

/// Of one line, roughly.
Box boxOf(const Label& label)
{
    constexpr double kAdvance = 0.6;
    const double width = kAdvance * label.sizeMm * static_cast<double>(label.text.english().size());
    if (label.isUpright) // whichever way it runs from its place
        return {label.at.x - label.sizeMm, label.at.y - width, label.sizeMm, 2 * width};
    const double left = label.align == Align::Left     ? 0
                        : label.align == Align::Centre ? -width / 2
                                                       : -width;
    return {label.at.x + left, label.at.y - 0.75 * label.sizeMm, width, label.sizeMm};
}

Box boxOf(const std::vector<Point>& points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

Box boxOf(const Element& element)
{
    if (const auto* const line = std::get_if<Polyline>(&element))
        return line->points.empty() ? Box{} : boxOf(line->points);
    if (const auto* const area = std::get_if<Area>(&element))
        return area->outline.empty() ? Box{} : boxOf(area->outline);
    if (const auto* const label = std::get_if<Label>(&element))
        return boxOf(*label);
    return std::get<Raster>(element).box;
}

bool isEmptyPlace(const Figure& figure, const Box& place)
{
    return std::ranges::none_of(figure.elements, [&](const Element& element) {
        const Box box = boxOf(element);
        return box.left < place.right() && place.left < box.right() && box.top < place.bottom()
               && place.top < box.bottom();
    });
}

/// The band that the title left.
void cutAbove(Figure& figure)
{
    constexpr double kMargin = 1;
    double top = std::numeric_limits<double>::max();
    for (const Element& element : figure.elements)
        top = std::min(top, boxOf(element).top);
    if (!figure.elements.empty() && top > kMargin)
        moveDown(figure, kMargin - top);
}

void addLetter(Figure& figure, const std::string& letter)
{
    const Label label{{0, kLetterMm}, plain(letter), Ink::Text, kLetterMm, Align::Left, true};
    const double width = boxOf(label).width + 1.5;
    const std::string title = figure.title.english();
    for (Element& element : figure.elements)
        if (auto* const own = std::get_if<Label>(&element);
            own && own->text.english() == title && own->align == Align::Left && own->at.x < width) {
            own->sizeMm = sizeThatFits(own->text, own->sizeMm, figure.widthMm - width);
            own->at.x = width;
        }
    if (!isEmptyPlace(figure, {0, 0, width, 1.2 * kLetterMm}))
        moveDown(figure, 1.4 * kLetterMm);
    figure.add(label);
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
    if (!style.letter.empty())
        addLetter(figure, style.letter);
    else if (!style.hasTitle)
        cutAbove(figure);
    for (const InkColor& own : style.colors) {
        std::erase_if(figure.colors, [&](const InkColor& old) { return old.ink == own.ink; });
        figure.colors.push_back(own);
    }
    return figure;
}

} // namespace fusiform::report
