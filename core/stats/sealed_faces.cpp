// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sealed_faces.h"

#include "core/util/time.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <set>
#include <utility>

namespace fusiform::stats {

namespace {

/// The number at the end of a stimulus folder's name: "sub01/run07/F1.jpg" gives 7.
std::optional<long> folderNumber(const std::string& stimulus)
{
    const std::string folder = std::filesystem::path(stimulus).parent_path().filename().string();
    const auto digits = folder.find_first_of("0123456789");
    if (digits == std::string::npos)
        return std::nullopt;
    const auto number = numberFrom(folder.substr(digits));
    return number ? std::optional(static_cast<long>(*number)) : std::nullopt;
}

} // namespace

FaceSplit splitTestFaces(const std::vector<std::vector<bids::Event>>& runs)
{
    std::map<std::string, std::set<long>> parities; // -1: no number
    for (const auto& events : runs)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TestFace)
                parities[bids::faceIdentity(event)].insert(folderNumber(event.stimulus).value_or(-1)
                                                           % 2);

    FaceSplit byFolder;
    byFolder.rule = "the study's own groups: parity of the stimulus folder";
    bool isGrouped = true;
    for (const auto& [name, seen] : parities) {
        isGrouped = isGrouped && seen.size() == 1 && *seen.begin() >= 0;
        (*seen.begin() == 1 ? byFolder.exploration : byFolder.confirmation).push_back(name);
    }
    if (isGrouped && byFolder.exploration.size() >= 2 && byFolder.confirmation.size() >= 2)
        return byFolder;

    FaceSplit split;
    split.rule = "alternating within each sex, by name";
    std::map<char, std::size_t> countOfSex;
    for (const auto& [name, seen] : parities) {
        const char sex = name.empty()
                             ? ' '
                             : static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
        (countOfSex[sex]++ % 2 == 0 ? split.exploration : split.confirmation).push_back(name);
    }
    return split;
}

void SealOpener::record(glm::Fit& fit, SealedPart part, const roi::Region& region)
{
    // Another program may have opened the seal since this fit was read: its entry must stay.
    std::vector<glm::Opening> openings = glm::readOpenings(fit.folder);
    openings.push_back({part == SealedPart::Confirmation ? "confirmation" : "imagery", region.name,
                        region.voxels.hash(), region.made, !region.isEditedWhileLooking, utcNow(),
                        FUSIFORM_VERSION});
    const std::vector<glm::Opening> before = std::exchange(fit.openings, std::move(openings));
    try {
        glm::writeOpenings(fit, fit.folder);
    } catch (...) {
        fit.openings = before;
        throw;
    }
}

const glm::FaceSet& SealOpener::inside(const glm::ModelFit& model, SealedPart part)
{
    return part == SealedPart::Confirmation ? model.confirmation.m_faces : model.imagery.m_faces;
}

glm::FaceSet SealOpener::open(glm::Fit& fit, const glm::ModelFit& model, SealedPart part,
                              const roi::Region& region)
{
    record(fit, part, region);
    return inside(model, part);
}

std::vector<glm::FaceSet> SealOpener::openForAllModels(glm::Fit& fit, SealedPart part,
                                                       const roi::Region& region)
{
    record(fit, part, region);
    std::vector<glm::FaceSet> faces;
    for (const glm::ModelFit& model : fit.models)
        faces.push_back(inside(model, part));
    return faces;
}

glm::FaceSet joined(const glm::FaceSet& a, const glm::FaceSet& b)
{
    std::vector<std::pair<const glm::FaceSet*, Eigen::Index>> rows;
    for (const glm::FaceSet* set : {&a, &b})
        for (Eigen::Index row = 0; row < set->count(); ++row)
            rows.emplace_back(set, row);
    std::ranges::sort(
        rows, {}, [](const auto& r) { return r.first->names[static_cast<std::size_t>(r.second)]; });

    glm::FaceSet all;
    all.patterns.resize(static_cast<Eigen::Index>(rows.size()), a.patterns.cols());
    all.codes.resize(static_cast<Eigen::Index>(rows.size()), a.codes.cols());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& [set, row] = rows[r];
        all.names.push_back(set->names[static_cast<std::size_t>(row)]);
        all.pictures.push_back(set->pictures[static_cast<std::size_t>(row)]);
        all.patterns.row(static_cast<Eigen::Index>(r)) = set->patterns.row(row);
        all.codes.row(static_cast<Eigen::Index>(r)) = set->codes.row(row);
    }
    return all;
}

} // namespace fusiform::stats
