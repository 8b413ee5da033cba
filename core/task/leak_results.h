// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/leak_audit.h"
#include "core/glm/fit.h"

namespace fusiform::task {

/// Every leak with its kind and correlation.
[[nodiscard]] Json describeLeaks(const bids::LeakAudit& audit);
/// One line a leak; at most `most` of them.
[[nodiscard]] std::string leaksText(const bids::LeakAudit& audit, std::size_t most);

/// The same as something that a user should know of a study; none: there is no leak.
[[nodiscard]] std::optional<bids::Problem> leakProblem(const bids::LeakAudit& audit);

/// What a fit remembers of the pictures that were training and test faces at once.
struct FitLeaks {
    std::size_t identical = 0;
    std::size_t nearlyIdentical = 0;
    bool areLeftOut = true;

    [[nodiscard]] std::size_t count() const { return identical + nearlyIdentical; }
};
/// None: the fit was not made from a study's pictures, or before they were compared.
[[nodiscard]] std::optional<FitLeaks> leaksOf(const glm::Fit& fit);

} // namespace fusiform::task
