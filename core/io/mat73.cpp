// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat73.h"

#include "core/io/byte_reader.h"
#include "core/io/gzip_file.h"
#include "core/io/hdf5_handle.h"
#include "core/io/mat73_parts.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <nlohmann/json.hpp>

#include <exception>

namespace fusiform::io {

namespace {

constexpr std::string_view kSignature = "\x89HDF\r\n\x1A\n";
/// MATLAB writes a text of its own before the HDF5 file; other writers leave it out.
constexpr std::size_t kUserBlockBytes = 512;

/// The text of an attribute with a fixed length, as MATLAB_class is; empty if there is none.
std::string textAttribute(hid_t object, const char* name)
{
    if (H5Aexists(object, name) <= 0)
        return {};
    const Hdf5Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose);
    const Hdf5Handle type(attribute.isValid() ? H5Aget_type(attribute.id()) : -1, H5Tclose);
    constexpr std::size_t kLongest = 256;
    if (!type.isValid() || H5Tget_class(type.id()) != H5T_STRING
        || H5Tis_variable_str(type.id()) != 0)
        return {};
    const std::size_t size = H5Tget_size(type.id());
    const Hdf5Handle space(H5Aget_space(attribute.id()), H5Sclose);
    if (size > kLongest || !space.isValid() || H5Sget_simple_extent_npoints(space.id()) != 1)
        return {};
    std::string text(size, '\0');
    if (H5Aread(attribute.id(), type.id(), text.data()) < 0)
        return {};
    return printable(text.substr(0, text.find('\0')));
}

std::vector<std::int64_t> shapeOf(hid_t dataset)
{
    const Hdf5Handle space(H5Dget_space(dataset), H5Sclose);
    std::array<hsize_t, H5S_MAX_RANK> sizes = {};
    const int rank
        = space.isValid() ? H5Sget_simple_extent_dims(space.id(), sizes.data(), nullptr) : -1;
    std::vector<std::int64_t> shape;
    // HDF5 is row-major, MATLAB column-major: the order of the dimensions turns round.
    for (int d = rank - 1; d >= 0; --d)
        shape.push_back(static_cast<std::int64_t>(sizes[static_cast<std::size_t>(d)]));
    return shape;
}

/// Empty arrays are stored as a list of their sizes.
std::vector<std::int64_t> emptyShapeOf(hid_t dataset)
{
    const std::vector<std::int64_t> stored = shapeOf(dataset);
    if (stored.empty() || stored[0] < 1 || stored[0] > H5S_MAX_RANK || stored.size() > 2
        || (stored.size() == 2 && stored[1] != 1))
        return stored;
    std::vector<std::uint64_t> sizes(static_cast<std::size_t>(stored[0]));
    if (H5Dread(dataset, H5T_NATIVE_UINT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, sizes.data()) < 0)
        return stored;
    return {sizes.begin(), sizes.end()};
}

MatVariable variableOf(hid_t root, const char* name)
{
    const Hdf5Handle object(H5Oopen(root, name, H5P_DEFAULT), H5Oclose);
    MatVariable variable = object.isValid() ? mat73Variable(object.id()) : MatVariable();
    variable.name = printable(name);
    return variable;
}

/// What H5Literate, which is C, carries from one name to the next.
struct Walk {
    MatFile* content;
    std::exception_ptr problem;
};

herr_t visit(hid_t root, const char* name, const H5L_info_t*, void* data)
{
    auto& walk = *static_cast<Walk*>(data);
    try {
        // "#refs#" and "#subsystem#" hold parts of cells and objects, not variables.
        if (name[0] != '#')
            walk.content->variables.push_back(variableOf(root, name));
        return 0;
    } catch (...) {
        walk.problem = std::current_exception();
        return -1;
    }
}

} // namespace

MatVariable mat73Variable(hid_t object)
{
    MatVariable variable;
    variable.type = textAttribute(object, "MATLAB_class");
    if (H5Aexists(object, "MATLAB_sparse") > 0)
        variable.type = "sparse";
    if (H5Iget_type(object) != H5I_DATASET) {
        if (variable.type.empty())
            variable.type = "struct";
        return variable;
    }
    const bool isEmpty = H5Aexists(object, "MATLAB_empty") > 0;
    variable.shape = isEmpty ? emptyShapeOf(object) : shapeOf(object);
    const Hdf5Handle type(H5Dget_type(object), H5Tclose);
    // Complex numbers are pairs called real and imag.
    variable.isComplex = type.isValid() && H5Tget_class(type.id()) == H5T_COMPOUND;
    return variable;
}

bool isMat73(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    const std::string_view text = textOf(prefix);
    const bool hasText = text.starts_with("MATLAB 7.3") || text.starts_with("MATLAB 7.0");
    return (text.size() > kUserBlockBytes && hasText
            && text.substr(kUserBlockBytes).starts_with(kSignature))
           || (text.starts_with(kSignature) && file.extension() == ".mat");
}

MatFile readMat73(const std::filesystem::path& file)
{
    const GzipContent prefix = readGzipPrefix(file, 2 * kUserBlockBytes);
    const std::string_view text = textOf(prefix.bytes);
    if (!isMat73(prefix.bytes, file))
        throw badData(file, FUSIFORM_TR("core", "a MATLAB file of version 7.3"),
                      FUSIFORM_TR("core", "something else"));
    MatFile content;
    content.version = "7.3";
    if (text.starts_with("MATLAB"))
        content.header = printable(text.substr(0, std::min(text.find('\0'), std::size_t{116})));
    content.header.resize(content.header.find_last_not_of(' ') + 1);

    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // its own messages would go to standard error
    const Hdf5Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    const Hdf5Handle root(opened.isValid() ? H5Gopen2(opened.id(), "/", H5P_DEFAULT) : -1,
                          H5Gclose);
    Walk walk{&content, nullptr};
    const bool isRead
        = root.isValid()
          && H5Literate(root.id(), H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, visit, &walk) >= 0;
    if (walk.problem)
        std::rethrow_exception(walk.problem);
    if (!isRead)
        throw badData(file, FUSIFORM_TR("core", "whole HDF5 data (a MATLAB file of version 7.3)"),
                      FUSIFORM_TR("core", "a truncated or damaged file"));
    return content;
}

Json describeMat73(const std::filesystem::path& file) { return describe(readMat73(file)); }

} // namespace fusiform::io
