// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace fusiform::report {

const std::string* ownColor(const Figure& figure, Ink ink)
{
    const auto found = std::ranges::find(figure.colors, ink, &InkColor::ink);
    return found == figure.colors.end() ? nullptr : &found->color;
}

const Spot* spotAt(const Figure& figure, const Point& p)
{
    for (auto spot = figure.spots.rbegin(); spot != figure.spots.rend(); ++spot)
        if (spot->box.contains(p))
            return &*spot;
    return nullptr;
}

Text plain(std::string_view text) { return Text{"core", "%1", {}}.arg(text); }

std::string groupedNumber(std::int64_t number)
{
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), "\u202f");
    return text;
}

std::string fixedNumber(double value, int decimals)
{
    // Not printf: where the program has set a locale, it writes a comma.
    std::array<char, 400> text = {}; // the largest double has 309 digits before the point
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::fixed, decimals);
    return {text.data(), end.ptr};
}

std::string shortNumber(double value, int digits)
{
    if (!std::isfinite(value) || value == 0)
        return numberText(value + 0.0);
    const double exponent = std::floor(std::log10(std::abs(value)));
    const double step = std::pow(10.0, exponent - digits + 1);
    const double nearest = std::round(value / step) * step;
    const int decimals = std::clamp(digits - 1 - static_cast<int>(exponent), 0, 12);
    std::string result = fixedNumber(nearest, decimals);
    if (decimals > 0)
        result.erase(std::min(result.find_last_not_of('0') + 1, result.size()));
    if (result.ends_with('.'))
        result.pop_back();
    return result;
}

double sizeThatFits(const Text& text, double sizeMm, double widthMm)
{
    constexpr double kLeast = 1.7;
    constexpr double kLetter = 0.6; // of the size, on the average
    const auto letters = static_cast<double>(std::max<std::size_t>(1, text.english().size()));
    return std::min(sizeMm, std::max(kLeast, widthMm / (kLetter * letters)));
}

Area boxArea(const Box& box, Ink ink, double opacity)
{
    return {{{box.left, box.top},
             {box.right(), box.top},
             {box.right(), box.bottom()},
             {box.left, box.bottom()}},
            ink,
            opacity};
}

Area discArea(const Point& at, double radiusMm, Ink ink, double opacity)
{
    Area area{{}, ink, opacity};
    constexpr int kCorners = 20;
    for (int corner = 0; corner < kCorners; ++corner) {
        const double angle = 2 * std::numbers::pi * corner / kCorners;
        area.outline.push_back(
            {at.x + radiusMm * std::cos(angle), at.y + radiusMm * std::sin(angle)});
    }
    return area;
}

} // namespace fusiform::report
