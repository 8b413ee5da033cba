// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/region_gram.h"

#include "core/decode/region_decoder.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <limits>
#include <thread>

using namespace fusiform;
using Eigen::MatrixXd;

namespace {

/// The sums voxel by voxel, in the order of the fit.
MatrixXd plainSums(const glm::Fit& fit, const image::VoxelSet& region)
{
    const glm::ModelFit& model = fit.models[0];
    const Eigen::Index rows = model.weights.rows();
    MatrixXd sums = MatrixXd::Zero(rows + model.exploration.count(), rows);
    for (const Eigen::Index position : fit.positionsOf(region)) {
        const Eigen::VectorXd w = model.weights.matrix().col(position).cast<double>();
        const Eigen::VectorXd y = model.exploration.patterns.col(position).cast<double>();
        if (!w.allFinite() || !y.allFinite())
            continue;
        sums.topRows(rows) += w * w.transpose();
        sums.bottomRows(y.size()) += y * w.transpose();
    }
    return sums;
}

MatrixXd sumsOf(const decode::RegionGram& gram)
{
    const MatrixXd lower = gram.gram();
    MatrixXd sums(lower.rows() + gram.cross().rows(), lower.cols());
    sums.topRows(lower.rows()) = lower.selfadjointView<Eigen::Lower>();
    sums.bottomRows(gram.cross().rows()) = gram.cross();
    return sums;
}

double relativeError(const decode::RegionGram& gram, const glm::Fit& fit,
                     const image::VoxelSet& region)
{
    const MatrixXd truth = plainSums(fit, region);
    return (sumsOf(gram) - truth).norm() / truth.norm();
}

decode::RegionGram gramOf(const glm::Fit& fit)
{
    const glm::ModelFit& model = fit.models[0];
    return decode::RegionGram({model.weights, model.exploration.patterns});
}

/// Adds or removes the voxels of a random ball: what a dab of a brush does.
void dab(image::VoxelSet& region, const image::Grid& grid, Random& random)
{
    const auto at = [&](Eigen::Index size) {
        return static_cast<Eigen::Index>(random.uniform() * static_cast<double>(size));
    };
    const image::Voxel centre{at(grid.shape[0]), at(grid.shape[1]), at(grid.shape[2])};
    const Eigen::Index radius = at(4);
    const bool isAdded = random.uniform() < 0.5;
    for (Eigen::Index k = -radius; k <= radius; ++k)
        for (Eigen::Index j = -radius; j <= radius; ++j)
            for (Eigen::Index i = -radius; i <= radius; ++i) {
                if (i * i + j * j + k * k > radius * radius)
                    continue;
                const image::Voxel voxel{centre.i + i, centre.j + j, centre.k + k};
                if (isAdded)
                    region.insert(voxel);
                else
                    region.erase(voxel);
            }
}

} // namespace

class RegionGramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tenThousandEditsEqualAFreshSummation()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        decode::RegionGram gram = gramOf(fit);
        Random random(11);
        Progress silent;
        image::VoxelSet region = fit.models[0].selected;
        for (int edit = 0; edit < 10'000; ++edit) {
            dab(region, fit.grid, random);
            gram.follow(fit, region, silent);
            QCOMPARE(gram.voxels(), static_cast<Eigen::Index>(fit.positionsOf(region).size()));
            if (edit % 500 == 0 && gram.hasSums())
                QVERIFY(relativeError(gram, fit, region) < 1e-9);
        }
        QVERIFY(gram.hasSums());
        QVERIFY(relativeError(gram, fit, region) < 1e-9);
        QVERIFY(gram.counts().updates > 0); // how often depends on what either way costs
        QVERIFY(gram.counts().renewals > 0);
    }
    /// What is left of a large sum after most of it was taken away is mostly rounding error.
    void aRegionThatShrinksOverAndOverStaysExact()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        decode::RegionGram gram = gramOf(fit);
        Progress silent;
        image::VoxelSet few(fit.grid.shape);
        for (Eigen::Index v = 0; v < 12; ++v)
            few.insert(fit.grid.voxel(fit.voxels[static_cast<std::size_t>(100 * v)]));
        for (int round = 0; round < 30; ++round) {
            // Voxel by voxel, so that updates are the cheaper way.
            image::VoxelSet region = few;
            for (std::size_t v = 0; v < fit.voxels.size(); v += 3)
                region.insert(fit.grid.voxel(fit.voxels[v]));
            gram.follow(fit, region, silent);
            for (std::size_t v = 0; v < fit.voxels.size(); v += 3)
                if (const image::Voxel voxel = fit.grid.voxel(fit.voxels[v]);
                    !few.contains(voxel)) {
                    region.erase(voxel);
                    if (v % 7 == 0)
                        gram.follow(fit, region, silent);
                }
            gram.follow(fit, few, silent);
            QVERIFY(relativeError(gram, fit, few) < 1e-9);
        }
    }
    void unusableVoxelsAreLeftOut()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
        const std::vector<Eigen::Index> members = fit.positionsOf(fit.models[0].selected);
        Eigen::MatrixXf weights = fit.models[0].weights.matrix();
        weights(1, members[3]) = kNan;
        fit.models[0].weights = glm::Weights(std::move(weights));
        fit.models[0].exploration.patterns(0, members[5]) = kNan;
        decode::RegionGram gram = gramOf(fit);
        Progress silent;
        gram.follow(fit, fit.models[0].selected, silent);
        QCOMPARE(gram.voxels(), static_cast<Eigen::Index>(members.size()) - 2);
        QVERIFY(relativeError(gram, fit, fit.models[0].selected) < 1e-12);
    }
    void belowTheRowsOfTheWeightsThereAreNoSumsButTheVoxels()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        decode::RegionGram gram = gramOf(fit);
        Progress silent;
        gram.follow(fit, fit.models[0].selected, silent);
        const std::vector<image::Index> few(fit.voxels.begin() + 40, fit.voxels.begin() + 45);
        const image::VoxelSet region = image::VoxelSet::of(fit.grid.shape, few);
        gram.follow(fit, region, silent);
        QVERIFY(!gram.hasSums());
        QCOMPARE(gram.voxels(), Eigen::Index{5});
        QVERIFY(gram.positions(fit) == std::vector<Eigen::Index>({40, 41, 42, 43, 44}));
        gram.follow(fit, fit.models[0].selected, silent);
        QVERIFY(relativeError(gram, fit, fit.models[0].selected) < 1e-12);
    }
    void nothingIsDoneForTheSameRegion()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        decode::RegionGram gram = gramOf(fit);
        Progress silent;
        gram.follow(fit, fit.models[0].selected, silent);
        gram.follow(fit, fit.models[0].selected, silent);
        QCOMPARE(gram.counts().recounts, std::int64_t{1});
        QCOMPARE(gram.counts().updates, std::int64_t{0});
    }
    /// A newer stroke stops the summation of an older one anywhere; the next goes on from there.
    void stoppedHalfwayTheNextRegionIsStillExact()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        decode::RegionGram gram = gramOf(fit);
        image::VoxelSet all = image::VoxelSet::of(fit.grid.shape, fit.voxels);
        Random random(4);
        int stopped = 0;
        for (int round = 0; round < 200; ++round) {
            std::stop_source stop;
            Progress progress(stop.get_token());
            std::jthread stopper([&] {
                std::this_thread::sleep_for(
                    std::chrono::microseconds(static_cast<int>(500 * random.uniform())));
                stop.request_stop();
            });
            try {
                gram.follow(fit, round % 2 == 0 ? all : fit.models[0].selected, progress);
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::Cancelled);
                ++stopped;
            }
        }
        Progress silent;
        gram.follow(fit, fit.models[0].selected, silent);
        QCOMPARE(gram.voxels(),
                 static_cast<Eigen::Index>(fit.positionsOf(fit.models[0].selected).size()));
        QVERIFY(relativeError(gram, fit, fit.models[0].selected) < 1e-9);
        qInfo("stopped %d times of 200", stopped);
    }
    void decodingAfterEditsEqualsDecodingAfresh()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const glm::ModelFit& model = fit.models[0];
        decode::RegionDecoder decoder(fit, model, model.exploration);
        Random random(23);
        Progress silent;
        image::VoxelSet region = model.selected;
        for (int edit = 0; edit < 60; ++edit) {
            dab(region, fit.grid, random);
            const decode::Decoded live = decoder.decode(region, {}, silent);
            const decode::Decoded fresh
                = decode::decodeRegion(fit, model, region, model.exploration, {}, silent);
            QCOMPARE(live.form, fresh.form);
            QCOMPARE(live.voxels, fresh.voxels);
            QVERIFY(test::near(live.latents, fresh.latents, 1e-9));
            QVERIFY(test::near(live.similarity, fresh.similarity, 1e-9));
        }
    }
};

FUSIFORM_TEST(RegionGramTest)
#include "region_gram_test.moc"
