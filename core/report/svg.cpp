// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg.h"

#include "core/report/png.h"
#include "core/report/text_runs.h"
#include "core/util/escaped_xml.h"

#include <cmath>

namespace fusiform::report {

namespace {

/// Two decimals of a millimetre are finer than any screen; "-0.00" never appears.
std::string mm(double value) { return fixedNumber(std::round(100 * value) / 100 + 0.0, 2); }

/// Colours of a figure as attributes have them.
class Colors {
public:
    explicit Colors(const Figure& figure) : m_figure(figure) { }
    std::string operator()(Ink ink) const { return paperColor(m_figure, ink); }

private:
    const Figure& m_figure;
};

std::string pointList(const std::vector<Point>& points)
{
    std::string text;
    for (const Point& p : points)
        text += (text.empty() ? "" : " ") + mm(p.x) + "," + mm(p.y);
    return text;
}

std::string element(const Polyline& line, const Colors& color)
{
    return "<polyline fill=\"none\" stroke=\"" + color(line.ink) + "\" stroke-width=\""
           + mm(line.widthMm) + "\" stroke-linejoin=\"round\""
           + (line.isDashed ? " stroke-dasharray=\"1.4 1\"" : "") + " points=\""
           + pointList(line.points) + "\"/>\n";
}

std::string element(const Area& area, const Colors& color)
{
    return "<polygon fill=\"" + color(area.ink) + "\" fill-opacity=\"" + mm(area.opacity)
           + "\" points=\"" + pointList(area.outline) + "\"/>\n";
}

/// A line's text, raised pieces in elements of their own.
std::string runsOf(const Label& label)
{
    std::string text;
    const std::string rise = mm(kRaisedBy * label.sizeMm);
    bool wasRaised = false;
    for (const TextRun& run : textRuns(label.text.english())) {
        const std::string shown = escapedXml(run.text);
        if (run.isRaised)
            text += "<tspan font-size=\"" + mm(kRaisedSize * label.sizeMm) + "\""
                    + (wasRaised ? "" : " dy=\"-" + rise + "\"") + ">" + shown + "</tspan>";
        else if (wasRaised)
            text += "<tspan dy=\"" + rise + "\">" + shown + "</tspan>";
        else
            text += shown;
        wasRaised = run.isRaised;
    }
    return text;
}

std::string element(const Label& label, const Colors& color)
{
    const std::string at = " x=\"" + mm(label.at.x) + "\" y=\"" + mm(label.at.y) + "\"";
    const char* const anchor = label.align == Align::Left     ? "start"
                               : label.align == Align::Centre ? "middle"
                                                              : "end";
    return "<text" + at + " font-size=\"" + mm(label.sizeMm) + "\" text-anchor=\"" + anchor
           + "\" fill=\"" + color(label.ink) + "\"" + (label.isBold ? " font-weight=\"600\"" : "")
           + (label.isUpright
                  ? " transform=\"rotate(-90 " + mm(label.at.x) + " " + mm(label.at.y) + ")\""
                  : "")
           // Else the blanks at the ends of pieces are dropped.
           + (textRuns(label.text.english()).size() > 1 ? " xml:space=\"preserve\"" : "") + ">"
           + runsOf(label) + "</text>\n";
}

/// Few pixels are shown as squares: a blurred correlation would look like its neighbours.
std::string rendering(const Raster& raster)
{
    constexpr double kFine = 4; // pixels a mm
    return raster.picture->width < kFine * raster.box.width ? " image-rendering=\"pixelated\"" : "";
}

std::string element(const Raster& raster, const Colors&)
{
    return "<image x=\"" + mm(raster.box.left) + "\" y=\"" + mm(raster.box.top) + "\" width=\""
           + mm(raster.box.width) + "\" height=\"" + mm(raster.box.height)
           + "\" preserveAspectRatio=\"none\"" + rendering(raster) + " href=\""
           + (raster.isPhotograph ? jpegDataUrl(*raster.picture) : pngDataUrl(*raster.picture))
           + "\"/>\n";
}

/// Browsers show a title as a tip when the pointer is on the shape.
std::string tipOf(const Spot& spot)
{
    return "<rect x=\"" + mm(spot.box.left) + "\" y=\"" + mm(spot.box.top) + "\" width=\""
           + mm(spot.box.width) + "\" height=\"" + mm(spot.box.height)
           + "\" fill=\"#fff\" fill-opacity=\"0\"><title>" + escapedXml(spot.tip.english())
           + "</title></rect>\n";
}

} // namespace

std::string_view paperColor(Ink ink)
{
    // Series after Okabe and Ito, told apart by people who do not tell red from green.
    switch (ink) {
    case Ink::Text: return "#17202b";
    case Ink::Muted: return "#52606f";
    case Ink::Grid: return "#e1e6eb";
    case Ink::First: return "#0072b2";
    case Ink::Second: return "#d55e00";
    case Ink::Third: return "#009e73";
    case Ink::Warning: return "#b3261e";
    case Ink::Back: return "#ffffff";
    }
    return "#000000";
}

std::string paperColor(const Figure& figure, Ink ink)
{
    const std::string* const own = ownColor(figure, ink);
    return own ? *own : std::string(paperColor(ink));
}

/// A family as attributes have it, before those that stand in for it.
std::string fontsOf(const Figure& figure)
{
    std::string family = figure.font;
    std::erase(family, '\'');
    return (family.empty() ? "" : "'" + escapedXml(family) + "', ")
           + "Inter, Helvetica, Arial, sans-serif";
}

std::string svgText(const Figure& figure, const std::string& origin)
{
    const std::string width = mm(figure.widthMm);
    const std::string height = mm(figure.heightMm);
    std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                       + "mm\" height=\"" + height + "mm\" viewBox=\"0 0 " + width + " " + height
                       + "\" font-family=\"" + fontsOf(figure) + "\" role=\"img\">\n<title>"
                       + escapedXml(figure.title.english()) + "</title>\n"
                       + (origin.empty() ? "" : "<desc>" + escapedXml(origin) + "</desc>\n");
    const Colors color(figure);
    for (const Element& one : figure.elements)
        text += std::visit([&](const auto& shape) { return element(shape, color); }, one);
    for (const Spot& spot : figure.spots)
        text += tipOf(spot);
    return text + "</svg>\n";
}

} // namespace fusiform::report
