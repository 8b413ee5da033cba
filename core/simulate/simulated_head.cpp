// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/simulated_head.h"

#include "core/image/smoothing.h"
#include "core/io/nifti.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace fusiform::simulate {

namespace {

namespace fs = std::filesystem;

const Eigen::Vector3d kCentre(0, -17, 12); // of the brain, mm

fs::path templateFile(const char* name)
{
    fs::path file = templateFolder() / name;
    if (!fs::exists(file))
        throw badData(file, FUSIFORM_TR("core", "a brain template of the package mricron-data"),
                      FUSIFORM_TR("core", "no such file; install the package or set "
                                          "FUSIFORM_TEMPLATES"));
    return file;
}

bool startsWithAny(const std::string& text, std::initializer_list<const char*> beginnings)
{
    return std::ranges::any_of(beginnings, [&text](const char* b) { return text.starts_with(b); });
}

CodingRegion regionNamed(const std::string& label)
{
    if (startsWithAny(label, {"Calcarine", "Cuneus", "Lingual", "Occipital"}))
        return CodingRegion::Occipital;
    if (startsWithAny(label, {"Fusiform", "Temporal_Inf", "Temporal_Mid"}))
        return CodingRegion::Temporal;
    if (startsWithAny(label, {"Frontal", "Precentral", "Parietal", "Angular", "SupraMarginal"}))
        return CodingRegion::Frontoparietal;
    return CodingRegion::None;
}

/// AAL's list has a line "number name number" for each label.
std::vector<CodingRegion> regionsOfLabels(const fs::path& file)
{
    std::ifstream stream(file);
    std::vector<CodingRegion> regions;
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        std::size_t number = 0;
        std::string name;
        if (!(words >> number >> name) || number > 10000)
            continue;
        if (number >= regions.size())
            regions.resize(number + 1, CodingRegion::None);
        regions[number] = regionNamed(name);
    }
    if (std::ranges::count(regions, CodingRegion::None) == std::ssize(regions))
        throw badData(file, FUSIFORM_TR("core", "the labels of the AAL atlas"),
                      FUSIFORM_TR("core", "none of its names"));
    return regions;
}

/// Divided by the 98th percentile of what is not background, and cut at 1.
void scaleToOne(std::vector<float>& values)
{
    std::vector<float> inside;
    for (const float v : values)
        if (v > 0)
            inside.push_back(v);
    const auto place
        = inside.begin() + static_cast<std::ptrdiff_t>(0.98 * static_cast<double>(inside.size()));
    std::ranges::nth_element(inside, place);
    const float top = *place;
    for (float& v : values)
        v = std::clamp(v / top, 0.0F, 1.0F);
}

/// Fluid bright, grey matter medium, white matter darker; signal lost above the sinuses and beside
/// the ears; brighter near the coil.
image::Volume echoPlanarContrast(const image::Volume& anatomy, double resolutionMm)
{
    image::Volume contrast = anatomy;
    const Eigen::Vector3d sinus(0, 38, -22);
    for (std::size_t i = 0; i < contrast.values.size(); ++i) {
        float& value = contrast.values[i];
        if (value <= 0)
            continue;
        const Eigen::Vector3d at = anatomy.grid.mm(static_cast<image::Index>(i)).at;
        double lost = 0.75 * std::exp(-(at - sinus).squaredNorm() / (2 * 13 * 13));
        for (const double side : {-1.0, 1.0})
            lost = std::max(
                lost, 0.5
                          * std::exp(-(at - Eigen::Vector3d(side * 52, -22, -28)).squaredNorm()
                                     / (2 * 9 * 9)));
        const double coil = 1 + 0.12 * (at - kCentre).norm() / 80 - 0.05 * at[2] / 80;
        value = static_cast<float>((1.15 - 0.6 * value) * (1 - lost) * coil);
    }
    return image::smoothed(contrast, resolutionMm);
}

} // namespace

fs::path templateFolder()
{
    const char* const chosen = std::getenv("FUSIFORM_TEMPLATES");
    return chosen != nullptr && *chosen != '\0' ? chosen : "/usr/share/mricron/templates";
}

SimulatedHead readHead(double resolutionMm)
{
    SimulatedHead head;
    head.anatomy = io::readVolume(templateFile("ch2bet.nii.gz"));
    scaleToOne(head.anatomy.values);
    head.echoPlanar = echoPlanarContrast(head.anatomy, resolutionMm);

    const auto regions = regionsOfLabels(templateFile("aal.nii.txt"));
    head.labels = io::readVolume(templateFile("aal.nii.gz"));
    for (float& value : head.labels.values) {
        const auto number = static_cast<std::size_t>(std::max(0.0F, value));
        value = static_cast<float>(number < regions.size() ? regions[number] : CodingRegion::None);
    }
    return head;
}

image::Grid scannerGrid(const std::array<image::Index, 3>& shape, const Eigen::Vector3d& voxelSize)
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    const Eigen::Vector3d sign(-1, 1, 1);
    for (int axis = 0; axis < 3; ++axis) {
        affine(axis, axis) = sign[axis] * voxelSize[axis];
        affine(axis, 3) = kCentre[axis]
                          - affine(axis, axis)
                                * static_cast<double>(shape[static_cast<std::size_t>(axis)] - 1)
                                / 2;
    }
    return {shape, image::Affine(affine)};
}

Eigen::Isometry3d scannerFromHead(const Movement& movement)
{
    Eigen::Isometry3d result = Eigen::Isometry3d::Identity();
    result.translate(kCentre + movement.head<3>());
    result.rotate(Eigen::AngleAxisd(movement[3], Eigen::Vector3d::UnitX())
                  * Eigen::AngleAxisd(movement[4], Eigen::Vector3d::UnitY())
                  * Eigen::AngleAxisd(movement[5], Eigen::Vector3d::UnitZ()));
    result.translate(-kCentre);
    return result;
}

Eigen::Matrix4f headVoxelFromVoxel(const image::Grid& scanner, const Movement& movement,
                                   const image::Grid& head)
{
    return (head.affine.voxelFromMm() * scannerFromHead(movement).inverse().matrix()
            * scanner.affine.mmFromVoxel())
        .cast<float>();
}

} // namespace fusiform::simulate
