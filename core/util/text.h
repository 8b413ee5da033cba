// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fusiform {

/// A message for a person: an English template with numbered places (%1, %2, ...) and its
/// arguments. The window translates the template before the arguments go in; the command line shows
/// the English.
struct Text {
    const char* context = "core";
    const char* source = "";
    std::vector<std::string> arguments = {};

    /// The same message with the next numbered place filled.
    [[nodiscard]] Text arg(std::string_view value) const&;
    [[nodiscard]] Text arg(std::string_view value) &&;
    [[nodiscard]] Text arg(double value) const;
    [[nodiscard]] Text arg(long long value) const;
    [[nodiscard]] Text arg(unsigned long long value) const;
    [[nodiscard]] Text arg(long value) const { return arg(static_cast<long long>(value)); }
    [[nodiscard]] Text arg(int value) const { return arg(static_cast<long long>(value)); }
    [[nodiscard]] Text arg(unsigned long value) const
    {
        return arg(static_cast<unsigned long long>(value));
    }
    [[nodiscard]] Text arg(unsigned value) const
    {
        return arg(static_cast<unsigned long long>(value));
    }

    [[nodiscard]] std::string english() const { return filled(source); }
    /// The arguments put into `pattern`, a translation of the template.
    [[nodiscard]] std::string filled(std::string_view pattern) const;
};

/// Six significant digits in the C locale, without trailing zeros: the same in every country.
[[nodiscard]] std::string numberText(double value);

} // namespace fusiform

/// Marks a message for translation; collected by lupdate as QT_TRANSLATE_NOOP.
#define FUSIFORM_TR(context, text) (::fusiform::Text{context, text, {}})
