// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/matlab_arrays.h"

#include "core/io/hdf5_handle.h"
#include "core/util/error.h"

#include <algorithm>

namespace fusiform::import {

namespace {

/// Numbers read at a time, where the file's own blocks are smaller: 8 MB of doubles.
constexpr hsize_t kTileElements = hsize_t{1} << 20U;
/// A block of a file is unpacked whole.
constexpr hsize_t kLargestBlockBytes = hsize_t{256} << 20U;

using Sizes = std::vector<hsize_t>;

hsize_t product(const Sizes& sizes)
{
    hsize_t result = 1;
    for (const hsize_t size : sizes)
        result *= size;
    return result;
}

Error damaged(const std::filesystem::path& file, const std::string& name)
{
    return badData(file, FUSIFORM_TR("core", "the numbers of %1").arg(name),
                   FUSIFORM_TR("core", "damaged or truncated data"));
}

/// A dataset that was opened and checked. HDF5 lists dimensions slowest first, so that its order of
/// elements is MATLAB's although the dimensions are turned round.
class Dataset {
public:
    Dataset(const std::filesystem::path& file, const io::MatVariable& variable)
        : m_path(file),
          m_name(variable.name),
          m_file(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose),
          m_set(m_file.isValid() ? H5Dopen2(m_file.id(), m_name.c_str(), H5P_DEFAULT) : -1,
                H5Dclose),
          m_space(m_set.isValid() ? H5Dget_space(m_set.id()) : -1, H5Sclose)
    {
        const io::Hdf5Handle type(m_set.isValid() ? H5Dget_type(m_set.id()) : -1, H5Tclose);
        if (!type.isValid() || !m_space.isValid())
            throw damaged(m_path, m_name);
        const H5T_class_t kind = H5Tget_class(type.id());
        if (kind != H5T_FLOAT && kind != H5T_INTEGER)
            throw badData(m_path, FUSIFORM_TR("core", "numbers in %1").arg(m_name),
                          FUSIFORM_TR("core", "something else"));
        m_sizes.assign(variable.shape.rbegin(), variable.shape.rend());
        Sizes stored(H5S_MAX_RANK);
        const int rank = H5Sget_simple_extent_dims(m_space.id(), stored.data(), nullptr);
        stored.resize(static_cast<std::size_t>(std::max(rank, 0)));
        if (rank < 1 || stored != m_sizes)
            throw damaged(m_path, m_name);
        m_tile = blockShape(H5Tget_size(type.id()));
        growTile();
    }

    [[nodiscard]] const Sizes& sizes() const { return m_sizes; }
    /// Whole blocks of the file, so that none is unpacked twice.
    [[nodiscard]] const Sizes& tile() const { return m_tile; }

    void read(const Sizes& start, const Sizes& count, std::vector<double>& target) const
    {
        target.resize(product(count));
        const auto rank = static_cast<int>(count.size());
        const io::Hdf5Handle memory(H5Screate_simple(rank, count.data(), nullptr), H5Sclose);
        const bool isRead = memory.isValid()
                            && H5Sselect_hyperslab(m_space.id(), H5S_SELECT_SET, start.data(),
                                                   nullptr, count.data(), nullptr)
                                   >= 0
                            && H5Dread(m_set.id(), H5T_NATIVE_DOUBLE, memory.id(), m_space.id(),
                                       H5P_DEFAULT, target.data())
                                   >= 0;
        if (!isRead)
            throw damaged(m_path, m_name);
    }

private:
    [[nodiscard]] Sizes blockShape(std::size_t bytesPerNumber) const
    {
        Sizes block(m_sizes.size(), 1);
        const io::Hdf5Handle layout(H5Dget_create_plist(m_set.id()), H5Pclose);
        if (!layout.isValid() || H5Pget_layout(layout.id()) != H5D_CHUNKED)
            return block;
        const auto rank = static_cast<int>(block.size());
        if (H5Pget_chunk(layout.id(), rank, block.data()) != rank)
            throw damaged(m_path, m_name);
        hsize_t bytes = bytesPerNumber;
        for (std::size_t d = 0; d < block.size(); ++d) {
            if (block[d] == 0 || block[d] > kLargestBlockBytes / bytes)
                throw badData(m_path,
                              FUSIFORM_TR("core", "%1 in blocks of at most %2 MB")
                                  .arg(m_name)
                                  .arg(kLargestBlockBytes >> 20U),
                              FUSIFORM_TR("core", "larger ones"));
            bytes *= block[d];
        }
        for (std::size_t d = 0; d < block.size(); ++d)
            block[d] = std::min(block[d], m_sizes[d]);
        return block;
    }
    void growTile()
    {
        for (std::size_t d = m_tile.size(); d-- > 0;) {
            const hsize_t times = std::max(hsize_t{1}, kTileElements / product(m_tile));
            if (m_tile[d] <= m_sizes[d] / times)
                m_tile[d] *= times;
            else
                m_tile[d] = m_sizes[d];
            if (m_tile[d] < m_sizes[d])
                return;
        }
    }

    std::filesystem::path m_path;
    std::string m_name;
    io::Hdf5Handle m_file;
    io::Hdf5Handle m_set;
    io::Hdf5Handle m_space;
    Sizes m_sizes;
    Sizes m_tile;
};

/// The stretches of consecutive elements that a box of an array is made of.
class Runs {
public:
    Runs(const Sizes& sizes, const Sizes& start, const Sizes& count)
        : m_sizes(sizes),
          m_start(start),
          m_count(count),
          m_outer(sizes.size() - 1),
          m_length(count.back())
    {
        while (m_outer > 0 && m_count[m_outer] == m_sizes[m_outer])
            m_length *= m_count[--m_outer];
        for (std::size_t d = 0; d < m_outer; ++d)
            m_number *= m_count[d];
    }
    [[nodiscard]] hsize_t number() const { return m_number; }
    [[nodiscard]] hsize_t length() const { return m_length; }
    [[nodiscard]] Index first(hsize_t run) const
    {
        Sizes at = m_start;
        for (std::size_t d = m_outer; d-- > 0; run /= m_count[d])
            at[d] += run % m_count[d];
        hsize_t linear = 0;
        for (std::size_t d = 0; d < at.size(); ++d)
            linear = linear * m_sizes[d] + at[d];
        return static_cast<Index>(linear);
    }

private:
    const Sizes& m_sizes;
    const Sizes& m_start;
    const Sizes& m_count;
    std::size_t m_outer;
    hsize_t m_length;
    hsize_t m_number = 1;
};

/// The next box in the order of the file; false after the last.
bool advance(Sizes& start, const Sizes& tile, const Sizes& sizes)
{
    for (std::size_t d = start.size(); d-- > 0;) {
        start[d] += tile[d];
        if (start[d] < sizes[d])
            return true;
        start[d] = 0;
    }
    return false;
}

} // namespace

void forEachRunOfHdf5(const std::filesystem::path& file, const io::MatVariable& variable,
                      const WantsRun& wants, const VisitRun& visit, Progress& progress)
{
    const Dataset dataset(file, variable);
    const Sizes& sizes = dataset.sizes();
    std::vector<double> buffer;
    Sizes start(sizes.size(), 0);
    Sizes count(sizes.size());
    do {
        for (std::size_t d = 0; d < sizes.size(); ++d)
            count[d] = std::min(dataset.tile()[d], sizes[d] - start[d]);
        const Runs runs(sizes, start, count);
        const auto length = static_cast<Index>(runs.length());
        bool isWanted = !wants;
        for (hsize_t run = 0; run < runs.number() && !isWanted; ++run)
            isWanted = wants(runs.first(run), length);
        if (isWanted) {
            dataset.read(start, count, buffer);
            for (hsize_t run = 0; run < runs.number(); ++run)
                visit(runs.first(run), {buffer.data() + run * runs.length(), runs.length()});
        }
        progress.step(product(count));
    } while (advance(start, dataset.tile(), sizes));
}

} // namespace fusiform::import
