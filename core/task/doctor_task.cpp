// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/doctor_task.h"

#include "core/task/doctor_checks.h"

#include <algorithm>

namespace fusiform::task {

void describe(DoctorOptions&, Fields&) { }

Outcome runDoctor(const DoctorOptions&, Progress& progress)
{
    progress.checkpoint();
    const std::vector<DoctorCheck> checks = doctorChecks();
    Outcome outcome;
    Json list = Json::array();
    constexpr std::size_t kColumn = 18;
    outcome.text = "Fusiform " FUSIFORM_VERSION "\n";
    for (const DoctorCheck& check : checks) {
        const bool isAbsent = check.result == DoctorCheck::Result::Absent;
        list.push_back({{"name", check.name},
                        {"ok", check.isOk()},
                        {"absent", isAbsent},
                        {"detail", check.detail.english()}});
        std::string name = check.name;
        name.resize(std::max(name.size() + 1, kColumn), ' ');
        outcome.text += (!check.isOk() ? "WRONG   "
                         : isAbsent    ? "absent  "
                                       : "fine    ")
                        + name + check.detail.english() + "\n";
        if (!check.isOk())
            outcome.missing.push_back(check.detail);
    }
    outcome.json = {{"ok", std::ranges::all_of(checks, &DoctorCheck::isOk)},
                    {"version", FUSIFORM_VERSION},
                    {"checks", list}};
    return outcome;
}

} // namespace fusiform::task
