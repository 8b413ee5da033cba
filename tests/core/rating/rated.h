// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_file.h"

#include <string>

namespace fusiform::test {

/// A plan of faces "f01", "f02", ... of subjects "sub-01", ...; models "gan" and "pca".
inline rating::PlanRecord planOf(int subjects, int faces, const rating::Quotas& quotas = {})
{
    const auto numbered = [](const char* name, int number) {
        return name + std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    rating::PlanRecord record;
    record.plan.models = {"gan", "pca"};
    record.plan.quotas = quotas;
    for (int s = 1; s <= subjects; ++s)
        for (int f = 1; f <= faces; ++f)
            record.plan.pairs.push_back({numbered("sub-", s), numbered("f", f)});
    record.region = "selected";
    record.fits = {"fits/one"};
    record.picturesHash = "0123";
    record.program = "Fusiform test";
    record.created = "2026-01-02T03:04:05Z";
    return record;
}

/// A choice of the first or second model of that trial.
inline rating::Rating ratingOf(const rating::Plan& plan, const rating::Trial& trial,
                               const std::string& rater, std::size_t chosenModel)
{
    rating::Rating rating;
    rating.time = "2026-01-02T03:04:05Z";
    rating.rater = rater;
    rating.trial = 1;
    rating.pair = plan.pairs[trial.pair];
    rating.left = plan.models[trial.modelAt(rating::Side::Left)];
    rating.right = plan.models[trial.modelAt(rating::Side::Right)];
    rating.chosen = plan.models[chosenModel];
    rating.seconds = 1.25;
    return rating;
}

} // namespace fusiform::test
