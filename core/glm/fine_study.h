// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/model_collector.h"
#include "core/glm/scan_reader.h"

namespace fusiform::glm {

/// What a fine grid wants of the passes over the scans: a few numbers of each of the scans' voxels
/// and its neighbours. Voxels are the reader's candidates.
class FineSums {
public:
    FineSums() = default;
    FineSums(const ScanReader& reader, std::size_t models);

    /// How many voxels after a slab its sums have to reach.
    [[nodiscard]] Eigen::Index reach() const { return m_neighbours.reach(); }
    /// @param cleaned of the slab's sums, see NormalEquations::add
    void addRun(const Slab& slab, const ScanValues& cleaned, Progress& progress);
    /// After the last run of a pass. @param conditions estimates of the conditions alone, of the
    /// voxels `kept` of the slab
    void addSlab(const Slab& slab, const NormalEquations& equations, const StudyDesign& design,
                 const std::vector<ModelCollector>& collectors, const Estimates& conditions,
                 std::span<const Eigen::Index> kept, Progress& progress);

    /// Of every voxel of the fine grid.
    [[nodiscard]] FineMaps maps(const FineGrid& grid) const;

private:
    Neighbours m_neighbours;
    NeighbourProducts m_products;
    std::vector<double> m_squares;
    std::vector<double> m_effects; ///< faces - fixation
    double m_unitVariance = 0; ///< of that contrast
    Residuals m_conditions;
    std::vector<Residuals> m_models;
};

/// Everything that the passes over the scans of a study have gathered.
struct StudySums {
    const StudyFitInput& input;
    const ScanReader& reader;
    const FineSums& fine;
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
