// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/entry.h"

#include "core/decode/decoders.h"
#include "core/journal/command_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include <limits>

namespace fusiform::journal {

namespace {

constexpr int kFormat = 1;
constexpr const char* kFormatKey = "fusiform_journal";

std::string compactLine(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

struct EntryFields {
    Json& json;

    void operator()(const Done& done) const
    {
        json["name"] = done.name;
        json["command"] = commandJson(done.command);
        if (done.isAmending)
            json["amends"] = true;
    }
    void operator()(const Undone& undone) const
    {
        json[undone.steps < 0 ? "redo" : "undo"] = std::abs(undone.steps);
    }
    void operator()(const ModelChosen& chosen) const { json["model"] = chosen.name; }
    void operator()(const CodesChosen& chosen) const
    {
        json["contrast_matched"] = chosen.codes == decode::ShownCodes::ContrastMatched;
    }
    void operator()(const DecoderChosen& chosen) const
    {
        json["decoder"] = chosen.options.decoder;
        json["ridge"] = chosen.options.ridge;
        json["bias_fixed"] = chosen.options.bias == decode::Bias::Fixed;
        json["scores_in_sd"] = chosen.options.scoreInSd;
    }
    void operator()(const LiveSwitched& switched) const { json["live"] = switched.isLive; }
    void operator()(const SealOpened& opened) const
    {
        const glm::Opening& opening = opened.opening;
        json["seal_opened"] = {{"faces", opening.faces},
                               {"region", opening.regionName},
                               {"region_hash", opening.regionHash},
                               {"region_made", opening.regionMade},
                               {"confirmatory", opening.isConfirmatory},
                               {"time", opening.time},
                               {"version", opening.version}};
    }
    void operator()(const Closed&) const { json["closed"] = true; }
};

glm::Opening openingIn(const Json& json)
{
    return {json.at("faces").get<std::string>(),       json.at("region").get<std::string>(),
            json.at("region_hash").get<std::string>(), json.at("region_made").get<std::string>(),
            json.at("confirmatory").get<bool>(),       json.at("time").get<std::string>(),
            json.at("version").get<std::string>()};
}

decode::DecodeOptions optionsIn(const Json& json)
{
    decode::DecodeOptions options;
    options.decoder = json.at("decoder").get<std::string>();
    const std::vector<std::string> known = decode::decoderNames();
    if (std::ranges::find(known, options.decoder) == known.end())
        throw badData({}, FUSIFORM_TR("core", "the name of a decoder"),
                      FUSIFORM_TR("core", "%1").arg(options.decoder));
    options.ridge = json.at("ridge").get<double>();
    options.bias = json.at("bias_fixed").get<bool>() ? decode::Bias::Fixed : decode::Bias::Solved;
    options.scoreInSd = json.at("scores_in_sd").get<bool>();
    return options;
}

Happening happeningIn(const Json& json, const std::array<image::Index, 3>& shape)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    if (json.contains("command"))
        return Done{commandFrom(json.at("command"), shape), json.at("name").get<std::string>(),
                    json.contains("amends")};
    if (json.contains("undo"))
        return Undone{wholeNumber(json.at("undo"), kMost)};
    if (json.contains("redo"))
        return Undone{-wholeNumber(json.at("redo"), kMost)};
    if (json.contains("model"))
        return ModelChosen{json.at("model").get<std::string>()};
    if (json.contains("contrast_matched"))
        return CodesChosen{json.at("contrast_matched").get<bool>()
                               ? decode::ShownCodes::ContrastMatched
                               : decode::ShownCodes::AsDecoded};
    if (json.contains("decoder"))
        return DecoderChosen{optionsIn(json)};
    if (json.contains("live"))
        return LiveSwitched{json.at("live").get<bool>()};
    if (json.contains("seal_opened"))
        return SealOpened{openingIn(json.at("seal_opened"))};
    if (json.contains("closed"))
        return Closed{};
    throw badData({}, FUSIFORM_TR("core", "a command, an undo, a setting or the end"),
                  FUSIFORM_TR("core", "none of them"));
}

/// Runs `read` on the JSON of a line; what is wrong with it is told with file and line.
template <class Read>
auto readLine(std::string_view line, const LinePlace& place, Read read)
{
    try {
        const Json json = parseJson(line, place.file);
        if (!json.is_object())
            throw badData({}, FUSIFORM_TR("core", "an entry"),
                          FUSIFORM_TR("core", "something else"));
        return read(json);
    } catch (const Json::exception& error) {
        throw badLine(place, FUSIFORM_TR("core", "the fields of a journal's entry"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    } catch (const Error& error) {
        if (!error.expected())
            throw;
        throw badLine(place, *error.expected(), *error.found());
    }
}

} // namespace

Error badLine(const LinePlace& place, Text expected, Text found)
{
    return badData(place.file.string() + ":" + std::to_string(place.number), std::move(expected),
                   std::move(found));
}

std::string lineOf(const Start& start)
{
    return compactLine({{kFormatKey, kFormat},
                        {"version", start.version},
                        {"time", start.time},
                        {"process", start.process},
                        {"fit", start.fit.string()},
                        {"subject", start.subject},
                        {"hash", start.hash},
                        {"document", documentJson(start.document)}});
}

std::string lineOf(const Entry& entry)
{
    Json json = {{"time", entry.time}};
    std::visit(EntryFields{json}, entry.happening);
    json["before"] = entry.before;
    json["after"] = entry.after;
    return compactLine(json);
}

Start startIn(std::string_view line, const LinePlace& place)
{
    return readLine(line, place, [](const Json& json) {
        if (!json.contains(kFormatKey))
            throw badData({}, FUSIFORM_TR("core", "the start of a Fusiform journal"),
                          FUSIFORM_TR("core", "something else"));
        if (wholeNumber(json.at(kFormatKey), std::numeric_limits<std::int32_t>::max()) != kFormat)
            throw badData({}, FUSIFORM_TR("core", "a journal of format %1").arg(kFormat),
                          FUSIFORM_TR("core", "format %1").arg(json.at(kFormatKey).dump()));
        constexpr std::int64_t kMostProcess = std::numeric_limits<std::int32_t>::max();
        Start start;
        start.version = json.at("version").get<std::string>();
        start.time = json.at("time").get<std::string>();
        start.process = wholeNumber(json.at("process"), kMostProcess);
        start.fit = json.at("fit").get<std::string>();
        start.subject = json.at("subject").get<std::string>();
        start.hash = json.at("hash").get<std::string>();
        start.document = documentFrom(json.at("document"));
        return start;
    });
}

Entry entryIn(std::string_view line, const std::array<image::Index, 3>& shape,
              const LinePlace& place)
{
    return readLine(line, place, [&](const Json& json) {
        return Entry{json.at("time").get<std::string>(), happeningIn(json, shape),
                     json.at("before").get<std::string>(), json.at("after").get<std::string>()};
    });
}

} // namespace fusiform::journal
