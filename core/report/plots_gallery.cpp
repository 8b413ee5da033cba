// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_gallery.h"

#include <algorithm>

namespace fusiform::report {

namespace {

constexpr double kGalleryTop = 8; // mm: the title
constexpr double kGalleryName = 2.7; // sizes of texts
constexpr double kGallerySmall = 2.2;
constexpr double kGalleryLine = 3.1;
constexpr double kGalleryGap = 1; // between pictures
constexpr double kGalleryGroup = 2.6; // above a group
constexpr double kGalleryBlock = 5; // above what goes on below
constexpr double kGalleryNames = 40; // at most, for the names of rows
constexpr double kGalleryNamesShare = 0.3; // and of the width: a narrow figure is for faces too
constexpr double kGalleryLeast = 11.5; // side of a picture that can still be looked at
/// Mean advance of a character by its size; translations are a little longer than the English.
constexpr double kGalleryAdvance = 0.62;
constexpr double kHeadingAdvance = 0.56; // of headings, which are names and are not translated

double lengthOf(const Text& text, double sizeMm)
{
    // Letters beyond ASCII have several bytes, of which only the first counts.
    const std::string english = text.english();
    const auto letters = std::ranges::count_if(
        english, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return kGalleryAdvance * sizeMm * static_cast<double>(letters);
}

/// How the places of a gallery lie.
struct GalleryPlaces {
    double left = 0; ///< of the first picture
    double side = 0;
    std::size_t columns = 0; ///< of a block
    std::size_t items = 0;
    bool hasHeadings = false;

    [[nodiscard]] double x(std::size_t column) const
    {
        return left + static_cast<double>(column) * (side + kGalleryGap);
    }
    [[nodiscard]] std::size_t blocks() const
    {
        return columns == 0 ? 0 : (items + columns - 1) / columns;
    }
};

double headingsHeight(const GalleryPlaces& places) { return places.hasHeadings ? 3.2 : 0; }

bool hasCaptions(const GalleryRow& row)
{
    return std::ranges::any_of(
        row.items, [](const GalleryItem& item) { return !item.caption.english().empty(); });
}

double rowHeight(const GalleryRow& row, const GalleryPlaces& places)
{
    return places.side + kGalleryGap + (hasCaptions(row) ? kGalleryLine : 0);
}

GalleryPlaces placesOf(const GalleryPlot& plot, double widthMm)
{
    GalleryPlaces places;
    for (const GalleryRow& row : plot.rows) {
        places.left = std::max(places.left, lengthOf(row.name, kGalleryName) + 2);
        for (const Text& detail : row.details)
            places.left = std::max(places.left, lengthOf(detail, kGallerySmall) + 2);
        places.items = std::max(places.items, row.items.size());
    }
    places.left = std::min({places.left, kGalleryNames, kGalleryNamesShare * widthMm});
    places.columns
        = std::clamp<std::size_t>(places.items, 1, std::max<std::size_t>(1, plot.columns));
    const double room = widthMm - places.left + kGalleryGap;
    const double least = std::min(kGalleryLeast, plot.largestMm) + kGalleryGap;
    places.columns = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(0.0, room / least)),
                                             1, places.columns);
    const auto columns = static_cast<double>(places.columns);
    places.side = std::min(plot.largestMm, room / columns - kGalleryGap);
    places.hasHeadings = !plot.headings.empty();
    return places;
}

void addHeadings(Figure& figure, const GalleryPlot& plot, const GalleryPlaces& places,
                 std::size_t first, double top)
{
    for (std::size_t c = 0; c < places.columns && first + c < plot.headings.size(); ++c) {
        const Text& heading = plot.headings[first + c];
        // A picture's name may be of any length; the table has it.
        if (lengthOf(heading, kGallerySmall) * kHeadingAdvance / kGalleryAdvance
            <= places.side + kGalleryGap)
            figure.add(Label{{places.x(c) + places.side / 2, top + 2.2},
                             heading,
                             Ink::Muted,
                             kGallerySmall,
                             Align::Centre});
    }
}

void addRowOfPictures(Figure& figure, const GalleryRow& row, const GalleryPlaces& places,
                      std::size_t first, double top)
{
    const double lines = kGalleryLine * static_cast<double>(row.details.size());
    double base = top + places.side / 2 + 0.9 - lines / 2;
    const auto fitted = [&](const Text& text, double sizeMm) {
        return std::min(sizeMm, sizeMm * (places.left - 1.5) / lengthOf(text, sizeMm));
    };
    figure.add(Label{{0, base}, row.name, Ink::Text, fitted(row.name, kGalleryName)});
    for (const Text& detail : row.details)
        figure.add(
            Label{{0, base += kGalleryLine}, detail, Ink::Muted, fitted(detail, kGallerySmall)});
    for (std::size_t c = 0; c < places.columns && first + c < row.items.size(); ++c) {
        const GalleryItem& item = row.items[first + c];
        if (!item.picture)
            continue;
        const Box box{places.x(c), top, places.side, places.side};
        figure.add(Raster{box, item.picture, true});
        if (!item.caption.english().empty())
            figure.add(Label{{box.left + box.width / 2, box.bottom() + 2.5},
                             item.caption,
                             Ink::Muted,
                             kGallerySmall,
                             Align::Centre});
        if (!item.tip.english().empty())
            figure.spots.push_back({box, item.tip});
    }
}

} // namespace

Figure galleryFigure(const GalleryPlot& plot, double widthMm)
{
    const GalleryPlaces places = placesOf(plot, widthMm);
    Figure figure;
    figure.title = plot.title;
    figure.widthMm = widthMm;
    figure.add(Label{{0, 4}, plot.title, Ink::Text, 3, Align::Left, true});
    double top = kGalleryTop;
    for (std::size_t block = 0; block < places.blocks(); ++block) {
        const std::size_t first = block * places.columns;
        top += block > 0 ? kGalleryBlock : 0;
        addHeadings(figure, plot, places, first, top);
        top += headingsHeight(places);
        for (const GalleryRow& row : plot.rows) {
            if (row.items.size() <= first)
                continue; // a row of fewer pictures, all shown above
            top += row.startsGroup ? kGalleryGroup : 0;
            addRowOfPictures(figure, row, places, first, top);
            top += rowHeight(row, places);
        }
    }
    for (const Text& note : plot.notes) {
        top += kGalleryLine + 0.6;
        figure.add(Label{{0, top}, note, Ink::Muted, kGallerySmall});
    }
    figure.heightMm = top + 2;
    return figure;
}

} // namespace fusiform::report
