// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/model_quality.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
using fusiform::image::Picture;
using fusiform::test::near;

namespace {

Picture noise(int side, std::uint64_t seed)
{
    Random random(seed);
    Picture picture{side, side, {}};
    for (int i = 0; i < side * side * 3; ++i)
        picture.rgb.push_back(static_cast<float>(random.uniform()));
    return picture;
}

Picture plain(int side, float value)
{
    return {side, side, std::vector<float>(static_cast<std::size_t>(3 * side * side), value)};
}

Picture scaled(Picture picture, float gain, float offset)
{
    for (float& value : picture.rgb)
        value = gain * value + offset;
    return picture;
}

/// SSIM by its definition: every window, every pixel in it.
double slowSsim(const Picture& a, const Picture& b)
{
    const Eigen::MatrixXd x = image::grey(a).cast<double>();
    const Eigen::MatrixXd y = image::grey(b).cast<double>();
    Eigen::MatrixXd weights(11, 11);
    for (int i = 0; i < 11; ++i)
        for (int k = 0; k < 11; ++k)
            weights(i, k) = std::exp(-((i - 5) * (i - 5) + (k - 5) * (k - 5)) / (2 * 1.5 * 1.5));
    weights /= weights.sum();
    double sum = 0;
    const Eigen::Index rows = x.rows() - 10;
    const Eigen::Index columns = x.cols() - 10;
    for (Eigen::Index row = 0; row < rows; ++row)
        for (Eigen::Index column = 0; column < columns; ++column) {
            const Eigen::MatrixXd wx = x.block(row, column, 11, 11);
            const Eigen::MatrixXd wy = y.block(row, column, 11, 11);
            const double mx = weights.cwiseProduct(wx).sum();
            const double my = weights.cwiseProduct(wy).sum();
            const auto dx = wx.array() - mx;
            const auto dy = wy.array() - my;
            const double vx = (weights.array() * dx * dx).sum();
            const double vy = (weights.array() * dy * dy).sum();
            const double vxy = (weights.array() * dx * dy).sum();
            sum += (2 * mx * my + 1e-4) * (2 * vxy + 9e-4)
                   / ((mx * mx + my * my + 1e-4) * (vx + vy + 9e-4));
        }
    return sum / static_cast<double>(rows * columns);
}

} // namespace

class ModelQualityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ssimOfAPictureWithItselfIsOne()
    {
        QVERIFY(near(structuralSimilarity(noise(20, 1), noise(20, 1)), 1, 1e-12));
    }
    void ssimOfConstantPicturesIsTheirLuminanceTerm()
    {
        // Wang et al. 2004, Eq. 6, with both variances zero.
        const double expected = (2 * 0.25 * 0.75 + 1e-4) / (0.25 * 0.25 + 0.75 * 0.75 + 1e-4);
        QVERIFY(near(structuralSimilarity(plain(11, 0.25F), plain(11, 0.75F)), expected, 1e-6));
    }
    void ssimEqualsItsDefinition()
    {
        const Picture a = noise(24, 2);
        Picture b = scaled(a, 0.6F, 0.1F);
        const Picture other = noise(24, 3);
        for (std::size_t i = 0; i < b.rgb.size(); ++i)
            b.rgb[i] += 0.3F * other.rgb[i];
        QVERIFY(near(structuralSimilarity(a, b), slowSsim(a, b), 1e-9));
        QVERIFY(structuralSimilarity(a, b) < 0.99);
    }
    void ssimRefusesPicturesThatDoNotCompare()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)structuralSimilarity(noise(20, 1), noise(21, 1)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)structuralSimilarity(noise(10, 1), noise(10, 1)));
    }

    void sharpnessIsTheVarianceOfTheLaplacian()
    {
        QCOMPARE(sharpnessOf(plain(9, 0.4F)), 0.0);
        QCOMPARE(sharpnessOf(plain(2, 0.4F)), 0.0); // too small for a Laplacian
        // On a chess board of 0 and 1 the Laplacian is +4 or -4, on 8 x 8 inner pixels equally
        // often.
        Picture board{10, 10, {}};
        for (int y = 0; y < 10; ++y)
            for (int x = 0; x < 10; ++x)
                board.rgb.insert(board.rgb.end(), 3, static_cast<float>((x + y) % 2));
        QVERIFY(near(sharpnessOf(board), 16, 1e-5));
    }

    void perfectReconstructionsHavePerfectQuality()
    {
        std::vector<Picture> pictures;
        for (std::uint64_t i = 0; i < 6; ++i)
            pictures.push_back(noise(40, i));
        Progress progress;
        const ModelQuality quality = qualityOf(pictures, pictures, progress);
        QVERIFY(near(quality.pixCorr, 1, 1e-12));
        QVERIFY(near(quality.ssim, 1, 1e-12));
        QVERIFY(near(quality.sharpness, 1, 1e-12));
        QCOMPARE(quality.identity, 1.0);
        QCOMPARE(quality.pictures, 6);
    }
    void contrastAndBrightnessDoNotChangePixCorrAndIdentity()
    {
        std::vector<Picture> pictures;
        std::vector<Picture> pale;
        for (std::uint64_t i = 0; i < 6; ++i) {
            pictures.push_back(noise(40, i));
            pale.push_back(scaled(pictures.back(), 0.5F, 0.3F));
        }
        Progress progress;
        const ModelQuality quality = qualityOf(pictures, pale, progress);
        QVERIFY(near(quality.pixCorr, 1, 1e-6));
        QVERIFY(near(quality.sharpness, 0.25, 1e-5)); // variance goes with the square of contrast
        QCOMPARE(quality.identity, 1.0);
        QVERIFY(quality.ssim < 0.9);
    }
    void identityCountsReconstructionsNearestToTheirOwnOriginal()
    {
        std::vector<Picture> pictures;
        for (std::uint64_t i = 0; i < 4; ++i)
            pictures.push_back(noise(40, i));
        std::vector<Picture> shown = pictures;
        std::swap(shown[0], shown[1]);
        Progress progress;
        QCOMPARE(qualityOf(pictures, shown, progress).identity, 0.5);
    }
    void qualityNeedsOneReconstructionPerOriginal()
    {
        const std::vector<Picture> pictures = {noise(20, 1), noise(20, 2)};
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)qualityOf(pictures, std::span(pictures).first(1), progress));
        QVERIFY_THROWS_EXCEPTION(Error, (void)qualityOf({}, std::vector<Picture>(), progress));
    }
};

FUSIFORM_TEST(ModelQualityTest)
#include "model_quality_test.moc"
