// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer_values.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <cmath>
#include <map>

namespace fusiform::io {

namespace {

namespace fs = std::filesystem;

Eigen::Affine3d placeOf(const FreeSurferSurface& surface, const fs::path& file)
{
    if (surface.isInScannerRas || !surface.volume)
        return Eigen::Affine3d::Identity();
    const Eigen::Matrix3d& axes = surface.volume->axes;
    constexpr double kRounded = 1e-3; // of six printed decimals, with room
    if (!(axes.transpose() * axes).isApprox(Eigen::Matrix3d::Identity(), kRounded))
        throw badData(file, FUSIFORM_TR("core", "axes of a volume at right angles, of length 1"),
                      FUSIFORM_TR("core", "others"));
    return scannerFromSurfaceRas(*surface.volume);
}

double nextCoordinate(ByteReader& reader, bool isHundredths)
{
    return isHundredths ? reader.next<std::int16_t>() / 100.0
                        : static_cast<double>(reader.next<float>());
}

/// @param colours R + 256 G + 65536 B, vertex by vertex.
VertexLabels labelsOf(const std::vector<std::int32_t>& colours,
                      const FreeSurferAnnotation& annotation)
{
    VertexLabels result;
    std::map<std::int32_t, std::int64_t> labelOfColour;
    for (const FreeSurferAnnotation::Entry& entry : annotation.table) {
        const auto part
            = [&](std::size_t i) { return static_cast<std::uint8_t>(entry.rgbt[i] & 0xFF); };
        result.names[entry.index] = {entry.name, std::array{part(0), part(1), part(2)}};
        labelOfColour.emplace(part(0) | part(1) << 8 | part(2) << 16, entry.index);
    }
    for (const std::int32_t colour : colours) {
        const auto known = labelOfColour.find(colour);
        if (known != labelOfColour.end())
            result.labels.push_back(known->second);
        else
            result.labels.push_back(annotation.table.empty() && colour != 0 ? colour : kNoLabel);
    }
    return result;
}

void requireVertices(const fs::path& file, std::size_t wanted, std::size_t found)
{
    if (found != wanted)
        throw badData(file, FUSIFORM_TR("core", "the %1 vertices of the surface").arg(wanted),
                      FUSIFORM_TR("core", "%1").arg(found));
}

} // namespace

image::Surface meshOf(const FreeSurferSurface& surface, const fs::path& file)
{
    const Eigen::Affine3d place = placeOf(surface, file);
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    reader.seek(surface.pointsAt);
    const std::uint64_t bytes = surface.vertices * (surface.hasHundredths ? 6 : 12);
    if (bytes + 12 * surface.faces > reader.remaining())
        throw badData(file, FUSIFORM_TR("core", "%1 bytes of data").arg(bytes),
                      FUSIFORM_TR("core", "%1").arg(reader.remaining()));
    image::Surface mesh;
    mesh.points.resize(3, static_cast<Eigen::Index>(surface.vertices));
    for (Eigen::Index vertex = 0; vertex < mesh.points.cols(); ++vertex) {
        Eigen::Vector3d point;
        for (double& part : point)
            part = nextCoordinate(reader, surface.hasHundredths);
        mesh.points.col(vertex) = place * point;
    }
    const bool isTriangles = surface.cornersOfAFace == 3;
    mesh.triangles.reserve(surface.faces * (isTriangles ? 1 : 2));
    for (std::uint64_t face = 0; face < surface.faces; ++face) {
        std::array<std::int32_t, 4> corners = {};
        for (std::size_t c = 0; c < static_cast<std::size_t>(surface.cornersOfAFace); ++c)
            corners[c] = isTriangles ? reader.next<std::int32_t>()
                                     : static_cast<std::int32_t>(reader.nextUint24());
        mesh.triangles.push_back({corners[0], corners[1], corners[2]});
        if (!isTriangles)
            mesh.triangles.push_back({corners[0], corners[2], corners[3]});
    }
    return mesh;
}

std::vector<float> readFreeSurferValues(const fs::path& file)
{
    const FreeSurferCurv curv = readFreeSurferCurv(file);
    if (curv.valuesPerVertex != 1)
        throw badData(
            file, FUSIFORM_TR("core", "one value a vertex"),
            FUSIFORM_TR("core", "%1").arg(static_cast<unsigned long>(curv.valuesPerVertex)));
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    reader.seek(curv.valuesAt);
    std::vector<float> values;
    values.reserve(curv.vertices);
    for (std::uint64_t vertex = 0; vertex < curv.vertices; ++vertex)
        values.push_back(static_cast<float>(curv.isOldFormat
                                                ? reader.next<std::int16_t>() / 100.0
                                                : static_cast<double>(reader.next<float>())));
    return values;
}

VertexLabels readAnnotationLabels(const fs::path& file, std::size_t vertices)
{
    const FreeSurferAnnotation annotation = readFreeSurferAnnotation(file);
    requireVertices(file, vertices, annotation.vertices);
    const MappedFile mapped(file);
    ByteReader reader(file, mapped.bytes(), std::endian::big);
    reader.skip(4); // the count
    std::vector<std::int32_t> colours(vertices, 0);
    for (std::size_t i = 0; i < vertices; ++i) {
        const auto vertex = reader.next<std::int32_t>();
        if (vertex < 0 || static_cast<std::size_t>(vertex) >= vertices)
            throw badData(file,
                          FUSIFORM_TR("core", "numbers of vertices from 0 to %1").arg(vertices - 1),
                          FUSIFORM_TR("core", "%1").arg(vertex));
        colours[static_cast<std::size_t>(vertex)] = reader.next<std::int32_t>() & 0xFFFFFF;
    }
    return labelsOf(colours, annotation);
}

VertexLabels readLabelVertices(const fs::path& file, std::size_t vertices, const std::string& name)
{
    const FreeSurferLabel label = readFreeSurferLabel(file);
    if (label.points.size() != label.declared)
        throw badData(file,
                      FUSIFORM_TR("core", "%1 vertices, as its second line says")
                          .arg(static_cast<unsigned long>(label.declared)),
                      FUSIFORM_TR("core", "%1").arg(label.points.size()));
    VertexLabels result;
    result.labels.assign(vertices, kNoLabel);
    result.names[1].name = name;
    for (const FreeSurferLabel::Point& point : label.points) {
        if (point.vertex < 0 || static_cast<std::size_t>(point.vertex) >= vertices)
            throw badData(file,
                          FUSIFORM_TR("core", "numbers of vertices from 0 to %1").arg(vertices - 1),
                          FUSIFORM_TR("core", "%1").arg(static_cast<long long>(point.vertex)));
        result.labels[static_cast<std::size_t>(point.vertex)] = 1;
    }
    return result;
}

} // namespace fusiform::io
