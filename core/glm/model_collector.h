// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fine_fit.h"
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
    /// @param fine if given, of those voxels, except for gain and its p
    [[nodiscard]] ModelFit finish(const FineVoxels* fine = nullptr);

    /// Of the scans' voxels.
    [[nodiscard]] const LatentTests& tests() const { return m_tests; }
    [[nodiscard]] const std::vector<Eigen::Index>& columns() const { return m_columns; }
    [[nodiscard]] double conditionNumber() const { return m_conditionNumber; }
    [[nodiscard]] Eigen::Index rank() const { return m_rank; }

private:
    void append(const Eigen::MatrixXf& weights);
    [[nodiscard]] Weights weights(const FineVoxels* fine);
    [[nodiscard]] Weights fineWeights(const Weights& weights, const FineVoxels& fine) const;
    /// Test faces by name, or the imagery conditions: patterns and codes.
    [[nodiscard]] FaceSet testFaces(const std::vector<std::string>& names,
                                    const Eigen::MatrixXf& conditionBeta) const;
    [[nodiscard]] FaceSet imagery(const Eigen::MatrixXf& conditionBeta) const;
    [[nodiscard]] FaceSet imageryCandidates() const;
    /// Conditions x voxels.
    [[nodiscard]] Eigen::MatrixXf conditionBeta(const FineVoxels* fine) const;

    const StudyFitInput& m_input;
    const StudyDesign& m_design;
    std::size_t m_model;
    std::vector<Eigen::Index> m_columns; ///< of the equations
    Wanted m_wanted; ///< W's rows, then the conditions
    std::filesystem::path m_weightsFile;
    std::unique_ptr<AtomicFile> m_file;
    std::vector<float> m_weights; ///< of all voxels so far, where there is no file
    std::vector<float> m_conditions; ///< of all voxels so far, one voxel's conditions contiguous
    LatentTests m_tests;
    double m_conditionNumber = 0;
    Eigen::Index m_rank = 0;
};

} // namespace fusiform::glm
