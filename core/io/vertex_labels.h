// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/label_names.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace fusiform::io {

constexpr std::int64_t kNoLabel = std::numeric_limits<std::int64_t>::min();

/// What each vertex of a surface belongs to, and what these numbers mean.
struct VertexLabels {
    std::vector<std::int64_t> labels; ///< one a vertex; kNoLabel: none
    LabelNames names; ///< may lack some, or all
};

} // namespace fusiform::io
