// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/weight_maps.h"

#include "core/math/correlation.h"
#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>
#include <limits>

using namespace fusiform;
using Eigen::VectorXd;
using test::near;

namespace {

glm::ModelFit modelOf(const Eigen::MatrixXf& weights)
{
    glm::ModelFit model;
    model.weights = glm::Weights(weights);
    model.latentMean = VectorXd::LinSpaced(weights.rows() - 1, -1, 2);
    model.latentSd = VectorXd::LinSpaced(weights.rows() - 1, 0.5, 3);
    return model;
}

} // namespace

class WeightMapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCorrelationIsThatWorkedByHand()
    {
        Eigen::MatrixXf weights(5, 3);
        // Latent weights (1 2 3 4), (4 3 2 1) and (1 -1 -1 1); the biases do not count.
        weights << 1, 4, 1, 2, 3, -1, 3, 2, -1, 4, 1, 1, 90, -70, 5;
        const glm::ModelFit model = modelOf(weights);
        Progress silent;
        // (0 1 0 1) less 1/2: with (1 2 3 4) 1 / sqrt(5 * 1), with (1 -1 -1 1) 0.
        const auto r = decode::weightCorrelations(model, Eigen::Vector4d(0, 1, 0, 1), silent);
        QVERIFY(near(r[0], 1 / std::sqrt(5.0), 1e-12));
        QVERIFY(near(r[1], -1 / std::sqrt(5.0), 1e-12));
        QVERIFY(near(r[2], 0, 1e-12));
    }
    void anAxisAndAFaceAreTakenPerTrainingSd()
    {
        const Eigen::MatrixXf weights = Eigen::MatrixXf::Random(13, 700);
        const glm::ModelFit model = modelOf(weights);
        const VectorXd axis = VectorXd::Random(12);
        const VectorXd code = model.latentMean + 0.3 * axis;
        Progress silent;
        const auto ofAxis = decode::attributeMap(model, axis, silent);
        const auto ofFace = decode::similarityMap(model, code, silent);
        QCOMPARE(ofAxis.size(), std::size_t{700});
        for (const Eigen::Index v : {0, 511, 512, 699}) {
            const VectorXd own = weights.col(v).head(12).cast<double>();
            const double expected = math::pearson(own, axis.cwiseQuotient(model.latentSd));
            QVERIFY(near(ofAxis[static_cast<std::size_t>(v)], expected, 1e-12));
            QVERIFY(near(ofFace[static_cast<std::size_t>(v)], expected, 1e-9));
        }
    }
    void deadLatentsAndBrokenVoxelsCountForNothing()
    {
        Eigen::MatrixXf weights = Eigen::MatrixXf::Random(9, 4);
        weights(3, 1) = std::numeric_limits<float>::quiet_NaN();
        weights.col(2).setConstant(0.25F);
        glm::ModelFit model = modelOf(weights);
        model.latentSd[5] = 0;
        Progress silent;
        const VectorXd axis = VectorXd::Random(8);
        const auto r = decode::attributeMap(model, axis, silent);
        QVERIFY(std::isnan(r[1]));
        QVERIFY(std::isnan(r[2]));
        QCOMPARE(decode::varyingLatents(model), Eigen::Index{7});
        VectorXd own(7);
        VectorXd other(7);
        for (Eigen::Index latent = 0, at = 0; latent < 8; ++latent)
            if (latent != 5) {
                own[at] = static_cast<double>(weights(latent, 3));
                other[at++] = axis[latent] / model.latentSd[latent];
            }
        QVERIFY(near(r[3], math::pearson(own, other), 1e-12));
    }
    /// p = I_{1 - r²}((n - 2) / 2, 1 / 2), the incomplete beta function.
    void theProbabilityIsThatOfTheBetaDistribution()
    {
        const std::vector<double> r
            = {0, 0.1, -0.35, 0.8, -0.999, std::numeric_limits<double>::quiet_NaN(), 1};
        for (const Eigen::Index n : {4, 12, 1024}) {
            const auto p = decode::correlationP(r, n);
            for (std::size_t i = 0; i < 5; ++i) {
                const double expected = boost::math::ibeta(static_cast<double>(n - 2) / 2, 0.5,
                                                           (1 - r[i]) * (1 + r[i]));
                QVERIFY(near(p[i], expected, 1e-12 + 1e-9 * expected));
            }
            QVERIFY(std::isnan(p[5]));
            QCOMPARE(p[6], 0.0);
        }
        // Fisher's table: r = .576 at n = 12 is .05 two-sided.
        QVERIFY(near(decode::correlationP(std::vector<double>{0.576}, 12)[0], 0.05, 2e-4));
    }
    void tooFewLatentsAreRefused()
    {
        const glm::ModelFit model = modelOf(Eigen::MatrixXf::Random(4, 5));
        Progress silent;
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)decode::weightCorrelations(model, VectorXd::Random(3), silent));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)decode::attributeMap(model, VectorXd::Random(7), silent));
    }
};

FUSIFORM_TEST(WeightMapsTest)
#include "weight_maps_test.moc"
