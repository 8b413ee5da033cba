// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "shape/figure.h"

#include <span>
#include <string_view>

namespace portraits {

/// One attribute under CelebA's name, decided by how the picture was made.
struct Attribute {
    std::string_view name;
    std::string_view rule; ///< for the reader of the table
    bool (*holds)(const Person& person, const FaceMeasures& measures);
};

/// In CelebA's order.
[[nodiscard]] std::span<const Attribute> attributes();

} // namespace portraits
