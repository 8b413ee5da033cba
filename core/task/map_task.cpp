// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/map_task.h"

#include "core/decode/evidence.h"
#include "core/stats/fdr.h"
#include "core/task/costs.h"
#include "core/task/map_files.h"
#include "core/task/overwrite.h"
#include "core/task/region_inputs.h"
#include "core/task/voxel_maps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

/// A map, what is said of it, and what it is called in the image's header.
struct MadeMap {
    VoxelMap voxels;
    std::string unit;
    std::string description;
    Json facts = Json::object();
};

std::string needed(const std::string& value, const std::string& option, const std::string& kind)
{
    if (value.empty())
        throw usage(FUSIFORM_TR("core", "The map %1 needs --%2.").arg(kind).arg(option));
    return value;
}

MadeMap evidenceMap(const glm::Fit& fit, const glm::ModelFit& model, const MapOptions& options,
                    Progress& progress)
{
    const glm::FaceSet& faces = model.exploration;
    decode::EvidenceQuestion question;
    question.face = faceCalled(needed(options.face, "face", options.kind), faces);
    question.chosen = options.chosen.empty() ? question.face : faceCalled(options.chosen, faces);
    if (!options.over.empty())
        question.other = faceCalled(options.over, faces);
    RegionOptions regions;
    regions.model = options.model;
    const roi::Region region = regionCalled(options.region, fit, regions, progress);
    decode::DecodeOptions decoding;
    decoding.decoder = options.decoder;
    decoding.ridge = options.ridge.value_or(0.1);
    decoding.scoreInSd = options.scoreUnits == "sd";
    decode::EvidenceMapper mapper(fit, model, faces);
    if (decode::decoderNamed(decoding.decoder).needsInputs())
        mapper.setInputs(std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(fit, model, progress)));
    const decode::Evidence evidence = mapper.of(region.voxels, question, decoding, progress);
    MadeMap made;
    made.voxels.values.assign(fit.voxels.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t v = 0; v < evidence.positions.size(); ++v)
        made.voxels.values[static_cast<std::size_t>(evidence.positions[v])]
            = static_cast<float>(evidence.contributions[static_cast<Index>(v)]);
    const auto name = [&faces](Index face) { return faces.names[static_cast<std::size_t>(face)]; };
    made.unit = "difference of r";
    made.description = "evidence in " + name(question.face) + " for " + name(question.chosen)
                       + " over " + (question.other ? name(*question.other) : "the others");
    made.facts = {{"region", region.name},
                  {"face", name(question.face)},
                  {"chosen", name(question.chosen)},
                  {"over", question.other ? Json(name(*question.other)) : Json(nullptr)},
                  {"ridge", decoding.decoder == "ols" ? 0 : decoding.ridge},
                  {"decision", evidence.decision},
                  {"sum", evidence.contributions.sum()},
                  {"offset", evidence.offset}};
    return made;
}

MadeMap storedKind(const glm::Fit& fit, const glm::ModelFit& model, const std::string& kind)
{
    MadeMap made;
    if (kind == "t") {
        made.voxels = facesVoxels(fit);
        made.unit = "t";
        made.description = "t of faces - fixation";
    } else if (kind == "gain") {
        made.voxels = gainVoxels(model);
        made.unit = "share of variance";
        made.description = "gain in explained variance";
    } else if (kind == "reliability") {
        made.voxels = storedMap(fit, model, StoredMap::Reliability);
        made.unit = "r";
        made.description = "r of W, odd and even runs";
    } else {
        made.voxels = storedMap(fit, model, StoredMap::NoiseCeiling);
        made.unit = "percent";
        made.description = "noise ceiling of the exploration faces";
    }
    return made;
}

MadeMap madeMap(const glm::Fit& fit, const glm::ModelFit& model, const MapOptions& options,
                Progress& progress)
{
    if (options.kind == "evidence")
        return evidenceMap(fit, model, options, progress);
    if (options.kind == "attribute") {
        const face_model::AttributeAxis axis
            = axisCalled(needed(options.attribute, "attribute", options.kind), model, options.axes);
        return {attributeVoxels(model, axis, progress),
                "r",
                "r of W with the axis of " + axis.name,
                {{"attribute", axis.name}}};
    }
    if (options.kind == "similarity") {
        const glm::FaceSet& faces = model.exploration;
        const Index face = faceCalled(needed(options.face, "face", options.kind), faces);
        const std::string& name = faces.names[static_cast<std::size_t>(face)];
        return {similarVoxels(model, faces.codes.row(face).transpose(), progress),
                "r",
                "r of W with the code of " + name,
                {{"face", name}}};
    }
    return storedKind(fit, model, options.kind);
}

/// The threshold that the false discovery rate sets on a map.
void addFdr(Json& json, const VoxelMap& map, const MapOptions& options)
{
    const auto procedure = options.fdr == "by" ? stats::FdrProcedure::BenjaminiYekutieli
                                               : stats::FdrProcedure::BenjaminiHochberg;
    const auto threshold = stats::fdrThreshold(map.p, options.level, procedure);
    std::size_t called = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t v = 0; threshold && v < map.p.size(); ++v)
        if (map.p[v] <= *threshold) {
            ++called;
            least = std::min(least, std::abs(static_cast<double>(map.values[v])));
        }
    json["fdr"]
        = {{"procedure", options.fdr == "by" ? "Benjamini-Yekutieli" : "Benjamini-Hochberg"},
           {"level", options.level},
           {"threshold_p", threshold ? Json(*threshold) : Json(nullptr)},
           {"threshold_value", threshold ? Json(least) : Json(nullptr)},
           {"voxels", called}};
    if (options.kind == "attribute" || options.kind == "similarity")
        json["fdr"]["caveat"] = "the p values take the latents for independent";
}

} // namespace

void describe(MapOptions& options, Fields& fields)
{
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of a fit.")).positional();
    fields
        .add("kind", &options.kind,
             FUSIFORM_TR("core",
                         "evidence: what each voxel of a region adds to telling a decoded "
                         "face from others; attribute: r of its weights with the axis of an "
                         "attribute; similarity: with the code of a face; reliability of "
                         "the weights; ceiling: noise ceiling; t; gain."))
        .oneOf({"evidence", "attribute", "similarity", "reliability", "ceiling", "t", "gain"});
    fields.add("out", &options.out, FUSIFORM_TR("core", "The map to write (.nii.gz).")).required();
    fields.add("model", &options.model,
               FUSIFORM_TR("core", "A face model of the fit; default: the first."));
    fields.add("face", &options.face,
               FUSIFORM_TR("core", "An exploration face by the name of its picture."));
    fields.add("chosen", &options.chosen,
               FUSIFORM_TR("core", "Evidence for this face; default: the decoded face itself."));
    fields.add("over", &options.over,
               FUSIFORM_TR("core", "Evidence against this face; default: the mean of the others."));
    fields.add(
        "region", &options.region,
        FUSIFORM_TR("core", "Of the evidence: a region of the fit, or a mask or label file."));
    fields.add("decoder", &options.decoder, FUSIFORM_TR("core", "As for decode."))
        .oneOf(decode::decoderNames());
    fields.add("ridge", &options.ridge, FUSIFORM_TR("core", "As for decode; default 0.1."))
        .between(0, 1e6);
    fields.add("score-units", &options.scoreUnits, FUSIFORM_TR("core", "As for decode."))
        .oneOf({"model", "sd"});
    fields.add("attribute", &options.attribute,
               FUSIFORM_TR("core", "An attribute that the axes name: Smiling, Male."));
    fields.add("axes", &options.axes,
               FUSIFORM_TR("core", "A file of axes; default: the one beside the face model."));
    fields
        .add("level", &options.level,
             FUSIFORM_TR("core", "False discovery rate of the threshold that is reported."))
        .between(0, 1);
    fields
        .add("fdr", &options.fdr,
             FUSIFORM_TR("core", "bh: Benjamini and Hochberg; by: Benjamini and Yekutieli, for any "
                                 "dependence between voxels."))
        .oneOf({"bh", "by"});
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace existing files."));
}

Outcome runMap(const MapOptions& options, Progress& progress)
{
    const Costs costs;
    refuseExisting(options.out, options.overwrite);
    const glm::Fit fit = glm::readFit(options.fit);
    const glm::ModelFit& model = fit.modelNamed(options.model);
    const MadeMap made = madeMap(fit, model, options, progress);
    const bool hasP = !made.voxels.p.empty();

    Outcome outcome;
    Json& json = outcome.json;
    json = {{"fit", options.fit.string()},
            {"model", model.model.name},
            {"kind", options.kind},
            {"unit", made.unit}};
    json.update(made.facts);
    json.update(extremesOf(fit, made.voxels.values));
    json["fdr"] = nullptr;
    if (hasP)
        addFdr(json, made.voxels, options);
    json["seconds"] = costs.seconds();
    json["out"] = options.out.string();
    json["files"] = Json::array({options.out.filename().string()});
    writeVoxels(options.out, fit, made.voxels.values, made.description);
    if (hasP) {
        const std::vector<double> q = stats::fdrAdjusted(
            made.voxels.p, options.fdr == "by" ? stats::FdrProcedure::BenjaminiYekutieli
                                               : stats::FdrProcedure::BenjaminiHochberg);
        const fs::path file = besideMap(options.out, "_q.nii.gz");
        writeVoxels(file, fit, std::vector<float>(q.begin(), q.end()),
                    made.description + ", adjusted p");
        json["files"].push_back(file.filename().string());
    }
    MapOptions copy = options;
    Fields fields;
    describe(copy, fields);
    writeSidecar(options.out, fields, json);
    outcome.text = made.description + ": " + std::to_string(json["voxels"].get<std::size_t>())
                   + " voxels; " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
