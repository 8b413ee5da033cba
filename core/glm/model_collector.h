// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/normal_equations.h"
#include "core/glm/study_design.h"
#include "core/util/atomic_file.h"

#include <memory>

namespace fusiform::glm {

/// Gathers what the estimates of one face model give, a slab of voxels after the other.
class ModelCollector {
public:
    /// @param weightsFile where W is written as it grows; empty: W stays in memory
    ModelCollector(const StudyFitInput& input, const StudyDesign& design, std::size_t model,
                   const std::filesystem::path& weightsFile);

    /// Estimates the slab and keeps its usable voxels.
    /// @param without estimates of the conditions alone, of the same voxels
    void add(const NormalEquations& equations, const Estimates& without,
             std::span<const Eigen::Index> usable, Progress& progress);
    /// Everything but the selection. To be called once, after the last slab.
    [[nodiscard]] ModelFit finish();

    [[nodiscard]] const ModelMaps& maps() const { return m_maps; }
    [[nodiscard]] double conditionNumber() const { return m_conditionNumber; }
    [[nodiscard]] Eigen::Index rank() const { return m_rank; }

private:
    void append(const Eigen::MatrixXf& weights);
    void addTests(const Estimates& without, const Estimates& with);
    [[nodiscard]] Weights weights();
    /// Test faces by name, or the imagery conditions: patterns and codes.
    [[nodiscard]] FaceSet testFaces(const std::vector<std::string>& names) const;
    [[nodiscard]] FaceSet imagery() const;
    [[nodiscard]] FaceSet imageryCandidates() const;
    /// Conditions x voxels.
    [[nodiscard]] Eigen::Map<const Eigen::MatrixXf> conditionBeta() const;

    const StudyFitInput& m_input;
    const StudyDesign& m_design;
    std::size_t m_model;
    std::vector<Eigen::Index> m_columns; ///< of the equations
    Wanted m_wanted; ///< W's rows, then the conditions
    std::filesystem::path m_weightsFile;
    std::unique_ptr<AtomicFile> m_file;
    std::vector<float> m_weights; ///< of all voxels so far, where there is no file
    std::vector<float> m_conditions; ///< of all voxels so far, one voxel's conditions contiguous
    std::vector<float> m_gain;
    std::vector<float> m_gainP;
    ModelMaps m_maps;
    double m_conditionNumber = 0;
    Eigen::Index m_rank = 0;
};

} // namespace fusiform::glm
