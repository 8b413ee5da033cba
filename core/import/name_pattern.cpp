// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/name_pattern.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace fusiform::import {

namespace {

std::string withoutBlanks(std::string_view text)
{
    std::string result(text);
    std::erase_if(result, [](unsigned char letter) { return std::isspace(letter) != 0; });
    return result;
}

bool isDigit(char letter) { return std::isdigit(static_cast<unsigned char>(letter)) != 0; }

bool isAlike(char a, char b)
{
    return std::tolower(static_cast<unsigned char>(a))
           == std::tolower(static_cast<unsigned char>(b));
}

std::size_t digitsAt(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
}

/// The shortest text that lets the rest match stands at each "*": names are short, patterns have
/// few of them.
bool match(std::string_view name, std::string_view pattern, NameMatch& found)
{
    if (pattern.empty())
        return name.empty();
    const std::string_view rest = pattern.substr(1);
    switch (pattern.front()) {
    case '*':
        for (std::size_t length = 0; length <= name.size(); ++length) {
            found.text = name.substr(0, length);
            const std::string text = found.text;
            if (!match(name.substr(length), rest, found))
                continue;
            if (rest.find('*') == std::string_view::npos)
                found.text = text;
            return true;
        }
        return false;
    case '#': {
        const std::size_t digits = digitsAt(name);
        long number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + digits, number);
        if (digits == 0 || error != std::errc() || !match(name.substr(digits), rest, found))
            return false;
        found.number = number;
        return true;
    }
    case '?': return !name.empty() && match(name.substr(1), rest, found);
    default:
        return !name.empty() && isAlike(name.front(), pattern.front())
               && match(name.substr(1), rest, found);
    }
}

} // namespace

std::optional<NameMatch> matchName(std::string_view name, std::string_view pattern)
{
    constexpr std::size_t kLongest = 256; // a hostile name must not take for ever
    NameMatch found;
    if (name.size() > kLongest || std::ranges::count(pattern, '*') > 4
        || !match(withoutBlanks(name), withoutBlanks(pattern), found))
        return std::nullopt;
    return found;
}

std::string withoutNumbers(std::string_view name)
{
    std::string result;
    while (!name.empty()) {
        const std::size_t digits = digitsAt(name);
        result += digits > 0 ? '#' : name.front();
        name.remove_prefix(std::max<std::size_t>(1, digits));
    }
    return result;
}

} // namespace fusiform::import
