// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/mat5.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace fusiform::import {

using Eigen::Index;

/// A stretch of an array in MATLAB's order (first index fastest): `count` elements from `first` on.
using WantsRun = std::function<bool(Index first, Index count)>;
using VisitRun = std::function<void(Index first, std::span<const double> values)>;

/// The arrays of numbers in a MATLAB file of version 5 or 7.3, read piece by piece: a file may be
/// many times larger than the memory.
class MatlabFile {
public:
    /// Reads the list of variables. @throws Error{BadData}
    explicit MatlabFile(std::filesystem::path file);

    [[nodiscard]] const std::filesystem::path& path() const { return m_file; }
    [[nodiscard]] const std::vector<io::MatVariable>& variables() const
    {
        return m_content.variables;
    }

    /// Hands every element that `wants` says yes to (or all, if it is empty) to `visit` as double,
    /// once, in runs of consecutive elements; more may come along, and the order of the runs is
    /// that of the file. Steps `progress` by the elements passed, read or not.
    /// @throws Error{BadData} if the file is damaged or the variable is not real numbers.
    void forEachRun(const io::MatVariable& variable, const WantsRun& wants, const VisitRun& visit,
                    Progress& progress) const;
    /// All numbers, first index fastest; for arrays that fit into memory many times.
    /// @throws Error{BadData}, also for more than 100 million of them.
    [[nodiscard]] std::vector<double> values(const io::MatVariable& variable,
                                             Progress& progress) const;

    using Fits = std::function<bool(const io::MatVariable&)>;
    /// The variable with one of `names` (upper and lower case alike) that `fits`; else the only one
    /// that does. Null if none does.
    /// @throws Error{BadData} if several do and none has one of the names; `wanted` says what was
    /// looked for.
    [[nodiscard]] const io::MatVariable* find(std::span<const std::string> names, const Fits& fits,
                                              const Text& wanted) const;
    /// The same, where there must be one. @throws Error{BadData}
    [[nodiscard]] const io::MatVariable& require(std::span<const std::string> names,
                                                 const Fits& fits, const Text& wanted) const;
    /// "W (1025 x 74388), invcovW (1025 x 1025)": for messages.
    [[nodiscard]] std::string listed() const;

private:
    std::filesystem::path m_file;
    io::MatFile m_content;
};

/// Real numbers in a full array (logical counts), with at least one element.
[[nodiscard]] bool isNumeric(const io::MatVariable& variable);
[[nodiscard]] Index elementsOf(const io::MatVariable& variable);
/// The dimensions that are not 1: MATLAB gives a vector two, and drops trailing ones.
[[nodiscard]] std::vector<Index> properShape(const io::MatVariable& variable);

// The two readers behind MatlabFile::forEachRun.
void forEachRunOfHdf5(const std::filesystem::path& file, const io::MatVariable& variable,
                      const WantsRun& wants, const VisitRun& visit, Progress& progress);
void forEachRunOfVersion5(const std::filesystem::path& file, const io::MatVariable& variable,
                          const WantsRun& wants, const VisitRun& visit, Progress& progress);

} // namespace fusiform::import
