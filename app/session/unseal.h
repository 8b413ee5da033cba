// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/document.h"

namespace fusiform {

/// The same fit with its confirmation faces among those shown. The opening is first written into
/// the ledger of the fit's folder, with the region it was opened for.
/// @throws Error{Failure} if the ledger cannot be written; then nothing is opened.
[[nodiscard]] std::shared_ptr<const OpenedFit> unsealed(const OpenedFit& opened,
                                                        const roi::Region& region);

} // namespace fusiform
