// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/preprocessed_runs.h"

#include "core/preprocess/derivatives.h"
#include "core/util/random.h"

namespace fusiform::test {

namespace {

constexpr image::Index kScans = 24;

image::Series ball(std::uint64_t seed)
{
    image::Series run{{{8, 9, 6}, image::Affine()}, kScans, {}};
    Random random(seed);
    for (image::Index t = 0; t < kScans; ++t)
        for (image::Index n = 0; n < run.grid.size(); ++n) {
            const image::Voxel v = run.grid.voxel(n);
            const Eigen::Vector3d from(v.i - 3.5, v.j - 4.0, v.k - 2.5);
            run.values.push_back(
                from.norm() < 3.2 ? static_cast<float>(1000 + t + 10 * random.normal()) : 1.F);
        }
    return run;
}

} // namespace

void writePreprocessedRuns(const std::filesystem::path& derivatives, int count)
{
    for (int number = 1; number <= count; ++number) {
        preprocess::RawRun raw;
        raw.name = "sub-01_task-faces_run-0" + std::to_string(number);
        raw.bold = raw.name + "_bold.nii.gz";
        const image::Series run = ball(static_cast<std::uint64_t>(number));
        Eigen::MatrixXd motion(kScans, 6);
        for (Eigen::Index t = 0; t < kScans; ++t)
            motion.row(t).setConstant(0.001 * static_cast<double>(t) + (t > 12 ? 0.4 : 0));
        Progress progress;
        preprocess::writeRun(preprocess::runFiles(derivatives, "sub-01", "", raw.name), raw, run,
                             motion, preprocess::measureQuality(run, motion, progress), "key");
    }
}

} // namespace fusiform::test
