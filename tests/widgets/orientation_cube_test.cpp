// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/orientation_cube.h"

#include "tests/support/test_main.h"

#include <QImage>
#include <QPainter>

using namespace fusiform;

namespace {

constexpr std::pair<scene::LookFrom, char> kLetters[]
    = {{scene::LookFrom::Left, 'L'}, {scene::LookFrom::Right, 'R'}, {scene::LookFrom::Front, 'A'},
       {scene::LookFrom::Back, 'P'}, {scene::LookFrom::Above, 'S'}, {scene::LookFrom::Below, 'I'}};

OrientationCube cubeOf(const scene::BrainScene& scene)
{
    OrientationCube cube;
    cube.setMiddle({100, 60});
    cube.setAxes(scene.axesOnScreen());
    return cube;
}

} // namespace

class OrientationCubeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lookedAtFromASideItShowsThatSidesLetterAlone()
    {
        for (const auto& [side, letter] : kLetters) {
            scene::BrainScene scene;
            scene.lookFrom(side);
            const OrientationCube cube = cubeOf(scene);
            const auto faces = cube.faces();
            QCOMPARE(faces.size(), std::size_t(1));
            QCOMPARE(faces.front().letter, QLatin1Char(letter));
            QVERIFY(faces.front().facing > 0.99);
            QVERIFY(cube.sideAt({100, 60}) == std::optional(side));
            QVERIFY(!cube.sideAt({100, 60 + 2 * OrientationCube::kReach}));
        }
    }

    /// A click on each face that is seen leads to a view from there.
    void aSideIsFoundAtTheMiddleOfEveryFaceThatIsSeen()
    {
        scene::BrainScene scene; // from the left, the back and above
        const OrientationCube cube = cubeOf(scene);
        QSet<QChar> seen;
        for (const OrientationCube::Face& face : cube.faces()) {
            seen << face.letter;
            QVERIFY(cube.sideAt(face.middle) == std::optional(face.side));
        }
        QCOMPARE(seen, QSet<QChar>({QLatin1Char('L'), QLatin1Char('P'), QLatin1Char('S')}));
        // Left of the screen is the front, seen from the left: the P face lies to the right.
        const auto faces = cube.faces();
        const auto middleOf = [&](char letter) {
            return std::ranges::find(faces, QChar(QLatin1Char(letter)),
                                     &OrientationCube::Face::letter)
                ->middle;
        };
        QVERIFY(middleOf('S').y() < middleOf('L').y());
        QVERIFY(middleOf('P').x() != middleOf('L').x());
    }

    void itIsDrawnInsideItsReach()
    {
        scene::BrainScene scene;
        const OrientationCube cube = cubeOf(scene);
        QImage picture(200, 120, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        cube.paint(painter, Qt::white, Qt::black, {});
        painter.end();
        int inside = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (qAlpha(picture.pixel(x, y)) > 0) {
                    ++inside;
                    QVERIFY(std::hypot(x - 100, y - 60) < OrientationCube::kReach + 2);
                }
        QVERIFY(inside > 1000);
    }
};

FUSIFORM_TEST(OrientationCubeTest)
#include "orientation_cube_test.moc"
