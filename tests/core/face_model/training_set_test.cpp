// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_set.h"

#include "core/util/error.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform;
using namespace fusiform::face_model;

namespace {

constexpr std::size_t kPictures = 40;
constexpr int kImageSide = 32;
constexpr double kSetMb = kPictures * kImageSide * kImageSide * 3 / 1e6;

TrainingSet filled(TrainingSet set)
{
    for (const image::Picture& face : test::tinyFaces(kPictures, 5))
        set.add(face);
    return set;
}

} // namespace

class TrainingSetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void memoryAndFileGiveTheSameNumbers()
    {
        const test::TemporaryFolder folder;
        const TrainingSet memory
            = filled(TrainingSet(kImageSide, kPictures, {1.01 * kSetMb, folder.path()}));
        const TrainingSet file
            = filled(TrainingSet(kImageSide, kPictures, {0.99 * kSetMb, folder.path()}));
        QVERIFY(!memory.isInFile());
        QVERIFY(file.isInFile());
        QVERIFY(folder.files().empty());
        QCOMPARE(file.count(), kPictures);

        std::vector<std::size_t> order(kPictures);
        std::iota(order.rbegin(), order.rend(), std::size_t{0});
        QVERIFY(file.batch(order, 4, 9) == memory.batch(order, 4, 9));
        QVERIFY(file.batch(order, 0, 9) == memory.batch(order, 0, 9));
        QVERIFY(file.pooledWithMirrors() == memory.pooledWithMirrors());
        QVERIFY(file.picture(17).rgb == memory.picture(17).rgb);
    }
    void aSetThatGrowsIsTheSameToo()
    {
        const TrainingSet grown = filled(TrainingSet(kImageSide));
        const TrainingSet told = filled(TrainingSet(kImageSide, kPictures, {1, "/nowhere"}));
        QVERIFY(grown.picture(39).rgb == told.picture(39).rgb);
    }
    void aFullDiskIsOneFailure()
    {
        const test::TemporaryFolder folder;
        const test::FileLimit limit(20000); // six pictures and a half
        try {
            (void)filled(TrainingSet(kImageSide, kPictures, {0, folder.path()}));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Failure);
            QVERIFY(std::string(error.what()).starts_with(folder.path().string()));
        }
        QVERIFY(folder.files().empty());
    }
    void picturesOfAnotherSizeAreRefused()
    {
        TrainingSet set(kImageSide);
        QVERIFY_THROWS_EXCEPTION(Error, set.add({1, 1, {0, 0, 0}}));
        QCOMPARE(set.count(), 0U);
    }
};

FUSIFORM_TEST(TrainingSetTest)
#include "training_set_test.moc"
