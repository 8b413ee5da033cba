// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform::image;
using fusiform::test::near;

namespace {
Picture gradient(int width, int height)
{
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                picture.rgb.push_back(static_cast<float>(x + y * 2 + c) / 1000.0F);
    return picture;
}
double mean(const Picture& picture)
{
    return std::accumulate(picture.rgb.begin(), picture.rgb.end(), 0.0)
           / static_cast<double>(picture.rgb.size());
}
} // namespace

class PictureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resizingKeepsTheMeanAndAGradient()
    {
        const Picture big = gradient(256, 128);
        const Picture small = resized(big, 64, 32);
        QCOMPARE(small.rgb.size(), 64U * 32 * 3);
        QVERIFY(near(mean(small), mean(big), 1e-4));
        // Away from the edges a linear ramp stays one: 4 source pixels a step.
        const auto at
            = [&](int x, int y) { return small.rgb[static_cast<std::size_t>(3 * (y * 64 + x))]; };
        QVERIFY(near(at(31, 16) - at(30, 16), 0.004, 1e-5));
    }
    void theSameSizeIsTheSamePicture()
    {
        QVERIFY(resized(gradient(9, 9), 9, 9).rgb == gradient(9, 9).rgb);
    }
    void theCentreSquareIsCentred()
    {
        const Picture square = centreSquare(gradient(10, 4));
        QCOMPARE(square.width, 4);
        QCOMPARE(square.rgb[0], gradient(10, 4).rgb[9]);
    }
    void greyIsRec601()
    {
        const Picture red{1, 1, {1, 0, 0}};
        QVERIFY(near(grey(red)(0, 0), 0.299, 1e-6));
    }
};

FUSIFORM_TEST(PictureTest)
#include "picture_test.moc"
