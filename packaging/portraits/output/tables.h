// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "shape/figure.h"

#include <filesystem>
#include <string>
#include <vector>

namespace portraits {

struct Entry {
    Person person;
    FaceMeasures measures;
};

/// "000001.jpg"
[[nodiscard]] std::string pictureName(int number);

/// In the format of CelebA's list_attr_celeba.txt: the count, the names, then a row of 1 and -1 for
/// each picture.
void writeAttributes(const std::filesystem::path& path, const std::vector<Entry>& entries);

/// What each attribute means and how many pictures have it, as a Markdown table.
void writeAttributeRules(const std::filesystem::path& path, const std::vector<Entry>& entries);

/// Every parameter that matters, one row for each picture, with a header.
void writeParameters(const std::filesystem::path& path, const std::vector<Entry>& entries);

} // namespace portraits
