// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <string>
#include <vector>

namespace fusiform::task {

/// One thing that the program needs, or can use.
struct DoctorCheck {
    std::string name; ///< stable, for programs: "decoder"
    enum class Result { Fine, Absent, Wrong } result = Result::Fine;
    Text detail; ///< what was found; where it is not fine, what to do

    /// Wrong alone is: the program works without what is absent.
    [[nodiscard]] bool isOk() const { return result != Result::Wrong; }
};

/// Each is tried, not only looked for; none changes anything. They take about a second.
[[nodiscard]] std::vector<DoctorCheck> doctorChecks();

} // namespace fusiform::task
