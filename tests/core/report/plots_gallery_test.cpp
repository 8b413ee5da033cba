// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_gallery.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::report;

namespace {

GalleryRow rowOfPictures(const std::string& name, std::size_t count, const std::string& caption)
{
    GalleryRow row{plain(name), {plain("from the brain")}, {}, false};
    for (std::size_t i = 0; i < count; ++i)
        row.items.push_back({image::shared({2, 2, std::vector<float>(12, 0.5F)}), plain(caption),
                             plain(name + std::to_string(i))});
    return row;
}

GalleryPlot galleryOf(std::size_t faces)
{
    GalleryPlot plot;
    plot.title = plain("sub-01: faces");
    for (std::size_t i = 0; i < faces; ++i)
        plot.headings.push_back(plain("F0" + std::to_string(100 + i)));
    plot.rows
        = {rowOfPictures("Shown", faces, ""), rowOfPictures("portraits-vaegan", faces, "100 %")};
    plot.rows.back().startsGroup = true;
    plot.notes = {plain("Contrast matched.")};
    return plot;
}

bool areApart(const Figure& figure)
{
    const auto rasters = figure.all<Raster>();
    for (std::size_t a = 0; a < rasters.size(); ++a) {
        const Box& one = rasters[a].box;
        if (one.left < 0 || one.top < 0 || one.right() > figure.widthMm + 1e-9
            || one.bottom() > figure.heightMm)
            return false;
        for (std::size_t b = a + 1; b < rasters.size(); ++b) {
            const Box& other = rasters[b].box;
            if (one.left < other.right() && other.left < one.right() && one.top < other.bottom()
                && other.top < one.bottom())
                return false;
        }
    }
    return true;
}

} // namespace

class PlotsGalleryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void picturesStandBelowTheirOriginals()
    {
        const Figure figure = galleryFigure(galleryOf(4), 180);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), std::size_t{8});
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(rasters[i].box.left, rasters[4 + i].box.left);
            QCOMPARE(rasters[i].box.width, 20.0); // no larger, though there is room
            QCOMPARE(rasters[i].box.width, rasters[i].box.height);
        }
        QVERIFY(areApart(figure));
        QVERIFY(test::textsHaveRoom(figure));
        QCOMPARE(test::tipsOf(figure).front(), std::string("Shown0"));
    }
    void aColumnOfAJournalHoldsTenFacesInTwoBlocks()
    {
        const Figure figure = galleryFigure(galleryOf(10), 89);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), std::size_t{20});
        QCOMPARE(rasters[10].box.left, rasters[0].box.left); // five, then the other five
        QVERIFY(rasters[0].box.width >= 11);
        QVERIFY(areApart(figure));
        QVERIFY(test::textsHaveRoom(figure));
    }
    void whatDoesNotFitGoesOnBelow()
    {
        const Figure figure = galleryFigure(galleryOf(13), 180);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), std::size_t{26});
        // Ten originals, ten below them, then three and three.
        QCOMPARE(rasters[20].box.left, rasters[0].box.left);
        QVERIFY(rasters[20].box.top > rasters[19].box.bottom());
        QVERIFY(test::near(rasters[9].box.right(), 180, 1e-9));
        QVERIFY(areApart(figure));
        QVERIFY(test::textsHaveRoom(figure));
    }
    void aNarrowGalleryHasFewerPicturesInALine()
    {
        const Figure figure = galleryFigure(galleryOf(10), 89);
        const auto rasters = figure.all<Raster>();
        QCOMPARE(rasters.size(), std::size_t{20});
        for (const Raster& raster : rasters)
            QVERIFY(raster.box.width >= 11.5 - 1e-9);
        QVERIFY(areApart(figure));
        QVERIFY(test::textsHaveRoom(figure));
    }
    void placesMayBeEmptyAndRowsShort()
    {
        GalleryPlot plot = galleryOf(12);
        plot.rows[0].items.resize(3);
        plot.rows[1].items[5].picture = nullptr;
        plot.headings[0] = plain("a name that is far too long for the place.png");
        const Figure figure = galleryFigure(plot, 180);
        QCOMPARE(figure.all<Raster>().size(), std::size_t{3 + 11});
        QVERIFY(test::textsHaveRoom(figure));
        QVERIFY(!test::hasLabel(figure, plot.headings[0].english()));
        QVERIFY(test::hasLabel(figure, plot.headings[1].english()));
        // A row that ended above is not named again.
        std::size_t names = 0;
        for (const Label& label : figure.all<Label>())
            names += label.text.english() == "Shown";
        QCOMPARE(names, std::size_t{1});
    }
};

FUSIFORM_TEST(PlotsGalleryTest)
#include "plots_gallery_test.moc"
