// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"
#include "core/io/nifti.h"

namespace fusiform::bids {

/// Seconds between the volumes of a run: the sidecar's, else the header's.
/// @throws Error{BadData} if neither says.
[[nodiscard]] double repetitionTime(const Run& run, const io::NiftiHeader& header);

} // namespace fusiform::bids
