// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/multi_scale_similarity.h"

#include "core/face_model/model_quality.h"
#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using image::Picture;

namespace {

/// A grey picture of a formula of column x and row y.
template <class Formula>
Picture drawnFrom(int side, const Formula& formula)
{
    Picture picture{side, side, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            picture.rgb.insert(picture.rgb.end(), 3, static_cast<float>(formula(x, y)));
    return picture;
}

Picture waves(int side)
{
    return drawnFrom(
        side, [](double x, double y) { return 0.5 + 0.4 * std::sin(x / 5) * std::cos(y / 7); });
}

Picture otherWaves(int side)
{
    return drawnFrom(side, [](double x, double y) {
        return 0.5 + 0.3 * std::sin(x / 5 + 0.3) * std::cos(y / 7) + 0.1 * std::sin(x * y / 50);
    });
}

} // namespace

/// The numbers are those of NumPy and SciPy (convolve2d, "valid") for the same formulas in double
/// precision; pictures are kept in single precision, hence the tolerance.
class MultiScaleSimilarityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiveScales()
    {
        QVERIFY(test::near(face_model::multiScaleSimilarity(waves(176), otherWaves(176)),
                           0.8877684592510756, 2e-6));
    }
    void smallPicturesHaveFewerScalesAndTheirWeightsAddToOne()
    {
        // 49, 24 and 12 pixels: an odd row is left out.
        QVERIFY(test::near(face_model::multiScaleSimilarity(waves(49), otherWaves(49)),
                           0.8135198408337725, 2e-6));
        // A single scale is SSIM itself.
        QVERIFY(test::near(face_model::multiScaleSimilarity(waves(16), otherWaves(16)),
                           0.9016927177644024, 2e-6));
        QVERIFY(test::near(face_model::structuralSimilarity(waves(16), otherWaves(16)),
                           0.9016927177644024, 2e-6));
    }
    void scalesAreCounted()
    {
        QCOMPARE(face_model::similarityScales(10, 200), 0);
        QCOMPARE(face_model::similarityScales(11, 11), 1);
        QCOMPARE(face_model::similarityScales(128, 128), 4);
        QCOMPARE(face_model::similarityScales(176, 180), 5);
        QCOMPARE(face_model::similarityScales(4000, 4000), 5);
    }
    void aPictureIsLikeItselfAndItsNegativeCountsNothing()
    {
        QVERIFY(test::near(face_model::multiScaleSimilarity(waves(49), waves(49)), 1, 1e-12));
        const Picture negative = drawnFrom(
            49, [](double x, double y) { return 0.5 - 0.4 * std::sin(x / 5) * std::cos(y / 7); });
        QCOMPARE(face_model::multiScaleSimilarity(waves(49), negative), 0.0);
    }
    void picturesOfTwoSizesAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)face_model::multiScaleSimilarity(waves(48), waves(49)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)face_model::multiScaleSimilarity(waves(8), waves(8)));
    }
};

FUSIFORM_TEST(MultiScaleSimilarityTest)
#include "multi_scale_similarity_test.moc"
