// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/text.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace fusiform::report {

/// A place on a figure: mm from its upper left corner, y downwards.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return left + width; }
    [[nodiscard]] double bottom() const { return top + height; }
    [[nodiscard]] bool contains(const Point& p) const
    {
        return p.x >= left && p.x <= right() && p.y >= top && p.y <= bottom();
    }
};

/// What a colour is for; whoever draws has the colours, so that a figure follows the theme.
enum class Ink { Text, Muted, Grid, First, Second, Third, Warning, Back };

/// The colour of an ink where a figure has its own: "#0072b2".
struct InkColor {
    Ink ink = Ink::First;
    std::string color;
    friend bool operator==(const InkColor&, const InkColor&) = default;
};

struct Polyline {
    std::vector<Point> points;
    Ink ink = Ink::First;
    double widthMm = 0.3;
    bool isDashed = false;
};
struct Area {
    std::vector<Point> outline;
    Ink ink = Ink::First;
    double opacity = 1;
};
enum class Align { Left, Centre, Right };
struct Label {
    Point at; ///< on the base line
    Text text;
    Ink ink = Ink::Text;
    double sizeMm = 2.7;
    Align align = Align::Left;
    bool isBold = false;
    bool isUpright = false; ///< turned to the left by 90 degrees about `at`
};
struct Raster {
    Box box;
    image::SharedPicture picture;
    bool isPhotograph = false; ///< a face: files take it as JPEG, a fifth of a PNG
};
using Element = std::variant<Polyline, Area, Label, Raster>;

/// What is said of a place when the pointer is there.
struct Spot {
    Box box;
    Text tip;
};

/// A figure as plain data: the same list is drawn on the screen, written as SVG, and tested.
struct Figure {
    double widthMm = 180;
    double heightMm = 60;
    Text title; ///< one line that says what is shown
    std::vector<Element> elements; ///< in the order of drawing
    std::vector<Spot> spots;
    std::vector<InkColor> colors = {}; ///< where they are not those of whoever draws
    std::string font = {}; ///< family of its texts; empty: the program's own

    void add(Element element) { elements.push_back(std::move(element)); }
    /// All elements of one kind, in order.
    template <class Kind>
    [[nodiscard]] std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const Element& element : elements)
            if (const Kind* const one = std::get_if<Kind>(&element))
                found.push_back(*one);
        return found;
    }
};

/// The figure's own colour of an ink, or null.
[[nodiscard]] const std::string* ownColor(const Figure& figure, Ink ink);
/// The last spot that holds `p`, or null.
[[nodiscard]] const Spot* spotAt(const Figure& figure, const Point& p);
/// A text that is shown as it is: a name, a number.
[[nodiscard]] Text plain(std::string_view text);
/// 45 948 169: thousands parted by narrow spaces that no line breaks at, as any language allows.
[[nodiscard]] std::string groupedNumber(std::int64_t number);
/// With so many digits after the point, whatever the locale.
[[nodiscard]] std::string fixedNumber(double value, int decimals);
/// At most `digits` significant ones, without trailing zeros, never as a power of ten.
[[nodiscard]] std::string shortNumber(double value, int digits = 3);
/// `sizeMm`, or less where a text would not fit into a width; never below 1.7 mm. Translations are
/// a little longer than the English.
[[nodiscard]] double sizeThatFits(const Text& text, double sizeMm, double widthMm);
[[nodiscard]] Area boxArea(const Box& box, Ink ink, double opacity = 1);
[[nodiscard]] Area discArea(const Point& at, double radiusMm, Ink ink, double opacity = 1);

} // namespace fusiform::report
