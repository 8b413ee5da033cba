// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/selectivity.h"

#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace fusiform;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// A fit whose weights are these; the last row is the bias.
glm::ModelFit modelWith(const Eigen::MatrixXf& weights)
{
    glm::ModelFit model;
    model.weights = glm::Weights(weights);
    model.latentMean = VectorXd::LinSpaced(weights.rows() - 1, 1, 2);
    model.latentSd = VectorXd::LinSpaced(weights.rows() - 1, 0.5, 3);
    return model;
}

} // namespace

class SelectivityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aVoxelPrefersTheDirectionOfItsWeights()
    {
        Eigen::MatrixXf weights(4, 2);
        weights << 3, 0, 0, 0, -4, 0, 100, 7; // the bias is no preference
        const glm::ModelFit model = modelWith(weights);
        const auto one = decode::preferenceOf(model, 0);
        QVERIFY(test::near(one.direction, Eigen::Vector3d(0.6, 0, -0.8), 1e-12));
        QVERIFY(test::near(one.strength, 5, 1e-12));
        const auto none = decode::preferenceOf(model, 1);
        QCOMPARE(none.strength, 0.0);
        QVERIFY(none.direction.isZero());
    }
    void theEndsLieAsManyDeviationsFromTheMeanFace()
    {
        Eigen::MatrixXf weights(4, 1);
        weights << 3, 0, -4, 100;
        const glm::ModelFit model = modelWith(weights);
        const MatrixXd ends = decode::endsOf(model, decode::preferenceOf(model, 0), 2);
        const VectorXd step = Eigen::Vector3d(0.6 * 0.5, 0, -0.8 * 3) * 2;
        QVERIFY(test::near(MatrixXd(ends.row(0)), (model.latentMean - step).transpose(), 1e-12));
        QVERIFY(test::near(MatrixXd(ends.row(1)), (model.latentMean + step).transpose(), 1e-12));
    }
    void deadLatentsAndBrokenVoxelsCountForNothing()
    {
        Eigen::MatrixXf weights = Eigen::MatrixXf::Random(4, 3);
        weights(1, 1) = std::numeric_limits<float>::quiet_NaN();
        glm::ModelFit model = modelWith(weights);
        model.latentSd[2] = 0;
        QCOMPARE(decode::preferenceOf(model, 1).voxels, Eigen::Index{0});
        QCOMPARE(decode::preferenceOf(model, 0).direction[2], 0.0);
        Progress silent;
        const std::vector<Eigen::Index> all = {0, 1, 2};
        const auto region
            = decode::preferenceOf(model, all, decode::RegionPreference::Mean, silent);
        QCOMPARE(region.voxels, Eigen::Index{2});
        QVERIFY(region.direction.allFinite());
        QCOMPARE(region.direction[2], 0.0);
    }
    void aRegionPrefersTheMeanOfItsVoxelsOrTheirFirstComponent()
    {
        const Eigen::MatrixXf weights = Eigen::MatrixXf::Random(9, 700).array() + 0.1F;
        const glm::ModelFit model = modelWith(weights);
        std::vector<Eigen::Index> positions;
        for (Eigen::Index v = 3; v < 690; v += 2)
            positions.push_back(v);
        MatrixXd w(8, static_cast<Eigen::Index>(positions.size()));
        for (std::size_t v = 0; v < positions.size(); ++v)
            w.col(static_cast<Eigen::Index>(v)) = weights.col(positions[v]).head(8).cast<double>();
        Progress silent;
        const auto mean
            = decode::preferenceOf(model, positions, decode::RegionPreference::Mean, silent);
        const VectorXd expected = w.rowwise().mean().normalized();
        QVERIFY(test::near(mean.direction, expected, 1e-9));
        QVERIFY(test::near(mean.strength,
                           std::sqrt((expected.transpose() * w).array().square().mean()), 1e-9));
        const auto first = decode::preferenceOf(model, positions,
                                                decode::RegionPreference::FirstComponent, silent);
        const Eigen::JacobiSVD<MatrixXd> svd(w, Eigen::ComputeThinU);
        const VectorXd component = svd.matrixU().col(0);
        QVERIFY(test::near(std::abs(first.direction.dot(component)), 1, 1e-6));
        QVERIFY(first.direction.dot(expected) > 0);
    }
    void nothingIsPreferredByNoVoxels()
    {
        const glm::ModelFit model = modelWith(Eigen::MatrixXf::Random(4, 3));
        Progress silent;
        for (const auto kind :
             {decode::RegionPreference::Mean, decode::RegionPreference::FirstComponent}) {
            const auto none = decode::preferenceOf(model, {}, kind, silent);
            QCOMPARE(none.voxels, Eigen::Index{0});
            QVERIFY(none.direction.isZero());
            QCOMPARE(none.strength, 0.0);
        }
    }
};

FUSIFORM_TEST(SelectivityTest)
#include "selectivity_test.moc"
