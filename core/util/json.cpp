// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <nlohmann/json.hpp>

namespace fusiform {

namespace {
// Hostile nesting would exhaust the parser's stack; no file of ours or of BIDS comes near.
constexpr int kMaximumDepth = 200;

bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaximumDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}
} // namespace

Json parseJson(std::string_view text, const std::filesystem::path& source)
{
    if (isTooDeep(text))
        throw badData(source, FUSIFORM_TR("core", "JSON nested at most %1 deep").arg(kMaximumDepth),
                      FUSIFORM_TR("core", "deeper nesting"));
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        throw badData(source, FUSIFORM_TR("core", "valid JSON"),
                      FUSIFORM_TR("core", "an error at byte %1").arg(error.byte));
    } catch (const Json::out_of_range&) {
        // The parser's one other complaint: a number like 1e999.
        throw badData(source, FUSIFORM_TR("core", "numbers of at most 1.8e308 in JSON"),
                      FUSIFORM_TR("core", "a larger one"));
    }
}

Json readJson(const std::filesystem::path& file) { return parseJson(readTextFile(file), file); }

std::string jsonText(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void writeJson(const std::filesystem::path& file, const Json& json)
{
    writeFileAtomically(file, jsonText(json));
}

} // namespace fusiform
