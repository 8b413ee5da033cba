// SPDX-License-Identifier: GPL-3.0-or-later
// Studies without any signal: how often does each test call something at 5 %? The table stands in
// docs/planted-subjects.md.   fusiform_null_study [STUDIES]
#include "core/evaluate/group.h"
#include "core/util/progress.h"
#include "tests/support/coded_study.h"
#include "tests/support/test_data.h"

#include <boost/math/distributions/binomial.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

namespace {

using namespace fusiform;

/// p values of one test over studies.
struct Called {
    int calls = 0; ///< p <= 0.05
    int studies = 0;
    double level = 0; ///< the largest that the test can reach: 5 %, or less where p is discrete
    bool mayCallFewer = false; ///< known to be on the safe side
};

/// The largest p that a binomial test can give at or below 5 %.
double attained(long n, double chance)
{
    const boost::math::binomial_distribution<> counts(static_cast<double>(n), chance);
    for (long k = 0; k <= n; ++k)
        if (const double p = k == 0 ? 1 : 1 - cdf(counts, static_cast<double>(k - 1)); p <= 0.05)
            return p;
    return 0;
}

void count(Called& test, double p, double level)
{
    test.calls += p <= 0.05;
    ++test.studies;
    test.level = level;
}

evaluate::SubjectEvaluation evaluated(const std::filesystem::path& folder, std::uint64_t seed)
{
    test::CodedStudy study = test::makeCodedStudy(folder, {.latents = 24,
                                                           .shape = {6, 6, 4},
                                                           .sessions = 2,
                                                           .runsASession = 2,
                                                           .trialsARun = 60,
                                                           .faces = 40,
                                                           .showings = 8,
                                                           .signal = 0,
                                                           .seed = seed});
    // The study's exploration half has 20 faces, as the paper has in all.
    evaluate::EvaluationOptions options;
    options.recognition.permutations = 400;
    options.recognition.draws = 100;
    options.recognition.seed = seed;
    options.only = {"recognition", "pipeline_permutation"};
    options.pipelinePermutations = 39;
    Progress progress;
    return evaluate::evaluateSubject(evaluate::openSubject(study.fit, evaluate::Faces::Exploration),
                                     options, progress);
}

} // namespace

int main(int argc, char** argv)
{
    const int studies = argc > 1 ? std::atoi(argv[1]) : 200;
    std::map<std::string, Called> tests;
    std::vector<evaluate::SubjectEvaluation> group;
    for (int seed = 1; seed <= studies; ++seed) {
        const test::TemporaryFolder folder;
        evaluate::SubjectEvaluation subject
            = evaluated(folder.path(), static_cast<std::uint64_t>(seed));
        const evaluate::Recognition& found = subject.recognitions.front();
        const auto faces = static_cast<long>(found.ranks.size());
        // Decoded faces that all lean one way rank the true ones alike: the wins of the rows then
        // make up for each other, and their sum varies less than the null of independent rows says.
        Called& independent = tests["pairwise, exact null of independent rows"];
        independent.mayCallFewer = true;
        count(independent, found.pairwise.atLeast, 0.05);
        count(tests["pairwise, labels permuted"], found.permuted.p, 0.05);
        count(tests["full recognition, binomial"], found.full.tails.atLeast,
              attained(faces, 1 / static_cast<double>(faces)));
        count(tests["pairwise, training on exchanged codes"], subject.pipeline.front().pairwiseP(),
              0.05);
        subject.subject = "sub-" + std::to_string(group.size() + 1);
        group.push_back(std::move(subject));
        constexpr std::size_t kSubjects = 4;
        if (group.size() < kSubjects)
            continue;
        for (const evaluate::GroupTest& test : evaluate::groupTests(group))
            if (test.score == "pairwise" && test.conditions.size() > 2 && test.friedman.exact) {
                // 4 subjects x 3 regions: 0.0417 is the largest p at or below 5 % (methods 5.4).
                count(tests["three regions, Friedman exact"], *test.friedman.exact, 0.041667);
                count(tests["three regions, Friedman asymptotic"], test.friedman.p, 0.041667);
            }
        group.clear();
    }
    bool isFair = true;
    for (const auto& [name, test] : tests) {
        const boost::math::binomial_distribution<> calls(static_cast<double>(test.studies),
                                                         test.level);
        const double low = test.mayCallFewer ? 0 : quantile(calls, 0.025);
        const double high = quantile(calls, 0.975);
        const bool isWithin = test.calls >= low && test.calls <= high;
        isFair &= isWithin;
        std::printf("%-45s %3d of %3d called (%.1f %%); level %.2f %%, band %.0f to %.0f%s\n",
                    name.c_str(), test.calls, test.studies,
                    100.0 * test.calls / static_cast<double>(test.studies), 100 * test.level, low,
                    high, isWithin ? "" : "  <- outside");
    }
    return isFair ? 0 : 1;
}
