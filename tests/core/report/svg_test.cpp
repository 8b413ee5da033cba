// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg.h"

#include "core/io/picture_file.h"
#include "core/report/png.h"
#include "core/util/atomic_file.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QXmlStreamReader>

using namespace fusiform;

namespace {

/// Names of the elements in order, or the reader's complaint.
QStringList elementsOf(const std::string& xml)
{
    QXmlStreamReader reader(QString::fromStdString(xml));
    QStringList names;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names.append(reader.name().toString());
    return reader.hasError() ? QStringList{reader.errorString()} : names;
}

image::Picture colouredPicture()
{
    return {3, 2, {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 0.5F, 0.25F, 0.75F}};
}

} // namespace

class SvgTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachShapeIsOneElementAndTextStaysText()
    {
        report::Figure figure;
        figure.title = report::plain("a < b & \"c\"");
        figure.add(report::Polyline{{{1, 2}, {3, 4}}});
        figure.add(report::boxArea({0, 0, 5, 5}, report::Ink::Grid));
        figure.add(report::Label{{10, 10}, report::plain("5 > 4 & é")});
        figure.add(report::Raster{{0, 0, 3, 2},
                                  std::make_shared<const image::Picture>(colouredPicture())});
        figure.spots.push_back({{0, 0, 1, 1}, report::plain("tip")});
        const std::string svg = report::svgText(figure);
        QCOMPARE(elementsOf(svg), (QStringList{"svg", "title", "polyline", "polygon", "text",
                                               "image", "rect", "title"}));
        QVERIFY(svg.find(">5 &gt; 4 &amp; é</text>") != std::string::npos);
        QVERIFY(svg.find("points=\"1.00,2.00 3.00,4.00\"") != std::string::npos);
    }

    void namesThatWouldBreakXmlAreHarmless()
    {
        report::Figure figure;
        figure.add(report::Label{{}, report::plain("</text><script>\x01\"'")});
        QCOMPARE(elementsOf(report::svgText(figure)), (QStringList{"svg", "title", "text"}));
    }

    void aPngHoldsThePixelsItWasMadeOf()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "a.png";
        writeFileAtomically(file, std::span<const std::byte>(io::pngBytes(colouredPicture())));
        const image::Picture picture = io::readPicture(file);
        QCOMPARE(picture.width, 3);
        QCOMPARE(picture.height, 2);
        for (std::size_t i = 0; i < picture.rgb.size(); ++i)
            QVERIFY(std::abs(picture.rgb[i] - colouredPicture().rgb[i]) <= 0.5F / 255 + 1e-6F);
    }

    void aDataUrlIsTheBase64OfThePng()
    {
        const auto bytes = io::pngBytes(colouredPicture());
        const QByteArray raw(reinterpret_cast<const char*>(bytes.data()),
                             static_cast<qsizetype>(bytes.size()));
        QCOMPARE(QByteArray::fromStdString(report::pngDataUrl(colouredPicture())),
                 "data:image/png;base64," + raw.toBase64());
    }
};

FUSIFORM_TEST(SvgTest)
#include "svg_test.moc"
