// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/info_task.h"

#include "core/glm/fit.h"
#include "core/io/formats.h"
#include "core/io/nifti.h"
#include "core/session/session_file.h"
#include "core/task/import_program.h"
#include "core/task/leak_results.h"
#include "core/task/number_list.h"
#include "core/task/series_results.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cmath>

namespace fusiform::task {

namespace {

void addVoxel(Json& json, const InfoOptions& options)
{
    const std::vector<double> at = numbersIn(options.voxel, "voxel", 3, 4);
    if (std::ranges::any_of(at, [](double a) { return a != std::floor(a); }))
        throw usage(FUSIFORM_TR("core", "--voxel %1: voxels are counted in whole numbers.")
                        .arg(options.voxel));
    const io::NiftiHeader header = io::readNiftiHeader(options.file);
    const image::Grid grid = header.grid();
    const image::Voxel voxel = {static_cast<image::Index>(at[0]), static_cast<image::Index>(at[1]),
                                static_cast<image::Index>(at[2])};
    const auto t = static_cast<image::Index>(at.size() > 3 ? at[3] : 0);
    if (!grid.contains(voxel) || t < 0 || t >= header.volumeCount())
        throw usage(FUSIFORM_TR("core", "--voxel %1 lies outside the image.").arg(options.voxel));
    const io::NiftiData data(header);
    json["stored_value"] = data.stored(grid.index(voxel), t);
    json["value"] = data.value(grid.index(voxel), t);
    const Eigen::Vector3d mm = grid.mm(voxel).at;
    json["mm"] = {mm[0], mm[1], mm[2]};
}

void addMm(Json& json, const InfoOptions& options)
{
    const std::vector<double> at = numbersIn(options.mm, "mm", 3, 3);
    const Eigen::Vector3d voxel
        = io::readNiftiHeader(options.file).affine.voxel({Eigen::Vector3d(at[0], at[1], at[2])}).at;
    json["voxel"] = {voxel[0], voxel[1], voxel[2]};
}

/// Training pictures that were test faces too, and what became of them.
Json describeLeaksOf(const glm::Fit& fit)
{
    const auto leaks = leaksOf(fit);
    if (!leaks)
        return nullptr;
    return {{"identical", leaks->identical},
            {"nearly_identical", leaks->nearlyIdentical},
            {"left_out", leaks->areLeftOut}};
}

Json describeFit(const std::filesystem::path& folder)
{
    const glm::Fit fit = glm::readFit(folder);
    Json models = Json::array();
    for (const glm::ModelFit& model : fit.models)
        models.push_back({{"name", model.model.name},
                          {"kind", model.model.kind},
                          {"latent_size", model.model.latentSize},
                          {"image_size", model.model.imageSize},
                          {"training", model.model.training},
                          {"voxels_selected", model.selected.count()},
                          {"exploration_faces", model.exploration.count()},
                          {"confirmation_faces", model.confirmation.count()},
                          {"imagery_patterns", model.imagery.count()}});
    Json json = {{"format", "Fusiform fit"},        {"subject", fit.subject},
                 {"shape", fit.grid.shape},         {"orientation", fit.grid.affine.orientation()},
                 {"voxels", fit.voxels.size()},     {"selection", fit.selection},
                 {"anatomy", !fit.anatomy.empty()}, {"openings", fit.openings.size()},
                 {"leaks", describeLeaksOf(fit)},   {"models", models}};
    json.update(describeSeriesResults(fit));
    return json;
}

Json describeAny(const InfoOptions& options)
{
    if (glm::isFit(options.file))
        return describeFit(options.file);
    if (session::isSession(options.file))
        return session::describeSession(options.file);
    Json json = io::formatOf(options.file).describe(options.file);
    if (json.at("format") == "TorchScript program")
        addTrust(json, options.file);
    return json;
}

} // namespace

void describe(InfoOptions& options, Fields& fields)
{
    fields
        .add("file", &options.file,
             FUSIFORM_TR("core", "The file, or the folder of a fit, to describe."))
        .positional();
    fields.add("voxel", &options.voxel,
               FUSIFORM_TR("core", "Also the value at voxel i,j,k or i,j,k,t, counted from 0."));
    fields.add("mm", &options.mm, FUSIFORM_TR("core", "Also the voxel at RAS millimetres x,y,z."));
}

Outcome runInfo(const InfoOptions& options, Progress& progress)
{
    progress.checkpoint();
    Outcome outcome;
    outcome.json = describeAny(options);
    if (!options.voxel.empty())
        addVoxel(outcome.json, options);
    if (!options.mm.empty())
        addMm(outcome.json, options);
    for (const auto& [key, value] : outcome.json.items())
        outcome.text
            += key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
    return outcome;
}

} // namespace fusiform::task
