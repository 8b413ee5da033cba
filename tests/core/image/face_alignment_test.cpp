// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/face_alignment.h"

#include "tests/support/near.h"
#include "tests/support/planted_face.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numbers>

using namespace fusiform::image;
using fusiform::test::eyesFound;
using fusiform::test::near;
using fusiform::test::plantedFace;

namespace {

/// Eyes `distance` apart on a line that is turned by so many degrees.
Eyes eyesAt(Eigen::Vector2d middle, double distance, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const Eigen::Vector2d half = distance / 2 * Eigen::Vector2d(std::cos(angle), std::sin(angle));
    return {middle - half, middle + half};
}

double largestDistance(const Eyes& a, const Eyes& b)
{
    return std::max((a.left - b.left).norm(), (a.right - b.right).norm());
}

} // namespace

class FaceAlignmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEyesOfTheSquareAreCelebAs()
    {
        // 178 rows of 178 columns, from row 20 on: by hand.
        const Eyes eyes = eyesOfSquare(178);
        QVERIFY((eyes.left - Eigen::Vector2d(69, 91)).norm() < 1e-12);
        QVERIFY((eyes.right - Eigen::Vector2d(109, 91)).norm() < 1e-12);
        const Eyes half = eyesOfSquare(89); // pixels of two: centres at 2 x + 0.5
        QVERIFY(near(2 * half.left.x() + 0.5, 69, 1e-12));
    }
    void plantedEyesComeToTheirPlaces_data()
    {
        QTest::addColumn<double>("distance");
        QTest::addColumn<double>("degrees");
        QTest::newRow("as they should be") << 28.76 << 0.0;
        QTest::newRow("small") << 15.0 << 0.0;
        QTest::newRow("small and turned") << 15.0 << 30.0;
        QTest::newRow("large") << 130.0 << 0.0;
        QTest::newRow("large, turned left") << 110.0 << -25.0;
        QTest::newRow("on its side") << 60.0 << 89.0;
    }
    void plantedEyesComeToTheirPlaces()
    {
        QFETCH(double, distance);
        QFETCH(double, degrees);
        const Eyes eyes = eyesAt({151.3, 140.8}, distance, degrees);
        const Picture face = alignedFace(plantedFace(300, 280, eyes), eyes, 128);
        const double off = largestDistance(eyesFound(face), eyesOfSquare(128));
        QVERIFY2(off < 0.5, qPrintable(QString::number(off)));
    }
    void nothingIsTurnedOver()
    {
        // What is above the eyes stays above, what is left of them left: a light corner.
        Picture picture{100, 100, std::vector<float>(30000, 0.0F)};
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                picture.rgb[static_cast<std::size_t>(3 * (100 * y + x))] = 1;
        const Picture face = alignedFace(picture, {{40, 50}, {60, 50}}, 64);
        const auto red
            = [&](int x, int y) { return face.rgb[static_cast<std::size_t>(3 * (64 * y + x))]; };
        QVERIFY(red(2, 2) > 0.9F);
        QVERIFY(red(61, 2) < 0.1F);
        QVERIFY(red(2, 61) < 0.1F);
    }
    void anAlignedPictureIsItsCentreCrop()
    {
        // Where the eyes are CelebA's, all that differs is the form of the window of the
        // resampling.
        const Eyes celebA{{69, 111}, {109, 111}};
        Picture picture = plantedFace(178, 218, celebA);
        const Picture byEyes = alignedFace(picture, celebA, 128);
        const Picture byCentre = resized(centreSquare(picture), 128, 128);
        QVERIFY((byEyes.vector() - byCentre.vector()).cwiseAbs().maxCoeff() < 0.02F);
        QVERIFY(alignedFace(picture, celebA, 178).rgb.size() == std::size_t{3} * 178 * 178);
        const Picture same = alignedFace(picture, celebA, 178);
        QVERIFY((same.vector() - centreSquare(picture).vector()).cwiseAbs().maxCoeff() < 1e-5F);
    }
    void fineStripesBecomeGreyAndNoOthers()
    {
        // Stripes of two pixels, reduced by 7.3: an alias would show as broad stripes.
        Picture stripes{1000, 1000, {}};
        for (int y = 0; y < 1000; ++y)
            for (int x = 0; x < 1000; ++x)
                stripes.rgb.insert(stripes.rgb.end(), 3, static_cast<float>(x % 2));
        const double distance = 7.3 * (eyesOfSquare(96).right - eyesOfSquare(96).left).norm();
        const Picture face = alignedFace(stripes, eyesAt({500, 500}, distance, 12), 96);
        for (const float value : face.rgb)
            QVERIFY(std::abs(value - 0.5F) < 0.06F);
    }
    void beyondThePictureItsEdgeRepeats()
    {
        const Picture plain{20, 20, std::vector<float>(1200, 0.25F)};
        const Picture face = alignedFace(plain, {{2, 2}, {17, 2}}, 64);
        for (const float value : face.rgb)
            QVERIFY(near(static_cast<double>(value), 0.25, 1e-6));
    }
};

FUSIFORM_TEST(FaceAlignmentTest)
#include "face_alignment_test.moc"
