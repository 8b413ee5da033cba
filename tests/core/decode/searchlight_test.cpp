// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/searchlight.h"

#include "core/roi/shapes.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace fusiform;
using Eigen::Index;
using test::near;

namespace {

/// The map of a fit's exploration faces.
decode::SearchlightMap mapOf(const glm::Fit& fit, const decode::SearchlightOptions& options)
{
    Progress silent;
    return decode::searchlight(fit, fit.models[0], fit.models[0].exploration, options, silent);
}

/// A fit with holes in its mask and voxels that are no use.
glm::Fit patchyFit(const std::filesystem::path& folder, double noise, Index latents)
{
    glm::Fit fit = test::makeFit(folder, noise, latents);
    glm::ModelFit& model = fit.models[0];
    Eigen::MatrixXf weights = model.weights.matrix();
    for (Index v = 0; v < weights.cols(); v += 7)
        weights(v % weights.rows(), v) = std::numeric_limits<float>::quiet_NaN();
    std::vector<Index> kept;
    std::vector<image::Index> voxels;
    for (Index v = 0; v < weights.cols(); ++v)
        if (v % 5 != 0) {
            kept.push_back(v);
            voxels.push_back(fit.voxels[static_cast<std::size_t>(v)]);
        }
    fit.voxels = voxels;
    model.weights = glm::Weights(Eigen::MatrixXf(weights(Eigen::all, kept)));
    model.exploration.patterns = Eigen::MatrixXf(model.exploration.patterns(Eigen::all, kept));
    return fit;
}

/// Only the voxels within `radiusMm` of the middle stay, and the first `faces` faces.
glm::Fit middleOf(const std::filesystem::path& folder, double radiusMm, Index faces)
{
    glm::Fit fit = test::makeFit(folder, 6, 8);
    glm::ModelFit& model = fit.models[0];
    const image::VoxelSet middle = roi::ball(fit.grid, {Eigen::Vector3d::Zero()}, radiusMm);
    const std::vector<Index> kept = fit.positionsOf(middle);
    fit.voxels = middle.indices();
    model.weights = glm::Weights(Eigen::MatrixXf(model.weights.matrix()(Eigen::all, kept)));
    glm::FaceSet& set = model.exploration;
    set.patterns = Eigen::MatrixXf(set.patterns(Eigen::seqN(0, faces), kept));
    set.codes = Eigen::MatrixXd(set.codes.topRows(faces));
    set.names.resize(static_cast<std::size_t>(faces));
    set.pictures.resize(static_cast<std::size_t>(faces));
    return fit;
}

/// The accuracy of the ball around one voxel, decoded by itself as a region.
double accuracyByItself(const glm::Fit& fit, const glm::FaceSet& faces, std::size_t voxel,
                        double radiusMm)
{
    Progress silent;
    const image::VoxelSet ball = roi::ball(fit.grid, fit.grid.mm(fit.voxels[voxel]), radiusMm);
    return decode::decodeRegion(fit, fit.models[0], ball, faces, {}, silent).pairwise;
}

} // namespace

class SearchlightTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyBallScoresAsThatRegionDoes()
    {
        for (const Index latents : {8, 60}) { // fewer rows than voxels a ball, and more
            const test::TemporaryFolder folder;
            const glm::Fit fit = patchyFit(folder.path(), 3, latents);
            decode::SearchlightOptions options;
            options.radiusMm = 8; // some centres lie on the sphere
            const decode::SearchlightMap map = mapOf(fit, options);
            QVERIFY(map.isComplete);
            QVERIFY(map.tooFewVoxels > 0); // corners of the grid
            QVERIFY(map.centres > 900);
            QCOMPARE(map.centres + map.tooFewVoxels, static_cast<Index>(fit.voxels.size()));
            for (std::size_t v = 0; v < fit.voxels.size(); v += 13)
                if (std::isfinite(map.accuracy[v]))
                    QVERIFY(near(static_cast<double>(map.accuracy[v]),
                                 accuracyByItself(fit, fit.models[0].exploration, v, 8), 1e-7));
        }
    }
    void aPlantedSignalIsFoundAndNothingElse()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 0.5, 8);
        const image::MmPoint planted{Eigen::Vector3d(10, -14, 6)};
        Random random(11);
        Eigen::MatrixXf& patterns = fit.models[0].exploration.patterns;
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            if ((fit.grid.mm(fit.voxels[v]).at - planted.at).norm() > 9)
                for (float& value : patterns.col(static_cast<Index>(v)))
                    value = static_cast<float>(random.normal());
        decode::SearchlightOptions options;
        options.permutations = 500;
        const decode::SearchlightMap map = mapOf(fit, options);
        QVERIFY(map.threshold.has_value());
        double sum = 0;
        Index far = 0;
        for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
            if (!std::isfinite(map.accuracy[v]))
                continue;
            const double distance = (fit.grid.mm(fit.voxels[v]).at - planted.at).norm();
            if (distance < 4) {
                QVERIFY(map.accuracy[v] > 0.95F);
                QVERIFY(map.pCorrected[v] <= 0.05F);
                QVERIFY(static_cast<double>(map.accuracy[v]) >= *map.threshold - 1e-6);
            } else if (distance > 9 + options.radiusMm) {
                sum += static_cast<double>(map.accuracy[v]);
                ++far;
                QVERIFY(map.pCorrected[v] > 0.05F);
            }
        }
        QVERIFY(far > 300);
        QVERIFY(near(sum / static_cast<double>(far), 0.5, 0.05));
    }
    /// Four faces have 24 orders: each is decoded by itself, with the true codes in that order.
    void permutationsAreThoseOfALineByLineCount()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = middleOf(folder.path(), 9, 4);
        decode::SearchlightOptions options;
        options.permutations = 100;
        options.fewestVoxels = 5;
        const decode::SearchlightMap map = mapOf(fit, options);
        QVERIFY(map.areAllPermutations);
        QCOMPARE(map.permutations, std::int64_t{24});

        std::vector<Index> order = {0, 1, 2, 3};
        std::vector<double> reached(fit.voxels.size(), 0);
        std::vector<double> reachedByMaximum(fit.voxels.size(), 0);
        do {
            glm::FaceSet faces = fit.models[0].exploration;
            faces.codes = Eigen::MatrixXd(fit.models[0].exploration.codes(order, Eigen::all));
            std::vector<double> accuracy;
            for (std::size_t v = 0; v < fit.voxels.size(); ++v)
                accuracy.push_back(accuracyByItself(fit, faces, v, options.radiusMm));
            const double best = std::ranges::max(accuracy);
            for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
                const double observed = static_cast<double>(map.accuracy[v]) - 1e-6;
                reached[v] += accuracy[v] >= observed;
                reachedByMaximum[v] += best >= observed;
            }
        } while (std::ranges::next_permutation(order).found);
        for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
            QVERIFY(near(static_cast<double>(map.p[v]), reached[v] / 24, 1e-6));
            QVERIFY(near(static_cast<double>(map.pCorrected[v]), reachedByMaximum[v] / 24, 1e-6));
        }
    }
    void drawnPermutationsCountTheTrueOrderOnce()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = middleOf(folder.path(), 9, 10);
        decode::SearchlightOptions options;
        options.permutations = 199;
        const decode::SearchlightMap map = mapOf(fit, options);
        QVERIFY(!map.areAllPermutations);
        QCOMPARE(map.permutations, std::int64_t{199});
        for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
            const double times = static_cast<double>(map.pCorrected[v]) * 200;
            QVERIFY(near(times, std::round(times), 1e-3));
            QVERIFY(times >= 1 - 1e-3);
            QVERIFY(map.p[v] <= map.pCorrected[v]);
        }
        // 19 permutations reach 1 / 20 at best; 9 never do.
        options.permutations = 9;
        QVERIFY(!mapOf(fit, options).threshold.has_value());
    }
    void theMapDoesNotDependOnTheThreads()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = patchyFit(folder.path(), 2, 60);
        decode::SearchlightOptions options;
        options.permutations = 50;
        setThreadCount(1);
        const decode::SearchlightMap one = mapOf(fit, options);
        setThreadCount(5);
        const decode::SearchlightMap five = mapOf(fit, options);
        setThreadCount(0);
        const auto areSame = [](const std::vector<float>& a, const std::vector<float>& b) {
            return std::ranges::equal(
                a, b, [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
        };
        QVERIFY(areSame(one.accuracy, five.accuracy));
        QVERIFY(areSame(one.p, five.p));
        QVERIFY(areSame(one.pCorrected, five.pCorrected));
        QVERIFY(one.threshold == five.threshold);
    }
    void whatWasDoneIsKeptWhenTheJobIsStopped()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path(), 2, 8);
        decode::SearchlightOptions options;
        options.permutations = 50;
        const decode::SearchlightMap whole = mapOf(fit, options);
        std::stop_source stop;
        Progress progress(stop.get_token());
        int calls = 0;
        const decode::SearchlightMap part
            = decode::searchlight(fit, fit.models[0], fit.models[0].exploration, options, progress,
                                  [&](std::span<const float> accuracy) {
                                      QCOMPARE(accuracy.size(), fit.voxels.size());
                                      if (++calls == 3)
                                          stop.request_stop();
                                  });
        QCOMPARE(calls, 3);
        QVERIFY(!part.isComplete);
        QVERIFY(part.centres > 100 && part.centres < whole.centres);
        QVERIFY(part.p.empty() && part.pCorrected.empty() && !part.threshold);
        Index same = 0;
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            same += part.accuracy[v] == whole.accuracy[v];
        QCOMPARE(same, part.centres);
    }
    void whatCannotBeScoredIsRefused()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = middleOf(folder.path(), 9, 4);
        decode::SearchlightOptions options;
        options.radiusMm = 0;
        QVERIFY_THROWS_EXCEPTION(Error, (void)mapOf(fit, options));
        options.radiusMm = 8;
        fit.models[0].exploration.codes(0, 0) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(Error, (void)mapOf(fit, options));
        const test::TemporaryFolder other;
        const glm::Fit single = middleOf(other.path(), 9, 1);
        QVERIFY_THROWS_EXCEPTION(Error, (void)mapOf(single, options));
    }
};

FUSIFORM_TEST(SearchlightTest)
#include "searchlight_test.moc"
