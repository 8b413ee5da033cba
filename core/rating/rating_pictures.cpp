// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_pictures.h"

#include "core/util/error.h"
#include "core/util/hash.h"

#include <algorithm>
#include <cmath>

namespace fusiform::rating {

namespace {

using evaluate::Evaluation;
using evaluate::Reconstructions;
using evaluate::SubjectEvaluation;

const Reconstructions* picturesOf(const SubjectEvaluation& subject, const std::string& model)
{
    const auto found = std::ranges::find(subject.reconstructions, model, &Reconstructions::model);
    const bool isWhole = found != subject.reconstructions.end() && !found->missing
                         && found->hasOriginals() && !found->names.empty();
    return isWhole ? &*found : nullptr;
}

bool isInAll(const Evaluation& evaluation, const std::string& model)
{
    return std::ranges::all_of(evaluation.subjects, [&](const SubjectEvaluation& subject) {
        const Reconstructions* const own = picturesOf(subject, model);
        return own && own->names == subject.reconstructions.front().names;
    });
}

const evaluate::Pictures* readFaces(const SubjectEvaluation& subject, const std::string& model,
                                    const std::string& region)
{
    const Reconstructions* const own = picturesOf(subject, model);
    const evaluate::ReadPictures* const read = own ? own->find(region) : nullptr;
    return read && read->faces.size() == own->names.size() ? &read->faces : nullptr;
}

/// Models may take originals of other sizes: the finer one is shown.
const image::SharedPicture& finer(const image::SharedPicture& one,
                                  const image::SharedPicture& other)
{
    return one->width >= other->width ? one : other;
}

void addShown(ContentHash& hash, const image::Picture& picture)
{
    hash.add(std::to_string(picture.width) + "x" + std::to_string(picture.height) + ";");
    std::string bytes;
    bytes.reserve(picture.rgb.size());
    for (const float value : picture.rgb)
        bytes += static_cast<char>(
            static_cast<unsigned char>(std::lround(255 * std::clamp(value, 0.F, 1.F))));
    hash.add(bytes);
}

std::string hashOf(const Comparison& comparison)
{
    ContentHash hash;
    hash.add(comparison.region + "\n" + comparison.models[0] + "\n" + comparison.models[1] + "\n");
    for (const PairPictures& one : comparison.pairs) {
        hash.add(one.pair.subject + "\n" + one.pair.face + "\n");
        addShown(hash, *one.original);
        for (const image::SharedPicture& picture : one.reconstructions)
            addShown(hash, *picture);
    }
    return hash.finish();
}

} // namespace

std::vector<Pair> Comparison::names() const
{
    std::vector<Pair> names;
    for (const PairPictures& one : pairs)
        names.push_back(one.pair);
    return names;
}

std::vector<std::string> comparableModels(const Evaluation& evaluation)
{
    std::vector<std::string> models;
    if (evaluation.subjects.empty())
        return models;
    for (const Reconstructions& one : evaluation.subjects.front().reconstructions)
        if (isInAll(evaluation, one.model))
            models.push_back(one.model);
    return models;
}

std::vector<std::string> comparableRegions(const Evaluation& evaluation,
                                           const std::array<std::string, 2>& models)
{
    std::vector<std::string> regions;
    if (evaluation.subjects.empty())
        return regions;
    const Reconstructions* const first = picturesOf(evaluation.subjects.front(), models[0]);
    if (!first)
        return regions;
    for (const evaluate::ReadPictures& read : first->regions) {
        const bool isEverywhere
            = std::ranges::all_of(evaluation.subjects, [&](const SubjectEvaluation& subject) {
                  return readFaces(subject, models[0], read.region)
                         && readFaces(subject, models[1], read.region);
              });
        if (isEverywhere)
            regions.push_back(read.region);
    }
    return regions;
}

Comparison comparisonOf(const Evaluation& evaluation, const std::string& region,
                        const std::array<std::string, 2>& models)
{
    const std::vector<std::string> regions = comparableRegions(evaluation, models);
    if (std::ranges::find(regions, region) == regions.end())
        throw usage(FUSIFORM_TR("core", "There are no pictures of %1 by %2 and %3 to compare.")
                        .arg(region)
                        .arg(models[0])
                        .arg(models[1]));
    Comparison comparison{region, models, {}, {}};
    for (const SubjectEvaluation& subject : evaluation.subjects) {
        const Reconstructions& first = *picturesOf(subject, models[0]);
        const Reconstructions& second = *picturesOf(subject, models[1]);
        for (std::size_t f = 0; f < first.names.size(); ++f)
            comparison.pairs.push_back(
                {{subject.subject, first.names[f]},
                 finer(first.originals[f], second.originals[f]),
                 {first.find(region)->faces[f], second.find(region)->faces[f]}});
    }
    comparison.hash = hashOf(comparison);
    return comparison;
}

} // namespace fusiform::rating
