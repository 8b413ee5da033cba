// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_study.h"

#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace fusiform::glm {

using Eigen::Index;

FineSums::FineSums(const ScanReader& reader, std::size_t models)
    : m_neighbours(reader.grid().shape, reader.candidates()),
      m_products(NeighbourProducts::Zero(m_neighbours.size(), Neighbours::kCount)),
      m_squares(reader.candidates().size()),
      m_effects(reader.candidates().size()),
      m_conditions(m_neighbours.size()),
      m_models(models, Residuals(m_neighbours.size()))
{
}

void FineSums::addRun(const Slab& slab, const ScanValues& cleaned, Progress& progress)
{
    addProducts(m_neighbours, slab.begin, slab.end, cleaned, m_products, progress);
}

void FineSums::addSlab(const Slab& slab, const NormalEquations& equations,
                       const StudyDesign& design, const std::vector<ModelCollector>& collectors,
                       const Estimates& conditions, std::span<const Index> kept, Progress& progress)
{
    std::ranges::copy(equations.yty().head(slab.size()), m_squares.begin() + slab.begin);
    m_conditions.add(slab, equations, design.columnsWith(), m_neighbours, m_products, progress);
    for (std::size_t m = 0; m < collectors.size(); ++m)
        m_models[m].add(slab, equations, collectors[m].columns(), m_neighbours, m_products,
                        progress);
    const Eigen::VectorXd contrast = design.faceContrast();
    const Eigen::VectorXd effects = conditions.beta.cast<double>().transpose() * contrast;
    for (std::size_t v = 0; v < kept.size(); ++v)
        m_effects[static_cast<std::size_t>(slab.begin + kept[v])] = effects[static_cast<Index>(v)];
    m_unitVariance = contrast.dot(unitCovariance(conditions, design.sizeOfConditions()) * contrast);
}

FineMaps FineSums::maps(const FineGrid& grid) const
{
    FineMaps maps;
    maps.grid = grid.grid();
    maps.voxels = grid.voxels();
    const std::vector<double> squares = grid.squares(m_squares, m_products);
    const auto squaresOf = [&](const Residuals& residuals) {
        return grid.squares(residuals.squares, residuals.products);
    };
    const std::vector<double> rss = squaresOf(m_conditions);
    const std::vector<double> effects = grid.interpolated(m_effects);
    for (std::size_t v = 0; v < effects.size(); ++v) {
        const double ms = rss[v] / m_conditions.degreesOfFreedom;
        maps.t.push_back(ms > 0 ? static_cast<float>(effects[v] / std::sqrt(ms * m_unitVariance))
                                : std::numeric_limits<float>::quiet_NaN());
        maps.residualMeanSquare.push_back(static_cast<float>(ms));
        maps.explained.push_back(static_cast<float>(1 - rss[v] / squares[v]));
    }
    for (const Residuals& residuals : m_models)
        maps.models.emplace_back().add(
            {rss, m_conditions.degreesOfFreedom, m_conditions.rank},
            {squaresOf(residuals), residuals.degreesOfFreedom, residuals.rank}, squares);
    return maps;
}

std::vector<bool> placesToSelect(const StudyFitInput& input, const image::Grid& grid,
                                 std::span<const image::Index> voxels, FitCounts& counts)
{
    if (!input.within)
        return {};
    std::vector<bool> inside = isInside(*input.within, grid, voxels);
    counts.within = std::ranges::count(inside, true);
    if (counts.within == 0)
        throw usage(FUSIFORM_TR("core",
                                "None of %1 fitted voxels lies inside the image that voxels "
                                "are to be selected within.")
                        .arg(voxels.size()));
    return inside;
}

void moveToFineGrid(const StudySums& study, StudyFit& result, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Estimating the fine grid"));
    Fit& fit = result.fit;
    const ScanReader& reader = study.reader;
    std::vector<bool> isUsable(reader.candidates().size());
    std::vector<Index> columnOf(isUsable.size(), -1);
    const std::vector<Index> usable = reader.usable();
    for (std::size_t v = 0; v < usable.size(); ++v) {
        isUsable[static_cast<std::size_t>(usable[v])] = true;
        columnOf[static_cast<std::size_t>(usable[v])] = static_cast<Index>(v);
    }
    const FineGrid grid(*study.input.fineGrid, reader.grid(), reader.candidates(), isUsable);
    const FineMaps& maps = result.fine.emplace(study.fine.maps(grid));

    const std::vector<bool> inside
        = placesToSelect(study.input, maps.grid, maps.voxels, result.counts);
    std::vector<std::vector<Index>> selected;
    std::set<Index> kept;
    for (const LatentTests& tests : maps.models) {
        selected.push_back(
            selectedVoxels({maps.t, result.conditions.degreesOfFreedom, tests.gain, tests.gainP},
                           study.input.selection, inside));
        kept.insert(selected.back().begin(), selected.back().end());
    }
    if (kept.empty())
        throw usage(FUSIFORM_TR("core", "None of %1 voxels of the fine grid meets the criterion.")
                        .arg(maps.voxels.size()));
    const FineVoxels voxels{grid, {kept.begin(), kept.end()}, std::move(columnOf)};
    for (std::size_t m = 0; m < study.collectors.size(); ++m) {
        ModelFit& model = fit.models.emplace_back(study.collectors[m].finish(&voxels));
        LatentTests& tests = result.maps[m].tests;
        model.gain = voxels.of(maps.models[m].gain);
        model.gainP = voxels.of(maps.models[m].gainP);
        model.selected = voxelsAt(maps.grid, maps.voxels, selected[m]);
        tests = {model.gain, model.gainP, voxels.of(maps.models[m].f),
                 voxels.of(maps.models[m].explained)};
    }
    result.conditions.beta = voxels.of(result.conditions.beta);
    result.conditions.residualMeanSquare = voxels.of(maps.residualMeanSquare);
    result.conditions.explained = voxels.of(maps.explained);
    fit.grid = maps.grid;
    fit.voxels.clear();
    for (const Index position : voxels.kept)
        fit.voxels.push_back(maps.voxels[static_cast<std::size_t>(position)]);
    fit.tFace = voxels.of(maps.t);
    const image::Volume mean = std::exchange(
        fit.meanImage, {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()))});
    parallelBlocks(fit.meanImage.values.size(), 1 << 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v)
            fit.meanImage.values[v] = mean.sample(fit.grid.mm(static_cast<image::Index>(v)));
    });
    fit.selection += "; fine grid, linear interpolation";
}

} // namespace fusiform::glm
