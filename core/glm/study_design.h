// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/study_fit.h"
#include "core/io/nifti.h"

#include <optional>

namespace fusiform::glm {

/// Mean and standard deviation of a model's codes over the distinct training pictures.
struct CodeScale {
    Eigen::VectorXd mean;
    Eigen::VectorXd sd;
};

/// The one concatenated model of a study: the conditions' columns first, then each face model's
/// latents, divided by their training sd; per run its nuisance columns.
class StudyDesign {
public:
    /// @param headers of the runs' images. Keeps a reference to `input`.
    /// @throws Error{Usage} if no run shows a training face
    StudyDesign(const StudyFitInput& input, const std::vector<io::NiftiHeader>& headers);

    [[nodiscard]] Eigen::Index columns() const { return m_columns; }
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
    /// The conditions' columns, followed by the latents of one model if one is given.
    [[nodiscard]] std::vector<Eigen::Index> columnsWith(std::optional<std::size_t> model
                                                        = std::nullopt) const;
    [[nodiscard]] std::size_t modelCount() const { return m_scales.size(); }
    [[nodiscard]] const CodeScale& scale(std::size_t model) const { return m_scales[model]; }
    [[nodiscard]] const RunDesign& run(std::size_t r) const { return m_runs[r]; }
    /// The latents of all models for the training trials of one run, which its `trainResponses`
    /// turn into columns: trials x (columns() - conditionCount()).
    [[nodiscard]] Eigen::MatrixXd codes(std::size_t r) const;

private:
    const StudyFitInput& m_input;
    std::vector<Condition> m_conditions;
    std::vector<Eigen::Index> m_firstLatent; ///< column, per model
    Eigen::Index m_columns = 0;
    std::vector<RunDesign> m_runs;
    std::vector<CodeScale> m_scales;
};

} // namespace fusiform::glm
