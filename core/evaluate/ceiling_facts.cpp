// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ceiling_facts.h"

#include "core/util/error.h"

#include <limits>

namespace fusiform::evaluate {

namespace {

constexpr double kPercent = 100;

RegionCeiling regionOf(const std::string& model, const Json& region)
{
    const Json& percent = region.at("percent");
    const auto number = [](const Json& value) {
        return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
    };
    return {model,
            region.at("region").get<std::string>(),
            number(percent.at("n")),
            number(region.at("pooled_percent")) / kPercent,
            number(percent.at("median")) / kPercent,
            number(percent.at("quartile_1")) / kPercent,
            number(percent.at("quartile_3")) / kPercent,
            number(region.at("ncsnr").at("median"))};
}

} // namespace

std::optional<CeilingFacts> ceilingFacts(const glm::Fit& fit)
{
    const std::filesystem::path file = fit.folder / "noise_ceiling.json";
    if (!std::filesystem::exists(file))
        return {};
    const Json json = readJson(file);
    try {
        CeilingFacts facts;
        facts.faces = json.at("n_faces").get<double>();
        facts.repetitions = json.at("repetitions").get<double>();
        for (const Json& model : json.at("models"))
            for (const Json& region : model.at("regions"))
                facts.regions.push_back(regionOf(model.at("model").get<std::string>(), region));
        return facts;
    } catch (const Json::exception&) {
        throw badData(file, FUSIFORM_TR("core", "the noise ceiling of a fit"),
                      FUSIFORM_TR("core", "something else"));
    }
}

} // namespace fusiform::evaluate
