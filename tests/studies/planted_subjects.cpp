// SPDX-License-Identifier: GPL-3.0-or-later
// Four subjects with the events of the paper's four and a planted signal, evaluated as a user
// would: does every score agree with what it should be? The table stands in
// docs/planted-subjects.md.
//   fusiform_planted_subjects METADATA OUT [DRAWS [SUBJECT...]]
#include "core/task/evaluation_run.h"
#include "core/util/error.h"
#include "tests/studies/expected_scores.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace {

using namespace fusiform;
namespace fs = std::filesystem;
using Eigen::Index;

/// Selected voxels of the four subjects at the size of the scans' own voxels (methods 6).
constexpr std::array<Index, 4> kVoxels = {2583, 2700, 3900, 5638};
/// Of a voxel, over faces, in the noise of one scan: chosen so that the ridge reads the three
/// regions about as well as the paper's decoder does.
constexpr std::array<double, 3> kSignal = {0.18, 0.135, 0.062};
constexpr double kRidge = 0.1;
constexpr double kFarthest = 3.5; ///< standard deviations

double seconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

std::vector<Index> positionsOf(const studies::PlantedSubject& subject, const std::string& region)
{
    const glm::ModelFit& model = subject.fit.models.front();
    for (const glm::SelectedPart& part : model.parts)
        if (part.name == region)
            return subject.fit.positionsOf(part.voxels);
    return subject.fit.positionsOf(model.selected);
}

/// Whether the score found is one that the noise gives.
bool tell(const char* name, double found, const studies::Expected& expected)
{
    const double spread = std::max(expected.sd, 1e-9);
    const double away = (found - expected.mean) / spread;
    std::printf(" %s %.1f (expected %.1f +- %.1f)", name, 100 * found, 100 * expected.mean,
                100 * expected.sd);
    return std::abs(away) <= kFarthest || std::abs(found - expected.mean) < 1e-9;
}

bool evaluateSubject(const studies::PlantedSubject& subject, const fs::path& folder, int draws,
                     Json& results)
{
    task::EvaluateOptions options;
    options.fits = {folder};
    options.permutations = 1000;
    const auto start = std::chrono::steady_clock::now();
    Progress progress;
    const task::EvaluationRun run = task::runEvaluation(options, progress);
    std::printf("  evaluated in %.1f s\n", seconds(start));
    bool isAsExpected = true;
    for (const Json& one : run.json.at("subjects").at(0).at("recognition")) {
        const std::string region = one.at("region");
        const std::vector<Index> positions = positionsOf(subject, region);
        const studies::ExpectedScores expected
            = studies::expectedScores(subject, positions, kRidge, draws, 99);
        std::printf("  %-15s %5zu voxels:", region.c_str(), positions.size());
        isAsExpected &= tell("pairwise", one.at("pairwise").at("score"), expected.pairwise);
        isAsExpected &= tell("full", one.at("full_recognition").at("score"), expected.full);
        std::printf("\n");
        results.push_back({{"subject", subject.fit.subject},
                           {"region", region},
                           {"voxels", positions.size()},
                           {"pairwise", one.at("pairwise").at("score")},
                           {"pairwise_expected", expected.pairwise.mean},
                           {"pairwise_sd", expected.pairwise.sd},
                           {"full", one.at("full_recognition").at("score")},
                           {"full_expected", expected.full.mean},
                           {"full_sd", expected.full.sd}});
    }
    for (const Json& one : run.json.at("subjects").at(0).value("imagery", Json::array()))
        std::printf("  imagery, %-15s pairwise %.1f\n", one.at("region").get<std::string>().c_str(),
                    100 * one.at("pairwise").get<double>());
    // The program's best decoder on the same subject.
    options.only = {"recognition"};
    options.decoder = "bayes";
    const task::EvaluationRun best = task::runEvaluation(options, progress);
    for (const Json& one : best.json.at("subjects").at(0).at("recognition"))
        std::printf("  bayes, %-15s pairwise %.1f full %.1f\n",
                    one.at("region").get<std::string>().c_str(),
                    100 * one.at("pairwise").at("score").get<double>(),
                    100 * one.at("full_recognition").at("score").get<double>());
    return isAsExpected;
}

int run(std::span<char*> words)
{
    const bids::Study study = bids::openStudy(words[1]);
    const fs::path out = words[2];
    const int draws = words.size() > 3 ? std::atoi(words[3]) : 100;
    Json results = Json::array();
    bool isAsExpected = true;
    for (std::size_t s = 0; s < study.subjectLabels.size(); ++s) {
        const std::string& label = study.subjectLabels[s];
        const auto isNamed = [&](const char* word) { return label == word; };
        if (words.size() > 4 && std::ranges::none_of(words.subspan(4), isNamed))
            continue;
        studies::PlantedOptions options;
        options.voxels = kVoxels[s % kVoxels.size()];
        options.signal = kSignal;
        options.seed = 100 + s;
        const auto start = std::chrono::steady_clock::now();
        const studies::PlantedSubject subject
            = studies::plantSubject(study, label, options, out / label);
        std::printf(
            "%s: %td scans, %td training trials, %td columns, planted and fitted in %.1f s\n",
            label.c_str(), subject.scans, subject.trainingTrials, subject.sums.xtx.rows(),
            seconds(start));
        isAsExpected &= evaluateSubject(subject, out / label, draws, results);
        std::fflush(stdout);
    }
    writeJson(out / "planted.json", results);
    std::printf(isAsExpected ? "All scores are as expected.\n" : "A score is NOT as expected.\n");
    return isAsExpected ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s METADATA OUT [DRAWS [SUBJECT...]]\n", argv[0]);
        return 2;
    }
    try {
        return run({argv, static_cast<std::size_t>(argc)});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
