// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/spm_folder.h"

#include "tests/support/test_data.h"

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

namespace fusiform::test {

namespace {

using Eigen::Index;

constexpr Index kColumns = 33;
constexpr std::array<std::int16_t, 3> kShape = {5, 4, 3};

std::string numbered(const char* kind, Index number)
{
    const std::string digits = std::to_string(number);
    return std::string(kind) + std::string(4 - digits.size(), '0') + digits + ".nii";
}

template <class T>
void put(std::string& bytes, std::size_t at, T value)
{
    std::memcpy(bytes.data() + at, &value, sizeof(T)); // the tests' machines are little-endian
}

} // namespace

SpmFolder::SpmFolder(std::filesystem::path folder, const std::string& mat)
    : m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
    std::filesystem::copy_file(ownData("spm/" + mat), m_folder / "SPM.mat");
    const auto write
        = [&](const std::string& name, const std::function<double(Index)>& value, double outside) {
              std::vector<float> values;
              for (Index v = 0; v < kVoxels; ++v)
                  values.push_back(static_cast<float>(isInMask(v) ? value(v) : outside));
              writeImage(m_folder / name, values);
          };
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    for (Index column = 0; column < kColumns; ++column)
        write(
            numbered("beta_", column + 1), [&](Index v) { return beta(column, v); }, kNaN);
    write("ResMS.nii", residual, kNaN);
    write("spmT_0003.nii", t, kNaN);
    write(
        "mask.nii", [](Index) { return 1; }, 0);
}

double SpmFolder::beta(Index column, Index voxel)
{
    return static_cast<double>((column * 13 + voxel * 7) % 101 - 50) / 64; // exact as float32
}

double SpmFolder::residual(Index voxel) { return 0.25 + 0.25 * static_cast<double>(voxel % 4); }

double SpmFolder::t(Index voxel) { return static_cast<double>(voxel - 30) / 4; }

double SpmFolder::covariance(Index row, Index column)
{
    return row == column ? 0.5 + 0.01 * static_cast<double>(row)
                         : 0.001 * static_cast<double>((row + column) % 7);
}

std::pair<double, double> SpmFolder::scale(Index latent)
{
    std::vector<double> values;
    for (const auto& [session, trials] : {std::pair<Index, Index>{0, 10}, {1, 12}})
        for (Index trial = 0; trial < trials; ++trial)
            values.push_back(static_cast<double>((7 * trial + 3 * latent + 5 * session) % 11 - 5)
                             + 0.25 * static_cast<double>(latent));
    double sum = 0;
    for (const double value : values)
        sum += value;
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / static_cast<double>(values.size() - 1))};
}

std::vector<Index> SpmFolder::testColumns(const std::string& face)
{
    if (face == "F01")
        return {6, 22};
    if (face == "M01")
        return {7, 23};
    return face == "F02" ? std::vector<Index>{8, 24} : std::vector<Index>{9};
}

Eigen::Matrix4d SpmFolder::affine()
{
    Eigen::Matrix4d affine;
    affine << -3, 0, 0, 9, 0, 2.5, 0.5, -8, 0, -0.5, 4, 2, 0, 0, 0, 1;
    return affine;
}

void SpmFolder::writeImage(const std::filesystem::path& file, const std::vector<float>& values,
                           float shiftMm)
{
    std::string bytes(352 + 4 * values.size(), '\0');
    put(bytes, 0, std::int32_t{348});
    const std::array<std::int16_t, 8> dimensions = {3, kShape[0], kShape[1], kShape[2], 1, 1, 1, 1};
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        put(bytes, 40 + 2 * d, dimensions[d]);
    put(bytes, 70, std::int16_t{16}); // float32
    put(bytes, 72, std::int16_t{32});
    for (std::size_t d = 0; d < 8; ++d)
        put(bytes, 76 + 4 * d, 1.0F);
    put(bytes, 108, 352.0F);
    put(bytes, 112, 1.0F);
    put(bytes, 254, std::int16_t{2}); // sform: aligned
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            put(bytes, 280 + 4 * static_cast<std::size_t>(4 * row + column),
                static_cast<float>(affine()(row, column))
                    + (row == 0 && column == 3 ? shiftMm : 0));
    bytes.replace(344, 3, "n+1");
    for (std::size_t v = 0; v < values.size(); ++v)
        put(bytes, 352 + 4 * v, values[v]);
    writeText(file, bytes);
}

} // namespace fusiform::test
