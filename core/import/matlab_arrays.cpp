// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/matlab_arrays.h"

#include "core/io/gzip_file.h"
#include "core/io/mat73.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <limits>

namespace fusiform::import {

namespace {

io::MatFile listOf(const std::filesystem::path& file)
{
    constexpr std::size_t kPrefix = 1024; // MATLAB's own 512 bytes, then the mark of HDF5
    if (io::isMat73(io::readGzipPrefix(file, kPrefix).bytes, file))
        return io::readMat73(file);
    io::MatFile content = io::readMat5(file);
    if (content.version == "4")
        throw badData(file, FUSIFORM_TR("core", "a MATLAB file of version 5 or 7.3"),
                      FUSIFORM_TR("core", "one of version 4"));
    return content;
}

} // namespace

bool isNumeric(const io::MatVariable& variable)
{
    // Other writers of HDF5 than MATLAB leave the class out; the reader then checks the numbers.
    constexpr std::array kNumbers = {"",       "double", "single", "int8",  "uint8",  "int16",
                                     "uint16", "int32",  "uint32", "int64", "uint64", "logical"};
    return !variable.isComplex && !variable.shape.empty()
           && std::ranges::find(kNumbers, variable.type) != kNumbers.end()
           && elementsOf(variable) > 0;
}

Index elementsOf(const io::MatVariable& variable)
{
    Index count = 1;
    for (const std::int64_t size : variable.shape) {
        if (size <= 0 || count > std::numeric_limits<std::int32_t>::max() * Index{4096} / size)
            return 0;
        count *= size;
    }
    return count;
}

std::vector<Index> properShape(const io::MatVariable& variable)
{
    std::vector<Index> shape;
    std::ranges::copy_if(variable.shape, std::back_inserter(shape),
                         [](std::int64_t size) { return size != 1; });
    return shape;
}

MatlabFile::MatlabFile(std::filesystem::path file)
    : m_file(std::move(file)), m_content(listOf(m_file))
{
}

void MatlabFile::forEachRun(const io::MatVariable& variable, const WantsRun& wants,
                            const VisitRun& visit, Progress& progress) const
{
    if (m_content.version == "7.3")
        forEachRunOfHdf5(m_file, variable, wants, visit, progress);
    else
        forEachRunOfVersion5(m_file, variable, wants, visit, progress);
}

std::vector<double> MatlabFile::values(const io::MatVariable& variable, Progress& progress) const
{
    constexpr Index kMost = 100'000'000;
    const Index count = elementsOf(variable);
    if (count > kMost)
        throw badData(m_file,
                      FUSIFORM_TR("core", "at most %1 numbers in %2").arg(kMost).arg(variable.name),
                      FUSIFORM_TR("core", "%1").arg(count));
    std::vector<double> all(static_cast<std::size_t>(count));
    forEachRun(
        variable, {},
        [&](Index first, std::span<const double> values) {
            std::ranges::copy(values, all.begin() + first);
        },
        progress);
    return all;
}

const io::MatVariable* MatlabFile::find(std::span<const std::string> names, const Fits& fits,
                                        const Text& wanted) const
{
    std::vector<const io::MatVariable*> fitting;
    for (const io::MatVariable& variable : m_content.variables)
        if (isNumeric(variable) && fits(variable))
            fitting.push_back(&variable);
    for (const std::string& name : names)
        for (const io::MatVariable* variable : fitting)
            if (lowerCase(variable->name) == lowerCase(name))
                return variable;
    if (fitting.size() > 1)
        throw badData(m_file, wanted,
                      FUSIFORM_TR("core", "%1 variables that could be it: %2")
                          .arg(fitting.size())
                          .arg(listed()));
    return fitting.empty() ? nullptr : fitting.front();
}

const io::MatVariable& MatlabFile::require(std::span<const std::string> names, const Fits& fits,
                                           const Text& wanted) const
{
    const io::MatVariable* variable = find(names, fits, wanted);
    if (variable == nullptr)
        throw badData(m_file, wanted,
                      m_content.variables.empty() ? FUSIFORM_TR("core", "no variables")
                                                  : FUSIFORM_TR("core", "%1").arg(listed()));
    return *variable;
}

std::string MatlabFile::listed() const
{
    constexpr std::size_t kMost = 8;
    std::string text;
    for (std::size_t v = 0; v < m_content.variables.size(); ++v) {
        if (v == kMost)
            return text + ", ...";
        const io::MatVariable& variable = m_content.variables[v];
        std::string shape;
        for (const std::int64_t size : variable.shape)
            (shape += shape.empty() ? "" : " x ") += std::to_string(size);
        const bool isPlain = isNumeric(variable) || variable.type.empty();
        (text += v == 0 ? "" : ", ")
            += variable.name + " (" + (isPlain ? "" : variable.type + " ") + shape + ")";
    }
    return text;
}

} // namespace fusiform::import
