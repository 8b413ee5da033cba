// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_style.h"

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

} // namespace

Figure styled(Figure figure, const FigureStyle& style)
{
    const std::string title = figure.title.english();
    if (!style.hasTitle)
        std::erase_if(figure.elements, [&](const Element& element) {
            const Label* const label = std::get_if<Label>(&element);
            return label && label->text.english() == title;
        });
    for (Element& element : figure.elements)
        if (auto* const label = std::get_if<Label>(&element))
            label->sizeMm *= style.textScale;
    if (!style.letter.empty()) {
        moveDown(figure, 1.4 * kLetterMm);
        figure.add(
            Label{{0, kLetterMm}, plain(style.letter), Ink::Text, kLetterMm, Align::Left, true});
    }
    figure.colors = style.colors;
    return figure;
}

} // namespace fusiform::report
