// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip_file.h"
#include "core/io/nifti.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fusiform::io {

namespace {

constexpr std::size_t kDataOffset = 352;

class HeaderBytes {
public:
    template <class T>
    void set(std::size_t offset, T value)
    {
        std::memcpy(bytes.data() + offset, &value, sizeof(T));
    }
    void setText(std::size_t offset, std::size_t size, std::string_view text)
    {
        std::memcpy(bytes.data() + offset, text.data(), std::min(size - 1, text.size()));
    }
    std::vector<std::byte> bytes = std::vector<std::byte>(kDataOffset);
};

/// The quaternion of axes that are orthogonal to 1e-4, and the handedness; nothing for sheared
/// axes.
std::optional<std::pair<Eigen::Quaterniond, float>> quaternionOf(const image::Affine& affine)
{
    const Eigen::Matrix3d linear = affine.mmFromVoxel().topLeftCorner<3, 3>();
    Eigen::Matrix3d rotation = linear.array().rowwise() / linear.colwise().norm().array();
    if (!(rotation.transpose() * rotation).isIdentity(1e-4))
        return std::nullopt;
    const float handedness = rotation.determinant() < 0 ? -1.0F : 1.0F;
    rotation.col(2) *= handedness;
    Eigen::Quaterniond q(rotation);
    if (q.w() < 0)
        q.coeffs() *= -1;
    return std::pair(q, handedness);
}

std::pair<std::int16_t, std::int16_t> typeAndBits(NiftiStorage storage)
{
    switch (storage) {
    case NiftiStorage::UInt8: return {static_cast<std::int16_t>(NiftiType::UInt8), 8};
    case NiftiStorage::Int16: return {static_cast<std::int16_t>(NiftiType::Int16), 16};
    case NiftiStorage::Float32: return {static_cast<std::int16_t>(NiftiType::Float32), 32};
    }
    return {0, 0};
}

template <class T>
void append(std::vector<std::byte>& bytes, const std::vector<float>& values,
            const NiftiWriteOptions& options)
{
    const std::size_t before = bytes.size();
    bytes.resize(before + values.size() * sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        double stored = (static_cast<double>(values[i]) - options.intercept) / options.slope;
        if constexpr (std::is_integral_v<T>) {
            stored = std::isnan(stored) ? 0 : std::round(stored);
            stored = std::clamp(stored, static_cast<double>(std::numeric_limits<T>::min()),
                                static_cast<double>(std::numeric_limits<T>::max()));
        }
        const T value = static_cast<T>(stored);
        std::memcpy(bytes.data() + before + i * sizeof(T), &value, sizeof(T));
    }
}

} // namespace

std::vector<std::byte> niftiHeaderBytes(const image::Grid& grid, image::Index volumes,
                                        const NiftiWriteOptions& options)
{
    HeaderBytes header;
    header.set<std::int32_t>(0, 348);
    const bool isSeries = volumes > 1;
    header.set<std::int16_t>(40, isSeries ? 4 : 3);
    for (std::size_t d = 0; d < 7; ++d) {
        const image::Index size = d < 3 ? grid.shape[d] : d == 3 ? volumes : 1;
        if (size > 32767)
            throw failure(
                FUSIFORM_TR("core", "An axis of %1 voxels does not fit a NIfTI-1 file.").arg(size));
        header.set<std::int16_t>(42 + 2 * d, static_cast<std::int16_t>(size));
    }
    const auto [type, bits] = typeAndBits(options.storage);
    header.set<std::int16_t>(70, type);
    header.set<std::int16_t>(72, bits);

    const Eigen::Vector3d zooms = grid.affine.voxelSize();
    for (std::size_t axis = 0; axis < 3; ++axis)
        header.set<float>(80 + 4 * axis, static_cast<float>(zooms[static_cast<int>(axis)]));
    header.set<float>(92, static_cast<float>(options.repetitionTime));
    header.set<float>(108, static_cast<float>(kDataOffset));
    header.set<float>(112, static_cast<float>(options.slope));
    header.set<float>(116, static_cast<float>(options.intercept));
    header.set<std::uint8_t>(123, 2 + 8); // millimetres, seconds
    header.setText(148, 80, options.description);

    const Eigen::Matrix4d& m = grid.affine.mmFromVoxel();
    header.set<float>(76, 1.0F);
    if (const auto rotation = quaternionOf(grid.affine)) {
        header.set<float>(76, rotation->second);
        header.set<std::int16_t>(252, 1);
        header.set<float>(256, static_cast<float>(rotation->first.x()));
        header.set<float>(260, static_cast<float>(rotation->first.y()));
        header.set<float>(264, static_cast<float>(rotation->first.z()));
        for (std::size_t axis = 0; axis < 3; ++axis)
            header.set<float>(268 + 4 * axis, static_cast<float>(m(static_cast<int>(axis), 3)));
    }
    header.set<std::int16_t>(254, 1);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            header.set<float>(static_cast<std::size_t>(280 + 16 * row + 4 * column),
                              static_cast<float>(m(row, column)));
    header.setText(344, 4, "n+1");
    return header.bytes;
}

void writeVolume(const std::filesystem::path& file, const image::Volume& volume,
                 const NiftiWriteOptions& options)
{
    std::vector<std::byte> bytes = niftiHeaderBytes(volume.grid, 1, options);
    switch (options.storage) {
    case NiftiStorage::UInt8: append<std::uint8_t>(bytes, volume.values, options); break;
    case NiftiStorage::Int16: append<std::int16_t>(bytes, volume.values, options); break;
    case NiftiStorage::Float32: append<float>(bytes, volume.values, options); break;
    }
    if (file.extension() == ".gz")
        bytes = gzipCompressed(bytes);
    writeFileAtomically(file, std::span<const std::byte>(bytes));
}

void writeSeries(const std::filesystem::path& file, const image::Series& series,
                 NiftiWriteOptions options)
{
    if (options.storage == NiftiStorage::Int16 && options.slope == 1) {
        float largest = 0;
        for (const float value : series.values)
            largest = std::isfinite(value) ? std::max(largest, std::abs(value)) : largest;
        // The header has floats: the numbers must be stored by what a reader will find there.
        if (largest > 0)
            options.slope = static_cast<double>(std::nextafter(largest / 32767, largest));
    }
    std::vector<std::byte> bytes = niftiHeaderBytes(series.grid, series.volumes, options);
    switch (options.storage) {
    case NiftiStorage::UInt8: append<std::uint8_t>(bytes, series.values, options); break;
    case NiftiStorage::Int16: append<std::int16_t>(bytes, series.values, options); break;
    case NiftiStorage::Float32: append<float>(bytes, series.values, options); break;
    }
    if (file.extension() == ".gz")
        bytes = gzipCompressed(bytes, 1);
    writeFileAtomically(file, std::span<const std::byte>(bytes));
}

} // namespace fusiform::io
