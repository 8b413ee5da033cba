// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cortex_files.h"
#include "tests/support/test_main.h"
#include "widgets/brain/brain_view.h"
#include "widgets/gl/gl_probe.h"
#include "widgets/scene/cortex_mesh.h"

using namespace fusiform;

namespace {

/// A ball of 60 mm about the origin, with light and dark stripes.
std::shared_ptr<const scene::BrainSurface> stripedBall()
{
    const test::Ball ball = test::ball(24);
    import::CortexSurface cortex;
    const auto count = static_cast<Eigen::Index>(ball.directions.size());
    cortex.shown.points.resize(3, count);
    for (Eigen::Index v = 0; v < count; ++v) {
        cortex.shown.points.col(v) = 60 * ball.directions[static_cast<std::size_t>(v)];
        cortex.folds.push_back(static_cast<float>(std::sin(0.2 * cortex.shown.points(2, v))));
    }
    cortex.outer = cortex.shown.points;
    cortex.inner = 0.95 * cortex.shown.points;
    cortex.shown.triangles = ball.triangles;
    for (auto& [a, b, c] : cortex.shown.triangles) { // all wound outwards
        const Eigen::Vector3d at = cortex.shown.points.col(a);
        const Eigen::Vector3d one = cortex.shown.points.col(b);
        const Eigen::Vector3d two = cortex.shown.points.col(c);
        if ((one - at).cross(two - at).dot(at) < 0)
            std::swap(b, c);
    }
    Progress progress;
    return scene::cortexMesh(cortex, {{1, 1, 1}, image::Affine(Eigen::Matrix4d::Identity())},
                             progress);
}

BrainPicture plain(const QSize& pixels)
{
    BrainPicture wanted;
    wanted.pixels = pixels;
    wanted.hasLegend = false;
    return wanted;
}

} // namespace

class BrainPictureTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QCOMPARE(openGlProblem(), QString());
        m_view = std::make_unique<BrainView>(QString());
        m_view->resize(300, 260);
        m_view->setSurface(stripedBall());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void tilesAreThePictureDrawnAtOnce()
    {
        const BrainPicture wanted = plain({640, 480});
        const QImage whole = m_view->picture(wanted);
        QCOMPARE(whole.size(), QSize(640, 480));
        for (const int tile : {320, 100}) {
            BrainPicture parts = wanted;
            parts.largestTile = tile;
            const QImage tiled = m_view->picture(parts);
            QCOMPARE(tiled.size(), whole.size());
            // A pixel at an edge may fall to either side.
            int different = 0;
            for (int y = 0; y < whole.height(); ++y)
                for (int x = 0; x < whole.width(); ++x)
                    different += std::abs(qGray(whole.pixel(x, y)) - qGray(tiled.pixel(x, y))) > 24;
            QVERIFY2(different < 640 * 480 / 200, qPrintable(QString::number(different)));
        }
    }

    void theBackgroundIsWhatWasAskedFor()
    {
        BrainPicture wanted = plain({400, 300});
        const QImage white = m_view->picture(wanted);
        QCOMPARE(white.pixelColor(3, 3), QColor(Qt::white));
        wanted.ground = BrainPicture::Ground::Transparent;
        const QImage clear = m_view->picture(wanted);
        QCOMPARE(clear.pixelColor(3, 3).alpha(), 0);
        QCOMPARE(clear.pixelColor(200, 150).alpha(), 255);
        wanted.ground = BrainPicture::Ground::Dark;
        QVERIFY(m_view->picture(wanted).pixelColor(3, 3).value() < 40);
        // The ball as a share of the picture: nearly its height.
        int seen = 0;
        for (int y = 0; y < clear.height(); ++y)
            seen += qAlpha(clear.pixel(200, y)) > 0;
        QVERIFY(seen > 280 && seen <= 300);
    }

    void theLegendIsDrawnAtTheSizeOfThePaper()
    {
        BrainPicture wanted = plain({1000, 800});
        const QImage without = m_view->picture(wanted);
        wanted.hasLegend = true;
        const QImage with = m_view->picture(wanted);
        const auto changedIn = [&](const QRect& part) {
            int changed = 0;
            for (int y = part.top(); y <= part.bottom(); ++y)
                for (int x = part.left(); x <= part.right(); ++x)
                    changed += with.pixel(x, y) != without.pixel(x, y);
            return changed;
        };
        // The cube: 48 pixels of 110 an inch from the corner, at 300 an inch.
        QVERIFY(changedIn({1000 - 230, 30, 200, 200}) > 5000);
        QCOMPARE(changedIn({0, 0, 200, 200}), 0);
    }

    void theViewIsAsBefore()
    {
        const auto grabbed = [&] { return m_view->grab().toImage(); };
        const QImage before = grabbed();
        static_cast<void>(m_view->picture(plain({900, 500})));
        QTRY_VERIFY(grabbed() == before);
    }

private:
    std::unique_ptr<BrainView> m_view;
};

FUSIFORM_TEST(BrainPictureTest)
#include "brain_picture_test.moc"
