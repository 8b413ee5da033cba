// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/scan_reader.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using image::Index;
using test::near;

namespace {

constexpr Index kReadScans = 12;
constexpr Index kReadVoxels = 10 * 10 * 10;

/// A run of 10 x 10 x 10 voxels: half brain (about 1000), half air (about 10).
std::vector<float> exampleRun(std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(kReadScans * kReadVoxels));
    for (Index t = 0; t < kReadScans; ++t)
        for (Index v = 0; v < kReadVoxels; ++v)
            values[static_cast<std::size_t>(t * kReadVoxels + v)]
                = static_cast<float>(v < 500 ? random.normal(1000, 5) : random.normal(10, 1));
    return values;
}

io::NiftiData written(const std::filesystem::path& file, const std::vector<float>& values)
{
    image::Grid grid;
    grid.shape = {10, 10, 10};
    io::NiftiWriteOptions options;
    options.repetitionTime = 2;
    const auto header = io::niftiHeaderBytes(grid, kReadScans, options);
    std::string text(reinterpret_cast<const char*>(header.data()), header.size());
    text.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    test::writeText(file, text);
    return io::NiftiData(io::readNiftiHeader(file));
}

} // namespace

class ScanReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsAreScaledToAMeanOfOneHundred()
    {
        const test::TemporaryFolder folder;
        glm::ScanReader reader;
        Progress progress;
        const Eigen::MatrixXf values
            = reader.read(written(folder.path() / "a.nii", exampleRun(1)), progress);
        QCOMPARE(reader.candidates().size(), 500U);
        QVERIFY(near(values.mean(), 100, 0.01));
        QCOMPARE(values.rows(), kReadScans);
    }
    void theGlobalIsTheMeanAboveAnEighth()
    {
        // methods 2.6: [0 0 0 0 10 20 30 40] has mean 12.5, threshold 1.5625 and global 25: the
        // voxels above 0.8 x 25 = 20 are the mask.
        const test::TemporaryFolder folder;
        std::vector<float> values(static_cast<std::size_t>(kReadScans * kReadVoxels), 0.0F);
        for (Index t = 0; t < kReadScans; ++t)
            for (Index v = 0; v < kReadVoxels; ++v)
                if (v % 8 >= 4)
                    values[static_cast<std::size_t>(t * kReadVoxels + v)]
                        = static_cast<float>(10 * (v % 8 - 3)) + (t == 0 ? 0.001F : 0.0F);
        glm::ScanReader reader;
        Progress progress;
        const Eigen::MatrixXf scaled
            = reader.read(written(folder.path() / "a.nii", values), progress);
        QCOMPARE(reader.candidates().size(), 250U); // 30 and 40
        QVERIFY(near(scaled(5, 0), 30 * 100 / 25.0, 0.01));
    }
    void unusableVoxelsAreCountedExactly()
    {
        // L8: NaN, infinite and constant voxels are left out and counted, never replaced.
        const test::TemporaryFolder folder;
        std::vector<float> first = exampleRun(1);
        std::vector<float> second = exampleRun(2);
        const auto at
            = [](Index t, Index v) { return static_cast<std::size_t>(t * kReadVoxels + v); };
        for (Index v = 0; v < 50; ++v)
            first[at(3, v)] = NAN;
        for (Index v = 50; v < 55; ++v)
            second[at(7, v)] = INFINITY;
        for (Index v = 60; v < 90; ++v)
            for (Index t = 0; t < kReadScans; ++t)
                second[at(t, v)] = 1000;
        glm::ScanReader reader;
        Progress progress;
        (void)reader.read(written(folder.path() / "a.nii", first), progress);
        QCOMPARE(reader.candidates().size(), 450U);
        const Eigen::MatrixXf values
            = reader.read(written(folder.path() / "b.nii", second), progress);
        QVERIFY(values.allFinite());
        const auto unusable = reader.unusable();
        QCOMPARE(unusable.nan, 50);
        QCOMPARE(unusable.infinite, 5);
        QCOMPARE(unusable.constant, 30);
        QCOMPARE(reader.usable().size(), 500U - 85);
        QCOMPARE(reader.lostPerRun(), (std::vector<Index>{0, 35}));
    }
    void aMaskTakesThePlaceOfTheGlobal()
    {
        const test::TemporaryFolder folder;
        image::Volume mask{{{10, 10, 10}, {}}, std::vector<float>(1000, 0.0F)};
        for (const std::size_t v : {1U, 4U, 6U, 700U}) // 6 and 700 are too dark for SPM's rule
            mask.values[v] = 1;
        io::writeVolume(folder.path() / "mask.nii", mask);
        glm::ScanReader reader;
        Progress progress;
        const Eigen::MatrixXf values = reader.read(written(folder.path() / "a.nii", exampleRun(1)),
                                                   folder.path() / "mask.nii", progress);
        QCOMPARE(reader.candidates(), (std::vector<Index>{1, 4, 6, 700}));
        QCOMPARE(values.cols(), 4);
    }
    void anotherGridIsRefused()
    {
        const test::TemporaryFolder folder;
        glm::ScanReader reader;
        Progress progress;
        (void)reader.read(written(folder.path() / "a.nii", exampleRun(1)), progress);
        image::Volume other{{{5, 10, 20}, {}}, std::vector<float>(1000, 1.0F)};
        io::writeVolume(folder.path() / "b.nii", other);
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)reader.read(io::NiftiData(io::readNiftiHeader(folder.path() / "b.nii")),
                                     progress));
    }
};

FUSIFORM_TEST(ScanReaderTest)
#include "scan_reader_test.moc"
