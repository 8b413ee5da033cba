// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"
#include "core/util/tsv.h"

#include <cmath>
#include <string>
#include <vector>

namespace fusiform::task {

/// Numbers with commas between them, as an option takes a place: "40,-50,-18".
/// @throws Error{Usage} naming the option if one is no finite number, or there are too few or many.
inline std::vector<double> numbersIn(const std::string& text, std::string_view option,
                                     std::size_t least, std::size_t most)
{
    std::vector<double> numbers;
    for (const std::string& part : splitText(text, ',')) {
        const auto number = numberFrom(part);
        if (!number || !std::isfinite(*number))
            throw usage(FUSIFORM_TR("core", "--%1: \"%2\" is not a number.").arg(option).arg(part));
        numbers.push_back(*number);
    }
    if (numbers.size() < least || numbers.size() > most)
        throw usage(
            FUSIFORM_TR("core", "--%1 needs %2 numbers with commas between them; there are %3.")
                .arg(option)
                .arg(most)
                .arg(numbers.size()));
    return numbers;
}

} // namespace fusiform::task
