// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decode_region.h"

#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using test::near;

class DecodeRegionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Deviations from the mean are stretched to sqrt(latents) standard deviations.
    void contrastIsMatchedToTrainingCodes()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = test::makeFit(folder.path());
        const glm::ModelFit& model = fit.models[0];
        Eigen::MatrixXd codes = model.latentMean.transpose().replicate(2, 1);
        codes(0, 0) += 0.1 * model.latentSd[0];
        codes(1, 1) -= 3 * model.latentSd[1];
        const Eigen::MatrixXd matched = decode::contrastMatched(codes, model);
        const double typical = std::sqrt(static_cast<double>(codes.cols()));
        QVERIFY(near(matched(0, 0), model.latentMean[0] + typical * model.latentSd[0], 1e-9));
        QVERIFY(near(matched(1, 1), model.latentMean[1] - typical * model.latentSd[1], 1e-9));
        QVERIFY(near(matched(0, 1), model.latentMean[1], 1e-12));
        QVERIFY(decode::shownCodes(codes, model, decode::ShownCodes::ContrastMatched) == matched);
        QVERIFY(decode::shownCodes(codes, model, decode::ShownCodes::AsDecoded) == codes);
    }
    /// A latent that is the same for every picture (a VAE leaves some unused) must not drown the
    /// others: its rounding error over its sd of nearly nothing is huge.
    void deadLatentsDoNotHideTheFace()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        glm::ModelFit& model = fit.models[0];
        model.latentMean[2] = -1; // a saturated tanh
        model.latentSd[2] = 8e-4;
        Eigen::MatrixXd codes = model.latentMean.transpose();
        codes(0, 0) += 2 * model.latentSd[0];
        codes(0, 2) += 1e-2;
        const Eigen::MatrixXd matched = decode::contrastMatched(codes, model);
        const double typical = std::sqrt(static_cast<double>(codes.cols() - 1));
        QVERIFY(near(matched(0, 0), model.latentMean[0] + typical * model.latentSd[0], 1e-9));
        QCOMPARE(glm::inverseOfSd(model.latentMean, model.latentSd)[2], 0.0);

        decode::DecodeOptions options;
        options.scoreInSd = true;
        Progress silent;
        const decode::Decoded decoded
            = decode::decodeRegion(fit, model, model.selected, model.exploration, options, silent);
        QVERIFY(decoded.similarity.allFinite());
        for (const double value : decoded.latents.col(2))
            QCOMPARE(value, -1.0);
        QVERIFY(decoded.pairwise > 0.9);
    }
};

FUSIFORM_TEST(DecodeRegionTest)
#include "decode_region_test.moc"
