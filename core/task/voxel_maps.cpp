// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/voxel_maps.h"

#include "core/decode/weight_maps.h"
#include "core/glm/contrast.h"
#include "core/io/nifti.h"
#include "core/math/distributions.h"
#include "core/util/error.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

bool isSameWord(const std::string& a, const std::string& b)
{
    return std::ranges::equal(
        a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string listOf(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        (list += list.empty() ? "" : ", ") += name;
    return list;
}

VoxelMap withP(const std::vector<double>& r, const glm::ModelFit& model)
{
    VoxelMap map;
    for (const double value : r)
        map.values.push_back(static_cast<float>(value));
    map.p = decode::correlationP(r, decode::varyingLatents(model));
    return map;
}

} // namespace

fs::path storedMapFile(const glm::Fit& fit, const glm::ModelFit& model, StoredMap map)
{
    return map == StoredMap::Reliability
               ? fit.folder / "models" / model.model.name / "reliability.nii.gz"
               : fit.folder / "noise_ceiling.nii.gz";
}

VoxelMap storedMap(const glm::Fit& fit, const glm::ModelFit& model, StoredMap map)
{
    const fs::path file = storedMapFile(fit, model, map);
    if (!fs::exists(file))
        throw usage(FUSIFORM_TR("core", "The fit has no %1: fit it with its series kept, from two "
                                        "runs and repeated faces.")
                        .arg(file.filename().string()));
    const image::Volume volume = io::readVolume(file);
    if (!image::isSameGrid(volume.grid, fit.grid))
        throw badData(file, FUSIFORM_TR("core", "a map on the grid of the fit"),
                      FUSIFORM_TR("core", "another grid"));
    VoxelMap read;
    for (const image::Index voxel : fit.voxels)
        read.values.push_back(volume.values[static_cast<std::size_t>(voxel)]);
    return read;
}

VoxelMap facesVoxels(const glm::Fit& fit)
{
    VoxelMap map{fit.tFace, {}};
    if (!glm::hasConditionEstimates(fit.folder))
        return map;
    const double df
        = glm::readConditionEstimates(fit.folder, static_cast<Eigen::Index>(fit.voxels.size()))
              .degreesOfFreedom;
    for (const float t : fit.tFace)
        map.p.push_back(math::studentTail(static_cast<double>(t), df));
    return map;
}

VoxelMap gainVoxels(const glm::ModelFit& model)
{
    VoxelMap map{model.gain, {}};
    if (std::ranges::any_of(model.gainP, [](float p) { return std::isfinite(p); }))
        map.p.assign(model.gainP.begin(), model.gainP.end());
    return map;
}

face_model::AttributeAxis axisCalled(const std::string& name, const glm::ModelFit& model,
                                     const fs::path& file)
{
    const fs::path axesFile = file.empty() ? face_model::axesFileOf(model.modelFile) : file;
    if (!fs::exists(axesFile))
        throw usage(FUSIFORM_TR("core", "There are no axes of attributes beside %1; name a file of "
                                        "axes, or make one with the attributes command.")
                        .arg(model.model.name));
    const face_model::AttributeAxes axes = face_model::readAxes(axesFile);
    std::vector<std::string> names;
    for (const face_model::AttributeAxis& axis : axes.axes) {
        if (isSameWord(axis.name, name))
            return axis;
        names.push_back(axis.name);
    }
    throw usage(FUSIFORM_TR("core", "There is no attribute called %1; there are %2.")
                    .arg(name)
                    .arg(listOf(names)));
}

VoxelMap attributeVoxels(const glm::ModelFit& model, const face_model::AttributeAxis& axis,
                         Progress& progress)
{
    return withP(decode::attributeMap(model, axis.meanDifference.direction, progress), model);
}

VoxelMap similarVoxels(const glm::ModelFit& model, const Eigen::VectorXd& code, Progress& progress)
{
    return withP(decode::similarityMap(model, code, progress), model);
}

Eigen::Index faceCalled(const std::string& name, const glm::FaceSet& faces)
{
    for (std::size_t face = 0; face < faces.names.size(); ++face)
        if (isSameWord(faces.names[face], name)
            || isSameWord(fs::path(faces.names[face]).stem().string(), name))
            return static_cast<Eigen::Index>(face);
    throw usage(FUSIFORM_TR("core", "There is no face called %1 among those that may be shown: %2.")
                    .arg(name)
                    .arg(listOf(faces.names)));
}

} // namespace fusiform::task
