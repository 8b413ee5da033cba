// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/program_trial.h"

#include "core/face_model/script_program.h"
#include "core/util/random.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

constexpr int kCodes = 8;

/// The value that one in a hundred lies below (share 0.01) or above (0.99): a generator without a
/// limit at its end oversteps its range here and there.
double quantile(std::vector<float> values, double share)
{
    const auto at = values.begin()
                    + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, at);
    return static_cast<double>(*at);
}

/// 0..1 or -1..1, whichever the values speak for.
void guessRange(ProgramTrial& trial, const std::filesystem::path& file,
                const std::vector<float>& values)
{
    constexpr double kClearlyNegative = -0.1;
    constexpr double kFarthest = 1.5;
    const double low = quantile(values, 0.01);
    const double high = quantile(values, 0.99);
    if (low < -kFarthest || high > kFarthest)
        throw badData(file,
                      FUSIFORM_TR("core", "pictures with values from 0 to 1 or from -1 to 1, or an "
                                          "attribute value_range that says theirs"),
                      FUSIFORM_TR("core", "values from %1 to %2 and no such attribute")
                          .arg(trial.lowest)
                          .arg(trial.highest));
    trial.facts.low = low < kClearlyNegative ? -1 : 0;
    trial.facts.high = 1;
}

} // namespace

ProgramTrial tryProgram(const std::filesystem::path& file, std::span<const std::byte> bytes,
                        std::int64_t latentSize, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Loading the face model %1").arg(file.filename().string()));
    const ScriptProgram program(file, bytes);
    progress.begin(FUSIFORM_TR("core", "Trying the program"), kCodes + 1);
    ProgramTrial trial;
    ProgramFacts& facts = trial.facts;
    facts.encodes = program.facts().encodes != 0;
    facts.latentSize = latentSize > 0 ? latentSize : program.facts().latentSize;
    if (facts.latentSize == 0)
        throw usage(FUSIFORM_TR("core", "%1 does not say how long its codes are (it has no "
                                        "attribute latent_size); say it with --latent.")
                        .arg(file.string()));

    Random random(1);
    Eigen::VectorXd code(static_cast<Eigen::Index>(facts.latentSize));
    std::vector<float> values;
    ScriptProgram::Result made;
    for (; trial.codes < kCodes; ++trial.codes) {
        for (double& number : code)
            number = random.normal();
        made = program.picture(code, facts.imageSize, progress);
        facts.imageSize = static_cast<int>(made.shape.back());
        values.insert(values.end(), made.values.begin(), made.values.end());
        progress.step();
    }
    if (program.picture(code, facts.imageSize, progress).values != made.values)
        throw badData(file, FUSIFORM_TR("core", "the same picture whenever the same code comes"),
                      FUSIFORM_TR("core", "another one the second time"));
    progress.step();

    const auto [lowest, highest] = std::ranges::minmax(values);
    trial.lowest = static_cast<double>(lowest);
    trial.highest = static_cast<double>(highest);
    trial.saysRange = program.facts().low < program.facts().high;
    facts.low = program.facts().low;
    facts.high = program.facts().high;
    if (!trial.saysRange)
        guessRange(trial, file, values);
    if (facts.encodes) {
        const image::Picture grey{
            facts.imageSize, facts.imageSize,
            std::vector<float>(std::size_t{3} * facts.imageSize * facts.imageSize, 0.5F)};
        (void)program.code(grey, facts.latentSize, progress);
    }
    return trial;
}

} // namespace fusiform::face_model
