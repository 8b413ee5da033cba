// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/matlab_writer.h"

#include "tests/support/bytes.h"

#include <hdf5.h>
#include <zlib.h>

#include <stdexcept>

namespace fusiform::test {

namespace {

constexpr std::size_t kTextBytes = 512;

void check(hid_t result)
{
    if (result < 0)
        throw std::runtime_error("HDF5 refused to write");
}

std::string headerText(const std::string& text)
{
    std::string header = text;
    header.resize(116, ' ');
    return header + std::string(8, '\0');
}

std::string compressed(const std::string& bytes)
{
    uLongf size = compressBound(bytes.size());
    std::string result(size, '\0');
    compress(reinterpret_cast<Bytef*>(result.data()), &size,
             reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    result.resize(size);
    return result;
}

std::string matrixOf(const MatArray& array)
{
    Bytes inner(std::endian::little);
    inner.add(std::uint32_t{6}).add(std::uint32_t{8}).add(std::uint32_t{6}).add(std::uint32_t{0});
    const auto dimensions = static_cast<std::uint32_t>(4 * array.shape.size());
    inner.add(std::uint32_t{5}).add(dimensions);
    for (const std::int64_t size : array.shape)
        inner.add(static_cast<std::int32_t>(size));
    if (dimensions % 8 != 0)
        inner.add(std::int32_t{0});
    inner.add(std::uint32_t{1}).add(static_cast<std::uint32_t>(array.name.size()));
    std::string name = array.name;
    name.resize((name.size() + 7) / 8 * 8, '\0');
    inner.text(name);
    inner.add(std::uint32_t{9}).add(static_cast<std::uint32_t>(8 * array.values.size()));
    for (const double value : array.values)
        inner.add(value);
    Bytes all(std::endian::little);
    all.add(std::uint32_t{14}).add(static_cast<std::uint32_t>(inner.all().size()));
    all.text(inner.all());
    return all.all();
}

} // namespace

Mat73Writer::Mat73Writer(std::filesystem::path file) : m_path(std::move(file))
{
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE);
    check(H5Pset_userblock(creation, kTextBytes));
    m_file = H5Fcreate(m_path.c_str(), H5F_ACC_TRUNC, creation, H5P_DEFAULT);
    check(m_file);
    H5Pclose(creation);
}

Mat73Writer::~Mat73Writer()
{
    H5Fclose(m_file);
    std::fstream stream(m_path, std::ios::in | std::ios::out | std::ios::binary);
    stream << headerText("MATLAB 7.3 MAT-file, Platform: GLNXA64") << std::string("\x00\x02IM", 4);
}

void Mat73Writer::add(const MatArray& array)
{
    const std::int64_t last = array.shape.back();
    const auto layer = static_cast<std::int64_t>(array.values.size()) / last;
    constexpr std::int64_t kBlock = 1 << 16;
    MatShape block = array.shape;
    block.back() = std::clamp<std::int64_t>(kBlock / std::max<std::int64_t>(1, layer), 1, last);
    add(array.name, array.shape, block, [&](std::int64_t first, std::int64_t count) {
        return std::vector<double>(array.values.begin() + first * layer,
                                   array.values.begin() + (first + count) * layer);
    });
}

void Mat73Writer::add(const std::string& name, const MatShape& shape, const MatShape& block,
                      const std::function<std::vector<double>(std::int64_t, std::int64_t)>& portion)
{
    const auto rank = static_cast<int>(shape.size());
    const std::vector<hsize_t> sizes(shape.rbegin(), shape.rend());
    const std::vector<hsize_t> chunk(block.rbegin(), block.rend());
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    check(H5Pset_chunk(creation, rank, chunk.data()));
    check(H5Pset_deflate(creation, 1));
    const hid_t space = H5Screate_simple(rank, sizes.data(), nullptr);
    const hid_t set = H5Dcreate2(m_file, name.c_str(), H5T_IEEE_F64LE, space, H5P_DEFAULT, creation,
                                 H5P_DEFAULT);
    check(set);
    constexpr hsize_t kElements = hsize_t{1} << 22U;
    hsize_t layer = 1;
    for (std::size_t d = 1; d < sizes.size(); ++d)
        layer *= sizes[d];
    const hsize_t step
        = std::max<hsize_t>(1, kElements / layer / chunk[0]) * chunk[0]; // whole blocks
    std::vector<hsize_t> start(sizes.size(), 0);
    std::vector<hsize_t> count = sizes;
    for (; start[0] < sizes[0]; start[0] += step) {
        count[0] = std::min(step, sizes[0] - start[0]);
        const std::vector<double> values
            = portion(static_cast<std::int64_t>(start[0]), static_cast<std::int64_t>(count[0]));
        const hid_t memory = H5Screate_simple(rank, count.data(), nullptr);
        check(H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, count.data(),
                                  nullptr));
        check(H5Dwrite(set, H5T_NATIVE_DOUBLE, memory, space, H5P_DEFAULT, values.data()));
        H5Sclose(memory);
    }
    const hid_t text = H5Tcopy(H5T_C_S1);
    H5Tset_size(text, 6);
    const hid_t one = H5Screate(H5S_SCALAR);
    const hid_t attribute = H5Acreate2(set, "MATLAB_class", text, one, H5P_DEFAULT, H5P_DEFAULT);
    check(H5Awrite(attribute, text, "double"));
    H5Aclose(attribute);
    H5Sclose(one);
    H5Tclose(text);
    H5Dclose(set);
    H5Sclose(space);
    H5Pclose(creation);
}

void writeMat5(const std::filesystem::path& file, std::span<const MatArray> arrays, Mat5Form form)
{
    std::ofstream stream(file, std::ios::binary);
    stream << headerText("MATLAB 5.0 MAT-file") << std::string("\x00\x01IM", 4);
    for (const MatArray& array : arrays) {
        const std::string matrix = matrixOf(array);
        if (form == Mat5Form::Plain) {
            stream << matrix;
            continue;
        }
        const std::string packed = compressed(matrix);
        Bytes tag(std::endian::little);
        tag.add(std::uint32_t{15}).add(static_cast<std::uint32_t>(packed.size()));
        stream << tag.all() << packed;
    }
}

} // namespace fusiform::test
