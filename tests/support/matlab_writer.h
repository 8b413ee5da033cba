// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace fusiform::test {

using MatShape = std::vector<std::int64_t>; ///< MATLAB's order: rows first

/// An array to write: values in MATLAB's order (first index fastest).
struct MatArray {
    std::string name;
    MatShape shape;
    std::vector<double> values;
};

/// Writes MATLAB files of version 7.3 as MATLAB does: HDF5 behind 512 bytes of text, dimensions
/// turned round, doubles in compressed blocks, the class as an attribute.
class Mat73Writer {
public:
    explicit Mat73Writer(std::filesystem::path file);
    ~Mat73Writer();
    Mat73Writer(const Mat73Writer&) = delete;
    Mat73Writer& operator=(const Mat73Writer&) = delete;

    void add(const MatArray& array);
    /// Portions of the last dimension: `portion(first, count)` gives the values of so many of its
    /// layers. @param block of the file, in MATLAB's order.
    void
    add(const std::string& name, const MatShape& shape, const MatShape& block,
        const std::function<std::vector<double>(std::int64_t first, std::int64_t count)>& portion);

private:
    std::filesystem::path m_path;
    std::int64_t m_file;
};

enum class Mat5Form { Plain, Compressed };
void writeMat5(const std::filesystem::path& file, std::span<const MatArray> arrays, Mat5Form form);

} // namespace fusiform::test
