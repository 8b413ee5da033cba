// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/bytes.h"

#include <Eigen/Dense>

#include <QByteArray>

#include <sstream>
#include <vector>

// Files of a made-up cortex, written from the layouts that FreeSurfer and the GIFTI standard
// document.
namespace fusiform::test {

/// A ball's surface: eight patches of triangles, one an octant, with vertices of their own.
struct Ball {
    std::vector<Eigen::Vector3d> directions; ///< of length 1
    std::vector<std::array<std::int32_t, 3>> triangles;
    std::vector<std::int32_t> octants; ///< of each vertex: 1 to 8, as octantOf
};

inline std::int32_t octantOf(const Eigen::Vector3d& at)
{
    return 1 + (at[0] > 0) + 2 * (at[1] > 0) + 4 * (at[2] > 0);
}

/// @param cuts of the edges of each octant.
inline Ball ball(int cuts)
{
    Ball result;
    for (int octant = 0; octant < 8; ++octant) {
        const Eigen::Vector3d signs((octant & 1) != 0 ? 1 : -1, (octant & 2) != 0 ? 1 : -1,
                                    (octant & 4) != 0 ? 1 : -1);
        const auto first = static_cast<std::int32_t>(result.directions.size());
        // Rows of cuts + 1, cuts, ... 1 vertices.
        const auto vertex
            = [&](int i, int j) { return first + i * (cuts + 1) - i * (i - 1) / 2 + j; };
        for (int i = 0; i <= cuts; ++i)
            for (int j = 0; i + j <= cuts; ++j) {
                result.directions.push_back(
                    Eigen::Vector3d(i, j, cuts - i - j).normalized().cwiseProduct(signs));
                result.octants.push_back(octant + 1);
                if (i + j < cuts)
                    result.triangles.push_back({vertex(i, j), vertex(i + 1, j), vertex(i, j + 1)});
                if (i + j < cuts - 1)
                    result.triangles.push_back(
                        {vertex(i + 1, j), vertex(i + 1, j + 1), vertex(i, j + 1)});
            }
    }
    return result;
}

inline std::vector<Eigen::Vector3d> pointsOf(const Ball& ball, double radius)
{
    std::vector<Eigen::Vector3d> points;
    for (const Eigen::Vector3d& direction : ball.directions)
        points.push_back(radius * direction);
    return points;
}

/// FreeSurfer's geometry of a volume, as text after the faces.
inline std::string geometryText(const Eigen::Vector3d& cRas,
                                const Eigen::Matrix3d& axes
                                = Eigen::Matrix3d{{-1, 0, 0}, {0, 0, 1}, {0, -1, 0}})
{
    std::ostringstream text;
    text.precision(15);
    text << "valid = 1  # volume info valid\nfilename = cras/orig.mgz\nvolume = 256 256 256\n"
            "voxelsize = 1.0 1.0 1.0\n";
    const Eigen::IOFormat line(15, 0, " ", " ");
    text << "xras   = " << axes.col(0).transpose().format(line) << '\n';
    text << "yras   = " << axes.col(1).transpose().format(line) << '\n';
    text << "zras   = " << axes.col(2).transpose().format(line) << '\n';
    text << "cras   = " << cRas.transpose().format(line) << '\n';
    return text.str();
}

enum class Frame { SurfaceRas, ScannerRas };

/// A surface of triangles; `geometry` empty: the file does not tell its volume.
inline std::string triangleFile(const std::vector<Eigen::Vector3d>& points,
                                const std::vector<std::array<std::int32_t, 3>>& triangles,
                                const std::string& geometry, Frame frame = Frame::SurfaceRas)
{
    Bytes bytes(std::endian::big);
    bytes.text("\xFF\xFF\xFE").text("created by a test\n\n");
    bytes.add(static_cast<std::int32_t>(points.size()));
    bytes.add(static_cast<std::int32_t>(triangles.size()));
    for (const Eigen::Vector3d& point : points)
        for (const double part : point)
            bytes.add(static_cast<float>(part));
    for (const auto& triangle : triangles)
        for (const std::int32_t corner : triangle)
            bytes.add(corner);
    if (!geometry.empty()) {
        bytes.add(std::int32_t{2}).add(std::int32_t{frame == Frame::ScannerRas});
        bytes.add(std::int32_t{20}).text(geometry);
    }
    return bytes.all();
}

/// A colour of the octants' table: no two alike.
inline std::array<std::int32_t, 3> colourOfEntry(std::int32_t index)
{
    return {10 + index, 20 * index, 250 - index};
}

/// An annotation of version 2. Entry n of `names` has the index n.
inline std::string annotationFile(const std::vector<std::int32_t>& labels,
                                  const std::vector<std::string>& names)
{
    Bytes bytes(std::endian::big);
    bytes.add(static_cast<std::int32_t>(labels.size()));
    for (std::size_t v = 0; v < labels.size(); ++v) {
        const auto [r, g, b] = colourOfEntry(labels[v]);
        bytes.add(static_cast<std::int32_t>(v)).add(std::int32_t{r + 256 * g + 65536 * b});
    }
    const auto count = static_cast<std::int32_t>(names.size());
    bytes.add(std::int32_t{1}).add(std::int32_t{-2}).add(count);
    bytes.add(std::int32_t{6}).text(std::string_view("a.txt\0", 6)).add(count);
    for (std::int32_t index = 0; index < count; ++index) {
        const std::string& name = names[static_cast<std::size_t>(index)];
        bytes.add(index).add(static_cast<std::int32_t>(name.size() + 1));
        bytes.text(name).text(std::string_view("\0", 1));
        for (const std::int32_t part : colourOfEntry(index))
            bytes.add(part);
        bytes.add(std::int32_t{0});
    }
    return bytes.all();
}

/// How the numbers of a GIFTI array are written.
struct GiftiWay {
    const char* encoding = "ASCII";
    std::endian order = std::endian::little;
    bool isRowMajor = true;
};

/// One DataArray; `inside` is what stands before its Data.
template <class T>
std::string giftiArray(const std::string& intent, const std::vector<std::array<T, 3>>& rows,
                       const GiftiWay& way, const std::string& inside = {})
{
    std::vector<T> numbers;
    for (std::size_t n = 0; n < 3 * rows.size(); ++n)
        numbers.push_back(way.isRowMajor ? rows[n / 3][n % 3]
                                         : rows[n % rows.size()][n / rows.size()]);
    return giftiArray(intent, numbers, way, inside,
                      "Dimensionality=\"2\" Dim0=\"" + std::to_string(rows.size())
                          + "\" Dim1=\"3\"");
}

template <class T>
std::string giftiArray(const std::string& intent, const std::vector<T>& numbers,
                       const GiftiWay& way, const std::string& inside = {}, std::string sizes = {})
{
    if (sizes.empty())
        sizes = "Dimensionality=\"1\" Dim0=\"" + std::to_string(numbers.size()) + "\"";
    std::string text;
    if (std::string_view(way.encoding) == "ASCII") {
        std::ostringstream stream;
        stream.precision(9);
        for (const T number : numbers)
            stream << number << '\n';
        text = stream.str();
    } else {
        Bytes bytes(way.order);
        for (const T number : numbers)
            bytes.add(number);
        QByteArray raw(bytes.all().data(), static_cast<qsizetype>(bytes.all().size()));
        if (std::string_view(way.encoding) == "GZipBase64Binary")
            raw = qCompress(raw).mid(4); // Qt puts the length before the zlib stream
        text = raw.toBase64().toStdString();
    }
    return "<DataArray Intent=\"" + intent + "\" DataType=\""
           + (std::is_floating_point_v<T> ? "NIFTI_TYPE_FLOAT32" : "NIFTI_TYPE_INT32")
           + "\" ArrayIndexingOrder=\"" + (way.isRowMajor ? "RowMajorOrder" : "ColumnMajorOrder")
           + "\" " + sizes + " Encoding=\"" + way.encoding + "\" Endian=\""
           + (way.order == std::endian::big ? "BigEndian" : "LittleEndian")
           + "\" ExternalFileName=\"\" ExternalFileOffset=\"\">" + inside + "<Data>" + text
           + "</Data></DataArray>\n";
}

inline std::string giftiFile(const std::string& inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<GIFTI Version=\"1.0\">\n" + inside
           + "</GIFTI>\n";
}

/// @param inside of the array of points: metadata and coordinate systems.
inline std::string giftiSurface(const std::vector<Eigen::Vector3d>& points,
                                const std::vector<std::array<std::int32_t, 3>>& triangles,
                                const GiftiWay& way, const std::string& inside)
{
    std::vector<std::array<float, 3>> rows;
    for (const Eigen::Vector3d& point : points)
        rows.push_back({static_cast<float>(point[0]), static_cast<float>(point[1]),
                        static_cast<float>(point[2])});
    return giftiFile(giftiArray("NIFTI_INTENT_POINTSET", rows, way, inside)
                     + giftiArray("NIFTI_INTENT_TRIANGLE", triangles, way));
}

inline std::string metadataText(const std::vector<std::pair<std::string, double>>& pairs)
{
    std::string text = "<MetaData>";
    for (const auto& [name, value] : pairs)
        text += "<MD><Name>" + name + "</Name><Value>" + std::to_string(value) + "</Value></MD>";
    return text + "</MetaData>";
}

/// FreeSurfer's metadata of a volume along its own axes.
inline std::string volumeMetadata(const Eigen::Vector3d& cRas)
{
    return metadataText({{"VolGeomX_R", -1},
                         {"VolGeomX_A", 0},
                         {"VolGeomX_S", 0},
                         {"VolGeomY_R", 0},
                         {"VolGeomY_A", 0},
                         {"VolGeomY_S", -1},
                         {"VolGeomZ_R", 0},
                         {"VolGeomZ_A", 1},
                         {"VolGeomZ_S", 0},
                         {"VolGeomC_R", cRas[0]},
                         {"VolGeomC_A", cRas[1]},
                         {"VolGeomC_S", cRas[2]}});
}

inline std::string transformText(const std::string& from, const std::string& to,
                                 const Eigen::Vector3d& shift)
{
    std::ostringstream text;
    text << "<CoordinateSystemTransformMatrix><DataSpace>" << from << "</DataSpace>"
         << "<TransformedSpace>" << to << "</TransformedSpace><MatrixData>1 0 0 " << shift[0]
         << " 0 1 0 " << shift[1] << " 0 0 1 " << shift[2]
         << " 0 0 0 1</MatrixData></CoordinateSystemTransformMatrix>";
    return text.str();
}

} // namespace fusiform::test
