// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/surface_labels.h"

#include "core/util/error.h"
#include "core/util/parallel.h"
#include "tests/support/cortex_files.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <numbers>
#include <numeric>

using namespace fusiform;
using image::Index;
namespace fs = std::filesystem;

namespace {

// A cortex of 6 mm round this point of the scanner.
constexpr double kWhite = 30;
constexpr double kPial = 36;
const Eigen::Vector3d kCentre(5, -7, 11);

const std::vector<std::string> kNames
    = {"unknown", "one", "two", "three", "four", "five", "six", "seven", "Medial_wall"};

/// FreeSurfer's folders with one side: label/lh.octants.annot, surf/lh.white, surf/lh.pial.
struct Subject {
    test::TemporaryFolder folder;
    fs::path annotation = folder.path() / "label" / "lh.octants.annot";
    fs::path white = folder.path() / "surf" / "lh.white";
    fs::path pial = folder.path() / "surf" / "lh.pial";

    explicit Subject(const test::Ball& ball)
    {
        fs::create_directories(folder.path() / "label");
        fs::create_directories(folder.path() / "surf");
        test::writeText(annotation, test::annotationFile(ball.octants, kNames));
        const std::string place = test::geometryText(kCentre);
        test::writeText(white,
                        test::triangleFile(test::pointsOf(ball, kWhite), ball.triangles, place));
        test::writeText(pial,
                        test::triangleFile(test::pointsOf(ball, kPial), ball.triangles, place));
    }
};

/// Every voxel of a grid of these steps round the cortex, turned by `angle` about z.
glm::Fit fitWith(const Eigen::Vector3d& steps, double angle)
{
    glm::Fit fit;
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>()
        = Eigen::AngleAxisd(angle, Eigen::Vector3d::UnitZ()).toRotationMatrix()
          * steps.asDiagonal();
    std::array<Index, 3> shape = {};
    Eigen::Vector3d middle;
    for (int axis = 0; axis < 3; ++axis) {
        shape[static_cast<std::size_t>(axis)]
            = static_cast<Index>(std::ceil(100 / std::abs(steps[axis])));
        middle[axis] = static_cast<double>(shape[static_cast<std::size_t>(axis)] - 1) / 2;
    }
    affine.topRightCorner<3, 1>() = kCentre - affine.topLeftCorner<3, 3>() * middle;
    fit.grid = {shape, image::Affine(affine)};
    fit.voxels.resize(static_cast<std::size_t>(fit.grid.size()));
    std::iota(fit.voxels.begin(), fit.voxels.end(), Index{0});
    return fit;
}

std::vector<import::AtlasRegion> regionsOf(const import::LabelledSurfaceFiles& files,
                                           const glm::Fit& fit,
                                           const import::CortexDepths& depths = {})
{
    Progress progress;
    return import::surfaceRegions(std::span(&files, 1), fit, depths, progress);
}

/// The label of every voxel; 0: none.
std::vector<std::int64_t> labelsIn(const std::vector<import::AtlasRegion>& regions,
                                   const glm::Fit& fit)
{
    std::vector<std::int64_t> labels(static_cast<std::size_t>(fit.grid.size()), 0);
    for (const auto& [label, region] : regions)
        for (const Index voxel : region.voxels.indices())
            labels[static_cast<std::size_t>(voxel)] = label;
    return labels;
}

struct Count {
    int inside = 0; ///< voxels whose right label is known, and is one
    int wrong = 0;
    int outside = 0; ///< voxels that surely have no cortex
    int wronglyInside = 0;
};

/// Compares with what follows from where each voxel's centre lies. A centre between the radii is in
/// the cortex, and so is the voxel; a voxel farther from an octant's border than half its diagonal
/// has one octant only. Flat triangles lie `sagitta` below the ball at most.
Count compare(const std::vector<std::int64_t>& labels, const glm::Fit& fit, double innerRadius,
              double outerRadius, double sagitta)
{
    Count count;
    const double reach = fit.grid.affine.voxelSize().norm() / 2;
    for (Index v = 0; v < fit.grid.size(); ++v) {
        const Eigen::Vector3d at = fit.grid.mm(v).at - kCentre;
        const std::int64_t label = labels[static_cast<std::size_t>(v)];
        const double radius = at.norm();
        if (radius > outerRadius + reach || radius < innerRadius - sagitta - reach) {
            ++count.outside;
            count.wronglyInside += label != 0;
        } else if (radius > innerRadius && radius < outerRadius - sagitta
                   && at.cwiseAbs().minCoeff() > reach) {
            const std::int64_t octant = test::octantOf(at);
            ++count.inside;
            count.wrong += label != (octant == 8 ? 0 : octant); // 8 is the medial wall
        }
    }
    return count;
}

QString complaint(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.exitCode() == 3 ? QString::fromUtf8(error.what()) : QStringLiteral("?");
    }
    return {};
}

} // namespace

class SurfaceLabelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void voxelsInTheCortexGetTheLabelOfTheirOctant_data()
    {
        QTest::addColumn<int>("cuts"); // of an octant's edge of 47 to 57 mm
        QTest::addColumn<QVector<double>>("steps");
        QTest::addColumn<double>("angle");
        QTest::newRow("fine mesh") << 40 << QVector<double>{3, 3, 3} << 0.0;
        QTest::newRow("triangles larger than voxels") << 4 << QVector<double>{2, 2, 2} << 0.0;
        QTest::newRow("oblique, turned round, not cubes")
            << 12 << QVector<double>{-2, 3.5, 2.5} << 0.3;
    }
    void voxelsInTheCortexGetTheLabelOfTheirOctant()
    {
        QFETCH(int, cuts);
        QFETCH(QVector<double>, steps);
        QFETCH(double, angle);
        const Subject subject(test::ball(cuts));
        const glm::Fit fit = fitWith({steps[0], steps[1], steps[2]}, angle);
        const auto regions = regionsOf(import::findSurfaces(subject.annotation), fit);
        // Half an edge seen from the centre; edges near the middle of an octant are the longest.
        const double sagitta = kPial * (1 - std::cos(0.75 * std::numbers::pi / 2 / cuts));
        const Count count = compare(labelsIn(regions, fit), fit, kWhite, kPial, sagitta);
        QVERIFY2(count.inside > 500 && count.outside > 5000, std::to_string(count.inside).c_str());
        QCOMPARE(count.wrong, 0);
        QCOMPARE(count.wronglyInside, 0);
    }
    void depthsCutTheCortexInHalves()
    {
        const Subject subject(test::ball(40));
        const glm::Fit fit = fitWith({1.5, 1.5, 1.5}, 0);
        const import::LabelledSurfaceFiles files = import::findSurfaces(subject.annotation);
        const double middle = (kWhite + kPial) / 2;
        const Count lower
            = compare(labelsIn(regionsOf(files, fit, {0, 0.5}), fit), fit, kWhite, middle, 0.1);
        QVERIFY(lower.inside > 2000);
        QCOMPARE(lower.wrong + lower.wronglyInside, 0);
        const auto upper = regionsOf(files, fit, {0.5, 1});
        const Count count = compare(labelsIn(upper, fit), fit, middle, kPial, 0.1);
        QVERIFY(count.inside > 2000);
        QCOMPARE(count.wrong + count.wronglyInside, 0);
        QCOMPARE(upper.front().region.made,
                 std::string("surface labels lh.octants.annot, label 1, depth 0.5 to 1 from "
                             "lh.white to lh.pial"));
    }
    void namesColoursAndTheMedialWallAreAsTheTableSays()
    {
        const Subject subject(test::ball(8));
        const auto regions
            = regionsOf(import::findSurfaces(subject.annotation), fitWith({4, 4, 4}, 0));
        QCOMPARE(regions.size(), std::size_t{7});
        for (std::size_t n = 0; n < regions.size(); ++n) {
            const auto label = static_cast<std::int32_t>(n + 1);
            QCOMPARE(regions[n].label, std::int64_t{label});
            QCOMPARE(regions[n].region.name, "lh " + kNames[n + 1]);
            const auto [r, g, b] = test::colourOfEntry(label);
            QCOMPARE(regions[n].region.colour,
                     (std::array{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                 static_cast<std::uint8_t>(b)}));
        }
    }
    void insideATriangleTheNearestCornerDecides()
    {
        // One triangle in the plane of z = 0, its corners in three parcels.
        import::Cortex side;
        side.inner.points.resize(3, 3);
        side.inner.points << 0, 60, 0, 0, 0, 60, 0, 0, 0;
        side.inner.triangles = {{0, 1, 2}};
        side.parcels = {2, 0, import::kNoParcel};
        const image::Grid grid{{30, 30, 1},
                               image::Affine(Eigen::Vector4d(2, 2, 2, 1).asDiagonal())};
        std::vector<Index> voxels(900);
        std::iota(voxels.begin(), voxels.end(), Index{0});
        Progress progress;
        const auto found = import::parcelsOfVoxels(std::span(&side, 1), grid, voxels, {}, progress);
        int compared = 0;
        for (const Index v : voxels) {
            const Eigen::Vector3d at = grid.mm(v).at;
            const std::array weights = {60 - at[0] - at[1], at[0], at[1]};
            const auto best = std::ranges::max_element(weights) - weights.begin();
            const double largest = weights[static_cast<std::size_t>(best)];
            int close = 0;
            for (const double weight : weights)
                close += weight > largest - 5;
            if (close > 1 || weights[0] < 5)
                continue;
            ++compared;
            QCOMPARE(found[static_cast<std::size_t>(v)],
                     side.parcels[static_cast<std::size_t>(best)]);
        }
        QVERIFY2(compared > 200, std::to_string(compared).c_str());
    }
    void equalLabelsGoToTheSmallerNumber()
    {
        // Two triangles, mirror images in one voxel, the larger number first.
        import::Cortex side;
        side.inner.points.resize(3, 6);
        side.inner.points << 1, 2, 1, -1, -2, -1, 1, 1, 2, 1, 1, 2, 0, 0, 0, 0, 0, 0;
        side.inner.triangles = {{0, 1, 2}, {3, 4, 5}};
        side.parcels = {4, 4, 4, 3, 3, 3};
        const image::Grid grid{{1, 1, 1}, image::Affine(Eigen::Vector4d(8, 8, 8, 1).asDiagonal())};
        const Index voxel = 0;
        Progress progress;
        QCOMPARE(import::parcelsOfVoxels(std::span(&side, 1), grid, std::span(&voxel, 1), {},
                                         progress)[0],
                 3);
    }
    void oneVertexIsEnoughForARegion()
    {
        const test::Ball ball = test::ball(4);
        const Subject subject(ball);
        // The vertex in the middle of the first patch's second row; nothing else has the label.
        const fs::path file = subject.annotation.parent_path() / "lh.FFA.label";
        test::writeText(file, "#!ascii label  , from subject s vox2ras=TkReg\n1\n"
                              "7  -1.5 -2 -3.25 0.75\n");
        const glm::Fit fit = fitWith({3, 3, 3}, 0);
        const auto regions = regionsOf(import::findSurfaces(file), fit);
        QCOMPARE(regions.size(), std::size_t{1});
        QCOMPARE(regions[0].region.name, std::string("lh FFA"));
        const Eigen::Vector3d at = kCentre + (kWhite + kPial) / 2 * ball.directions[7];
        QVERIFY(regions[0].region.voxels.contains(fit.grid.nearest({at})));
        // Half an edge of at most 18 mm round it, and half a voxel.
        for (const Index voxel : regions[0].region.voxels.indices()) {
            const Eigen::Vector3d from = (fit.grid.mm(voxel).at - kCentre).normalized();
            QVERIFY(kPial * (from - ball.directions[7]).norm() < 9 + 2.6);
        }
    }
    void aSurfaceAloneTakesTheVoxelsThatItPasses()
    {
        const Subject subject(test::ball(40));
        const glm::Fit fit = fitWith({2, 2, 2}, 0);
        const auto regions = regionsOf({subject.annotation, subject.white, {}}, fit);
        for (const auto& [label, region] : regions) {
            QVERIFY(region.made.ends_with("on lh.white"));
            for (const Index voxel : region.voxels.indices())
                QVERIFY(std::abs((fit.grid.mm(voxel).at - kCentre).norm() - kWhite) < 1.75);
        }
        // Voxels whose middle it passes are all there.
        const auto labels = labelsIn(regions, fit);
        int compared = 0;
        for (Index v = 0; v < fit.grid.size(); ++v) {
            const Eigen::Vector3d from = fit.grid.mm(v).at - kCentre;
            if (std::abs(from.norm() - kWhite) > 0.5 || from.cwiseAbs().minCoeff() < 1.75
                || from.minCoeff() > 0)
                continue;
            ++compared;
            QCOMPARE(labels[static_cast<std::size_t>(v)], std::int64_t{test::octantOf(from)});
        }
        QVERIFY(compared > 500);
    }
    void bothSidesAreMadeTogether()
    {
        const test::Ball ball = test::ball(10);
        const Subject subject(ball);
        const fs::path surf = subject.white.parent_path();
        const fs::path right = subject.annotation.parent_path() / "rh.octants.annot";
        test::writeText(right, test::annotationFile(ball.octants, kNames));
        // The other side, 20 mm smaller, lies within.
        const std::string place = test::geometryText(kCentre);
        test::writeText(surf / "rh.white",
                        test::triangleFile(test::pointsOf(ball, 10), ball.triangles, place));
        test::writeText(surf / "rh.pial",
                        test::triangleFile(test::pointsOf(ball, 16), ball.triangles, place));
        const std::array files
            = {import::findSurfaces(subject.annotation), import::findSurfaces(right)};
        const glm::Fit fit = fitWith({3, 3, 3}, 0);
        Progress progress;
        const auto regions = import::surfaceRegions(files, fit, {}, progress);
        QCOMPARE(regions.size(), std::size_t{14});
        QCOMPARE(regions[7].region.name, std::string("rh one"));
        QVERIFY(regions[7].region.voxels.contains(
            fit.grid.nearest({kCentre + 13 * Eigen::Vector3d(-1, -1, -1).normalized()})));
        // The same bits for any number of threads.
        setThreadCount(1);
        const auto again = import::surfaceRegions(files, fit, {}, progress);
        setThreadCount(0);
        for (std::size_t n = 0; n < regions.size(); ++n)
            QVERIFY(regions[n].region.voxels == again[n].region.voxels);
    }
    void giftiFilesOfFmriprepGiveTheSameRegions()
    {
        const test::Ball ball = test::ball(12);
        const Subject subject(ball);
        const glm::Fit fit = fitWith({3, 3, 3}, 0);
        const auto expected = regionsOf(import::findSurfaces(subject.annotation), fit);
        const test::TemporaryFolder anat;
        const test::GiftiWay way{"GZipBase64Binary"};
        const std::string place = test::volumeMetadata(kCentre);
        const auto write = [&](const std::string& name, const std::string& text) {
            test::writeText(anat.path() / name, text);
        };
        write("sub-01_hemi-L_white.surf.gii",
              test::giftiSurface(test::pointsOf(ball, kWhite), ball.triangles, way, place));
        write("sub-01_hemi-L_pial.surf.gii",
              test::giftiSurface(test::pointsOf(ball, kPial), ball.triangles, way, place));
        // Another subject's, another side's and another density's are not taken.
        const test::Ball coarse = test::ball(2);
        for (const char* name : {"sub-02_hemi-L_white.surf.gii", "sub-01_hemi-R_white.surf.gii",
                                 "sub-01_hemi-L_a_white.surf.gii"})
            write(name,
                  test::giftiSurface(test::pointsOf(coarse, kWhite), coarse.triangles, way, place));
        std::string table = "<LabelTable>";
        for (std::size_t n = 0; n < kNames.size(); ++n) {
            const auto [r, g, b] = test::colourOfEntry(static_cast<std::int32_t>(n));
            table += "<Label Key=\"" + std::to_string(n) + "\" Red=\"" + std::to_string(r / 255.)
                     + "\" Green=\"" + std::to_string(g / 255.) + "\" Blue=\""
                     + std::to_string(b / 255.) + "\" Alpha=\"1\">" + kNames[n] + "</Label>";
        }
        const fs::path labels = anat.path() / "sub-01_hemi-L_desc-octants_dseg.label.gii";
        test::writeText(
            labels, test::giftiFile(table + "</LabelTable>"
                                    + test::giftiArray("NIFTI_INTENT_LABEL", ball.octants, way)));
        const auto found = regionsOf(import::findSurfaces(labels), fit);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t n = 0; n < found.size(); ++n) {
            QCOMPARE(found[n].region.name, expected[n].region.name);
            QCOMPARE(found[n].region.colour, expected[n].region.colour);
            QVERIFY(found[n].region.voxels == expected[n].region.voxels);
        }
        // A midthickness is enough; without any, it is said what was looked for.
        fs::rename(anat.path() / "sub-01_hemi-L_pial.surf.gii",
                   anat.path() / "sub-01_hemi-L_midthickness.surf.gii");
        QCOMPARE(import::findSurfaces(labels).surface.filename().string(),
                 std::string("sub-01_hemi-L_midthickness.surf.gii"));
        fs::remove(anat.path() / "sub-01_hemi-L_midthickness.surf.gii");
        const QString words = complaint([&] { (void)import::findSurfaces(labels); });
        QVERIFY2(words.contains("../surf") && words.contains("sub-01_hemi-L with white and pial"),
                 qPrintable(words));
    }
    void aRealParcellationLiesWhereItsVerticesAre()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        // Both are of fsaverage5. numpy: the mean of the vertices of each label.
        const fs::path folder = test::sharedData("freesurfer_gifti");
        const std::map<std::string, Eigen::Vector3d> centres
            = {{"fusiform", {-35.09373519, -43.73140276, -21.86196135}},
               {"precentral", {-38.84108539, -10.3623652, 42.86574152}},
               {"pericalcarine", {-11.63407103, -81.67680777, 5.32224686}}};
        glm::Fit fit;
        fit.grid = {{60, 70, 60},
                    image::Affine(Eigen::Matrix4d{
                        {-3, 0, 0, 90}, {0, 3, 0, -120}, {0, 0, 3, -80}, {0, 0, 0, 1}})};
        fit.voxels.resize(static_cast<std::size_t>(fit.grid.size()));
        std::iota(fit.voxels.begin(), fit.voxels.end(), Index{0});
        const auto regions
            = regionsOf({folder / "test.annot", folder / "pial_left.gii.gz", {}}, fit);
        QCOMPARE(regions.size(), std::size_t{35}); // of 36 entries; unknown is none
        std::size_t compared = 0;
        for (const auto& [label, region] : regions)
            if (const auto centre = centres.find(region.name); centre != centres.end()) {
                ++compared;
                // Vertices do not lie evenly; the regions are some 20 to 70 mm long.
                const Eigen::Vector3d here = roi::measure(region.voxels, fit.grid).centre.at;
                QVERIFY2((here - centre->second).norm() < 3, region.name.c_str());
            }
        QCOMPARE(compared, centres.size());
    }
    void namesTellTheSide()
    {
        QCOMPARE(import::sideOf("label/lh.aparc.annot"), std::string("lh"));
        QCOMPARE(import::sideOf("sub-01_ses-2_hemi-R_space-fsLR.label.gii"), std::string("rh"));
        QCOMPARE(import::sideOf("100307.L.aparc.32k_fs_LR.label.gii"), std::string("lh"));
        QCOMPARE(import::sideOf("lhasa.annot"), std::string());
        QVERIFY(complaint([] { (void)import::findSurfaces("lhasa.annot"); }).contains("hemi-L"));
    }
    void filesThatDoNotBelongTogetherAreNamed()
    {
        const test::Ball ball = test::ball(4);
        const Subject subject(ball);
        const glm::Fit fit = fitWith({4, 4, 4}, 0);
        const test::Ball other = test::ball(5);
        const fs::path coarse = subject.folder.path() / "lh.other";
        test::writeText(coarse, test::triangleFile(test::pointsOf(other, kPial), other.triangles,
                                                   test::geometryText(kCentre)));
        QVERIFY(complaint([&] {
                    (void)regionsOf({subject.annotation, subject.white, coarse}, fit);
                }).contains("the 120 vertices of lh.white, found 168"));
        QVERIFY(complaint([&] {
                    (void)regionsOf({subject.annotation, coarse, {}}, fit);
                }).contains("the 168 vertices of the surface, found 120"));
        // Vertices 10 m apart are no cortex.
        auto points = test::pointsOf(ball, kPial);
        points[3] *= 250;
        test::writeText(coarse, test::triangleFile(points, ball.triangles, {}));
        QVERIFY(complaint([&] {
                    (void)regionsOf({subject.annotation, subject.white, coarse}, fit);
                }).contains("thickness below 1024 mm"));
    }
};

FUSIFORM_TEST(SurfaceLabelsTest)
#include "surface_labels_test.moc"
