// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace fusiform {

Text Text::arg(std::string_view value) const&
{
    Text copy = *this;
    copy.arguments.emplace_back(value);
    return copy;
}

Text Text::arg(std::string_view value) &&
{
    arguments.emplace_back(value);
    return std::move(*this);
}

Text Text::arg(double value) const { return arg(std::string_view(numberText(value))); }
Text Text::arg(long long value) const { return arg(std::string_view(std::to_string(value))); }
Text Text::arg(unsigned long long value) const
{
    return arg(std::string_view(std::to_string(value)));
}

std::string Text::filled(std::string_view pattern) const
{
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1'
                             && pattern[i + 1] <= '9';
        const std::size_t index = isPlace ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (!isPlace || index >= arguments.size()) {
            result += pattern[i];
            continue;
        }
        result += arguments[index];
        ++i;
    }
    return result;
}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    std::array<char, 40> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, 6);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

} // namespace fusiform
