// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti_values.h"

#include "core/io/gifti.h"
#include "core/io/surface_ras.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::io {

namespace {

namespace fs = std::filesystem;

constexpr const char* kScanner = "NIFTI_XFORM_SCANNER_ANAT";
constexpr const char* kUnknown = "NIFTI_XFORM_UNKNOWN";

const GiftiArray& firstOf(const Gifti& gifti, const std::string& intent, const fs::path& file)
{
    const auto found = std::ranges::find(gifti.arrays, intent, &GiftiArray::intent);
    if (found == gifti.arrays.end())
        throw badData(file, FUSIFORM_TR("core", "an array of %1").arg(intent),
                      FUSIFORM_TR("core", "none"));
    return *found;
}

const GiftiArray& threeColumnsOf(const Gifti& gifti, const std::string& intent,
                                 const fs::path& file)
{
    const GiftiArray& array = firstOf(gifti, intent, file);
    if (array.shape.size() != 2 || array.shape[1] != 3)
        throw badData(file, FUSIFORM_TR("core", "three columns of %1").arg(intent),
                      FUSIFORM_TR("core", "others"));
    if (array.numbers.empty())
        throw badData(file, FUSIFORM_TR("core", "numbers of %1").arg(intent),
                      FUSIFORM_TR("core", "none"));
    return array;
}

std::optional<Eigen::Vector3d> volumeVector(const GiftiArray& array, const std::string& letter)
{
    Eigen::Vector3d vector;
    for (int row = 0; row < 3; ++row) {
        const auto text = array.metadata.find("VolGeom" + letter + "_" + "RAS"[row]);
        const auto number = text == array.metadata.end() ? std::nullopt : numberFrom(text->second);
        if (!number)
            return std::nullopt;
        vector[row] = *number;
    }
    return vector;
}

/// What FreeSurfer says in metadata of the volume that the surface was made from.
std::optional<SurfaceVolume> volumeOf(const GiftiArray& points)
{
    const auto centre = volumeVector(points, "C");
    if (!centre)
        return std::nullopt;
    SurfaceVolume volume;
    volume.cRas = *centre;
    const auto x = volumeVector(points, "X");
    const auto y = volumeVector(points, "Y");
    const auto z = volumeVector(points, "Z");
    if (x && y && z)
        volume.axes << *x, *y, *z;
    return volume;
}

Eigen::Affine3d matrixOf(const GiftiTransform& transform, const fs::path& file)
{
    if (transform.matrix.size() != 16)
        throw badData(file, FUSIFORM_TR("core", "a matrix of 16 numbers"),
                      FUSIFORM_TR("core", "%1").arg(transform.matrix.size()));
    Eigen::Affine3d result;
    result.matrix()
        = Eigen::Map<const Eigen::Matrix<double, 4, 4, Eigen::RowMajor>>(transform.matrix.data());
    return result;
}

struct Place {
    Eigen::Affine3d scannerFromPoints = Eigen::Affine3d::Identity();
    bool isKnown = true;
};

/// The rules of the header, in their order.
Place placeOf(const GiftiArray& points, const fs::path& file)
{
    for (const GiftiTransform& transform : points.transforms)
        if (!transform.dataSpace.empty() && transform.dataSpace != kUnknown)
            return {};
    for (const GiftiTransform& transform : points.transforms)
        if (transform.transformedSpace == kScanner)
            return {matrixOf(transform, file)};
    if (const auto volume = volumeOf(points))
        return {scannerFromSurfaceRas(*volume)};
    return {Eigen::Affine3d::Identity(), false};
}

} // namespace

SurfaceFile readGiftiSurface(const fs::path& file)
{
    const Gifti gifti = readGifti(file, GiftiNumbers::Read);
    const GiftiArray& points = threeColumnsOf(gifti, "NIFTI_INTENT_POINTSET", file);
    const GiftiArray& triangles = threeColumnsOf(gifti, "NIFTI_INTENT_TRIANGLE", file);
    const Place place = placeOf(points, file);
    SurfaceFile result;
    result.isPlaced = place.isKnown;
    result.surface.points
        = place.scannerFromPoints
          * Eigen::Map<const Eigen::Matrix3Xd>(points.numbers.data(), 3, points.shape[0]);
    result.surface.triangles.reserve(static_cast<std::size_t>(triangles.shape[0]));
    for (std::size_t first = 0; first < triangles.numbers.size(); first += 3) {
        std::array<std::int32_t, 3> corners = {};
        for (std::size_t c = 0; c < 3; ++c) {
            // Numbers beyond the vertices are refused by readSurface; here they only must fit.
            const double vertex = triangles.numbers[first + c];
            corners[c] = vertex >= 0 && vertex < 0x1p31 ? static_cast<std::int32_t>(vertex) : -1;
        }
        result.surface.triangles.push_back(corners);
    }
    return result;
}

std::size_t giftiVertices(const fs::path& file, const std::string& intent)
{
    const Gifti gifti = readGifti(file);
    return static_cast<std::size_t>(firstOf(gifti, intent, file).shape[0]);
}

VertexLabels readGiftiLabels(const fs::path& file, std::size_t vertices)
{
    const Gifti gifti = readGifti(file, GiftiNumbers::Read);
    const GiftiArray& array = firstOf(gifti, "NIFTI_INTENT_LABEL", file);
    if (array.numbers.size() != vertices)
        throw badData(file, FUSIFORM_TR("core", "the %1 vertices of the surface").arg(vertices),
                      FUSIFORM_TR("core", "%1").arg(array.numbers.size()));
    VertexLabels result;
    for (const double number : array.numbers) {
        if (number != std::floor(number) || !(std::abs(number) <= 0x1p31))
            throw badData(file, FUSIFORM_TR("core", "whole numbers, as label images have"),
                          FUSIFORM_TR("core", "%1").arg(number));
        result.labels.push_back(static_cast<std::int64_t>(number));
    }
    for (const GiftiLabel& label : gifti.labels)
        result.names.emplace(label.key, label.name);
    return result;
}

} // namespace fusiform::io
