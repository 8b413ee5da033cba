// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_gallery.h"

#include "tests/support/test_main.h"
#include "widgets/faces/face_tile.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace fusiform;

namespace {

QImage plain(int hue)
{
    QImage picture(32, 32, QImage::Format_RGB888);
    picture.fill(QColor::fromHsv(hue % 360, 200, 220));
    return picture;
}

/// Originals and one row for each of two models.
FaceTable tableOf(int faces)
{
    FaceTable table;
    for (const char* const id : {"original", "pca", "p64"}) {
        FaceRow row;
        row.id = row.title = QLatin1String(id);
        for (int face = 0; face < faces; ++face)
            row.cells.push_back({plain(20 * face), row.id == originalRowId() ? 0 : face + 1, 0.5});
        table.rows.push_back(row);
    }
    for (int face = 0; face < faces; ++face)
        table.names.push_back(QStringLiteral("F%1").arg(face));
    return table;
}

struct Shown {
    FaceGallery gallery;
    explicit Shown(int faces, const QSize& size = {520, 620})
    {
        gallery.resize(size);
        gallery.setFadeMilliseconds(0);
        gallery.show();
        gallery.setTable(tableOf(faces));
    }
    [[nodiscard]] QRect at(const char* row, int face) const
    {
        return gallery.tile(QLatin1String(row), face)->geometry();
    }
};

} // namespace

class FaceGalleryTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachModelHasARowBelowTheOriginals()
    {
        const Shown shown(10);
        for (int face = 0; face < 10; ++face) {
            QCOMPARE(shown.at("pca", face).x(), shown.at("original", face).x());
            QCOMPARE(shown.at("p64", face).x(), shown.at("original", face).x());
            QVERIFY(shown.at("pca", face).top() > shown.at("original", face).bottom());
            QVERIFY(shown.at("p64", face).top() > shown.at("pca", face).bottom());
        }
    }

    void twentyFacesFitWithoutOverlap()
    {
        const Shown shown(20, {520, 820});
        QCOMPARE(shown.gallery.verticalScrollBar()->maximum(), 0);
        QList<QRect> all;
        for (const char* const row : {"original", "pca", "p64"})
            for (int face = 0; face < 20; ++face)
                all.append(shown.at(row, face));
        for (qsizetype a = 0; a < all.size(); ++a)
            for (qsizetype b = a + 1; b < all.size(); ++b)
                QVERIFY(!all[a].intersects(all[b]));
    }

    void aTileShowsItsPictureAndFadesWhenStale()
    {
        Shown shown(4);
        FaceTile* const tile = shown.gallery.tile(QStringLiteral("pca"), 2);
        const auto middle = [&] {
            const QImage picture = tile->grab().toImage();
            return picture.pixelColor(picture.width() / 2, picture.height() / 3);
        };
        const QColor fresh = middle();
        QVERIFY(std::abs(fresh.hue() - 40) < 6);
        shown.gallery.setRowStale(QStringLiteral("pca"), true);
        QVERIFY(middle().value() < fresh.value() - 60);
    }

    void aClickNamesTheFace()
    {
        Shown shown(6);
        QSignalSpy pressed(&shown.gallery, &FaceGallery::facePressed);
        QTest::mouseClick(shown.gallery.tile(QStringLiteral("p64"), 4), Qt::LeftButton);
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(pressed[0][0].toInt(), 4);
    }
};

FUSIFORM_TEST(FaceGalleryTest)
#include "face_gallery_test.moc"
