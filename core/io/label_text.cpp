// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_reader.h"
#include "core/io/label_names.h"
#include "core/util/error.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

namespace fusiform::io {

namespace {

/// A line taken apart at blanks, tabs and commas; what stands in double quotes is one word.
struct Words {
    std::vector<std::string> words;
    bool isLastQuoted = false;
};

Words wordsOf(std::string_view line)
{
    Words result;
    std::string word;
    bool isQuoted = false;
    bool hasWord = false;
    const auto finish = [&](bool wasQuoted) {
        if (hasWord) {
            result.words.push_back(printable(word));
            result.isLastQuoted = wasQuoted;
        }
        word.clear();
        hasWord = false;
    };
    for (const char letter : line) {
        if (letter == '"') {
            finish(isQuoted);
            isQuoted = !isQuoted;
            hasWord = isQuoted;
        } else if (!isQuoted
                   && (std::isspace(static_cast<unsigned char>(letter)) != 0 || letter == ','
                       || letter == ';')) {
            finish(false);
        } else {
            word += letter;
            hasWord = true;
        }
    }
    finish(isQuoted);
    return result;
}

std::optional<std::int64_t> wholeNumber(const std::string& word)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

bool isColourPart(const std::string& word)
{
    const auto value = wholeNumber(word);
    return value && *value >= 0 && *value <= 255;
}

std::array<std::uint8_t, 3> colourAt(const std::vector<std::string>& words, std::size_t first)
{
    std::array<std::uint8_t, 3> colour = {};
    for (std::size_t part = 0; part < 3; ++part)
        colour[part] = static_cast<std::uint8_t>(*wholeNumber(words[first + part]));
    return colour;
}

/// A label whose name may be several words, of which only the whole file tells what they are.
struct Line {
    std::int64_t index = 0;
    std::vector<std::string> name;
    std::optional<std::array<std::uint8_t, 3>> colour;
};

/// ITK-SNAP: index, R G B, A, visibility twice, "name".
std::optional<Line> itkSnapLine(const Words& line)
{
    const auto& words = line.words;
    const bool isOne = line.isLastQuoted && words.size() == 8 && wholeNumber(words[0])
                       && isColourPart(words[1]) && isColourPart(words[2])
                       && isColourPart(words[3]);
    return isOne ? std::optional(Line{*wholeNumber(words[0]), {words[7]}, colourAt(words, 1)})
                 : std::nullopt;
}

/// Index, name, R G B and mostly A.
std::optional<Line> colouredLine(const Words& line)
{
    const auto& words = line.words;
    std::size_t numbers = 0;
    while (numbers < 4 && numbers + 2 < words.size()
           && isColourPart(words[words.size() - 1 - numbers]))
        ++numbers;
    if (words.size() < 5 || numbers < 3 || !wholeNumber(words[0]))
        return std::nullopt;
    const std::size_t end = words.size() - numbers;
    return Line{*wholeNumber(words[0]),
                {words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(end)},
                colourAt(words, end)};
}

/// "Short_name name 2001", or "name 2001".
std::optional<Line> indexLastLine(const Words& line)
{
    const auto& words = line.words;
    if (words.size() < 2 || words.size() > 3 || wholeNumber(words[0]) || !wholeNumber(words.back()))
        return std::nullopt;
    return Line{*wholeNumber(words.back()), {words[words.size() - 2]}, std::nullopt};
}

std::optional<Line> plainLine(const Words& line)
{
    const auto& words = line.words;
    if (words.size() < 2 || !wholeNumber(words[0]))
        return std::nullopt;
    return Line{*wholeNumber(words[0]), {words.begin() + 1, words.end()}, std::nullopt};
}

/// Whether every line has `count` words of name, and the word at `at` alone tells all apart: then
/// it is the name, else it is a part of one ("Left Cerebellum", "Right Cerebellum").
bool isNameAt(const std::vector<Line>& lines, std::size_t count, std::size_t at)
{
    std::set<std::string> seen;
    return std::ranges::all_of(lines, [&](const Line& line) {
        return line.name.size() == count && seen.insert(line.name[at]).second;
    });
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        (text += text.empty() ? "" : " ") += word;
    return text;
}

} // namespace

LabelNames labelsFromLines(std::string_view text, const std::filesystem::path& file)
{
    std::vector<Line> lines;
    std::size_t number = 0;
    for (const std::string& line : splitText(text, '\n')) {
        ++number;
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#') || content.starts_with("//"))
            continue;
        const Words words = wordsOf(content);
        std::optional<Line> found = itkSnapLine(words);
        for (auto* other : {&colouredLine, &indexLastLine, &plainLine})
            if (!found)
                found = other(words);
        if (!found)
            throw badData(
                file,
                FUSIFORM_TR("core", "a number and the name of a label in line %1").arg(number),
                FUSIFORM_TR("core", "\"%1\"").arg(printable(content.substr(0, 80))));
        lines.push_back(std::move(*found));
    }
    if (lines.empty())
        throw badData(file, FUSIFORM_TR("core", "names of labels"), FUSIFORM_TR("core", "none"));
    // MRtrix has a short name and a long one; AAL has a code behind the name.
    const bool hasColours
        = std::ranges::all_of(lines, [](const Line& l) { return l.colour.has_value(); });
    const bool hasCodes = std::ranges::all_of(
        lines, [](const Line& l) { return wholeNumber(l.name.back()).has_value(); });
    const bool isSecond = hasColours && isNameAt(lines, 2, 1);
    const bool isFirst = hasCodes && isNameAt(lines, 2, 0);
    LabelNames names;
    for (const Line& line : lines)
        names[line.index] = {isSecond  ? line.name[1]
                             : isFirst ? line.name[0]
                                       : joined(line.name),
                             line.colour};
    return names;
}

} // namespace fusiform::io
