// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/fit_record.h"

#include "core/util/text.h"

#include <algorithm>

namespace fusiform::evaluate {

namespace {

std::string scalarText(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (value.is_number_integer())
        return std::to_string(value.get<std::int64_t>());
    if (value.is_number())
        return numberText(value.get<double>());
    return {};
}

std::string listText(const Json& list)
{
    constexpr std::size_t kFew = 6;
    const bool areNumbers
        = std::ranges::all_of(list, [](const Json& one) { return one.is_number(); });
    if (areNumbers && list.size() > kFew) {
        double low = list.front().get<double>();
        double high = low;
        for (const Json& one : list) {
            low = std::min(low, one.get<double>());
            high = std::max(high, one.get<double>());
        }
        return std::to_string(list.size()) + " values, " + numberText(low) + " to "
               + numberText(high);
    }
    std::string text;
    for (const Json& one : list) {
        if (!one.is_primitive())
            return std::to_string(list.size()); // counted; the rest stands in the file
        text += (text.empty() ? "" : ", ") + scalarText(one);
    }
    return text;
}

std::vector<FitRecord::Entry> entriesOf(const Json& json, const char* key)
{
    std::vector<FitRecord::Entry> entries;
    if (!json.is_object() || !json.contains(key) || !json.at(key).is_object())
        return entries;
    for (const auto& [name, value] : json.at(key).items()) {
        const std::string text = value.is_array() ? listText(value) : scalarText(value);
        if (!text.empty())
            entries.emplace_back(name, text);
    }
    return entries;
}

} // namespace

FitRecord fitRecord(const glm::Fit& fit)
{
    FitRecord record;
    record.options = entriesOf(fit.provenance, "options");
    record.counts = entriesOf(fit.provenance, "counts");
    if (fit.provenance.is_object() && fit.provenance.contains("version"))
        record.version = scalarText(fit.provenance.at("version"));
    record.openings = fit.openings;
    return record;
}

} // namespace fusiform::evaluate
