// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/fit_parts.h"

#include <algorithm>
#include <cmath>

namespace fusiform::import {

std::string subjectName(const std::filesystem::path& folder, const std::string& said)
{
    if (!said.empty())
        return said.starts_with("sub-") ? said : "sub-" + said;
    std::string last;
    for (const std::filesystem::path& part : std::filesystem::absolute(folder).lexically_normal()) {
        if (part.string().starts_with("sub-"))
            return part.string();
        if (!part.empty())
            last = part.string();
    }
    return last;
}

stats::FaceSplit splitByNames(const std::vector<std::string>& names)
{
    // A made-up event each lets the rule of the study alternate within each sex.
    std::vector<bids::Event> events;
    for (const std::string& name : names) {
        bids::Event event;
        event.kind = bids::EventKind::TestFace;
        event.stimulus = name;
        events.push_back(event);
    }
    return stats::splitTestFaces({events});
}

glm::FaceSet facesCalled(const glm::FaceSet& all, const std::vector<std::string>& names)
{
    glm::FaceSet set;
    const auto count = static_cast<Eigen::Index>(names.size());
    set.patterns.resize(count, all.patterns.cols());
    set.codes.resize(count, all.codes.cols());
    for (Eigen::Index f = 0; f < count; ++f) {
        const std::string& name = names[static_cast<std::size_t>(f)];
        const auto row = std::ranges::find(all.names, name) - all.names.begin();
        set.names.push_back(name);
        set.pictures.push_back(all.pictures[static_cast<std::size_t>(row)]);
        set.patterns.row(f) = all.patterns.row(row);
        set.codes.row(f) = all.codes.row(row);
    }
    return set;
}

double typicalDeviation(const Eigen::MatrixXd& codes)
{
    const double typical = std::sqrt(codes.squaredNorm() / static_cast<double>(codes.size()));
    return typical > 0 && std::isfinite(typical) ? typical : 1;
}

} // namespace fusiform::import
