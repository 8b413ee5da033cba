// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/label_names.h"

#include "core/io/byte_reader.h"
#include "core/io/xml_walk.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fusiform::io {

namespace {

std::optional<std::int64_t> indexFrom(std::string_view text)
{
    const auto number = numberFrom(trimmed(text));
    constexpr double kMost = 9e15;
    if (!number || *number != std::floor(*number) || std::abs(*number) > kMost)
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

/// "#4682b4" or "4682b4".
std::optional<std::array<std::uint8_t, 3>> colourFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('#'))
        text.remove_prefix(1);
    if (text.size() != 6)
        return std::nullopt;
    std::array<std::uint8_t, 3> colour = {};
    for (std::size_t part = 0; part < 3; ++part) {
        const char* begin = text.data() + 2 * part;
        const auto [end, error] = std::from_chars(begin, begin + 2, colour[part], 16);
        if (error != std::errc() || end != begin + 2)
            return std::nullopt;
    }
    return colour;
}

/// What separates the columns of a table with a line of names, or 0 if it has none.
char separatorOf(std::string_view text)
{
    const std::string line = lowerCase(text.substr(0, text.find('\n')));
    const bool hasNames = line.find("name") != std::string::npos
                          || line.find("region") != std::string::npos
                          || line.find("label") != std::string::npos;
    if (!hasNames || line.starts_with('#'))
        return 0;
    for (const char separator : {'\t', ',', ';'})
        if (const std::size_t end = line.find(separator); end != std::string::npos)
            return numberFrom(line.substr(0, end)) ? '\0' : separator;
    return 0;
}

/// The cells of a line, with those in double quotes whole.
std::string withTabs(std::string_view text, char separator)
{
    std::string result;
    bool isQuoted = false;
    for (const char letter : text) {
        if (letter == '"')
            isQuoted = !isQuoted;
        else if (letter == separator && !isQuoted)
            result += '\t';
        else
            result += letter == '\t' && separator != '\t' ? ' ' : letter;
    }
    return result;
}

class FslListener final : public XmlListener {
public:
    explicit FslListener(std::filesystem::path file) : m_file(std::move(file)) { }

    void begin(const std::string& element, const Attributes& attributes) override
    {
        m_text.clear();
        m_index.reset();
        if (element != "label")
            return;
        // Newer files give the number in the image too.
        const auto value = attributes.find("value");
        const auto index = attributes.find("index");
        m_isValue = value != attributes.end();
        if (m_isValue || index != attributes.end())
            m_index = indexFrom((m_isValue ? value : index)->second);
        if (!m_index)
            throw badData(m_file, FUSIFORM_TR("core", "an index for every label"),
                          FUSIFORM_TR("core", "a label without one"));
    }
    void end(const std::string& element) override
    {
        if (element == "type")
            m_isProbabilistic = lowerCase(trimmed(m_text)).starts_with("prob");
        if (element == "label" && m_index)
            m_names[*m_index + (m_isProbabilistic && !m_isValue ? 1 : 0)]
                = {printable(trimmed(m_text)), std::nullopt};
    }
    void text(std::string_view part) override
    {
        constexpr std::size_t kLongest = 4096;
        if (m_text.size() + part.size() <= kLongest)
            m_text += part;
    }
    [[nodiscard]] LabelNames take() { return std::move(m_names); }

private:
    std::filesystem::path m_file;
    LabelNames m_names;
    std::string m_text;
    std::optional<std::int64_t> m_index;
    bool m_isValue = false;
    bool m_isProbabilistic = false;
};

/// One entry of a JSON object: the number may be its key or its value.
void addEntry(LabelNames& names, const std::string& key, const Json& value)
{
    if (const auto index = indexFrom(key)) {
        if (value.is_string())
            names[*index].name = printable(value.get<std::string>());
        else if (value.is_object() && value.contains("name") && value["name"].is_string())
            names[*index].name = printable(value["name"].get<std::string>());
    } else if (value.is_number_integer()) {
        names[value.get<std::int64_t>()].name = printable(key);
    }
}

/// One object of a JSON list.
void addObject(LabelNames& names, const Json& object)
{
    if (!object.is_object())
        return;
    std::optional<std::int64_t> index;
    for (const char* key : {"index", "id", "label", "value"})
        if (!index && object.contains(key) && object[key].is_number_integer())
            index = object[key].get<std::int64_t>();
    for (const char* key : {"name", "region", "label", "acronym"})
        if (index && !names.contains(*index) && object.contains(key) && object[key].is_string())
            names[*index].name = printable(object[key].get<std::string>());
    if (index && names.contains(*index) && object.contains("color") && object["color"].is_string())
        names[*index].colour = colourFrom(object["color"].get<std::string>());
}

} // namespace

LabelNames labelsFromTable(const Tsv& table)
{
    const std::size_t index
        = table.requiredColumn({"index", "id", "value", "key", "label", "no", "number", "roi"});
    const std::size_t name = table.requiredColumn(
        {"name", "region", "structure", "long_name", "label", "roi_name", "abbreviation"});
    if (index == name)
        throw badData(table.file, FUSIFORM_TR("core", "columns with numbers and with names"),
                      FUSIFORM_TR("core", "only %1").arg(table.columns[index]));
    const auto colour = table.column({"color", "colour", "hex"});
    const std::array parts
        = {table.column({"r", "red"}), table.column({"g", "green"}), table.column({"b", "blue"})};
    LabelNames names;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto number = indexFrom(table.rows[row][index]);
        if (!number)
            throw badData(table.file,
                          FUSIFORM_TR("core", "a whole number in row %1, column %2")
                              .arg(row + 1)
                              .arg(table.columns[index]),
                          FUSIFORM_TR("core", "\"%1\"").arg(printable(table.rows[row][index])));
        LabelName& label = names[*number];
        label.name = printable(table.rows[row][name]);
        if (colour)
            label.colour = colourFrom(table.rows[row][*colour]);
        if (!parts[0] || !parts[1] || !parts[2])
            continue;
        label.colour.emplace();
        for (std::size_t part = 0; part < 3; ++part)
            (*label.colour)[part] = static_cast<std::uint8_t>(
                std::clamp(numberFrom(table.rows[row][*parts[part]]).value_or(0), 0.0, 255.0));
    }
    return names;
}

LabelNames labelsFromJson(std::string_view text, const std::filesystem::path& file)
{
    Json json = parseJson(text, file);
    for (const char* key : {"LabelMap", "labels", "Labels", "regions", "rois"})
        if (json.is_object() && json.contains(key) && json[key].is_structured())
            json = Json(json[key]);
    LabelNames names;
    if (json.is_array())
        for (const Json& object : json)
            addObject(names, object);
    else if (json.is_object())
        for (const auto& [key, value] : json.items())
            addEntry(names, key, value);
    if (names.empty())
        throw badData(file, FUSIFORM_TR("core", "names of labels, as in {\"12\": \"name\"}"),
                      FUSIFORM_TR("core", "none"));
    return names;
}

LabelNames labelsFromXml(std::string_view text, const std::filesystem::path& file)
{
    FslListener listener(file);
    walkXml(std::as_bytes(std::span(text)), file, FUSIFORM_TR("core", "an atlas of FSL (XML)"),
            listener);
    LabelNames names = listener.take();
    if (names.empty())
        throw badData(file, FUSIFORM_TR("core", "an atlas of FSL with labels"),
                      FUSIFORM_TR("core", "no label"));
    return names;
}

LabelNames readLabelNames(const std::filesystem::path& file)
{
    const std::string all = readTextFile(file);
    if (all.find('\0') != std::string::npos)
        throw badData(file, FUSIFORM_TR("core", "names of labels (text)"),
                      FUSIFORM_TR("core", "binary data"));
    std::string_view text = all;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::string_view start
        = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (start.starts_with('<'))
        return labelsFromXml(start, file);
    if (start.starts_with('{') || start.starts_with('['))
        return labelsFromJson(start, file);
    if (const char separator = separatorOf(start); separator != 0)
        return labelsFromTable(parseTsv(withTabs(start, separator), file));
    return labelsFromLines(text, file);
}

} // namespace fusiform::io
