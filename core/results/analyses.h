// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/group.h"
#include "core/results/section.h"

#include <span>
#include <string_view>

namespace fusiform::results {

/// One analysis of the paper, or one that a reviewer asks for: how what was found is told.
struct Analysis {
    std::string_view key; ///< "recognition"
    Text title;
    /// Fills the section of one subject. Null: the analysis is one over subjects only.
    void (*tellSubject)(const evaluate::SubjectEvaluation&, const evaluate::Evaluation&, Section&);
    /// Fills the section over subjects. Null: there is none.
    void (*tellGroup)(const evaluate::Evaluation&, Section&);
};

/// All, in the order of the report. A new one is a function below and a line in analyses.cpp.
[[nodiscard]] std::span<const Analysis> analyses();

/// The sections of every analysis, subject by subject, then those over subjects; those without
/// anything to say are left out.
[[nodiscard]] std::vector<Section> sectionsOf(const evaluate::Evaluation& evaluation,
                                              double widthMm = kFigureMm);
/// One of them again: for another width. @throws Error{Failure} if there is none
[[nodiscard]] Section sectionOf(const evaluate::Evaluation& evaluation, std::string_view key,
                                const std::string& subject, double widthMm);

/// Why an analysis that estimates W again is missing.
[[nodiscard]] Text withoutSeries();

// One file each: NAME_section.cpp.
void tellStudy(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
               Section& section);
void tellPreprocessing(const evaluate::SubjectEvaluation& subject,
                       const evaluate::Evaluation& evaluation, Section& section);
void tellSelection(const evaluate::SubjectEvaluation& subject,
                   const evaluate::Evaluation& evaluation, Section& section);
void tellSelectionOverSubjects(const evaluate::Evaluation& evaluation, Section& section);
void tellRecognition(const evaluate::SubjectEvaluation& subject,
                     const evaluate::Evaluation& evaluation, Section& section);
void tellRecognitionOverSubjects(const evaluate::Evaluation& evaluation, Section& section);
void tellGallery(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
                 Section& section);
void tellSchematic(const evaluate::SubjectEvaluation& subject,
                   const evaluate::Evaluation& evaluation, Section& section);
void tellArithmetic(const evaluate::SubjectEvaluation& subject,
                    const evaluate::Evaluation& evaluation, Section& section);
void tellImageQuality(const evaluate::SubjectEvaluation& subject,
                      const evaluate::Evaluation& evaluation, Section& section);
void tellImageQualityOverSubjects(const evaluate::Evaluation& evaluation, Section& section);
void tellImagery(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
                 Section& section);
void tellIdentification(const evaluate::SubjectEvaluation& subject,
                        const evaluate::Evaluation& evaluation, Section& section);
void tellControls(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellLowLevel(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellLeaks(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
               Section& section);
void tellOneBacks(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellCeiling(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
                 Section& section);
void tellTraining(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellRidge(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation& evaluation,
               Section& section);
void tellVariance(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellLearning(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellPipeline(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section);
void tellImageryOverSubjects(const evaluate::Evaluation& evaluation, Section& section);
void tellAttributes(const evaluate::SubjectEvaluation& subject,
                    const evaluate::Evaluation& evaluation, Section& section);
void tellAttributesOverSubjects(const evaluate::Evaluation& evaluation, Section& section);
void tellAttributeMaps(const evaluate::SubjectEvaluation& subject,
                       const evaluate::Evaluation& evaluation, Section& section);
void tellAttributeClassifier(const evaluate::SubjectEvaluation& subject,
                             const evaluate::Evaluation& evaluation, Section& section);
void tellSimilarity(const evaluate::SubjectEvaluation& subject,
                    const evaluate::Evaluation& evaluation, Section& section);
void tellSimilarityOverSubjects(const evaluate::Evaluation& evaluation, Section& section);

} // namespace fusiform::results
