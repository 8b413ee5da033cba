// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"

#include "core/util/error.h"

#include <algorithm>
#include <array>

namespace fusiform::results {

std::span<const Analysis> analyses()
{
    static const std::array kAll = {
        Analysis{"study", FUSIFORM_TR("core", "The study and its fit"), tellStudy, nullptr},
        Analysis{"preprocessing", FUSIFORM_TR("core", "Quality of the scans"), tellPreprocessing,
                 nullptr},
        Analysis{"schematic", FUSIFORM_TR("core", "The method"), tellSchematic, nullptr},
        Analysis{"selection", FUSIFORM_TR("core", "Selected voxels"), tellSelection,
                 tellSelectionOverSubjects},
        Analysis{"recognition", FUSIFORM_TR("core", "Recognition"), tellRecognition,
                 tellRecognitionOverSubjects},
        Analysis{"gallery", FUSIFORM_TR("core", "Reconstructed faces"), tellGallery, nullptr},
        Analysis{"latent_arithmetic", FUSIFORM_TR("core", "Arithmetic with codes"), tellArithmetic,
                 nullptr},
        Analysis{"image_quality", FUSIFORM_TR("core", "Quality of the pictures"), tellImageQuality,
                 tellImageQualityOverSubjects},
        Analysis{"variance_partition", FUSIFORM_TR("core", "What regions explain"), tellVariance,
                 nullptr},
        Analysis{"learning_curve", FUSIFORM_TR("core", "Learning curve"), tellLearning, nullptr},
        Analysis{"attributes", FUSIFORM_TR("core", "Attributes of faces"), tellAttributes,
                 tellAttributesOverSubjects},
        Analysis{"attribute_maps", FUSIFORM_TR("core", "Where attributes are"), tellAttributeMaps,
                 nullptr},
        Analysis{"attribute_classifier", FUSIFORM_TR("core", "Attributes learnt from codes"),
                 tellAttributeClassifier, nullptr},
        Analysis{"representational_similarity", FUSIFORM_TR("core", "Representational similarity"),
                 tellSimilarity, tellSimilarityOverSubjects},
        Analysis{"imagery", FUSIFORM_TR("core", "Imagery"), tellImagery, tellImageryOverSubjects},
        Analysis{"identification", FUSIFORM_TR("core", "Who is taken for whom"), tellIdentification,
                 nullptr},
        Analysis{"noise_ceiling", FUSIFORM_TR("core", "Noise ceiling"), tellCeiling, nullptr},
        Analysis{"control_regions", FUSIFORM_TR("core", "Regions of equal size"), tellControls,
                 nullptr},
        Analysis{"training_faces", FUSIFORM_TR("core", "Training faces, cross-validated"),
                 tellTraining, nullptr},
        Analysis{"low_level", FUSIFORM_TR("core", "More than luminance, background and hair?"),
                 tellLowLevel, nullptr},
        Analysis{"leaks", FUSIFORM_TR("core", "Training pictures that are test faces"), tellLeaks,
                 nullptr},
        Analysis{"one_backs", FUSIFORM_TR("core", "One-back trials"), tellOneBacks, nullptr},
        Analysis{"ridge", FUSIFORM_TR("core", "The ridge"), tellRidge, nullptr},
        Analysis{"pipeline_permutation",
                 FUSIFORM_TR("core", "The whole pipeline on exchanged training codes"),
                 tellPipeline, nullptr},
    };
    return kAll;
}

Text withoutSeries()
{
    return FUSIFORM_TR("core", "The series of the scans, from which W is estimated again, does not "
                               "lie in the fit: fit the study anew with --series keep. The "
                               "demonstration comes without.");
}

namespace {

Section emptySection(const Analysis& analysis, const std::string& subject, double widthMm)
{
    Section section;
    section.key = analysis.key;
    section.subject = subject;
    section.title = analysis.title;
    section.widthMm = widthMm;
    return section;
}

Section told(const Analysis& analysis, const evaluate::SubjectEvaluation& subject,
             const evaluate::Evaluation& evaluation, double widthMm)
{
    Section section = emptySection(analysis, subject.subject, widthMm);
    if (analysis.tellSubject)
        analysis.tellSubject(subject, evaluation, section);
    return section;
}

Section toldOverSubjects(const Analysis& analysis, const evaluate::Evaluation& evaluation,
                         double widthMm)
{
    Section section = emptySection(analysis, {}, widthMm);
    if (analysis.tellGroup && evaluation.subjects.size() > 1)
        analysis.tellGroup(evaluation, section);
    return section;
}

} // namespace

std::vector<Section> sectionsOf(const evaluate::Evaluation& evaluation, double widthMm)
{
    std::vector<Section> sections;
    const auto add = [&](Section section) {
        if (!section.isEmpty())
            sections.push_back(std::move(section));
    };
    const auto isTold = [&](const Analysis& analysis) {
        return evaluation.only.empty() || analysis.key == "recognition"
               || std::ranges::find(evaluation.only, analysis.key) != evaluation.only.end();
    };
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
        for (const Analysis& analysis : analyses())
            if (isTold(analysis))
                add(told(analysis, subject, evaluation, widthMm));
    for (const Analysis& analysis : analyses())
        if (isTold(analysis))
            add(toldOverSubjects(analysis, evaluation, widthMm));
    return sections;
}

Section sectionOf(const evaluate::Evaluation& evaluation, std::string_view key,
                  const std::string& subject, double widthMm)
{
    const auto analysis = std::ranges::find(analyses(), key, &Analysis::key);
    if (analysis != analyses().end()) {
        if (subject.empty())
            return toldOverSubjects(*analysis, evaluation, widthMm);
        for (const evaluate::SubjectEvaluation& one : evaluation.subjects)
            if (one.subject == subject)
                return told(*analysis, one, evaluation, widthMm);
    }
    throw failure(FUSIFORM_TR("core", "There is no section %1 of %2.").arg(key).arg(subject));
}

} // namespace fusiform::results
