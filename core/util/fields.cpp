// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fields.h"

#include "core/util/error.h"
#include "core/util/joined.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
// Needed by clang 14, which does not deduce the arguments of aggregates.
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

std::string keyOf(const Field& field)
{
    std::string key = field.name;
    std::ranges::replace(key, '-', '_');
    return key;
}

std::vector<std::string> pathStrings(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::string> strings;
    for (const auto& path : paths)
        strings.push_back(path.string());
    return strings;
}

void setFrom(const Field& field, const Json& value)
{
    std::visit(Overloaded{
                   [&](bool* place) { *place = value.get<bool>(); },
                   [&](std::int64_t* place) { *place = value.get<std::int64_t>(); },
                   [&](double* place) { *place = value.get<double>(); },
                   [&](std::optional<double>* place) {
                       *place = value.is_null() ? std::nullopt : std::optional(value.get<double>());
                   },
                   [&](std::string* place) { *place = value.get<std::string>(); },
                   [&](std::filesystem::path* place) { *place = value.get<std::string>(); },
                   [&](std::vector<std::string>* place) {
                       *place = value.get<std::vector<std::string>>();
                   },
                   [&](std::vector<std::filesystem::path>* place) {
                       const auto strings = value.get<std::vector<std::string>>();
                       place->assign(strings.begin(), strings.end());
                   },
               },
               field.place);
}

void checkRange(const Field& field, double value)
{
    if (value >= field.minimum && value <= field.maximum)
        return;
    throw usage(FUSIFORM_TR("core", "--%1 must lie between %2 and %3; it is %4.")
                    .arg(field.name)
                    .arg(field.minimum)
                    .arg(field.maximum)
                    .arg(value));
}

void checkChoice(const Field& field, const std::string& value)
{
    if (field.choices.empty() || std::ranges::find(field.choices, value) != field.choices.end())
        return;
    throw usage(FUSIFORM_TR("core", "--%1 must be one of %2; it is %3.")
                    .arg(field.name)
                    .arg(joined(field.choices))
                    .arg(value));
}

bool isEmpty(const Field& field)
{
    const Json value = fieldValue(field);
    return value.is_null() || ((value.is_string() || value.is_array()) && value.empty())
           || (value.is_string() && value.get<std::string>().empty());
}

} // namespace

Field& Field::in(std::string newUnit)
{
    unit = std::move(newUnit);
    return *this;
}

Field& Field::oneOf(std::vector<std::string> newChoices)
{
    choices = std::move(newChoices);
    return *this;
}

Field& Field::between(double low, double high)
{
    minimum = low;
    maximum = high;
    return *this;
}

Field& Field::positional()
{
    isPositional = true;
    isRequired = true;
    return *this;
}

Field& Field::required()
{
    isRequired = true;
    return *this;
}

Field& Fields::add(std::string name, Field::Place place, Text help)
{
    Field field;
    field.name = std::move(name);
    field.place = place;
    field.help = std::move(help);
    return m_fields.emplace_back(std::move(field));
}

const Field* Fields::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_fields, name, &Field::name);
    return found == m_fields.end() ? nullptr : &*found;
}

Json fieldValue(const Field& field)
{
    return std::visit(Overloaded{
                          [](const std::optional<double>* place) {
                              return *place ? Json(**place) : Json(nullptr);
                          },
                          [](const std::filesystem::path* place) { return Json(place->string()); },
                          [](const std::vector<std::filesystem::path>* place) {
                              return Json(pathStrings(*place));
                          },
                          [](const auto* place) { return Json(*place); },
                      },
                      field.place);
}

Json fieldsToJson(const Fields& fields)
{
    Json json = Json::object();
    for (const Field& field : fields.all())
        json[keyOf(field)] = fieldValue(field);
    return json;
}

void fieldsFromJson(Fields& fields, const Json& values)
{
    for (const auto& [key, value] : values.items()) {
        const auto field = std::ranges::find(fields.all(), key, keyOf);
        if (field == fields.all().end())
            throw usage(FUSIFORM_TR("core", "There is no option called %1.").arg(key));
        try {
            setFrom(*field, value);
        } catch (const Json::exception&) {
            throw usage(
                FUSIFORM_TR("core", "Option %1 cannot be set to %2.").arg(key).arg(value.dump()));
        }
    }
}

void checkFields(const Fields& fields)
{
    for (const Field& field : fields.all()) {
        if (field.isRequired && isEmpty(field))
            throw usage(FUSIFORM_TR("core", "%1 is missing.")
                            .arg(field.isPositional ? field.name : "--" + field.name));
        std::visit(
            Overloaded{
                [&](const std::int64_t* place) { checkRange(field, static_cast<double>(*place)); },
                [&](const double* place) { checkRange(field, *place); },
                [&](const std::optional<double>* place) {
                    if (*place)
                        checkRange(field, **place);
                },
                [&](const std::string* place) {
                    if (!place->empty())
                        checkChoice(field, *place);
                },
                [&](const std::vector<std::string>* place) {
                    for (const std::string& value : *place)
                        checkChoice(field, value);
                },
                [](const auto*) {},
            },
            field.place);
    }
}

std::vector<std::string> fieldsToArguments(const Fields& fields, const Fields& defaults)
{
    std::vector<std::string> words;
    const auto valueText = [](const Json& value) {
        return value.is_string() ? value.get<std::string>() : value.dump();
    };
    for (const bool positional : {true, false}) {
        for (const Field& field : fields.all()) {
            const Json value = fieldValue(field);
            const Field* const standard = defaults.find(field.name);
            if (field.isPositional != positional || (standard && fieldValue(*standard) == value))
                continue;
            if (value.is_boolean() || !positional)
                words.push_back("--" + field.name);
            if (value.is_array())
                for (const Json& item : value)
                    words.push_back(valueText(item));
            else if (!value.is_boolean())
                words.push_back(valueText(value));
        }
    }
    return words;
}

} // namespace fusiform
