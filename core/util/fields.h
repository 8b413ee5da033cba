// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"
#include "core/util/text.h"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fusiform {

/// One option: its name, its meaning, and the place in an options struct that it sets.
/// The value in that place when the field is added is the default.
struct Field {
    using Place = std::variant<bool*, std::int64_t*, double*, std::optional<double>*, std::string*,
                               std::filesystem::path*, std::vector<std::string>*,
                               std::vector<std::filesystem::path>*>;

    std::string name; ///< the long option without dashes: "participant-label"
    Place place;
    Text help;
    std::string unit; ///< "mm", "s", ...; empty: none
    std::vector<std::string> choices;
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool isPositional = false;
    bool isRequired = false;

    Field& in(std::string newUnit);
    Field& oneOf(std::vector<std::string> newChoices);
    Field& between(double low, double high);
    Field& positional(); ///< given by place instead of by name; required
    Field& required();
};

/// The options of a task, each named once. Help, parsing, the JSON echo, the form in the window and
/// the copied command all read this list.
class Fields {
public:
    Field& add(std::string name, Field::Place place, Text help);

    [[nodiscard]] const std::deque<Field>& all() const { return m_fields; }
    [[nodiscard]] std::deque<Field>& all() { return m_fields; }
    [[nodiscard]] const Field* find(std::string_view name) const;

private:
    std::deque<Field> m_fields; // a deque: add() returns references that later adds must not move
};

/// The present value of a field; names with dashes become snake_case keys in fieldsToJson.
[[nodiscard]] Json fieldValue(const Field& field);
[[nodiscard]] Json fieldsToJson(const Fields& fields);
/// Sets fields from an object with the keys of fieldsToJson; absent keys keep their value.
/// @throws Error{Usage} naming an unknown key or a value of the wrong kind.
void fieldsFromJson(Fields& fields, const Json& values);
/// @throws Error{Usage} naming the first field that is out of range, not among its choices or
/// missing.
void checkFields(const Fields& fields);
/// The words of a command line that sets every field that differs from `defaults`.
[[nodiscard]] std::vector<std::string> fieldsToArguments(const Fields& fields,
                                                         const Fields& defaults);

} // namespace fusiform
