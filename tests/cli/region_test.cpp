// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"
#include "core/io/nifti.h"
#include "core/roi/region.h"
#include "core/util/json.h"
#include "core/util/tsv.h"
#include "tests/support/cortex_files.h"
#include "tests/support/program.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// A label image in voxels of half the size, x turned round: 7 on the left, 9 on the right and in
/// the plane between, which has voxels of the fit.
void writeAtlas(const fs::path& file, const image::Grid& grid)
{
    Eigen::Matrix4d affine = grid.affine.mmFromVoxel();
    affine.topLeftCorner<3, 3>() /= 2;
    affine.col(3).head<3>()
        -= (affine.col(0) + affine.col(1) + affine.col(2)).head<3>() / 2; // the same corner
    affine.col(3) += affine.col(0) * static_cast<double>(2 * grid.shape[0] - 1);
    affine.col(0) *= -1;
    image::Volume atlas{
        {{2 * grid.shape[0], 2 * grid.shape[1], 2 * grid.shape[2]}, image::Affine(affine)}, {}};
    const double border = -grid.affine.voxelSize()[0] / 2;
    for (image::Index v = 0; v < atlas.grid.size(); ++v)
        atlas.values.push_back(atlas.grid.mm(v).at[0] < border ? 7.0F : 9.0F);
    io::writeVolume(file, atlas);
}

} // namespace

/// Regions of an atlas, from the label image to scores.
class RegionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSelectionIsCutWherePlanesSay()
    {
        const test::TemporaryFolder folder;
        const fs::path fitFolder = folder.path() / "fit";
        test::writeSmallFit(fitFolder);
        const glm::Fit fit = glm::readFit(fitFolder);
        const auto make = [&](const fs::path& out, std::vector<std::string> more) {
            std::vector<std::string> arguments
                = {"region", "make", fitFolder.string(), "--out", out.string(), "--json"};
            arguments.insert(arguments.end(), more.begin(), more.end());
            return test::runProgram(arguments);
        };
        const test::Finished equal = make(folder.path() / "equal", {"--thirds"});
        QVERIFY2(equal.exitCode == 0, equal.errors.c_str());
        QCOMPARE(Json::parse(equal.output).at("regions").size(), std::size_t{3});
        const Eigen::Vector3d middle = roi::measure(fit.models[0].selected, fit.grid).centre.at;
        const test::Finished cut = make(
            folder.path() / "cut", {"--thirds", "--occipital-behind", std::to_string(middle[1]),
                                    "--temporal-below", std::to_string(middle[2] + 5)});
        QVERIFY2(cut.exitCode == 0, cut.errors.c_str());
        image::Index behind = 0;
        for (const image::Index voxel : fit.models[0].selected.indices())
            behind += fit.grid.mm(voxel).at[1] < std::stod(std::to_string(middle[1]));
        const Json regions = Json::parse(cut.output).at("regions");
        QCOMPARE(regions[0].at("name").get<std::string>(), std::string("occipital"));
        QCOMPARE(regions[0].at("voxels").get<image::Index>(), behind);
        QVERIFY(fs::exists(folder.path() / "cut" / "frontoparietal.nii.gz"));
        // Nothing lies there; planes without --thirds; neither thirds nor an atlas.
        QCOMPARE(make(folder.path() / "none", {"--thirds", "--occipital-behind", "-900"}).exitCode,
                 2);
        QCOMPARE(make(folder.path() / "none", {"--occipital-behind", "0"}).exitCode, 2);
        QCOMPARE(make(folder.path() / "none", {}).exitCode, 2);
        QVERIFY(!fs::exists(folder.path() / "none"));
    }
    void labelsBecomeMasksThatDecodeTakes()
    {
        const test::TemporaryFolder folder;
        const fs::path fitFolder = folder.path() / "fit";
        test::writeSmallFit(fitFolder);
        const glm::Fit fit = glm::readFit(fitFolder);
        const fs::path atlas = folder.path() / "sides.nii.gz";
        writeAtlas(atlas, fit.grid);
        test::writeText(folder.path() / "sides.txt",
                        "7 Left half 255 0 0 0\n9 Right half 0 0 255 0\n");
        const fs::path out = folder.path() / "regions";
        const test::Finished done
            = test::runProgram({"region", "make", fitFolder.string(), "--atlas", atlas.string(),
                                "--out", out.string(), "--json"});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const Json regions = Json::parse(done.output).at("regions");
        QCOMPARE(regions.size(), std::size_t{2});
        image::Index left = 0;
        for (const image::Index voxel : fit.voxels)
            left += fit.grid.mm(voxel).at[0] < 0;
        QCOMPARE(regions[0].at("name").get<std::string>(), std::string("Left half"));
        QCOMPARE(regions[0].at("voxels").get<image::Index>(), left);
        QVERIFY(regions[0].at("centre_mm").at(0).get<double>() < 0);
        QVERIFY(regions[1].at("centre_mm").at(0).get<double>() > 0);
        const Tsv table = readTsv(out / "regions.tsv");
        QCOMPARE(table.rows[1][*table.column({"color"})], std::string("#0000ff"));

        const test::Finished decoded
            = test::runProgram({"decode", fitFolder.string(), "--region",
                                (out / "Left_half.nii.gz").string(), "--json"});
        QVERIFY2(decoded.exitCode == 0, decoded.errors.c_str());
        QCOMPARE(Json::parse(decoded.output).at("n_voxels").get<image::Index>(), left);

        const test::Finished one = test::runProgram(
            {"region", "make", fitFolder.string(), "--atlas", atlas.string(), "--label",
             "right HALF", "--out", (folder.path() / "one").string(), "--json"});
        QVERIFY2(one.exitCode == 0, one.errors.c_str());
        QCOMPARE(Json::parse(one.output).at("regions").size(), std::size_t{1});
        const test::Finished absent
            = test::runProgram({"region", "make", fitFolder.string(), "--atlas", atlas.string(),
                                "--label", "Front", "--out", (folder.path() / "front").string()});
        QCOMPARE(absent.exitCode, 3);
    }
    void labelsOfBothSurfacesBecomeMasks()
    {
        const test::TemporaryFolder folder;
        const fs::path fitFolder = folder.path() / "fit";
        test::writeSmallFit(fitFolder);
        const glm::Fit fit = glm::readFit(fitFolder);
        // Two balls within the fit's, 10 mm left and right of the middle.
        const test::Ball ball = test::ball(6);
        const fs::path surf = folder.path() / "surf";
        const fs::path label = folder.path() / "label";
        fs::create_directories(surf);
        fs::create_directories(label);
        std::vector<std::int32_t> halves;
        for (const std::int32_t octant : ball.octants)
            halves.push_back(octant > 4 ? 2 : 1);
        for (const std::string side : {"lh", "rh"}) {
            const Eigen::Vector3d centre(side == "lh" ? -10 : 10, 0, 0);
            for (const auto& [name, radius] : {std::pair(".white", 4.0), std::pair(".pial", 9.0)})
                test::writeText(surf / (side + name),
                                test::triangleFile(test::pointsOf(ball, radius), ball.triangles,
                                                   test::geometryText(centre)));
            test::writeText(label / (side + ".halves.annot"),
                            test::annotationFile(halves, {"unknown", "lower", "upper"}));
        }
        const std::string left = (label / "lh.halves.annot").string();
        const std::string right = (label / "rh.halves.annot").string();
        const auto make = [&](const std::string& out, std::vector<std::string> more) {
            // The fit's place comes after an option that may be repeated.
            std::vector<std::string> words
                = {"region",           "make",   "--atlas", left,
                   fitFolder.string(), "--json", "--out",   (folder.path() / out).string()};
            words.insert(words.end(), more.begin(), more.end());
            return test::runProgram(words);
        };
        const test::Finished both = make("both", {"--atlas", right});
        QVERIFY2(both.exitCode == 0, both.errors.c_str());
        const Json regions = Json::parse(both.output).at("regions");
        QCOMPARE(regions.size(), std::size_t{4});
        QCOMPARE(regions[0].at("name").get<std::string>(), std::string("lh lower"));
        QCOMPARE(regions[3].at("name").get<std::string>(), std::string("rh upper"));
        for (const Json& one : regions) {
            const bool isLeft = one.at("name").get<std::string>().starts_with("lh");
            const bool isUpper = one.at("label") == 2;
            QVERIFY((one.at("centre_mm").at(0).get<double>() < -5) == isLeft);
            QVERIFY((one.at("centre_mm").at(0).get<double>() > 5) != isLeft);
            QVERIFY((one.at("centre_mm").at(2).get<double>() > 0) == isUpper);
            QVERIFY(fs::exists(folder.path() / "both" / one.at("file").get<std::string>()));
        }
        // A number is that of both sides.
        const test::Finished upper = make("upper", {"--atlas", right, "--label", "2"});
        QCOMPARE(Json::parse(upper.output).at("regions").size(), std::size_t{2});
        // The outer layer named by hand, as far as it goes: fewer voxels.
        const test::Finished outer
            = make("outer", {"--surface", (surf / "lh.white").string(), "--pial",
                             (surf / "lh.pial").string(), "--depth-from", "0.8"});
        QVERIFY2(outer.exitCode == 0, outer.errors.c_str());
        const auto voxels = [](const test::Finished& done, std::size_t region) {
            return Json::parse(done.output).at("regions").at(region).at("voxels").get<int>();
        };
        QVERIFY(voxels(outer, 0) < voxels(both, 0));
        QCOMPARE(make("a", {"--depth-from", "0.8", "--depth-to", "0.2"}).exitCode, 2);
        QCOMPARE(make("b", {"--atlas", right, "--surface", (surf / "lh.white").string()}).exitCode,
                 2);
        QCOMPARE(make("c", {"--names", left}).exitCode, 2);
        QCOMPARE(make("d", {"--atlas", (fitFolder / "t_face.nii.gz").string()}).exitCode, 2);
        fs::remove(surf / "lh.pial");
        const test::Finished absent = make("e", {});
        QCOMPARE(absent.exitCode, 3);
        QVERIFY2(absent.errors.find("lh with white and pial") != std::string::npos,
                 absent.errors.c_str());
        const test::Finished alone = make("f", {"--surface", (surf / "lh.white").string()});
        QCOMPARE(alone.exitCode, 0);
        QVERIFY2(alone.errors.find("lh.white is the only surface") != std::string::npos,
                 alone.errors.c_str());
    }
    void whatIsNoAtlasIsNamed()
    {
        const test::TemporaryFolder folder;
        const fs::path fit = folder.path() / "fit";
        test::writeSmallFit(fit);
        // A map of t is no label image.
        const test::Finished done = test::runProgram({"region", "make", fit.string(), "--atlas",
                                                      (fit / "t_face.nii.gz").string(), "--out",
                                                      (folder.path() / "regions").string()});
        QCOMPARE(done.exitCode, 3);
        QVERIFY2(done.errors.find("whole numbers") != std::string::npos, done.errors.c_str());
        QVERIFY(!fs::exists(folder.path() / "regions"));
    }
};

FUSIFORM_TEST(RegionTest)
#include "region_test.moc"
