// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::roi {

/// What names in an expression stand for.
struct ExpressionNames {
    std::vector<std::string> known; ///< for messages, and found whatever their case is
    /// The set called by one of `known`, on the grid of `everything`.
    std::function<image::VoxelSet(const std::string& name)> find;
    image::VoxelSet everything; ///< what ! is taken from: the brain mask
};

/// The set that a text describes: "occipital + temporal - drawn1".
///
///   !a or ~a   the voxels of the brain mask that are not in a
///   a & b      in both
///   a ^ b      in exactly one of them
///   a + b      in either
///   a - b      in a, not in b
///
/// `!` binds most, then `&`; then `^`, `+` and `-` from left to right; parentheses as usual. A name
/// is letters, digits, `_`, `.` and characters beyond ASCII; any other name stands in "quotes" or
/// 'quotes'. Blanks do not count.
/// @throws Error{Usage} saying at which character (from 1) what was expected and what was found;
/// for unknown names with a list of the known ones; for texts beyond 10,000 characters or 100
/// parentheses and ! within each other.
[[nodiscard]] image::VoxelSet setOf(std::string_view expression, const ExpressionNames& names);

} // namespace fusiform::roi
