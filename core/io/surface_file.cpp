// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/surface_file.h"

#include "core/io/freesurfer_values.h"
#include "core/io/gifti.h"
#include "core/io/gifti_values.h"
#include "core/util/error.h"

namespace fusiform::io {

namespace {

namespace fs = std::filesystem;

bool isGiftiName(const fs::path& file)
{
    const std::string name = lowerCase(file.filename().string());
    return name.ends_with(".gii") || name.ends_with(".gii.gz");
}

/// What every user of a surface relies on.
void checkSurface(const fs::path& file, const image::Surface& surface)
{
    if (surface.points.cols() == 0)
        throw badData(file, FUSIFORM_TR("core", "a surface with vertices"),
                      FUSIFORM_TR("core", "none"));
    constexpr double kFarthest = 1e4; // mm: no head reaches 10 m
    if (!(surface.points.array().abs() <= kFarthest).all())
        throw badData(file, FUSIFORM_TR("core", "coordinates in mm"),
                      FUSIFORM_TR("core", "some beyond 10 m, or no numbers"));
    for (const auto& triangle : surface.triangles)
        for (const std::int32_t vertex : triangle)
            if (vertex < 0 || vertex >= surface.points.cols())
                throw badData(file,
                              FUSIFORM_TR("core", "numbers of vertices from 0 to %1")
                                  .arg(surface.points.cols() - 1),
                              FUSIFORM_TR("core", "%1").arg(vertex));
}

SurfaceFile readAnySurface(const fs::path& file)
{
    if (isGiftiName(file))
        return readGiftiSurface(file);
    const FreeSurferSurface surface = readFreeSurferSurface(file);
    return {meshOf(surface, file), surface.isInScannerRas || surface.volume.has_value()};
}

} // namespace

SurfaceFile readSurface(const fs::path& file)
{
    SurfaceFile result = readAnySurface(file);
    checkSurface(file, result.surface);
    return result;
}

std::size_t surfaceVertices(const fs::path& file)
{
    return isGiftiName(file) ? giftiVertices(file, "NIFTI_INTENT_POINTSET")
                             : readFreeSurferSurface(file).vertices;
}

std::vector<float> readVertexValues(const fs::path& file)
{
    if (!isGiftiName(file))
        return readFreeSurferValues(file);
    const Gifti gifti = readGifti(file, GiftiNumbers::Read);
    for (const GiftiArray& array : gifti.arrays)
        if (!array.shape.empty()
            && array.numbers.size() == static_cast<std::size_t>(array.shape.front()))
            return {array.numbers.begin(), array.numbers.end()};
    throw badData(file, FUSIFORM_TR("core", "an array with one value a vertex"),
                  FUSIFORM_TR("core", "none"));
}

bool isVertexLabels(const fs::path& file)
{
    const std::string end = lowerCase(file.extension().string());
    return end == ".annot" || end == ".label" || isGiftiName(file);
}

std::optional<std::size_t> labelledVertices(const fs::path& file)
{
    if (isGiftiName(file))
        return giftiVertices(file, "NIFTI_INTENT_LABEL");
    if (lowerCase(file.extension().string()) == ".label")
        return std::nullopt;
    return readFreeSurferAnnotation(file).vertices;
}

VertexLabels readVertexLabels(const fs::path& file, std::size_t vertices, const std::string& name)
{
    if (isGiftiName(file))
        return readGiftiLabels(file, vertices);
    if (lowerCase(file.extension().string()) == ".label")
        return readLabelVertices(file, vertices, name);
    return readAnnotationLabels(file, vertices);
}

} // namespace fusiform::io
