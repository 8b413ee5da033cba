// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"

#include <array>

namespace fusiform::results {

std::span<const Analysis> analyses()
{
    static const std::array kAll = {
        Analysis{"schematic", FUSIFORM_TR("core", "The method"), tellSchematic, nullptr},
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
        Analysis{"imagery", FUSIFORM_TR("core", "Imagery"), tellImagery, tellImageryOverSubjects},
        Analysis{"identification", FUSIFORM_TR("core", "Who is taken for whom"), tellIdentification,
                 nullptr},
        Analysis{"control_regions", FUSIFORM_TR("core", "Regions of equal size"), tellControls,
                 nullptr},
        Analysis{"ridge", FUSIFORM_TR("core", "The ridge"), tellRidge, nullptr},
        Analysis{"pipeline_permutation",
                 FUSIFORM_TR("core", "The whole pipeline on exchanged training codes"),
                 tellPipeline, nullptr},
    };
    return kAll;
}

std::vector<Section> sectionsOf(const evaluate::Evaluation& evaluation)
{
    std::vector<Section> sections;
    const auto add = [&](const Analysis& analysis, const std::string& subject, const auto& tell) {
        Section section;
        section.key = analysis.key;
        section.subject = subject;
        section.title = analysis.title;
        tell(section);
        if (!section.isEmpty())
            sections.push_back(std::move(section));
    };
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
        for (const Analysis& analysis : analyses())
            if (analysis.tellSubject)
                add(analysis, subject.subject,
                    [&](Section& section) { analysis.tellSubject(subject, evaluation, section); });
    if (evaluation.subjects.size() > 1)
        for (const Analysis& analysis : analyses())
            if (analysis.tellGroup)
                add(analysis, {},
                    [&](Section& section) { analysis.tellGroup(evaluation, section); });
    return sections;
}

} // namespace fusiform::results
