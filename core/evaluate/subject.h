// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/imagery.h"
#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"

namespace fusiform::evaluate {

/// What was found in one subject.
struct SubjectEvaluation {
    std::string subject;
    Faces faces = Faces::Exploration;
    std::vector<Recognition> recognitions; ///< of each face model its regions
    std::vector<Imagery> imagery; ///< likewise; empty: no imagery, or it stays sealed

    [[nodiscard]] const Recognition* find(const std::string& model,
                                          const std::string& region) const;
    /// Names of the face models, in the order of the fit.
    [[nodiscard]] std::vector<std::string> models() const;
};

/// Every analysis of one subject: each face model of the fit, each region that the fit offers.
/// @throws Error{Usage} without test faces, Error{Cancelled}
[[nodiscard]] SubjectEvaluation
evaluateSubject(const OpenSubject& subject, const RecognitionOptions& options, Progress& progress);

} // namespace fusiform::evaluate
