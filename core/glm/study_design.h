// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/normal_equations.h"
#include "core/glm/study_fit.h"
#include "core/io/nifti.h"

#include <optional>

namespace fusiform::glm {

/// Mean and standard deviation of a model's codes over the distinct training pictures.
struct CodeScale {
    Eigen::VectorXd mean;
    Eigen::VectorXd sd;
};

/// Estimates that stand for the size of a canonical response to each condition, where the columns
/// begin as columnNames() says.
[[nodiscard]] Wanted sizeOfConditions(Eigen::Index conditions, const HrfOptions& hrf);

/// The one concatenated model of a study: for each response function the conditions' columns, then
/// for each response function every face model's latents, divided by their training sd; per run its
/// nuisance columns.
class StudyDesign {
public:
    /// @param headers of the runs' images. Keeps a reference to `input`.
    /// @throws Error{Usage} if no run shows a training face
    StudyDesign(const StudyFitInput& input, const std::vector<io::NiftiHeader>& headers);

    [[nodiscard]] Eigen::Index columns() const
    {
        return m_functions * (conditionCount() + m_latents);
    }
    /// Response functions, each with columns of its own.
    [[nodiscard]] Eigen::Index functions() const { return m_functions; }
    [[nodiscard]] Eigen::Index conditionCount() const
    {
        return static_cast<Eigen::Index>(m_conditions.size());
    }
    /// The column of a condition, or -1.
    [[nodiscard]] Eigen::Index condition(std::string_view name) const;
    [[nodiscard]] const std::string& conditionName(Eigen::Index column) const
    {
        return m_conditions[static_cast<std::size_t>(column)].name;
    }
    [[nodiscard]] ConditionKind conditionKind(Eigen::Index column) const
    {
        return m_conditions[static_cast<std::size_t>(column)].kind;
    }
    /// Whether anybody may look at a condition: not a sealed face, nor imagery.
    [[nodiscard]] bool isOpen(Eigen::Index column) const;
    /// Faces against fixation, or against the implicit baseline: weights of the conditions.
    [[nodiscard]] Eigen::VectorXd faceContrast() const;
    /// The conditions' columns, followed by the latents of one model if one is given: of both,
    /// those of every response function.
    [[nodiscard]] std::vector<Eigen::Index> columnsWith(std::optional<std::size_t> model
                                                        = std::nullopt) const;
    /// Estimates of that model's columns that stand for the size of a canonical response: to each
    /// condition.
    [[nodiscard]] Wanted sizeOfConditions() const
    {
        return glm::sizeOfConditions(conditionCount(), m_input.design.hrf);
    }
    /// To each latent of a model, to training faces (W, bias last), then to each condition.
    [[nodiscard]] Wanted sizeOfAll(std::size_t model) const;
    [[nodiscard]] std::size_t modelCount() const { return m_scales.size(); }
    [[nodiscard]] const CodeScale& scale(std::size_t model) const { return m_scales[model]; }
    [[nodiscard]] const RunDesign& run(std::size_t r) const { return m_runs[r]; }
    /// What a run's `trainResponses` must be multiplied by to give the latents' columns: the
    /// latents of all models for its training trials, once for each response function.
    [[nodiscard]] Eigen::MatrixXd codes(std::size_t r) const;
    /// T of serialOrthogonalisation() for the training faces and one model's latents, over all
    /// runs, unfiltered as in SPM; its rows and columns in the order of W's rows (bias last).
    /// With the canonical response only.
    [[nodiscard]] Eigen::MatrixXd orthogonalisation(std::size_t model) const;

private:
    const StudyFitInput& m_input;
    std::vector<Condition> m_conditions;
    Eigen::Index m_functions; ///< response functions
    std::vector<Eigen::Index> m_firstLatent; ///< per model, among those of all models
    Eigen::Index m_latents = 0; ///< of all models
    std::vector<RunDesign> m_runs;
    std::vector<CodeScale> m_scales;
};

} // namespace fusiform::glm
