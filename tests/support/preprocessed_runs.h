// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace fusiform::test {

/// Writes derivatives of `count` face runs of sub-01 as preprocessing would: 24 scans of a ball of
/// noise on an 8 x 9 x 6 grid, with one jump.
void writePreprocessedRuns(const std::filesystem::path& derivatives, int count);

} // namespace fusiform::test
