// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/group_overlap.h"

#include "core/evaluate/subject.h"

#include <algorithm>

namespace fusiform::evaluate {

namespace {

double meanInMask(const SelectedVoxels& subject)
{
    double sum = 0;
    double count = 0;
    for (std::size_t v = 0; v < subject.mean.values.size(); ++v)
        if (subject.partOf.values[v] > 0) {
            sum += static_cast<double>(subject.mean.values[v]);
            ++count;
        }
    return count > 0 && sum > 0 ? sum / count : 1;
}

void fill(GroupOverlap& overlap, const std::vector<const SelectedVoxels*>& subjects)
{
    const image::Grid& grid = subjects.front()->partOf.grid;
    const auto size = static_cast<std::size_t>(grid.size());
    overlap.mean = {grid, std::vector<float>(size, 0.F)};
    overlap.count = {grid, std::vector<float>(size, 0.F)};
    overlap.voxels.assign(subjects.size(), 0);
    overlap.voxelMm3 = grid.affine.voxelVolume();
    for (const SelectedVoxels* const subject : subjects) {
        const double mean = meanInMask(*subject);
        for (std::size_t v = 0; v < size; ++v)
            overlap.mean.values[v]
                += static_cast<float>(static_cast<double>(subject->mean.values[v]) / mean
                                      / static_cast<double>(subjects.size()));
    }
    for (std::size_t v = 0; v < size; ++v) {
        std::size_t selected = 0;
        bool isInMask = false;
        for (const SelectedVoxels* const subject : subjects) {
            isInMask |= subject->partOf.values[v] > 0;
            selected += subject->partOf.values[v] > 1;
        }
        overlap.count.values[v] = isInMask ? static_cast<float>(1 + selected) : 0.F;
        if (selected > 0)
            ++overlap.voxels[selected - 1];
    }
}

/// Whether all were brought to one template.
bool areInTemplate(std::span<const SubjectEvaluation> subjects)
{
    const std::string& space = subjects.front().placed.space;
    return !space.empty() && std::ranges::all_of(subjects, [&](const SubjectEvaluation& one) {
        return one.placed.space == space;
    });
}

void addBorder(GroupOverlap& overlap, std::span<const SubjectEvaluation> subjects)
{
    const image::Grid& grid = overlap.count.grid;
    for (const SubjectEvaluation& one : subjects)
        if (!one.border || !image::isSameGrid(one.border->share.grid, grid))
            return;
    overlap.border = {grid, std::vector<float>(overlap.count.values.size(), 0.F)};
    for (const SubjectEvaluation& one : subjects)
        for (std::size_t v = 0; v < overlap.border.values.size(); ++v)
            overlap.border.values[v]
                += one.border->share.values[v] / static_cast<float>(subjects.size());
}

} // namespace

std::vector<GroupOverlap> groupOverlaps(std::span<const SubjectEvaluation> subjects)
{
    std::vector<GroupOverlap> overlaps;
    if (subjects.size() < 2)
        return overlaps;
    const bool isTemplate = areInTemplate(subjects);
    const auto selectionsOf
        = [&](const SubjectEvaluation& one) -> const std::vector<SelectedVoxels>& {
        return isTemplate ? one.placed.selections : one.selections;
    };
    for (const SelectedVoxels& first : selectionsOf(subjects.front())) {
        GroupOverlap overlap;
        overlap.model = first.model;
        std::vector<const SelectedVoxels*> all;
        for (const SubjectEvaluation& subject : subjects) {
            const std::vector<SelectedVoxels>& selections = selectionsOf(subject);
            const auto own = std::ranges::find(selections, first.model, &SelectedVoxels::model);
            if (own == selections.end())
                continue;
            overlap.subjects.push_back(subject.subject);
            all.push_back(&*own);
        }
        if (all.size() != subjects.size())
            continue;
        overlap.isOneSpace = std::ranges::all_of(all, [&](const SelectedVoxels* one) {
            return image::isSameGrid(one->partOf.grid, first.partOf.grid);
        });
        if (overlap.isOneSpace) {
            fill(overlap, all);
            addBorder(overlap, subjects);
        }
        if (isTemplate) {
            overlap.space = subjects.front().placed.space;
            for (const SubjectEvaluation& subject : subjects)
                overlap.transforms.push_back(subject.placed.file);
        }
        overlaps.push_back(std::move(overlap));
    }
    return overlaps;
}

} // namespace fusiform::evaluate
