// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti_values.h"

#include "core/io/gifti.h"
#include "core/util/error.h"
#include "tests/support/cortex_files.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

const std::vector<Eigen::Vector3d> kPoints = {{1, 2, 3}, {-4, 5.5, 6}, {7, -8, 9}, {0, 0, -1}};
const std::vector<std::array<std::int32_t, 3>> kTriangles = {{0, 1, 2}, {2, 1, 3}};

Eigen::Matrix3Xd shifted(const Eigen::Vector3d& shift)
{
    Eigen::Matrix3Xd matrix(3, 4);
    for (Eigen::Index n = 0; n < 4; ++n)
        matrix.col(n) = kPoints[static_cast<std::size_t>(n)] + shift;
    return matrix;
}

io::SurfaceFile readBack(const std::string& text)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / "a.surf.gii", text);
    return io::readSurface(folder.path() / "a.surf.gii");
}

io::SurfaceFile placed(const std::string& inside)
{
    return readBack(test::giftiSurface(kPoints, kTriangles, {}, inside));
}

QString complaint(const std::string& text)
{
    try {
        (void)readBack(text);
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what()) : QStringLiteral("?");
    }
    return {};
}

std::string with(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class GiftiValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEncodingAndOrderGivesTheSameNumbers()
    {
        for (const char* encoding : {"ASCII", "Base64Binary", "GZipBase64Binary"})
            for (const std::endian order : {std::endian::little, std::endian::big})
                for (const bool isRowMajor : {true, false}) {
                    const io::SurfaceFile surface = readBack(
                        test::giftiSurface(kPoints, kTriangles, {encoding, order, isRowMajor}, {}));
                    QVERIFY2(test::near(surface.surface.points, shifted({0, 0, 0}), 1e-6),
                             encoding);
                    QVERIFY2(surface.surface.triangles == kTriangles, encoding);
                }
    }
    void theRulesOfPlacingAreKept()
    {
        const Eigen::Vector3d none(0, 0, 0);
        const Eigen::Vector3d cRas(-6.25, 9.5, -0.5);
        const std::string volume = test::volumeMetadata(cRas);
        // FreeSurfer's: a matrix to Talairach's space does not count.
        const std::string talairach
            = test::transformText("NIFTI_XFORM_UNKNOWN", "NIFTI_XFORM_TALAIRACH", {100, 100, 100});
        QVERIFY(test::near(placed(volume + talairach).surface.points, shifted(cRas), 1e-6));
        QVERIFY(placed(volume).isPlaced);
        // mris_convert --to-scanner leaves VolGeom there, which has been applied.
        const std::string scanner
            = test::transformText("NIFTI_XFORM_SCANNER_ANAT", "NIFTI_XFORM_SCANNER_ANAT", none);
        QVERIFY(test::near(placed(volume + scanner).surface.points, shifted(none), 1e-6));
        QVERIFY(placed(scanner).isPlaced);
        const Eigen::Vector3d shift(1, 2, -3);
        const std::string toScanner
            = test::transformText("NIFTI_XFORM_UNKNOWN", "NIFTI_XFORM_SCANNER_ANAT", shift);
        QVERIFY(test::near(placed(volume + toScanner).surface.points, shifted(shift), 1e-6));
        QVERIFY(!placed(talairach).isPlaced);
        QVERIFY(test::near(placed({}).surface.points, shifted(none), 1e-6));
        QVERIFY(complaint(test::giftiSurface(kPoints, kTriangles, {},
                                             with(toScanner, "0 0 0 1", "0 0 0")))
                    .contains("16 numbers, found 15"));
    }
    void numbersOfRealFilesAreNibabels()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        const fs::path folder = test::sharedData("freesurfer_gifti");
        // nibabel 5.0: darrays[0] and [1] of the first and last row, and sums over rows.
        const io::SurfaceFile white = io::readSurface(folder / "white.surf.gii");
        QVERIFY(white.isPlaced); // in Talairach's space, it says
        QVERIFY(test::near(white.surface.points.col(0),
                           Eigen::Vector3d(-7.6075993, -41.137016, 31.266945), 1e-5));
        QVERIFY(test::near(white.surface.points.rowwise().sum(),
                           Eigen::Vector3d(-925293.18754342, -696653.84501179, 614743.52948491),
                           1e-4));
        QVERIFY(white.surface.triangles.back() == (std::array<std::int32_t, 3>{9, 8440, 21432}));
        const io::SurfaceFile pial = io::readSurface(folder / "pial_left.gii.gz");
        QVERIFY(test::near(pial.surface.points.col(10241),
                           Eigen::Vector3d(-34.49119, -25.403906, -24.645117), 1e-5));
        QVERIFY(test::near(pial.surface.points.rowwise().sum(),
                           Eigen::Vector3d(-302659.00256677, -223800.53979706, 176917.81580791),
                           1e-4));
        QVERIFY(pial.surface.triangles.back() == (std::array<std::int32_t, 3>{10161, 11, 9918}));
        const io::Gifti sulc = io::readGifti(folder / "sulc_left.gii.gz", io::GiftiNumbers::Read);
        QVERIFY(test::near(
            std::accumulate(sulc.arrays[0].numbers.begin(), sulc.arrays[0].numbers.end(), 0.0),
            304.6656569574261, 1e-6));
        // numpy.bincount, and the sum of label times vertex.
        const fs::path yeo = folder / "lh.Yeo2011.gii";
        QCOMPARE(io::labelledVertices(yeo), std::size_t{163842});
        const io::VertexLabels labels = io::readVertexLabels(yeo, 163842, "");
        const std::array counts = {14200, 21632, 29778, 17511, 17392, 11380, 16635, 35314};
        for (std::size_t n = 0; n < counts.size(); ++n)
            QCOMPARE(std::ranges::count(labels.labels, static_cast<std::int64_t>(n)), counts[n]);
        double sum = 0;
        for (std::size_t v = 0; v < labels.labels.size(); ++v)
            sum += static_cast<double>(labels.labels[v]) * static_cast<double>(v);
        QCOMPARE(sum, 49606161729.0);
        QCOMPARE(labels.names.at(0).name, std::string("FreeSurfer_Defined_Medial_Wall"));
        QVERIFY(labels.names.at(2).colour == (std::array<std::uint8_t, 3>{70, 130, 180}));
    }
    void lyingArraysAreNamed()
    {
        const auto surface = [](const char* encoding) {
            return test::giftiSurface(kPoints, kTriangles, {encoding}, {});
        };
        for (const char* encoding : {"ASCII", "Base64Binary", "GZipBase64Binary"})
            QVERIFY2(!complaint(with(surface(encoding), "Dim0=\"4\"", "Dim0=\"5\"")).isEmpty(),
                     encoding);
        // Not allocated: the text cannot hold that many.
        QVERIFY(complaint(with(surface("GZipBase64Binary"), "Dim0=\"4\"", "Dim0=\"300000000000\""))
                    .contains("bytes of data"));
        QVERIFY(complaint(with(surface("Base64Binary"), "Dim1=\"3\"", "Dim1=\"1000000000000\""))
                    .contains("a sensible"));
        QVERIFY(complaint(with(surface("Base64Binary"), "<Data>", "<Data>*")).contains("letter *"));
        QVERIFY(complaint(with(surface("ASCII"), "ASCII", "ExternalFileBinary"))
                    .contains("numbers inside of the file"));
        QVERIFY(complaint(with(surface("Base64Binary"), "NIFTI_TYPE_FLOAT32", "NIFTI_TYPE_RGB24"))
                    .contains("found rgb24"));
        QVERIFY(complaint(with(surface("ASCII"), "NIFTI_INTENT_TRIANGLE", "NIFTI_INTENT_SHAPE"))
                    .contains("NIFTI_INTENT_TRIANGLE, found none"));
        const std::string labels = test::giftiFile(
            test::giftiArray("NIFTI_INTENT_LABEL", std::vector<float>{1, 2.5F, 3, 4}, {}));
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.label.gii", labels);
        QVERIFY_EXCEPTION_THROWN((void)io::readVertexLabels(folder.path() / "a.label.gii", 4, ""),
                                 Error);
    }
    void cutAndDamagedFilesAreBadData()
    {
        const auto read = [](const fs::path& file) { (void)io::readSurface(file); };
        for (const char* encoding : {"ASCII", "GZipBase64Binary"}) {
            const std::string text = test::giftiSurface(kPoints, kTriangles, {encoding},
                                                        test::volumeMetadata({1, 2, 3}));
            // Steps that are no divisors of anything in the file; every byte would take minutes.
            const auto whole = static_cast<int>(text.find("</GIFTI>")) + 8;
            QCOMPARE(test::cutEverywhere(text, "a.gii", 11, read), (whole + 10) / 11);
            QVERIFY(test::survivesDamage(text, "a.gii", 13, read));
        }
    }
};

FUSIFORM_TEST(GiftiValuesTest)
#include "gifti_values_test.moc"
