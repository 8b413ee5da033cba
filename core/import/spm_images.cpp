// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm_images.h"

#include "core/io/nifti.h"
#include "core/util/error.h"

#include <cmath>
#include <set>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

/// The largest distance, mm, between the places that two transforms give the corners of a grid.
double distanceOf(const image::Grid& grid, const Eigen::Matrix4d& other)
{
    const Eigen::Matrix4d difference = grid.affine.mmFromVoxel() - other;
    double largest = 0;
    for (int corner = 0; corner < 8; ++corner) {
        Eigen::Vector4d voxel(0, 0, 0, 1);
        for (int axis = 0; axis < 3; ++axis)
            if ((corner >> axis & 1) != 0)
                voxel[axis] = static_cast<double>(grid.shape[static_cast<std::size_t>(axis)] - 1);
        largest = std::max(largest, (difference * voxel).head<3>().norm());
    }
    return largest;
}

/// Whether a contrast compares training faces (test faces may come along) with fixation, and does
/// nothing else.
bool isFaceContrast(const SpmContrast& contrast, const SpmColumns& columns)
{
    const auto signOf = [&](Index column) { return contrast.weights[column]; };
    std::set<Index> faces(columns.faces.columns.begin(), columns.faces.columns.end());
    for (const SpmMean& test : columns.test)
        faces.insert(test.columns.begin(), test.columns.end());
    const std::set<Index> fixation(columns.fixation.columns.begin(),
                                   columns.fixation.columns.end());
    for (Index column = 0; column < contrast.weights.size(); ++column) {
        const double weight = signOf(column);
        const bool isAllowed = weight == 0 || (weight > 0 && faces.contains(column))
                               || (weight < 0 && fixation.contains(column));
        if (!isAllowed)
            return false;
    }
    const auto has = [&](Index column) { return signOf(column) != 0; };
    return std::ranges::all_of(columns.faces.columns, has)
           && std::ranges::all_of(columns.fixation.columns, has);
}

std::vector<float> valuesAt(const image::Volume& volume, std::span<const image::Index> voxels)
{
    std::vector<float> values;
    for (const image::Index voxel : voxels)
        values.push_back(volume.values[static_cast<std::size_t>(voxel)]);
    return values;
}

std::vector<float> computedMap(const SpmModel& model, const SpmColumns& columns,
                               const SpmImages& images, std::span<const image::Index> voxels)
{
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(static_cast<Index>(model.columns.size()));
    for (const Index column : columns.faces.columns)
        weights[column] = 1 / static_cast<double>(columns.faces.columns.size());
    for (const Index column : columns.fixation.columns)
        weights[column] = -1 / static_cast<double>(columns.fixation.columns.size());
    const auto deviation = static_cast<float>(std::sqrt(spmVariance(model, weights)));
    Eigen::VectorXf t = images.mean(columns.faces, voxels);
    if (!columns.fixation.columns.empty())
        t -= images.mean(columns.fixation, voxels);
    const std::vector<float> residuals
        = valuesAt(images.read(model.residuals.empty() ? "ResMS.nii" : model.residuals), voxels);
    const Eigen::Map<const Eigen::ArrayXf> squares(residuals.data(),
                                                   static_cast<Index>(residuals.size()));
    t.array() /= squares.sqrt() * deviation;
    return {t.begin(), t.end()};
}

} // namespace

SpmImages::SpmImages(const SpmModel& model, Progress& progress)
    : m_model(model), m_folder(model.file.parent_path())
{
    const fs::path first = find(model.betas.front());
    if (first.empty())
        throw badData(m_folder / model.betas.front(),
                      FUSIFORM_TR("core", "the first beta image of SPM.mat"),
                      FUSIFORM_TR("core", "nothing of that name"));
    const io::NiftiHeader header = io::readNiftiHeader(first);
    m_grid = header.grid();
    for (const Text& warning : header.warnings)
        progress.warn(warning);
    constexpr double kToleranceMm = 1e-3; // headers have 32 bits, SPM.mat 64
    if (!model.mmFromVoxel)
        return;
    if (const double distance = distanceOf(m_grid, *model.mmFromVoxel); distance > kToleranceMm)
        progress.warn(FUSIFORM_TR("core", "%1 lies up to %2 mm from where SPM.mat has it; the "
                                          "image's own header is taken.")
                          .arg(first.filename().string())
                          .arg(distance));
}

fs::path SpmImages::find(const std::string& name) const
{
    std::error_code error;
    const fs::path own = m_folder / name;
    for (const fs::path& file :
         {own, fs::path(own.string() + ".gz"), fs::path(own).replace_extension(".nii"),
          fs::path(own).replace_extension(".nii.gz"), fs::path(own).replace_extension(".img")})
        if (!name.empty() && fs::is_regular_file(file, error))
            return file;
    return {};
}

image::Volume SpmImages::read(const std::string& name) const
{
    const fs::path file = find(name);
    if (file.empty())
        throw badData(m_folder / name, FUSIFORM_TR("core", "an image of the SPM model"),
                      FUSIFORM_TR("core", "nothing of that name"));
    image::Volume volume = io::readVolume(file);
    if (!image::isSameGrid(volume.grid, m_grid))
        throw badData(file,
                      FUSIFORM_TR("core", "the grid of %1 (%2 x %3 x %4)")
                          .arg(m_model.betas.front())
                          .arg(m_grid.shape[0])
                          .arg(m_grid.shape[1])
                          .arg(m_grid.shape[2]),
                      FUSIFORM_TR("core", "another grid (%1 x %2 x %3)")
                          .arg(volume.grid.shape[0])
                          .arg(volume.grid.shape[1])
                          .arg(volume.grid.shape[2]));
    return volume;
}

std::vector<image::Index> SpmImages::maskVoxels() const
{
    const image::Volume beta = read(m_model.betas.front());
    const std::string name = m_model.mask.empty() ? "mask.nii" : m_model.mask;
    const image::Volume mask = has(name) ? read(name) : beta;
    const bool isBeta = !has(name);
    std::vector<image::Index> voxels;
    for (image::Index v = 0; v < m_grid.size(); ++v) {
        const auto at = static_cast<std::size_t>(v);
        if (std::isfinite(beta.values[at]) && (isBeta || mask.values[at] > 0))
            voxels.push_back(v);
    }
    if (voxels.empty())
        throw badData(m_folder / name, FUSIFORM_TR("core", "voxels inside the mask"),
                      FUSIFORM_TR("core", "none"));
    return voxels;
}

Eigen::VectorXf SpmImages::mean(const SpmMean& mean, std::span<const image::Index> voxels) const
{
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(static_cast<Index>(voxels.size()));
    for (const Index column : mean.columns) {
        const image::Volume beta = read(m_model.betas[static_cast<std::size_t>(column)]);
        for (std::size_t v = 0; v < voxels.size(); ++v)
            sum[static_cast<Index>(v)] += beta.values[static_cast<std::size_t>(voxels[v])];
    }
    return (sum / static_cast<double>(mean.columns.size())).cast<float>();
}

SpmTMap faceMap(const SpmModel& model, const SpmColumns& columns, const SpmImages& images,
                std::span<const image::Index> voxels)
{
    for (const SpmContrast& contrast : model.tContrasts)
        if (isFaceContrast(contrast, columns) && images.has(contrast.map))
            return {valuesAt(images.read(contrast.map), voxels),
                    "contrast " + contrast.name + " (" + contrast.map + ")"};
    return {computedMap(model, columns, images, voxels),
            "betas, their covariance and residual mean squares"};
}

} // namespace fusiform::import
