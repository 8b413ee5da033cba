// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/coded_folder.h"

#include "core/face_model/pca_model.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <fstream>

using namespace fusiform;

namespace {

constexpr int kSide = 8;

image::Picture noisePicture(std::uint64_t seed)
{
    Random random(seed);
    image::Picture picture{kSide, kSide, {}};
    for (int i = 0; i < kSide * kSide * 3; ++i)
        picture.rgb.push_back(static_cast<float>(random.uniform()));
    return picture;
}

struct SmallFolder {
    test::TemporaryFolder folder;
    std::filesystem::path pictures = folder.path() / "pictures";
    std::filesystem::path cache = folder.path() / "cache";
    std::unique_ptr<face_model::PcaModel> model;

    SmallFolder()
    {
        std::filesystem::create_directories(pictures);
        std::vector<image::Picture> training;
        for (int i = 0; i < 6; ++i) {
            training.push_back(noisePicture(static_cast<std::uint64_t>(i)));
            io::writePicture(pictures / ("p" + std::to_string(i) + ".png"), training.back());
        }
        face_model::PcaOptions options;
        options.components = 3;
        options.imageSize = kSide;
        Progress progress;
        model = face_model::trainPca(training, options, progress);
    }
    [[nodiscard]] task::CodedFolder coded() const
    {
        Progress progress;
        return task::codedFolder(*model, pictures, cache, progress);
    }
    /// One picture coded on its own.
    [[nodiscard]] Eigen::VectorXd codeOf(const std::string& name) const
    {
        Progress progress;
        const std::array<image::Picture, 1> picture = {io::readPicture(pictures / name)};
        return model->encode(picture, progress).row(0);
    }
    [[nodiscard]] std::filesystem::path cacheFile() const
    {
        return std::filesystem::directory_iterator(cache)->path();
    }
};

} // namespace

class CodedFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPictureHasItsCodeAlsoFromTheCache()
    {
        const SmallFolder small;
        const task::CodedFolder first = small.coded();
        QCOMPARE(first.files.size(), 6U);
        QVERIFY(test::near(first.codes.row(4).transpose(), small.codeOf("p4.png"), 1e-6));
        // What is in the cache is taken: a number that no picture has comes back.
        {
            std::fstream file(small.cacheFile(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(-4, std::ios::end);
            const float number = 77;
            file.write(reinterpret_cast<const char*>(&number), sizeof number);
        }
        const task::CodedFolder again = small.coded();
        QVERIFY(again.files == first.files);
        QCOMPARE(again.codes(5, 2), 77.0);
        QVERIFY(again.codes.topRows(5) == first.codes.topRows(5));
    }
    void aChangedPictureIsCodedAnew()
    {
        const SmallFolder small;
        const task::CodedFolder before = small.coded();
        io::writePicture(small.pictures / "p2.png", noisePicture(99));
        const task::CodedFolder after = small.coded();
        QVERIFY(test::near(after.codes.row(2).transpose(), small.codeOf("p2.png"), 1e-6));
        QVERIFY(!(after.codes.row(2) == before.codes.row(2)));
    }
    void damagedPicturesAndCachesCostNothingElse()
    {
        const SmallFolder small;
        test::writeText(small.pictures / "p1.png", "no picture");
        for (int time = 0; time < 2; ++time) { // coded, then from the cache
            const task::CodedFolder coded = small.coded();
            QCOMPARE(coded.files.size(), 5U);
            QCOMPARE(coded.codes.rows(), Eigen::Index(5));
            QCOMPARE(coded.skipped.size(), 1U);
            QCOMPARE(coded.skipped[0].filename().string(), std::string("p1.png"));
            QVERIFY(test::near(coded.codes.row(1).transpose(), small.codeOf("p2.png"), 1e-6));
        }
        test::writeText(small.cacheFile(), "damaged");
        QVERIFY(test::near(small.coded().codes.row(0).transpose(), small.codeOf("p0.png"), 1e-6));
    }
};

FUSIFORM_TEST(CodedFolderTest)
#include "coded_folder_test.moc"
