// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace fusiform::face_model {

/// A number of a recipe under the name that --recipe and a model's manifest give it.
template <class Recipe>
struct NamedNumber {
    const char* name;
    double Recipe::*value;
};

/// All numbers of one kind of recipe.
template <class Recipe>
using NamedNumbers = std::span<const NamedNumber<std::type_identity_t<Recipe>>>;

template <class Recipe>
[[nodiscard]] Json jsonOf(const Recipe& recipe, NamedNumbers<Recipe> numbers)
{
    Json json;
    for (const NamedNumber<Recipe>& number : numbers)
        json[number.name] = recipe.*number.value;
    return json;
}

/// @throws Error{Usage} naming the numbers there are, or if the value is negative or not finite
template <class Recipe>
void setNumber(Recipe& recipe, NamedNumbers<Recipe> numbers, std::string_view name, double value)
{
    std::string known;
    for (const NamedNumber<Recipe>& number : numbers) {
        if (number.name == name) {
            if (!(value >= 0) || !std::isfinite(value))
                throw usage(
                    FUSIFORM_TR("core", "--recipe %1: expected a number of at least 0.").arg(name));
            recipe.*number.value = value;
            return;
        }
        known += (known.empty() ? "" : ", ") + std::string(number.name);
    }
    throw usage(FUSIFORM_TR("core", "--recipe %1: expected one of %2.").arg(name).arg(known));
}

} // namespace fusiform::face_model
