// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/eye_positions.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

io::EyePositions positionsOf(const std::string& text, const std::string& name)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / name, text);
    return io::readEyePositions(folder.path() / name);
}

} // namespace

class EyePositionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void celebAsLandmarksAreRead()
    {
        const auto read = positionsOf(
            "2\nlefteye_x lefteye_y righteye_x righteye_y nose_x nose_y leftmouth_x leftmouth_y "
            "rightmouth_x rightmouth_y\n"
            "000001.jpg 69  109  106  113   77  142   73  152  108  154\n"
            "000002.jpg 69  110  107  112   81  135   70  151  108  153\n",
            "list_landmarks_align_celeba.txt");
        QCOMPARE(read.eyes.size(), 2U);
        QCOMPARE(read.eyes.at("000001.jpg").left, Eigen::Vector2d(69, 109));
        QCOMPARE(read.eyes.at("000002.jpg").right, Eigen::Vector2d(107, 112));
    }
    void aTableIsReadAndUnknownPlacesAreLeftOut()
    {
        const auto read = positionsOf("picture\tright_y\tright_x\tleft_x\tleft_y\n"
                                      "a.png\t4\t3.5\t1.5\t2\nb.png\tn/a\tn/a\tn/a\tn/a\n"
                                      "c.png\t\t\t\t\n",
                                      "eyes.tsv");
        QCOMPARE(read.eyes.size(), 1U);
        QCOMPARE(read.eyes.at("a.png").left, Eigen::Vector2d(1.5, 2));
        QCOMPARE(read.eyes.at("a.png").right, Eigen::Vector2d(3.5, 4));
    }
    void whatIsNoNumberIsNamed()
    {
        for (const char* const cell : {"here", "nan", "inf"})
            try {
                (void)positionsOf(std::string("picture\tleft_x\tleft_y\tright_x\tright_y\n"
                                              "a.png\t1\t2\t")
                                      + cell + "\t4\n",
                                  "eyes.tsv");
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::BadData);
                QVERIFY2(QString(error.what()).contains("a.png"), error.what());
            }
    }
    void aListWithoutEyesIsNamed()
    {
        try {
            (void)positionsOf("picture\tleft_x\tleft_y\na.png\t1\t2\n", "eyes.tsv");
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QString(error.what()).contains("right_x"), error.what());
        }
    }
};

FUSIFORM_TEST(EyePositionsTest)
#include "eye_positions_test.moc"
