// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer_values.h"

#include "core/io/surface_file.h"
#include "tests/support/cortex_files.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

const std::vector<Eigen::Vector3d> kPoints = {{1, 2, 3}, {-4, 5.5, 6}, {7, -8, 9}, {0, 0, -1}};
const std::vector<std::array<std::int32_t, 3>> kTriangles = {{0, 1, 2}, {2, 1, 3}};

Eigen::Matrix3Xd columns(const std::vector<Eigen::Vector3d>& points)
{
    Eigen::Matrix3Xd matrix(3, static_cast<Eigen::Index>(points.size()));
    for (std::size_t n = 0; n < points.size(); ++n)
        matrix.col(static_cast<Eigen::Index>(n)) = points[n];
    return matrix;
}

struct OneFile {
    test::TemporaryFolder folder;
    fs::path path;
    OneFile(const std::string& name, const std::string& content) : path(folder.path() / name)
    {
        test::writeText(path, content);
    }
};

template <class Read>
QString complaint(Read read)
{
    try {
        read();
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what()) : QStringLiteral("?");
    }
    return {};
}

/// The sum of number times position: it notices a wrong order.
template <class T>
double orderedSum(const std::vector<T>& values)
{
    double sum = 0;
    for (std::size_t n = 0; n < values.size(); ++n)
        sum += static_cast<double>(values[n]) * static_cast<double>(n);
    return sum;
}

std::string quadrangleFile(bool isOld)
{
    test::Bytes bytes(std::endian::big);
    bytes.text(isOld ? "\xFF\xFF\xFF" : "\xFF\xFF\xFD");
    bytes.text(std::string_view("\0\0\4\0\0\1", 6));
    for (const Eigen::Vector3d& point : kPoints)
        for (const double part : point)
            isOld ? bytes.add(static_cast<std::int16_t>(100 * part))
                  : bytes.add(static_cast<float>(part));
    return bytes.text(std::string_view("\0\0\0\0\0\1\0\0\3\0\0\2", 12)).all();
}

} // namespace

class FreesurferValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersOfRealFilesAreNibabels()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        const fs::path folder = test::sharedData("freesurfer_gifti");
        // nibabel 5.0: read_geometry(...)[0] of the first and last vertex and its sum over
        // vertices; [1] of the first and last face and its sum.
        const io::SurfaceFile pial = io::readSurface(folder / "lh.pial");
        QVERIFY(!pial.isPlaced); // the file has no footer
        const Eigen::Matrix3Xd& points = pial.surface.points;
        QCOMPARE(points.cols(), Eigen::Index{32492});
        QVERIFY(test::near(points.col(0), Eigen::Vector3d(-4.70233536, -41.46560287, 35.13231277),
                           1e-7));
        QVERIFY(test::near(points.col(32491),
                           Eigen::Vector3d(-66.77043152, -45.15196228, -11.26017094), 1e-7));
        QVERIFY(test::near(points.rowwise().sum(),
                           Eigen::Vector3d(-929795.32346, -695611.74204683, 617888.92636859),
                           1e-4));
        QCOMPARE(pial.surface.triangles.size(), std::size_t{64980});
        QVERIFY(pial.surface.triangles.front() == (std::array<std::int32_t, 3>{68, 12, 0}));
        QVERIFY(pial.surface.triangles.back() == (std::array<std::int32_t, 3>{9, 8440, 21432}));
        // read_morph_data: first, last, sum.
        const std::vector<float> curv = io::readFreeSurferValues(folder / "lh.curv");
        QCOMPARE(curv.size(), std::size_t{32492});
        QCOMPARE(curv.front(), 95.0F);
        QCOMPARE(curv.back(), 59.0F);
        QVERIFY(test::near(std::accumulate(curv.begin(), curv.end(), 0.0), 1631258, 0));
        // read_annot: labels, sum of label times vertex, and entry 7 of the table.
        const io::VertexLabels desikan = io::readAnnotationLabels(folder / "test.annot", 10242);
        const std::array first = {24, 29, 28, 27, 24, 31, 11, 25, 0, 12, 30, 7};
        QVERIFY(std::equal(first.begin(), first.end(), desikan.labels.begin()));
        QCOMPARE(std::ranges::count(desikan.labels, 7), 308);
        QCOMPARE(orderedSum(desikan.labels), 953868625.0);
        QCOMPARE(desikan.names.at(7).name, std::string("fusiform"));
        QVERIFY(desikan.names.at(7).colour == (std::array<std::uint8_t, 3>{180, 220, 140}));
        QCOMPARE(orderedSum(io::readAnnotationLabels(folder / "boggle.lh.annot", 163842).labels),
                 247690262124.0);
        // A cut file: 10 of its 326 vertices are there.
        QVERIFY(complaint([&] {
                    (void)io::readLabelVertices(folder / "test.label", 10242, "test");
                }).contains("326 vertices, as its second line says, found 10"));
        const io::FreeSurferLabel label = io::readFreeSurferLabel(folder / "test.label");
        QCOMPARE(label.points[0].vertex, std::int64_t{5900});
        QVERIFY(label.points[0].at == (std::array{-15.869, -33.770, 74.187}));
        QCOMPARE(label.points[9].value, 0.1111110002);
    }
    void scannerCoordinatesFollowTheVolume()
    {
        const Eigen::Vector3d cRas(-6.25, 9.5, -0.5);
        const OneFile plain("lh.white",
                            test::triangleFile(kPoints, kTriangles, test::geometryText(cRas)));
        const io::SurfaceFile surface = io::readSurface(plain.path);
        QVERIFY(surface.isPlaced);
        QVERIFY(test::near(surface.surface.points, columns(kPoints).colwise() + cRas, 1e-6));
        QVERIFY(surface.surface.triangles == kTriangles);
        // mris_convert --to-scanner: the offset has been added already.
        const OneFile scanner("lh.white",
                              test::triangleFile(kPoints, kTriangles, test::geometryText(cRas),
                                                 test::Frame::ScannerRas));
        QVERIFY(test::near(io::readSurface(scanner.path).surface.points, columns(kPoints), 1e-6));
        QVERIFY(io::readSurface(scanner.path).isPlaced);
        const OneFile unplaced("lh.white", test::triangleFile(kPoints, kTriangles, {}));
        QVERIFY(!io::readSurface(unplaced.path).isPlaced);
        QVERIFY(test::near(io::readSurface(unplaced.path).surface.points, columns(kPoints), 1e-6));
    }
    void anObliqueVolumeTurnsItsSurface()
    {
        // Norig inverse(Torig) with sizes and voxels, as FreeSurfer writes it.
        const Eigen::Matrix3d axes
            = (Eigen::AngleAxisd(0.4, Eigen::Vector3d::UnitX())
               * Eigen::AngleAxisd(-0.7, Eigen::Vector3d(1, 1, 0).normalized()))
                  .toRotationMatrix();
        const Eigen::Vector3d cRas(3, -20, 14);
        const Eigen::Vector3d size(0.8, 1.0, 1.2);
        const Eigen::Vector3d middle(120, 88, 100); // half of the voxels
        Eigen::Affine3d norig;
        norig.linear() = axes * size.asDiagonal();
        norig.translation() = cRas - norig.linear() * middle;
        Eigen::Affine3d torig;
        torig.linear() << -size[0], 0, 0, 0, 0, size[2], 0, -size[1], 0;
        torig.translation() = -(torig.linear() * middle);
        const OneFile file("lh.white",
                           test::triangleFile(kPoints, kTriangles, test::geometryText(cRas, axes)));
        const Eigen::Matrix3Xd expected = norig * torig.inverse() * columns(kPoints);
        QVERIFY(test::near(io::readSurface(file.path).surface.points, expected, 1e-5));
        // Axes that are none would squeeze the brain.
        const OneFile flat("lh.white", test::triangleFile(kPoints, kTriangles,
                                                          test::geometryText(cRas, 0.5 * axes)));
        QVERIFY(complaint([&] { (void)io::readSurface(flat.path); }).contains("right angles"));
    }
    void quadranglesBecomeTriangles()
    {
        for (const bool isOld : {true, false}) {
            const OneFile file("lh.orig", quadrangleFile(isOld));
            const io::SurfaceFile surface = io::readSurface(file.path);
            QVERIFY(test::near(surface.surface.points, columns(kPoints), 1e-6));
            // The corners go round: 0, 1, 3, 2.
            QVERIFY(surface.surface.triangles
                    == (std::vector<std::array<std::int32_t, 3>>{{0, 1, 3}, {0, 3, 2}}));
        }
    }
    void annotationsWithoutATableKeepTheirColours()
    {
        test::Bytes bytes(std::endian::big);
        bytes.add(std::int32_t{3});
        for (const std::int32_t number : {2, 0x0A0B0C, 0, 5, 1, 0}) // vertices in any order
            bytes.add(number);
        const OneFile file("lh.a.annot", bytes.all());
        const io::VertexLabels labels = io::readAnnotationLabels(file.path, 3);
        QVERIFY(labels.labels == (std::vector<std::int64_t>{5, io::kNoLabel, 0x0A0B0C}));
        QVERIFY(labels.names.empty());
    }
    void numbersBeyondTheSurfaceAreRefused()
    {
        auto triangles = kTriangles;
        triangles[1][2] = 4;
        const OneFile surface("lh.white", test::triangleFile(kPoints, triangles, {}));
        QVERIFY(complaint([&] {
                    (void)io::readSurface(surface.path);
                }).contains("from 0 to 3, found 4"));
        auto points = kPoints;
        points[0][1] = std::numeric_limits<double>::quiet_NaN();
        const OneFile nowhere("lh.white", test::triangleFile(points, kTriangles, {}));
        QVERIFY(complaint([&] { (void)io::readSurface(nowhere.path); }).contains("mm"));
        const OneFile annotation("lh.a.annot", test::annotationFile({0, 1}, {"a", "b"}));
        QVERIFY(complaint([&] {
                    (void)io::readAnnotationLabels(annotation.path, 4);
                }).contains("the 4 vertices of the surface, found 2"));
        const OneFile label("a.label", "#!ascii label\n1\n4 0 0 0 0\n");
        QVERIFY(complaint([&] {
                    (void)io::readLabelVertices(label.path, 4, "a");
                }).contains("from 0 to 3, found 4"));
        const OneFile free("a.label", "#!ascii label\n1\n-1 0 0 0 0\n");
        QVERIFY(complaint([&] {
                    (void)io::readLabelVertices(free.path, 4, "a");
                }).contains("found -1"));
    }
    void cutAndDamagedFilesAreBadData()
    {
        const std::string surface
            = test::triangleFile(kPoints, kTriangles, test::geometryText({1, 2, 3}));
        const auto read = [](const fs::path& file) { (void)io::readSurface(file); };
        const std::size_t numbers = surface.find("valid") - 12;
        QCOMPARE(test::cutEverywhere(surface.substr(0, numbers), "lh.white", 1, read),
                 static_cast<int>(numbers));
        QVERIFY(test::survivesDamage(surface, "lh.white", 1, read));
        QVERIFY(test::survivesDamage(quadrangleFile(true), "lh.orig", 1, read));
        QVERIFY(test::survivesDamage(
            test::annotationFile({0, 1}, {"a", "b"}), "lh.a.annot", 1,
            [](const fs::path& file) { (void)io::readVertexLabels(file, 2, ""); }));
        QVERIFY(test::survivesDamage(
            "#!ascii label\n1\n3 0 0 0 0\n", "lh.a.label", 1,
            [](const fs::path& file) { (void)io::readVertexLabels(file, 4, "a"); }));
        test::Bytes curv(std::endian::big);
        curv.text("\xFF\xFF\xFF").add(std::int32_t{2}).add(std::int32_t{0}).add(std::int32_t{1});
        curv.add(0.5F).add(0.25F);
        QVERIFY(test::survivesDamage(curv.all(), "lh.curv", 1, [](const fs::path& file) {
            (void)io::readFreeSurferValues(file);
        }));
    }
};

FUSIFORM_TEST(FreesurferValuesTest)
#include "freesurfer_values_test.moc"
