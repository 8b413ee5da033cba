// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mgh.h"

#include "core/io/byte_reader.h"
#include "core/io/gzip_file.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::io {

namespace {

constexpr std::size_t kHeaderBytes = 284;

struct MghType {
    std::int32_t code;
    const char* name;
    std::int64_t bytes;
};
constexpr std::array kMghTypes
    = {MghType{0, "uint8", 1}, MghType{1, "int32", 4}, MghType{3, "float32", 4},
       MghType{4, "int16", 2}, MghType{10, "uint16", 2}};

template <class T>
float nextMghNumber(ByteReader& reader)
{
    return static_cast<float>(reader.next<T>());
}

/// The next number of a type, by its name.
float (*readerOf(const std::string& type))(ByteReader&)
{
    if (type == "uint8")
        return nextMghNumber<std::uint8_t>;
    if (type == "int16")
        return nextMghNumber<std::int16_t>;
    if (type == "uint16")
        return nextMghNumber<std::uint16_t>;
    return type == "int32" ? nextMghNumber<std::int32_t> : nextMghNumber<float>;
}

/// What the fields of the orientation are when the file says that it has none.
constexpr std::array<double, 12> kCoronal = {-1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0};

/// Directions of the axes in columns and the centre of the grid: voxel `shape / 2` lies at c_ras.
Eigen::Matrix4d matrixOf(const MghHeader& header, const std::array<double, 12>& fields)
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    Eigen::Vector3d centre;
    for (int axis = 0; axis < 3; ++axis) {
        const auto a = static_cast<std::size_t>(axis);
        for (std::size_t row = 0; row < 3; ++row)
            m(static_cast<int>(row), axis) = fields[3 * a + row] * header.zooms[a];
        centre[axis] = static_cast<double>(header.shape[a]) / 2;
    }
    const Eigen::Vector3d cRas(fields[9], fields[10], fields[11]);
    m.topRightCorner<3, 1>() = cRas - m.topLeftCorner<3, 3>() * centre;
    return m;
}

void readShape(ByteReader& reader, MghHeader& header)
{
    std::int64_t count = 1;
    for (std::int64_t& size : header.shape) {
        size = reader.next<std::int32_t>();
        constexpr std::int64_t kMost = std::int64_t{1} << 40;
        if (size < 1 || size > kMost / count)
            throw badData(reader.file(),
                          FUSIFORM_TR("core", "dimensions of at least 1 and a sensible product"),
                          FUSIFORM_TR("core", "a size of %1").arg(static_cast<long long>(size)));
        count *= size;
    }
}

void readOrientation(ByteReader& reader, MghHeader& header)
{
    header.hasOrientation = reader.next<std::int16_t>() == 1;
    for (double& zoom : header.zooms)
        zoom = reader.next<float>();
    std::array<double, 12> fields = {};
    for (double& field : fields)
        field = reader.next<float>();
    if (!header.hasOrientation) {
        header.zooms = {1, 1, 1};
        fields = kCoronal;
    }
    header.cRas = {fields[9], fields[10], fields[11]};
    const Eigen::Matrix4d m = matrixOf(header, fields);
    // Surface overlays say that they are oriented and leave the axes at zero: not volumes in space.
    if (!image::Affine::isUsable(m))
        header.hasOrientation = false;
    else
        header.affine = image::Affine(m);
}

} // namespace

bool isMgh(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    const std::string end = file.extension().string();
    const std::string name = file.filename().string();
    return prefix.size() >= 4 && (end == ".mgh" || end == ".mgz" || name.ends_with(".mgh.gz"));
}

MghHeader readMghHeader(const std::filesystem::path& file)
{
    const GzipContent content = readGzipPrefix(file, kHeaderBytes);
    ByteReader reader(file, content.bytes, std::endian::big);
    MghHeader header;
    header.isCompressed = content.isCompressed;
    if (const auto version = reader.next<std::int32_t>(); version != 1)
        throw badData(file, FUSIFORM_TR("core", "an MGH volume of version 1"),
                      FUSIFORM_TR("core", "version %1").arg(version));
    readShape(reader, header);
    const auto code = reader.next<std::int32_t>();
    const auto type = std::ranges::find(kMghTypes, code, &MghType::code);
    if (type == kMghTypes.end())
        throw badData(file, FUSIFORM_TR("core", "a data type of the MGH format"),
                      FUSIFORM_TR("core", "type code %1").arg(code));
    header.type = type->name;
    reader.skip(4); // degrees of freedom
    readOrientation(reader, header);

    std::int64_t bytes = type->bytes;
    for (const std::int64_t size : header.shape)
        bytes *= size;
    const auto wanted = kHeaderBytes + static_cast<std::uint64_t>(bytes);
    std::error_code error;
    const auto found = std::filesystem::file_size(file, error);
    if (!header.isCompressed && !error && found < wanted)
        throw badData(file, FUSIFORM_TR("core", "%1 bytes of data").arg(wanted),
                      FUSIFORM_TR("core", "%1").arg(static_cast<unsigned long>(found)));
    return header;
}

image::Volume readMghVolume(const std::filesystem::path& file, image::Index frame)
{
    const MghHeader header = readMghHeader(file);
    if (!header.hasOrientation)
        throw badData(file, FUSIFORM_TR("core", "a volume that says where it lies"),
                      FUSIFORM_TR("core", "no orientation"));
    if (frame < 0 || frame >= header.shape[3])
        throw badData(file, FUSIFORM_TR("core", "a frame number %1").arg(frame),
                      FUSIFORM_TR("core", "%1 frames").arg(header.shape[3]));
    image::Volume volume;
    volume.grid = {{header.shape[0], header.shape[1], header.shape[2]}, header.affine};
    const auto type = std::ranges::find(kMghTypes, std::string_view(header.type), &MghType::name);
    const auto frameBytes = static_cast<std::size_t>(volume.grid.size() * type->bytes);
    const std::size_t begin = kHeaderBytes + static_cast<std::size_t>(frame) * frameBytes;
    const GzipContent content = readGzip(file, begin + frameBytes);
    ByteReader reader(file, content.bytes, std::endian::big);
    reader.seek(begin);
    float (*const next)(ByteReader&) = readerOf(header.type);
    volume.values.resize(static_cast<std::size_t>(volume.grid.size()));
    for (float& value : volume.values)
        value = next(reader);
    return volume;
}

Json describeMgh(const std::filesystem::path& file)
{
    const MghHeader header = readMghHeader(file);
    return {{"format", "MGH"},
            {"shape", header.shape},
            {"zooms", header.zooms},
            {"affine", header.hasOrientation ? Json(header.affine.rows()) : Json(nullptr)},
            {"orientation", header.hasOrientation ? header.affine.orientation() : "???"},
            {"affine_source", header.hasOrientation ? "mgh" : "none"},
            {"c_ras", header.cRas},
            {"dtype", header.type},
            {"compressed", header.isCompressed}};
}

} // namespace fusiform::io
