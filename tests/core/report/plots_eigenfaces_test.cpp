// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_eigenfaces.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

namespace {

/// Three components of 2 x 2 pixels that explain 50, 25 and 5 % of the variance.
face_model::PcaModel handMadePca()
{
    Eigen::MatrixXf components = Eigen::MatrixXf::Zero(12, 3);
    components(0, 0) = 0.8F;
    components(5, 0) = -0.6F;
    components(1, 1) = 1;
    components(2, 2) = 1;
    return {{}, Eigen::VectorXf::Constant(12, 0.25F), components, Eigen::Vector3d(10, 5, 1), 20};
}

report::Eigenfaces manyComponents()
{
    Eigen::VectorXd shares(1024);
    for (Eigen::Index c = 0; c < shares.size(); ++c)
        shares[c] = std::pow(0.99, static_cast<double>(c));
    report::Eigenfaces faces = report::eigenfacesOf(handMadePca(), 3);
    faces.shares = shares * (0.995 / shares.sum());
    faces.components.resize(23, faces.components.front());
    return faces;
}

} // namespace

class PlotsEigenfacesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void componentsArePicturesAroundGrey()
    {
        const image::Picture picture = report::componentPicture(handMadePca(), 0);
        QCOMPARE(picture.width, 2);
        QVERIFY(near(picture.rgb[0], 1, 1e-6));
        QVERIFY(near(picture.rgb[5], 0.5 - 0.5 * 0.6 / 0.8, 1e-6));
        QVERIFY(near(picture.rgb[7], 0.5, 1e-6));
    }

    void theMeanFaceComesFirst()
    {
        const report::Eigenfaces faces = report::eigenfacesOf(handMadePca(), 99);
        QCOMPARE(faces.components.size(), 3U);
        const report::Figure figure = report::eigenfacesFigure(faces, 130);
        const auto rasters = figure.all<report::Raster>();
        QCOMPARE(rasters.size(), 4U);
        QVERIFY(near(rasters[0].picture->rgb[3], 0.25, 1e-6));
        QCOMPARE(rasters[1].picture, faces.components[0]);
        QVERIFY(near(rasters[0].box.width, rasters[0].box.height, 1e-9));
    }

    void sharesAreOfTheWholeVariance()
    {
        const report::Eigenfaces faces = report::eigenfacesOf(handMadePca(), 3);
        const report::Figure grid = report::eigenfacesFigure(faces, 130);
        for (const char* const text : {"1: 50 %", "2: 25 %", "3: 5 %"})
            QVERIFY(test::hasLabel(grid, text));
        const report::Figure curve = report::explainedVarianceFigure(faces, 130);
        QVERIFY(test::hasLabel(curve, "all 3: 80 %"));
        QVERIFY(test::hasLabel(curve, "50 %: 1 components"));
        QVERIFY(!test::hasLabel(curve, "90 %: 3 components")); // never reached
        QCOMPARE(test::tipsOf(curve)[1],
                 std::string("Component 2: 25 % of the variance, 75 % together with those before"));
    }

    void theCurveGathersTheShares()
    {
        const report::Figure figure
            = report::explainedVarianceFigure(report::eigenfacesOf(handMadePca(), 0), 130);
        for (const report::Polyline& line : figure.all<report::Polyline>()) {
            if (line.points.size() != 4)
                continue;
            const double zero = line.points[0].y;
            const double first = zero - line.points[1].y;
            QVERIFY(near((zero - line.points[2].y) / first, 1.5, 1e-9));
            QVERIFY(near((zero - line.points[3].y) / first, 1.6, 1e-9));
            return;
        }
        QFAIL("no curve");
    }

    void textsHaveRoom()
    {
        for (const report::Eigenfaces& faces :
             {manyComponents(), report::eigenfacesOf(handMadePca(), 3)})
            for (const double width : {120.0, 180.0, 260.0}) {
                QVERIFY(test::textsHaveRoom(report::eigenfacesFigure(faces, width)));
                QVERIFY(test::textsHaveRoom(report::explainedVarianceFigure(faces, width)));
            }
    }

    void noComponentsGiveNoCurve()
    {
        QVERIFY(report::explainedVarianceFigure({}, 130).elements.empty());
    }
};

FUSIFORM_TEST(PlotsEigenfacesTest)
#include "plots_eigenfaces_test.moc"
