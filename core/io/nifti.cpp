// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nifti.h"

#include "core/io/gzip_file.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

static_assert(std::endian::native == std::endian::little,
              "the readers assume a little-endian machine");

namespace fusiform::io {

namespace {

using image::Index;

constexpr std::size_t kHeader1Size = 348;
constexpr std::size_t kHeader2Size = 540;

/// Numbers at byte offsets of a header of either byte order.
class Fields {
public:
    Fields(std::span<const std::byte> bytes, bool isSwapped)
        : m_bytes(bytes), m_isSwapped(isSwapped)
    {
    }

    template <class T>
    [[nodiscard]] T at(std::size_t offset) const
    {
        std::array<std::byte, sizeof(T)> raw;
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(offset), sizeof(T), raw.begin());
        if (m_isSwapped)
            std::ranges::reverse(raw);
        return std::bit_cast<T>(raw);
    }
    [[nodiscard]] std::string text(std::size_t offset, std::size_t size) const
    {
        std::string result;
        for (std::size_t i = offset; i < offset + size && m_bytes[i] != std::byte{0}; ++i)
            result += static_cast<char>(m_bytes[i]);
        return result;
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_isSwapped;
};

/// Where each field lies in the two versions.
struct RawHeader {
    std::array<std::int64_t, 8> dim = {};
    int type = 0;
    std::array<double, 8> pixdim = {};
    double dataOffset = 0;
    double slope = 0;
    double intercept = 0;
    int qformCode = 0;
    int sformCode = 0;
    std::array<double, 6> quaternion = {}; ///< b, c, d, then the offsets x, y, z
    std::array<double, 12> sform = {};
    int units = 0;
    std::string description;
};

RawHeader rawHeader1(const Fields& f)
{
    RawHeader h;
    for (std::size_t i = 0; i < 8; ++i) {
        h.dim[i] = f.at<std::int16_t>(40 + 2 * i);
        h.pixdim[i] = f.at<float>(76 + 4 * i);
    }
    h.type = f.at<std::int16_t>(70);
    h.dataOffset = f.at<float>(108);
    h.slope = f.at<float>(112);
    h.intercept = f.at<float>(116);
    h.units = static_cast<int>(f.at<std::uint8_t>(123));
    h.description = f.text(148, 80);
    h.qformCode = f.at<std::int16_t>(252);
    h.sformCode = f.at<std::int16_t>(254);
    for (std::size_t i = 0; i < 6; ++i)
        h.quaternion[i] = f.at<float>(256 + 4 * i);
    for (std::size_t i = 0; i < 12; ++i)
        h.sform[i] = f.at<float>(280 + 4 * i);
    return h;
}

RawHeader rawHeader2(const Fields& f)
{
    RawHeader h;
    for (std::size_t i = 0; i < 8; ++i) {
        h.dim[i] = f.at<std::int64_t>(16 + 8 * i);
        h.pixdim[i] = f.at<double>(104 + 8 * i);
    }
    h.type = f.at<std::int16_t>(12);
    h.dataOffset = static_cast<double>(f.at<std::int64_t>(168));
    h.slope = f.at<double>(176);
    h.intercept = f.at<double>(184);
    h.description = f.text(240, 80);
    h.qformCode = f.at<std::int32_t>(344);
    h.sformCode = f.at<std::int32_t>(348);
    for (std::size_t i = 0; i < 6; ++i)
        h.quaternion[i] = f.at<double>(352 + 8 * i);
    for (std::size_t i = 0; i < 12; ++i)
        h.sform[i] = f.at<double>(400 + 8 * i);
    h.units = f.at<std::int32_t>(500);
    return h;
}

std::size_t sizeOfType(NiftiType type)
{
    switch (type) {
    case NiftiType::UInt8:
    case NiftiType::Int8: return 1;
    case NiftiType::Int16:
    case NiftiType::UInt16: return 2;
    case NiftiType::Rgb24: return 3;
    case NiftiType::Int32:
    case NiftiType::UInt32:
    case NiftiType::Float32:
    case NiftiType::Rgba32: return 4;
    case NiftiType::Float64:
    case NiftiType::Int64:
    case NiftiType::UInt64:
    case NiftiType::Complex64: return 8;
    case NiftiType::Float128:
    case NiftiType::Complex128: return 16;
    case NiftiType::Complex256: return 32;
    }
    return 0;
}

Eigen::Matrix4d sformOf(const RawHeader& h)
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            m(row, column) = h.sform[static_cast<std::size_t>(4 * row + column)];
    return m;
}

/// NIfTI-1 standard, method 2: a rotation as a quaternion, voxel sizes, and a handedness in
/// pixdim[0].
Eigen::Matrix4d qformOf(const RawHeader& h)
{
    const auto [b, c, d, x, y, z] = h.quaternion;
    const double rest = 1 - (b * b + c * c + d * d);
    Eigen::Quaterniond q(std::sqrt(std::max(0.0, rest)), b, c, d);
    q.normalize();
    const double handedness = h.pixdim[0] < 0 ? -1 : 1;
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m.topLeftCorner<3, 3>() = q.toRotationMatrix()
                              * Eigen::Vector3d(std::abs(h.pixdim[1]), std::abs(h.pixdim[2]),
                                                handedness * std::abs(h.pixdim[3]))
                                    .asDiagonal();
    m.topRightCorner<3, 1>() = Eigen::Vector3d(x, y, z);
    return m;
}

double positiveOr1(double size) { return std::isfinite(size) && size != 0 ? std::abs(size) : 1; }

/// Voxel sizes alone, the centre of the grid at 0.
Eigen::Matrix4d plainMatrix(const RawHeader& h, const std::vector<Index>& shape)
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    for (int axis = 0; axis < 3; ++axis) {
        const auto a = static_cast<std::size_t>(axis);
        m(axis, axis) = positiveOr1(h.pixdim[a + 1]);
        m(axis, 3)
            = -0.5 * m(axis, axis) * static_cast<double>((a < shape.size() ? shape[a] : 1) - 1);
    }
    return m;
}

/// The largest distance between the two places that the forms give to a corner of the grid.
double disagreement(const Eigen::Matrix4d& a, const Eigen::Matrix4d& b, const image::Grid& grid)
{
    double largest = 0;
    for (int corner = 0; corner < 8; ++corner) {
        Eigen::Vector4d v(0, 0, 0, 1);
        for (int axis = 0; axis < 3; ++axis)
            v[axis] = corner >> axis & 1
                          ? static_cast<double>(grid.shape[static_cast<std::size_t>(axis)] - 1)
                          : 0;
        largest = std::max(largest, ((a - b) * v).head<3>().norm());
    }
    return largest;
}

/// The one rule of the program: the code decides, sform before qform; a form with a code but a
/// singular matrix counts as absent, and is bad data when nothing else is there.
void chooseAffine(NiftiHeader& header, const RawHeader& raw)
{
    const Eigen::Matrix4d sform = sformOf(raw);
    const Eigen::Matrix4d qform = qformOf(raw);
    const bool hasSform = raw.sformCode > 0 && image::Affine::isUsable(sform);
    const bool hasQform = raw.qformCode > 0 && image::Affine::isUsable(qform);
    if (raw.sformCode > 0 && !hasSform && !hasQform)
        throw badData(
            header.file,
            FUSIFORM_TR("core", "an sform whose axes span space (code %1)").arg(raw.sformCode),
            FUSIFORM_TR("core", "a singular matrix"));
    if (raw.qformCode > 0 && !hasQform && !hasSform)
        throw badData(
            header.file,
            FUSIFORM_TR("core", "a qform whose axes span space (code %1)").arg(raw.qformCode),
            FUSIFORM_TR("core", "a singular matrix"));
    if (raw.sformCode > 0 && !hasSform)
        header.warnings.push_back(FUSIFORM_TR("core", "The sform is singular; the qform is used."));

    header.affineSource = hasSform ? "sform" : hasQform ? "qform" : "none";
    header.affine = image::Affine(hasSform   ? sform
                                  : hasQform ? qform
                                             : plainMatrix(raw, header.shape));
    if (header.affineSource == "none")
        header.warnings.push_back(FUSIFORM_TR(
            "core", "There is no orientation in the file: left and right are not known."));
    if (hasSform && hasQform) {
        const double distance = disagreement(sform, qform, header.grid());
        if (distance > 0.1)
            header.warnings.push_back(
                FUSIFORM_TR("core", "sform and qform disagree by up to %1 mm; the sform is used.")
                    .arg(distance));
    }
}

void checkShape(NiftiHeader& header, const RawHeader& raw)
{
    if (raw.dim[0] < 1 || raw.dim[0] > 7)
        throw badData(header.file, FUSIFORM_TR("core", "1 to 7 dimensions"),
                      FUSIFORM_TR("core", "%1").arg(static_cast<long long>(raw.dim[0])));
    std::int64_t count = 1;
    for (std::size_t d = 1; d <= static_cast<std::size_t>(raw.dim[0]); ++d) {
        constexpr std::int64_t kMaximumCount = std::int64_t{1} << 40;
        if (raw.dim[d] < 1 || raw.dim[d] > kMaximumCount / count)
            throw badData(header.file,
                          FUSIFORM_TR("core", "dimensions of at least 1 and a sensible product"),
                          FUSIFORM_TR("core", "a size of %1 in dimension %2")
                              .arg(static_cast<long long>(raw.dim[d]))
                              .arg(d));
        count *= raw.dim[d];
        header.shape.push_back(static_cast<Index>(raw.dim[d]));
    }
}

double secondsPerTimeUnit(int units)
{
    switch (units & 0x38) {
    case 16: return 1e-3;
    case 24: return 1e-6;
    default: return 1;
    }
}

void fill(NiftiHeader& header, const RawHeader& raw)
{
    checkShape(header, raw);
    header.type = static_cast<NiftiType>(raw.type);
    if (sizeOfType(header.type) == 0)
        throw badData(header.file, FUSIFORM_TR("core", "a data type of the NIfTI standard"),
                      FUSIFORM_TR("core", "type code %1").arg(raw.type));
    for (std::size_t d = 1; d <= header.shape.size(); ++d)
        header.zooms.push_back(d == 4 ? raw.pixdim[d] * secondsPerTimeUnit(raw.units)
                                      : raw.pixdim[d]);
    const bool hasScale = std::isfinite(raw.slope) && raw.slope != 0;
    header.slope = hasScale ? raw.slope : 1;
    header.intercept = hasScale && std::isfinite(raw.intercept) ? raw.intercept : 0;
    header.sformCode = raw.sformCode;
    header.qformCode = raw.qformCode;
    header.description = raw.description;
    chooseAffine(header, raw);
}

std::filesystem::path pairedFile(const std::filesystem::path& file)
{
    std::string name = file.string();
    const bool isZipped = name.ends_with(".gz");
    if (isZipped)
        name.resize(name.size() - 3);
    const std::string stem = name.substr(0, name.size() - 4);
    for (const std::string& candidate : {stem + ".img", stem + ".img.gz"})
        if (std::filesystem::exists(candidate))
            return candidate;
    throw badData(file, FUSIFORM_TR("core", "the image file %1 beside it").arg(stem + ".img"),
                  FUSIFORM_TR("core", "no such file"));
}

template <class T>
T loaded(const std::byte* bytes, bool isSwapped)
{
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if (isSwapped)
        std::ranges::reverse(raw);
    return std::bit_cast<T>(raw);
}

/// Calls f with a value of the C++ type that `type` names; scalar types only.
template <class F>
void withType(NiftiType type, F f)
{
    switch (type) {
    case NiftiType::UInt8: f(std::uint8_t{}); return;
    case NiftiType::Int8: f(std::int8_t{}); return;
    case NiftiType::Int16: f(std::int16_t{}); return;
    case NiftiType::UInt16: f(std::uint16_t{}); return;
    case NiftiType::Int32: f(std::int32_t{}); return;
    case NiftiType::UInt32: f(std::uint32_t{}); return;
    case NiftiType::Int64: f(std::int64_t{}); return;
    case NiftiType::UInt64: f(std::uint64_t{}); return;
    case NiftiType::Float32: f(float{}); return;
    case NiftiType::Float64: f(double{}); return;
    default: return;
    }
}

} // namespace

image::Grid NiftiHeader::grid() const
{
    image::Grid grid;
    for (std::size_t axis = 0; axis < 3; ++axis)
        grid.shape[axis] = axis < shape.size() ? shape[axis] : 1;
    grid.affine = affine;
    return grid;
}

Index NiftiHeader::volumeCount() const
{
    Index count = 1;
    for (std::size_t d = 3; d < shape.size(); ++d)
        count *= shape[d];
    return count;
}

std::string NiftiHeader::typeName() const
{
    switch (type) {
    case NiftiType::UInt8: return "uint8";
    case NiftiType::Int8: return "int8";
    case NiftiType::Int16: return "int16";
    case NiftiType::UInt16: return "uint16";
    case NiftiType::Int32: return "int32";
    case NiftiType::UInt32: return "uint32";
    case NiftiType::Int64: return "int64";
    case NiftiType::UInt64: return "uint64";
    case NiftiType::Float32: return "float32";
    case NiftiType::Float64: return "float64";
    case NiftiType::Float128: return "float128";
    case NiftiType::Complex64: return "complex64";
    case NiftiType::Complex128: return "complex128";
    case NiftiType::Complex256: return "complex256";
    case NiftiType::Rgb24: return "rgb24";
    case NiftiType::Rgba32: return "rgba32";
    }
    return "?";
}

std::size_t NiftiHeader::bytesPerValue() const { return sizeOfType(type); }

std::size_t NiftiHeader::dataBytes() const
{
    return bytesPerValue() * static_cast<std::size_t>(grid().size() * volumeCount());
}

bool NiftiHeader::isScalar() const
{
    bool isKnown = false;
    withType(type, [&](auto) { isKnown = true; });
    return isKnown;
}

NiftiHeader readNiftiHeader(const std::filesystem::path& file)
{
    NiftiHeader header;
    header.file = file;
    header.dataFile = file;
    if (file.extension() == ".img")
        header.file = std::filesystem::path(file).replace_extension(".hdr");
    const GzipContent content = readGzipPrefix(header.file, kHeader2Size);
    header.isCompressed = content.isCompressed;
    if (content.bytes.size() < kHeader1Size)
        throw badData(header.file,
                      FUSIFORM_TR("core", "a NIfTI header of at least %1 bytes").arg(kHeader1Size),
                      FUSIFORM_TR("core", "%1 bytes").arg(content.bytes.size()));

    const auto size = loaded<std::int32_t>(content.bytes.data(), false);
    const auto swappedSize = loaded<std::int32_t>(content.bytes.data(), true);
    header.isSwapped = swappedSize == static_cast<int>(kHeader1Size)
                       || swappedSize == static_cast<int>(kHeader2Size);
    const std::int32_t headerSize = header.isSwapped ? swappedSize : size;
    const Fields fields(content.bytes, header.isSwapped);
    const bool isVersion1 = headerSize == static_cast<int>(kHeader1Size);
    const bool isVersion2
        = headerSize == static_cast<int>(kHeader2Size) && content.bytes.size() >= kHeader2Size;
    const std::string magic = isVersion1   ? fields.text(344, 4)
                              : isVersion2 ? fields.text(4, 8)
                                           : std::string();
    const bool isSingle = magic.starts_with(isVersion2 ? "n+2" : "n+1");
    const bool isPair = magic.starts_with(isVersion2 ? "ni2" : "ni1");
    if (!isSingle && !isPair)
        throw badData(header.file, FUSIFORM_TR("core", "a NIfTI-1 or NIfTI-2 image"),
                      isVersion1 ? FUSIFORM_TR(
                          "core", "a header of the older ANALYZE format, which has no orientation")
                                 : FUSIFORM_TR("core", "something else"));

    header.version = isVersion2 ? 2 : 1;
    const RawHeader raw = isVersion2 ? rawHeader2(fields) : rawHeader1(fields);
    fill(header, raw);

    const double minimumOffset = isSingle ? (isVersion2 ? 544 : 352) : 0;
    // Some writers leave the offset of a single file at 0; the standard's minimum is meant then.
    const double offset = isSingle && raw.dataOffset == 0 ? minimumOffset : raw.dataOffset;
    if (!(offset >= minimumOffset - 4 && offset < 1e9))
        throw badData(header.file, FUSIFORM_TR("core", "data from byte %1 on").arg(minimumOffset),
                      FUSIFORM_TR("core", "an offset of %1").arg(offset));
    header.dataOffset = static_cast<std::size_t>(offset);
    if (isPair) {
        header.dataFile = pairedFile(header.file);
    } else if (header.file.extension() == ".gz" && !header.isCompressed) {
        header.warnings.push_back(
            FUSIFORM_TR("core", "The name ends in .gz but the file is not compressed."));
    }
    return header;
}

NiftiData::NiftiData(NiftiHeader header, std::vector<std::byte> storage)
    : m_header(std::move(header))
{
    if (!m_header.isScalar())
        throw badData(m_header.file, FUSIFORM_TR("core", "one number a voxel"),
                      FUSIFORM_TR("core", "data of type %1").arg(m_header.typeName()));
    m_bytes = readGzip(m_header.dataFile, m_header.dataOffset + m_header.dataBytes(),
                       std::move(storage))
                  .bytes;
}

void NiftiData::values(Index t, Index first, std::span<float> target) const
{
    const std::size_t count = target.size();
    const std::byte* const source
        = m_bytes.data() + m_header.dataOffset
          + static_cast<std::size_t>(t * m_header.grid().size() + first) * m_header.bytesPerValue();
    const double slope = m_header.slope;
    const double intercept = m_header.intercept;
    const bool isPlain = slope == 1 && intercept == 0;
    withType(m_header.type, [&](auto zero) {
        using T = decltype(zero);
        if (!m_header.isSwapped) {
            const auto plain = [&](std::size_t i) {
                T value;
                std::memcpy(&value, source + i * sizeof(T), sizeof(T));
                return value;
            };
            if (isPlain)
                for (std::size_t i = 0; i < count; ++i)
                    target[i] = static_cast<float>(plain(i));
            else
                for (std::size_t i = 0; i < count; ++i)
                    target[i]
                        = static_cast<float>(slope * static_cast<double>(plain(i)) + intercept);
            return;
        }
        for (std::size_t i = 0; i < count; ++i)
            target[i] = static_cast<float>(
                slope * static_cast<double>(loaded<T>(source + i * sizeof(T), true)) + intercept);
    });
}

double NiftiData::stored(Index voxel, Index t) const
{
    const auto at
        = static_cast<std::size_t>(voxel + m_header.grid().size() * t) * m_header.bytesPerValue();
    double result = 0;
    withType(m_header.type, [&](auto zero) {
        using T = decltype(zero);
        result = static_cast<double>(
            loaded<T>(m_bytes.data() + m_header.dataOffset + at, m_header.isSwapped));
    });
    return result;
}

double NiftiData::value(Index voxel, Index t) const
{
    return m_header.slope * stored(voxel, t) + m_header.intercept;
}

image::Volume readVolume(const std::filesystem::path& file, Index t)
{
    const NiftiData data(readNiftiHeader(file));
    if (t < 0 || t >= data.header().volumeCount())
        throw badData(file, FUSIFORM_TR("core", "a volume number %1").arg(t),
                      FUSIFORM_TR("core", "%1 volumes").arg(data.header().volumeCount()));
    image::Volume volume{data.header().grid(), {}};
    volume.values.resize(static_cast<std::size_t>(volume.grid.size()));
    data.volume(t, volume.values);
    return volume;
}

image::Series readSeries(const NiftiData& data)
{
    image::Series series{data.header().grid(), data.header().volumeCount(), {}};
    series.values.resize(static_cast<std::size_t>(series.grid.size() * series.volumes));
    parallelFor(static_cast<std::size_t>(series.volumes), [&](std::size_t t) {
        data.volume(static_cast<image::Index>(t), series.volume(static_cast<image::Index>(t)));
    });
    return series;
}

} // namespace fusiform::io
