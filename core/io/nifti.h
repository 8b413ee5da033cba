// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/series.h"
#include "core/image/volume.h"
#include "core/util/text.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fusiform::io {

enum class NiftiType {
    UInt8 = 2,
    Int16 = 4,
    Int32 = 8,
    Float32 = 16,
    Complex64 = 32,
    Float64 = 64,
    Rgb24 = 128,
    Int8 = 256,
    UInt16 = 512,
    UInt32 = 768,
    Int64 = 1024,
    UInt64 = 1280,
    Float128 = 1536,
    Complex128 = 1792,
    Complex256 = 2048,
    Rgba32 = 2304,
};

/// What the header of a NIfTI-1 or -2 file says, checked.
struct NiftiHeader {
    std::filesystem::path file; ///< the header's file
    std::filesystem::path dataFile; ///< the same, or the .img of a pair
    int version = 1; ///< 1 or 2
    bool isCompressed = false; ///< by content, whatever the name says
    bool isSwapped = false; ///< big-endian
    NiftiType type = NiftiType::Float32;
    std::vector<image::Index> shape; ///< 1 to 7 dimensions, as stored
    std::vector<double> zooms; ///< voxel sizes; the fourth in seconds
    double slope = 1; ///< value = slope * stored + intercept; a slope of 0 or NaN means 1 and 0
    double intercept = 0;
    int sformCode = 0;
    int qformCode = 0;
    image::Affine affine; ///< RAS mm from voxel
    /// Which transform won: "sform" (if its code is set), else "qform", else "none": then voxel
    /// sizes with the centre of the grid at 0, and left and right are not known.
    std::string affineSource;
    std::vector<Text> warnings; ///< disagreement of the forms in mm, no orientation, odd name, ...
    std::string description;
    std::size_t dataOffset = 0;

    [[nodiscard]] image::Grid grid() const; ///< of the first three dimensions
    [[nodiscard]] image::Index volumeCount() const; ///< product of the dimensions after the third
    [[nodiscard]] std::string typeName() const; ///< "int16", "float32", ...
    [[nodiscard]] std::size_t bytesPerValue() const;
    [[nodiscard]] std::size_t dataBytes() const;
    /// False for complex and colour images, which have no single number a voxel.
    [[nodiscard]] bool isScalar() const;
};

/// @throws Error{BadData} naming the file, what was expected and what was found.
[[nodiscard]] NiftiHeader readNiftiHeader(const std::filesystem::path& file);

/// All volumes of a file in memory as stored; values are made when asked for.
class NiftiData {
public:
    /// @throws Error{BadData} if the file is shorter than its header says, or not scalar.
    /// @param storage a buffer to use again
    explicit NiftiData(NiftiHeader header, std::vector<std::byte> storage = {});
    /// The buffer, for the next file.
    [[nodiscard]] std::vector<std::byte> release() && { return std::move(m_bytes); }

    [[nodiscard]] const NiftiHeader& header() const { return m_header; }
    /// Values of one volume, scaled: target[i] belongs to voxel i. Integers keep 24 bits.
    void volume(image::Index t, std::span<float> target) const { values(t, 0, target); }
    /// The values of volume `t` from voxel `first` on.
    void values(image::Index t, image::Index first, std::span<float> target) const;
    /// One value as stored, and scaled.
    [[nodiscard]] double stored(image::Index voxel, image::Index t) const;
    [[nodiscard]] double value(image::Index voxel, image::Index t) const;

private:
    NiftiHeader m_header;
    std::vector<std::byte> m_bytes;
};

/// The first volume (or volume `t`) of a file. @throws Error{BadData}
[[nodiscard]] image::Volume readVolume(const std::filesystem::path& file, image::Index t = 0);

enum class NiftiStorage { UInt8, Int16, Float32 };
struct NiftiWriteOptions {
    NiftiStorage storage = NiftiStorage::Float32;
    double slope = 1;
    double intercept = 0;
    double repetitionTime = 0; ///< s; for series
    std::string description;
};
/// Writes one volume as .nii or .nii.gz (by the name), NIfTI-1, both forms set where the axes allow
/// a qform.
void writeVolume(const std::filesystem::path& file, const image::Volume& volume,
                 const NiftiWriteOptions& options = {});
/// Writes a series, as writeVolume. Int16 with a slope of 1 takes the slope that uses all of its
/// range.
void writeSeries(const std::filesystem::path& file, const image::Series& series,
                 NiftiWriteOptions options);
/// Every volume as floats.
[[nodiscard]] image::Series readSeries(const NiftiData& data);
/// The header's bytes (352) of a series of `volumes` volumes on `grid`: for writers that stream.
[[nodiscard]] std::vector<std::byte> niftiHeaderBytes(const image::Grid& grid, image::Index volumes,
                                                      const NiftiWriteOptions& options);

} // namespace fusiform::io
