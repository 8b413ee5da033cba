// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/model_collector.h"
#include "core/glm/scan_reader.h"

namespace fusiform::glm {

/// Everything that a pass over the scans of a study has gathered, of all their voxels.
struct StudySums {
    const StudyFitInput& input;
    const StudyDesign& design;
    const ScanReader& reader;
    const NormalEquations& equations; ///< voxels: the reader's candidates
    const Neighbours& neighbours;
    const NeighbourProducts& products;
    std::vector<ModelCollector>& collectors;
};

/// Where voxels may be selected, by StudyFitInput::within; empty: everywhere. Counts them.
/// @throws Error{Usage} if that is nowhere
[[nodiscard]] std::vector<bool> placesToSelect(const StudyFitInput& input, const image::Grid& grid,
                                               std::span<const image::Index> voxels,
                                               FitCounts& counts);

/// Makes of a fit in the scans' voxels one of the selected voxels of the input's fine grid, with
/// maps of all of the grid's voxels. `result` has the subject, the scans' grid, voxels and mean
/// image, conditions and maps, but no face models yet.
/// @throws Error{Usage} if no voxel meets the criterion
void moveToFineGrid(const StudySums& study, StudyFit& result, Progress& progress);

} // namespace fusiform::glm
