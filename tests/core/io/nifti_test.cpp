// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nifti.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <set>

using namespace fusiform;
using image::Index;
using test::near;
namespace fs = std::filesystem;

namespace {

image::Volume exampleVolume()
{
    image::Volume volume;
    volume.grid.shape = {4, 5, 6};
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m(0, 0) = -3;
    m(1, 1) = 3;
    m(2, 2) = 3.2;
    m(0, 3) = 12.5;
    volume.grid.affine = image::Affine(m);
    for (Index v = 0; v < volume.grid.size(); ++v)
        volume.values.push_back(static_cast<float>(v));
    return volume;
}

/// A plain file whose header bytes a test may change.
class Crafted {
public:
    Crafted()
    {
        io::writeVolume(m_folder.path() / "a.nii", exampleVolume());
        m_bytes = readBinaryFile(m_folder.path() / "a.nii");
    }
    template <class T>
    Crafted& set(std::size_t offset, T value)
    {
        std::memcpy(m_bytes.data() + offset, &value, sizeof value);
        return *this;
    }
    Crafted& cut(std::size_t size)
    {
        m_bytes.resize(size);
        return *this;
    }
    fs::path write(const std::string& name = "a.nii")
    {
        test::writeText(m_folder.path() / name,
                        {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()});
        return m_folder.path() / name;
    }

private:
    test::TemporaryFolder m_folder;
    std::vector<std::byte> m_bytes;
};

constexpr std::size_t kQformCode = 252;
constexpr std::size_t kSformCode = 254;
constexpr std::size_t kSform = 280;
constexpr std::size_t kSlope = 112;

QString messageOf(const fs::path& file)
{
    try {
        (void)io::NiftiData(io::readNiftiHeader(file));
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what())
                                     : QStringLiteral("wrong kind");
    }
    return {};
}

void makeSformSingular(Crafted& file)
{
    for (std::size_t i = 0; i < 12; ++i)
        file.set<float>(kSform + 4 * i, 0);
}

} // namespace

class NiftiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void volumesGoThereAndBack()
    {
        const test::TemporaryFolder folder;
        const image::Volume volume = exampleVolume();
        for (const char* name : {"a.nii", "a.nii.gz"}) {
            io::writeVolume(folder.path() / name, volume);
            const image::Volume read = io::readVolume(folder.path() / name);
            QVERIFY(read.values == volume.values);
            QVERIFY(image::isSameGrid(read.grid, volume.grid, 1e-5));
        }
        io::NiftiWriteOptions options;
        options.storage = io::NiftiStorage::Int16;
        options.slope = 0.5;
        io::writeVolume(folder.path() / "b.nii.gz", volume, options);
        QVERIFY(io::readVolume(folder.path() / "b.nii.gz").values == volume.values);
    }
    void twelveStoredOrdersAreOneImage()
    {
        FUSIFORM_NEEDS_DATA("nifti/orientations");
        std::vector<image::Volume> volumes;
        std::set<std::string> orientations;
        for (const auto& entry : fs::directory_iterator(test::sharedData("nifti/orientations"))) {
            if (entry.path().string().find(".nii") == std::string::npos)
                continue;
            volumes.push_back(io::readVolume(entry.path()));
            orientations.insert(volumes.back().grid.affine.orientation());
        }
        QCOMPARE(volumes.size(), 12U);
        QVERIFY(orientations.size() > 1);
        const image::Volume& first = volumes.front();
        for (const image::Volume& other : volumes) {
            QCOMPARE(other.values.size(), first.values.size());
            for (Index v = 0; v < first.grid.size(); v += 97) {
                const image::Voxel there = other.grid.nearest(first.grid.mm(v));
                QVERIFY(other.grid.contains(there));
                QVERIFY(near(other.grid.mm(there).at, first.grid.mm(v).at, 1e-3));
                QCOMPARE(other.at(there), first.values[static_cast<std::size_t>(v)]);
            }
        }
    }
    void shearedAndOrientationlessFilesAreRead()
    {
        FUSIFORM_NEEDS_DATA("nifti/shear.nii.gz");
        const io::NiftiHeader header = io::readNiftiHeader(test::sharedData("nifti/shear.nii.gz"));
        const std::string letters = header.affine.orientation();
        QCOMPARE(std::set<char>(letters.begin(), letters.end()).size(), 3U);
        for (const auto& entry : fs::directory_iterator(test::sharedData("nifti")))
            if (entry.path().string().find(".nii") != std::string::npos)
                (void)io::readNiftiHeader(entry.path());
        (void)io::readNiftiHeader(test::sharedData("nifti/ras.hdr"));
    }
    void complexImagesAreDescribedAndNotRead()
    {
        FUSIFORM_NEEDS_DATA("nifti/complex.nii.gz");
        const fs::path file = test::sharedData("nifti/complex.nii.gz");
        QCOMPARE(io::readNiftiHeader(file).typeName(), std::string("complex64"));
        QVERIFY(messageOf(file).contains(
            QLatin1String("expected one number a voxel, found data of type complex64")));
    }
    void fusiMinisValuesAreExact()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        const fs::path root = test::sharedData("fusi-mini");
        const Json images = readJson(root / "expected.json").at("images");
        for (const Json& check : images.at("intensities")) {
            const io::NiftiHeader header
                = io::readNiftiHeader(root / check.at("file").get<std::string>());
            const io::NiftiData data(header);
            const auto ijk = check.at("ijk_as_stored_from_zero").get<std::vector<Index>>();
            const image::Voxel voxel = {ijk[0], ijk[1], ijk[2]};
            const auto t = check.at("volume_from_zero").get<Index>();
            QCOMPARE(data.stored(header.grid().index(voxel), t),
                     check.at("stored_value").get<double>());
            QVERIFY(near(data.value(header.grid().index(voxel), t), check.at("value").get<double>(),
                         1e-3));
            const auto mm = check.at("world_mm").get<std::vector<double>>();
            QVERIFY(near(header.grid().mm(voxel).at, Eigen::Vector3d(mm[0], mm[1], mm[2]), 1e-3));
            QCOMPARE(header.affine.orientation(), std::string("LAS"));
        }
        for (const auto& [file, scaling] : images.at("scaling").items()) {
            const io::NiftiHeader header = io::readNiftiHeader(root / file);
            QCOMPARE(header.slope, scaling.at("scl_slope").get<double>());
            QCOMPARE(header.intercept, scaling.at("scl_inter").get<double>());
            QCOMPARE(header.volumeCount(), images.at("volumes").at(file).get<Index>());
            QVERIFY(near(header.zooms.at(3), 1.9999987, 1e-7));
        }
    }
    void slopeZeroAndNaNMeanOne()
    {
        // L7: the same data with slope 1, 0, NaN, and 2 with intercept -3.
        for (const float slope : {1.0F, 0.0F, std::nanf("")}) {
            Crafted file;
            file.set<float>(kSlope, slope).set<float>(kSlope + 4, slope == 1 ? 0.0F : 9.0F);
            QVERIFY(io::readVolume(file.write()).values == exampleVolume().values);
        }
        Crafted file;
        file.set<float>(kSlope, 2).set<float>(kSlope + 4, -3);
        QCOMPARE(io::readVolume(file.write()).values[10], 17.0F);
    }
    void codesDecideAndSformComesFirst()
    {
        Crafted both;
        QCOMPARE(io::readNiftiHeader(both.write()).affineSource, std::string("sform"));
        Crafted onlyQform;
        onlyQform.set<std::int16_t>(kSformCode, 0);
        const io::NiftiHeader q = io::readNiftiHeader(onlyQform.write());
        QCOMPARE(q.affineSource, std::string("qform"));
        QVERIFY(near(q.affine.mmFromVoxel(), exampleVolume().grid.affine.mmFromVoxel(), 1e-5));
        Crafted neither;
        neither.set<std::int16_t>(kSformCode, 0).set<std::int16_t>(kQformCode, 0);
        const io::NiftiHeader none = io::readNiftiHeader(neither.write());
        QCOMPARE(none.affineSource, std::string("none"));
        QCOMPARE(none.warnings.size(), 1U);
    }
    void disagreeingFormsAreToldInMillimetres()
    {
        Crafted file;
        file.set<float>(kSform + 12, 17.5F); // x offset 5 mm off
        const io::NiftiHeader header = io::readNiftiHeader(file.write());
        QCOMPARE(header.affineSource, std::string("sform"));
        QCOMPARE(header.warnings.size(), 1U);
        QVERIFY(QString::fromStdString(header.warnings[0].english())
                    .contains(QLatin1String("up to 5 mm")));
    }
    void aSingularFormIsBadDataUnlessTheOtherHelps()
    {
        Crafted helped;
        makeSformSingular(helped);
        QCOMPARE(io::readNiftiHeader(helped.write()).affineSource, std::string("qform"));
        Crafted alone;
        makeSformSingular(alone);
        alone.set<std::int16_t>(kQformCode, 0);
        QVERIFY(messageOf(alone.write()).contains(QLatin1String("found a singular matrix")));
    }
    void bigEndianFilesAreTheSameImage()
    {
        const test::TemporaryFolder folder;
        io::writeVolume(folder.path() / "a.nii", exampleVolume());
        std::vector<std::byte> bytes = readBinaryFile(folder.path() / "a.nii");
        const auto swap = [&](std::size_t offset, std::size_t size, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i)
                std::reverse(bytes.begin() + static_cast<long>(offset + i * size),
                             bytes.begin() + static_cast<long>(offset + (i + 1) * size));
        };
        swap(0, 4, 1);
        swap(40, 2, 8);
        swap(70, 2, 2);
        swap(76, 4, 8);
        swap(108, 4, 3);
        swap(252, 2, 2);
        swap(256, 4, 18);
        swap(352, 4, 120);
        test::writeText(folder.path() / "b.nii",
                        {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        const image::Volume read = io::readVolume(folder.path() / "b.nii");
        QVERIFY(read.values == exampleVolume().values);
        QVERIFY(image::isSameGrid(read.grid, exampleVolume().grid, 1e-5));
    }
    void lyingHeadersAreRefusedWithWords_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("part");
        QTest::newRow("dimensions") << 40 << 9 << "expected 1 to 7 dimensions, found 9";
        QTest::newRow("no dimensions") << 40 << 0 << "found 0";
        QTest::newRow("negative size") << 42 << -4 << "a size of -4 in dimension 1";
        QTest::newRow("too large") << 46 << 32000 << "bytes of data, found";
        QTest::newRow("type") << 70 << 77 << "found type code 77";
    }
    void lyingHeadersAreRefusedWithWords()
    {
        QFETCH(int, offset);
        QFETCH(int, value);
        QFETCH(QString, part);
        Crafted file;
        file.set<std::int16_t>(static_cast<std::size_t>(offset), static_cast<std::int16_t>(value));
        const QString message = messageOf(file.write());
        QVERIFY2(message.contains(part), qPrintable(message));
    }
    void everyTruncationIsAnErrorAndNoCrash()
    {
        for (std::size_t size = 0; size < 352 + 480; size += 13) {
            Crafted file;
            QVERIFY(!messageOf(file.cut(size).write()).isEmpty());
        }
    }
    void otherFilesAreNotImages()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.nii", std::string(1000, 'x'));
        QVERIFY(messageOf(folder.path() / "a.nii")
                    .contains(QLatin1String("expected a NIfTI-1 or NIfTI-2 image")));
        QVERIFY(
            messageOf(folder.path() / "none.nii").contains(QLatin1String("nothing of that name")));
        QVERIFY(messageOf(folder.path()).contains(QLatin1String("a folder")));
    }
};

FUSIFORM_TEST(NiftiTest)
#include "nifti_test.moc"
