// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_comparison.h"

#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;
using namespace fusiform::report;

namespace {

image::Picture colored(float value) { return {4, 4, std::vector<float>(48, value)}; }

/// Seven pictures through two models.
ComparisonPictures example()
{
    face_model::ModelComparison comparison;
    for (int i = 0; i < 7; ++i) {
        comparison.files.emplace_back("/home/someone/portraits/pictures/face" + std::to_string(i)
                                      + ".png");
        comparison.originals.push_back(colored(0.1F * static_cast<float>(i)));
    }
    for (const char* const name : {"first", "second"}) {
        face_model::ComparedModel model;
        model.model.name = name;
        model.model.hash = "0123456789abcdef";
        for (int i = 0; i < 7; ++i) {
            model.reconstructions.push_back(colored(0.5F));
            model.faces.push_back({0.123, 0.456, 3, 10, 4});
        }
        model.mean = face_model::meanQuality(model.faces);
        comparison.models.push_back(std::move(model));
    }
    return sharedPictures(std::move(comparison));
}

bool says(const Figure& figure, const std::string& text)
{
    return std::ranges::any_of(figure.all<Label>(), [&](const Label& label) {
        return label.text.english().find(text) != std::string::npos;
    });
}

} // namespace

class PlotsComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyModelHasEveryFaceInTheOrderWanted()
    {
        const ComparisonPictures pictures = example();
        const Figure figure = comparisonFigure(pictures, {6, 0, 3}, 180);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), 9U);
        QVERIFY(rasters[0].picture == pictures.originals[6]);
        QVERIFY(rasters[1].picture == pictures.originals[0]);
        QVERIFY(rasters[3].picture == pictures.reconstructions[0][6]);
        QVERIFY(rasters[8].picture == pictures.reconstructions[1][3]);
        QCOMPARE(rasters[3].box.left, rasters[0].box.left);
        QVERIFY(says(figure, "r 0.12 · SSIM 0.46"));
        QVERIFY(says(figure, "sharp 30 % · rank 4"));
    }
    void nothingOverlapsOrLeavesTheFigure_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : {60.0, 120.0, 260.0})
            QTest::addRow("%g mm", width) << width;
    }
    void nothingOverlapsOrLeavesTheFigure()
    {
        QFETCH(const double, width);
        const Figure figure = comparisonFigure(example(), {0, 1, 2, 3, 4, 5, 6}, width);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), 21U);
        for (std::size_t a = 0; a < rasters.size(); ++a) {
            const Box& box = rasters[a].box;
            QVERIFY(box.left >= 0 && box.right() <= figure.widthMm + 1e-9);
            QVERIFY(box.bottom() <= figure.heightMm);
            for (std::size_t b = 0; b < a; ++b) {
                const Box& other = rasters[b].box;
                QVERIFY(box.left >= other.right() || other.left >= box.right()
                        || box.top >= other.bottom() || other.top >= box.bottom());
            }
        }
        for (const Label& label : figure.all<Label>())
            QVERIFY(label.at.y <= figure.heightMm);
    }
    void theFigureSaysWhereItComesFromButNotWhose()
    {
        const Figure figure = comparisonFigure(example(), {0}, 180);
        QVERIFY(
            says(figure, "first 01234567 · second 01234567 · 7 pictures of portraits/pictures"));
        QVERIFY(says(figure, FUSIFORM_VERSION));
        QVERIFY(!says(figure, "someone"));
    }
};

FUSIFORM_TEST(PlotsComparisonTest)
#include "plots_comparison_test.moc"
