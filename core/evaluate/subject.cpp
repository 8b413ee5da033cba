// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/subject.h"

#include <algorithm>

namespace fusiform::evaluate {

const Recognition* SubjectEvaluation::find(const std::string& model,
                                           const std::string& region) const
{
    const auto found = std::ranges::find_if(recognitions, [&](const Recognition& one) {
        return one.model == model && one.region == region;
    });
    return found == recognitions.end() ? nullptr : &*found;
}

std::vector<std::string> SubjectEvaluation::models() const
{
    std::vector<std::string> names;
    for (const Recognition& one : recognitions)
        if (names.empty() || names.back() != one.model)
            names.push_back(one.model);
    return names;
}

SubjectEvaluation evaluateSubject(const OpenSubject& subject, const RecognitionOptions& options,
                                  Progress& progress)
{
    SubjectEvaluation result;
    result.subject = subject.fit->subject;
    result.faces = subject.faces;
    progress.begin(FUSIFORM_TR("core", "Reading faces of %1").arg(result.subject),
                   subject.models.size());
    for (const OpenModel& open : subject.models) {
        for (const roi::Region& region : open.regions) {
            progress.checkpoint();
            result.recognitions.push_back(
                recognition(*subject.fit, *open.model, region, open.shown, options, progress));
            if (open.imagined.count() > 0)
                result.imagery.push_back(imagery(*subject.fit, *open.model, region, open.imagined,
                                                 options.decoding, progress));
        }
        progress.step();
    }
    return result;
}

} // namespace fusiform::evaluate
