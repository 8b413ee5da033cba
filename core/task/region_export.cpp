// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_actions.h"

#include "core/import/surface_search.h"
#include "core/io/surface_file.h"
#include "core/io/vertex_labels_write.h"
#include "core/roi/region_files.h"
#include "core/task/overwrite.h"
#include "core/task/region_inputs.h"
#include "core/task/region_results.h"
#include "core/util/tsv.h"

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

enum class Form { Mask, Label, Gifti };

Form formOf(const RegionOptions& options)
{
    const std::string name = lowerCase(options.out.filename().string());
    const Form form = name.ends_with(".label") ? Form::Label
                      : name.ends_with(".gii") ? Form::Gifti
                                               : Form::Mask;
    if (form == Form::Mask && !isMaskName(options.out))
        throw usage(FUSIFORM_TR("core", "--out %1: the name ends in .nii or .nii.gz for a mask, in "
                                        ".label or .label.gii for labels of a surface.")
                        .arg(options.out.string()));
    if (form == Form::Mask && !options.surfaces.empty())
        throw usage(FUSIFORM_TR("core", "--surface is of labels: the name of --out ends in .label "
                                        "or .label.gii then."));
    if (form != Form::Mask && options.surfaces.size() != 1)
        throw usage(FUSIFORM_TR("core", "Labels of a surface need it: give --surface once."));
    if (form != Form::Mask && !options.like.empty())
        throw usage(FUSIFORM_TR("core", "--like is of masks: the name of --out ends in .nii or "
                                        ".nii.gz then."));
    return form;
}

Json writeMaskLike(const roi::Region& region, const glm::Fit& fit, const RegionOptions& options,
                   Progress& progress)
{
    const image::Grid grid
        = options.like.empty() ? fit.grid : import::gridOf(likeImage(fit, options));
    const image::VoxelSet voxels = roi::resampled(
        {region.voxels, fit.grid}, grid, {roi::Resampling::Nearest, options.share}, progress);
    if (voxels.isEmpty())
        throw badData(likeImage(fit, options),
                      FUSIFORM_TR("core", "an image of which voxels lie in the region"),
                      FUSIFORM_TR("core", "none of them: it may lie elsewhere or be too small"));
    roi::writeMask(options.out, {voxels, grid});
    return {{"format", "nifti"},
            {"shape", grid.shape},
            {"voxels", voxels.count()},
            {"volume_mm3", static_cast<double>(voxels.count()) * grid.affine.voxelVolume()}};
}

std::string structureOf(const fs::path& surface)
{
    const std::string side = import::sideOf(surface);
    return side == "lh" ? "CortexLeft" : side == "rh" ? "CortexRight" : "";
}

Json writeLabels(const roi::Region& region, const glm::Fit& fit, const RegionOptions& options,
                 Form form, Progress& progress)
{
    const fs::path& file = options.surfaces.front();
    const io::SurfaceFile surface = io::readSurface(file);
    if (!surface.isPlaced)
        progress.warn(FUSIFORM_TR("core", "%1 does not say how its coordinates lie to the "
                                          "scanner's: they are taken as the scanner's.")
                          .arg(file.filename().string()));
    const std::vector<std::int64_t> vertices
        = roi::verticesIn({region.voxels, fit.grid}, surface.surface);
    if (vertices.empty())
        throw badData(file, FUSIFORM_TR("core", "a surface with vertices in the region"),
                      FUSIFORM_TR("core", "none: it may lie in another space"));
    const auto all = static_cast<std::size_t>(surface.surface.points.cols());
    if (form == Form::Label) {
        io::writeFreeSurferLabel(options.out, surface.surface, vertices);
    } else {
        io::VertexLabels labels{std::vector<std::int64_t>(all, io::kNoLabel), {}};
        labels.names[1] = {region.name, region.colour};
        for (const std::int64_t vertex : vertices)
            labels.labels[static_cast<std::size_t>(vertex)] = 1;
        io::writeGiftiLabels(options.out, labels, structureOf(file));
    }
    return {{"format", form == Form::Label ? "label" : "gifti"},
            {"vertices", vertices.size()},
            {"surface_vertices", all}};
}

} // namespace

Outcome exportRegion(const RegionOptions& options, Progress& progress)
{
    const Form form = formOf(options);
    refuseExisting(options.out, options.overwrite);
    const glm::Fit fit = glm::readFit(options.fit);
    roi::Region region = regionCalled(options.region, fit, options, progress);
    if (!options.name.empty())
        region.name = options.name;
    Json written = form == Form::Mask ? writeMaskLike(region, fit, options, progress)
                                      : writeLabels(region, fit, options, form, progress);
    Outcome outcome;
    outcome.json = describeRegion(region, fit.grid, fit.volumeOf(fit.tFace));
    outcome.text = regionText(outcome.json) + "; "
                   + (form == Form::Mask
                          ? std::to_string(written["voxels"].get<std::int64_t>()) + " voxels"
                          : std::to_string(written["vertices"].get<std::size_t>()) + " vertices")
                   + " in " + options.out.string() + "\n";
    outcome.json["exported"] = std::move(written);
    outcome.json["out"] = options.out.string();
    return outcome;
}

} // namespace fusiform::task
