// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"
#include "core/io/nifti.h"
#include "core/io/surface_file.h"
#include "core/roi/region.h"
#include "core/util/json.h"
#include "tests/support/cortex_files.h"
#include "tests/support/grids.h"
#include "tests/support/program.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using Eigen::Vector3d;
namespace fs = std::filesystem;

namespace {

/// A fit, and `region` run on it.
struct RegionProgram {
    test::TemporaryFolder folder;
    fs::path fitFolder = folder.path() / "fit";
    glm::Fit fit;

    RegionProgram()
    {
        test::writeSmallFit(fitFolder);
        fit = glm::readFit(fitFolder);
    }
    [[nodiscard]] fs::path path(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] test::Finished run(const std::string& action, std::vector<std::string> more) const
    {
        std::vector<std::string> words = {"region", action, fitFolder.string()};
        words.insert(words.end(), more.begin(), more.end());
        words.emplace_back("--json");
        return test::runProgram(words);
    }
    /// What a successful run prints.
    [[nodiscard]] Json json(const std::string& action, std::vector<std::string> more) const
    {
        const test::Finished done = run(action, std::move(more));
        if (done.exitCode != 0)
            qWarning("exit code %d: %s", done.exitCode, done.errors.c_str());
        return done.exitCode == 0 ? Json::parse(done.output) : Json::object();
    }
    /// The mask that a run writes as `name`.
    [[nodiscard]] image::VoxelSet mask(const std::string& action, std::vector<std::string> more,
                                       const std::string& name) const
    {
        more.insert(more.end(), {"--out", path(name).string(), "--overwrite"});
        (void)json(action, std::move(more));
        return membersOf(path(name));
    }
    [[nodiscard]] static image::VoxelSet membersOf(const fs::path& file)
    {
        const image::Volume read = io::readVolume(file);
        image::VoxelSet set(read.grid.shape);
        for (image::Index v = 0; v < read.grid.size(); ++v)
            if (read.values[static_cast<std::size_t>(v)] == 1)
                set.insert(read.grid.voxel(v));
        return set;
    }
    /// In-mask voxels for which `belongs`.
    template <class Belongs>
    [[nodiscard]] image::VoxelSet inMask(Belongs belongs) const
    {
        return test::everyVoxel(fit.grid, belongs)
            .intersected(image::VoxelSet::of(fit.grid.shape, fit.voxels));
    }
};

bool says(const test::Finished& done, int exitCode, const std::vector<std::string>& words)
{
    bool isSaid = done.exitCode == exitCode && done.output.empty();
    for (const std::string& word : words)
        isSaid = isSaid && done.errors.find(word) != std::string::npos;
    if (!isSaid)
        qWarning("exit code %d: %s", done.exitCode, done.errors.c_str());
    return isSaid;
}

} // namespace

/// Every action of `region`, from what was typed to the files.
class RegionActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapesBecomeMasks()
    {
        const RegionProgram p;
        const Json sphere = p.json("make", {"--sphere", "-9,4,1", "--radius", "10.5", "--out",
                                            p.path("sphere.nii.gz").string(), "--name", "FFA"});
        const image::VoxelSet ball
            = p.inMask([](const Vector3d& at) { return (at - Vector3d(-9, 4, 1)).norm() <= 10.5; });
        QVERIFY(RegionProgram::membersOf(p.path("sphere.nii.gz")) == ball);
        QCOMPARE(sphere.at("name").get<std::string>(), std::string("FFA"));
        QCOMPARE(sphere.at("voxels").get<image::Index>(), ball.count());
        QCOMPARE(sphere.at("volume_mm3").get<double>(), 64.0 * static_cast<double>(ball.count()));
        QCOMPARE(sphere.at("hash").get<std::string>(), ball.hash());
        // t falls from back to front: the peak is the most posterior voxel.
        QCOMPARE(sphere.at("peak_mm").at(1).get<double>(),
                 sphere.at("box_mm").at(0).at(1).get<double>());
        QVERIFY(std::abs(sphere.at("peak_value").get<double>()
                         - (6 - sphere.at("peak_mm").at(1).get<double>() / 8))
                < 1e-6);
        QVERIFY(p.mask("make", {"--box", "-5,-30,-9,7,2,11"}, "box.nii")
                == p.inMask([](const Vector3d& at) {
                       return at[0] >= -5 && at[0] <= 7 && at[1] <= 2 && at[2] >= -9 && at[2] <= 11;
                   }));
        QVERIFY(p.mask("make", {"--criterion", "6.2,0.11"}, "criterion.nii")
                == p.inMask([](const Vector3d& at) { return at[1] < -1.7 && at[0] > 10.5; }));
    }
    void oneRegionAsAFolderHasItsKeysAtHand()
    {
        const RegionProgram p;
        const Json made = p.json(
            "make", {"--sphere", "0,0,0", "--radius", "6", "--out", p.path("folder").string()});
        QCOMPARE(made.at("regions").size(), std::size_t{1});
        QCOMPARE(made.at("hash"), made.at("regions").at(0).at("hash"));
        QCOMPARE(made.at("voxels"), made.at("regions").at(0).at("voxels"));
        QVERIFY(fs::exists(p.path("folder") / "sphere.nii.gz"));
        QVERIFY(fs::exists(p.path("folder") / "regions.tsv"));
    }
    void mapsAreThresholdedAndFlooded()
    {
        const RegionProgram p;
        const auto t = [](const Vector3d& at) { return 6 - at[1] / 8; };
        const auto betweenValues = [&](const Vector3d& at) { return t(at) > 4.9 && t(at) < 7.1; };
        QVERIFY(p.mask("make", {"--map", "t", "--above", "4.9", "--below", "7.1"}, "t.nii")
                == p.inMask(betweenValues));
        const auto tails = [&](const Vector3d& at) { return t(at) > 7.1 || t(at) < 4.9; };
        QVERIFY(p.mask("make", {"--map", "t", "--above", "7.1", "--below", "4.9"}, "tails.nii")
                == p.inMask(tails));
        // Two lakes of 3, apart at x = 0, on a grid of half the size, with NaN outside.
        const image::Grid fine = test::gridAround({48, 48, 48}, test::sizes(-2, 2, 2));
        image::Volume map{fine, {}};
        for (image::Index v = 0; v < fine.size(); ++v) {
            const Vector3d at = fine.mm(v).at;
            map.values.push_back(at[2] > 35 ? std::nanf("") : std::abs(at[0]) < 6 ? 0.0F : 3.0F);
        }
        fs::create_directories(p.path("localizer"));
        io::writeVolume(p.path("localizer") / "t.nii.gz", map);
        test::writeText(p.path("localizer") / "localizer.json",
                        R"({"result": {"contrast": "face - object", "subject": "sub-02"}})");
        const std::string localizer = p.path("localizer").string();
        const test::Finished lake
            = p.run("make", {"--map", localizer, "--flood", "16,0,0", "--above", "1", "--out",
                             p.path("lake.nii").string(), "--neighbours", "26"});
        QVERIFY2(lake.exitCode == 0, lake.errors.c_str());
        QVERIFY(lake.errors.find("linearly") != std::string::npos);
        QVERIFY(lake.errors.find("sub-02") != std::string::npos);
        QVERIFY(Json::parse(lake.output).at("made").get<std::string>().find("face - object")
                != std::string::npos);
        QVERIFY(RegionProgram::membersOf(p.path("lake.nii"))
                == p.inMask([](const Vector3d& at) { return at[0] > 6; }));
        QVERIFY(p.mask("make", {"--map", localizer, "--above", "1"}, "both.nii")
                == p.inMask([](const Vector3d& at) { return std::abs(at[0]) > 6; }));
        QVERIFY(p.mask("make", {"--flood", "0,0,0", "--tolerance", "0.9"}, "near.nii")
                == p.inMask([&](const Vector3d& at) { return std::abs(t(at) - 6) <= 0.9; }));
    }
    void expressionsCombineRegionsAndMasks()
    {
        const RegionProgram p;
        const auto offered = roi::offeredRegions(p.fit, p.fit.models[0]);
        const image::VoxelSet& occipital = offered[1].voxels;
        const image::VoxelSet& temporal = offered[2].voxels;
        const image::VoxelSet ball
            = p.mask("make", {"--sphere", "-8,-8,0", "--radius", "9"}, "ball.nii.gz");
        const std::string named = "left ball=" + p.path("ball.nii.gz").string();
        QVERIFY(p.mask("combine", {"occipital + temporal - 'left ball'", "--mask", named}, "a.nii")
                == occipital.united(temporal).minus(ball));
        QVERIFY(
            p.mask("combine", {"!(Occipital & \"left ball\")", "--mask", named}, "b.nii")
            == p.inMask([](const Vector3d&) { return true; }).minus(occipital.intersected(ball)));
        const Json made = p.json(
            "combine", {"ball", "--mask", "ball=" + p.path("ball.nii.gz").string(), "--mirror",
                        "--grow", "5", "--out", p.path("c.nii").string(), "--name", "right"});
        QVERIFY(RegionProgram::membersOf(p.path("c.nii")) == p.inMask([&](const Vector3d& at) {
            for (const image::Index v : ball.indices()) {
                const Vector3d member = p.fit.grid.mm(v).at;
                if ((at - Vector3d(-member[0], member[1], member[2])).norm() <= 5)
                    return true;
            }
            return false;
        }));
        QCOMPARE(made.at("name").get<std::string>(), std::string("right"));
        QCOMPARE(made.at("made").get<std::string>(), std::string("ball; mirrored; grown by 5 mm"));
        // Two balls, of which the smaller goes.
        const std::string small = "small=" + p.path("small.nii").string();
        (void)p.mask("make", {"--sphere", "20,12,0", "--radius", "4"}, "small.nii");
        for (const auto& option :
             {std::vector<std::string>{"--largest"}, {"--drop-below", "8"}, {"--shrink", "4"}}) {
            std::vector<std::string> words
                = {"ball + small", "--mask", "ball=" + p.path("ball.nii.gz").string(), "--mask",
                   small};
            words.insert(words.end(), option.begin(), option.end());
            const image::VoxelSet left = p.mask("combine", words, "d.nii");
            QVERIFY(!left.contains(p.fit.grid.nearest({{20, 16, 0}})));
            QVERIFY(left.contains(p.fit.grid.nearest({{-8, -8, 0}})));
        }
    }
    void masksOnOtherGridsAreMeasuredAndResampledWithAWord()
    {
        const RegionProgram p;
        const image::Grid fine
            = test::gridAround({40, 44, 36}, test::turned(0.6) * test::sizes(1, 1.2, 1.1));
        // Off the lattice, whose symmetry would put whole shells of voxels on the border.
        const Vector3d centre(1.1, -0.7, 0.4);
        image::Volume mask{fine, {}};
        for (image::Index v = 0; v < fine.size(); ++v)
            mask.values.push_back((fine.mm(v).at - centre).norm() <= 15 ? 1.0F : 0.0F);
        const std::string file = p.path("fine.nii.gz").string();
        io::writeVolume(file, mask);
        const double truth = 4.0 / 3 * 3.14159265 * 15 * 15 * 15;
        const test::Finished measured = p.run("measure", {file});
        QVERIFY2(measured.exitCode == 0, measured.errors.c_str());
        QVERIFY(measured.errors.find("another grid") != std::string::npos);
        const Json json = Json::parse(measured.output);
        QVERIFY(std::abs(json.at("volume_mm3").get<double>() / truth - 1) < 0.05);
        QVERIFY(says(p.run("measure", {file, "--other-grid", "refuse"}), 3,
                     {"fine.nii.gz", "17 x 17 x 17", "40 x 44 x 36"}));

        const Json there = p.json("resample", {file, "--out", p.path("coarse.nii").string()});
        QCOMPARE(there.at("hash"), json.at("hash"));
        QVERIFY(std::abs(there.at("before").at("volume_mm3").get<double>() / truth - 1) < 0.02);
        // And back to the finer grid.
        const Json back = p.json("resample", {p.path("coarse.nii").string(), "--like", file,
                                              "--out", p.path("back.nii").string()});
        QVERIFY(back.at("shape") == Json({40, 44, 36}));
        QVERIFY(image::isSameGrid(io::readNiftiHeader(p.path("back.nii")).grid(), fine, 0.01));
        QVERIFY(
            std::abs(back.at("volume_mm3").get<double>() / there.at("volume_mm3").get<double>() - 1)
            < 0.02);
    }
    void regionsOfTheFitAreMeasuredByName()
    {
        const RegionProgram p;
        const auto offered = roi::offeredRegions(p.fit, p.fit.models[0]);
        const Json json = p.json("measure", {"occipital"});
        QCOMPARE(json.at("voxels").get<image::Index>(), offered[1].voxels.count());
        QCOMPARE(json.at("in_mask").get<image::Index>(), offered[1].voxels.count());
        QCOMPARE(json.at("hash").get<std::string>(), offered[1].voxels.hash());
        double back = 0;
        for (const image::Index v : offered[1].voxels.indices())
            back = std::min(back, p.fit.grid.mm(v).at[1]);
        QCOMPARE(json.at("peak_mm").at(1).get<double>(), back);
        QCOMPARE(json.at("peak_value").get<double>(), 6 - back / 8);
        // The gain grows to the right.
        QCOMPARE(p.json("measure", {"selected", "--map", "gain"}).at("peak_mm").at(0).get<double>(),
                 24.0);
        QVERIFY(says(p.run("measure", {"cerebellum"}), 2, {"cerebellum", "occipital, temporal"}));
    }
    void regionsAreExportedAsMasksAndLabels()
    {
        const RegionProgram p;
        const image::VoxelSet ball
            = p.mask("make", {"--sphere", "-12,0,0", "--radius", "9"}, "ball.nii");
        const std::string region = p.path("ball.nii").string();
        // A T1 of 1.5 mm, oblique.
        const image::Grid t1
            = test::gridAround({44, 42, 40}, test::turned(0.3) * test::sizes(1.5, 1.5, 1.5));
        io::writeVolume(p.path("t1.nii.gz"),
                        {t1, std::vector<float>(static_cast<std::size_t>(t1.size()), 1)});
        const Json mask = p.json("export", {region, "--like", p.path("t1.nii.gz").string(), "--out",
                                            p.path("fine.nii").string()});
        const image::VoxelSet truth = test::everyVoxel(
            t1, [&](const Vector3d& at) { return ball.contains(p.fit.grid.nearest({at})); });
        QVERIFY(RegionProgram::membersOf(p.path("fine.nii")) == truth);
        QCOMPARE(mask.at("exported").at("voxels").get<image::Index>(), truth.count());

        const test::Ball cortex = test::ball(8);
        const fs::path surface = p.path("lh.white");
        test::writeText(surface, test::triangleFile(test::pointsOf(cortex, 8), cortex.triangles,
                                                    test::geometryText({-10, 0, 0})));
        std::vector<std::int64_t> vertices;
        for (std::size_t v = 0; v < cortex.directions.size(); ++v)
            if (ball.contains(p.fit.grid.nearest({8 * cortex.directions[v] + Vector3d(-10, 0, 0)})))
                vertices.push_back(static_cast<std::int64_t>(v));
        QVERIFY(!vertices.empty());
        for (const char* name : {"lh.ball.label", "lh.ball.label.gii"}) {
            const Json labels = p.json(
                "export", {region, "--surface", surface.string(), "--out", p.path(name).string()});
            QCOMPARE(labels.at("exported").at("vertices").get<std::size_t>(), vertices.size());
            const io::VertexLabels read
                = io::readVertexLabels(p.path(name), cortex.directions.size(), "ball");
            std::vector<std::int64_t> found;
            for (std::size_t v = 0; v < read.labels.size(); ++v)
                if (read.labels[v] == 1)
                    found.push_back(static_cast<std::int64_t>(v));
            QVERIFY(found == vertices);
            // The labels are a region again.
            const Json again
                = p.json("measure", {p.path(name).string(), "--surface", surface.string()});
            QVERIFY(again.at("voxels").get<int>() > 0);
        }
    }
    void wrongUsageIsSaidInWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, QStringList words, QStringList said) {
            QTest::newRow(name) << words << said;
        };
        row("option of another action", {"make", "", "--grow", "3"}, {"--grow", "region combine"});
        row("atlas for measure", {"measure", "selected", "--atlas", "a.nii"}, {"--atlas", "make"});
        row("no region", {"measure", ""}, {"needs a region"});
        row("region for make", {"make", "selected", "--thirds"}, {"takes nothing", "selected"});
        row("no output", {"combine", "selected"}, {"--out"});
        row("two ways", {"make", "", "--thirds", "--sphere", "0,0,0", "--radius", "2"},
            {"by one of"});
        row("sphere without radius", {"make", "", "--sphere", "0,0,0"}, {"--radius"});
        row("radius without sphere", {"make", "", "--thirds", "--radius", "3"}, {"--sphere"});
        row("half a place", {"make", "", "--sphere", "0,0", "--radius", "3"}, {"sphere", "3", "2"});
        row("a word as a place", {"make", "", "--box", "0,0,0,1,1,high"}, {"box", "high"});
        row("map without threshold", {"make", "", "--map", "t"}, {"--above"});
        row("threshold without map", {"make", "", "--thirds", "--above", "3"}, {"--map"});
        row("thresholds crossed", {"make", "", "--flood", "0,0,0", "--above", "3", "--below", "2"},
            {"3", "2"});
        row("no such map", {"make", "", "--map", "z.nii", "--above", "3"}, {"z.nii", "gain"});
        row("flood of nothing", {"make", "", "--flood", "0,0,0", "--above", "100"},
            {"nothing", "6"});
        row("flood outside", {"make", "", "--flood", "0,0,90", "--above", "1"}, {"outside"});
        row("flood by both", {"make", "", "--flood", "0,0,0", "--above", "1", "--tolerance", "1"},
            {"--tolerance"});
        row("sphere outside", {"make", "", "--sphere", "0,0,90", "--radius", "3"}, {"No voxel"});
        row("bad expression", {"combine", "occipital +"}, {"Character 12", "its end"});
        row("unknown name", {"combine", "occipital + V1"}, {"Character 13", "V1", "temporal"});
        row("empty result", {"combine", "occipital & temporal"}, {"No voxel", "occipital"});
        row("mask without a name", {"combine", "a", "--mask", "a.nii"}, {"NAME=FILE", "a.nii"});
        row("labels without a surface", {"export", "selected", "--out", "x.label"}, {"--surface"});
        row("unknown ending", {"export", "selected", "--out", "x.png"}, {"x.png", ".label.gii"});
        row("several as one", {"make", "", "--thirds"}, {"3", "folder"});
        row("name for several", {"make", "", "--thirds", "--name", "x"}, {"--name", "3"});
    }
    void wrongUsageIsSaidInWords()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, said);
        static const RegionProgram p;
        std::vector<std::string> more;
        for (const QString& word : words.mid(1))
            if (!word.isEmpty())
                more.push_back(word.toStdString());
        const fs::path out = p.path("out.nii");
        const bool hasOut = words.contains(QStringLiteral("--out"));
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        if (!hasOut && name != QStringLiteral("no output")
            && words.first() != QStringLiteral("measure"))
            more.insert(more.end(), {"--out", out.string()});
        std::vector<std::string> expected;
        for (const QString& word : said)
            expected.push_back(word.toStdString());
        QVERIFY(says(p.run(words.first().toStdString(), more), 2, expected));
        QVERIFY(!fs::exists(out));
    }
    void existingFilesStayUnlessTheyMayBeReplaced()
    {
        const RegionProgram p;
        const fs::path out = p.path("mine.nii");
        test::writeText(out, "mine");
        const std::string mask = (p.fitFolder / "t_face.nii.gz").string();
        for (const auto& words :
             std::vector<std::vector<std::string>>{{"make", "--sphere", "0,0,0", "--radius", "5"},
                                                   {"combine", "occipital"},
                                                   {"resample", mask},
                                                   {"export", "occipital"}}) {
            std::vector<std::string> more(words.begin() + 1, words.end());
            more.insert(more.end(), {"--out", out.string()});
            QVERIFY(says(p.run(words.front(), more), 2, {"mine.nii", "--overwrite"}));
            QCOMPARE(fs::file_size(out), std::uintmax_t{4});
        }
        QVERIFY(!p.mask("combine", {"occipital"}, "mine.nii").isEmpty());
    }
    void filesThatAreNoMasksAreNamed()
    {
        const RegionProgram p;
        const std::string out = p.path("out.nii").string();
        QVERIFY(says(p.run("resample", {(p.fitFolder / "t_face.nii.gz").string(), "--out", out}), 3,
                     {"t_face.nii.gz", "--threshold"}));
        test::writeText(p.path("text.nii"), "no image");
        QVERIFY(says(
            p.run("combine", {"a", "--mask", "a=" + p.path("text.nii").string(), "--out", out}), 3,
            {"text.nii"}));
        QVERIFY(says(p.run("measure", {p.path("text.nii").string()}), 3, {"text.nii"}));
        QVERIFY(says(
            p.run("export", {"occipital", "--like", p.path("text.nii").string(), "--out", out}), 3,
            {"text.nii"}));
        QVERIFY(!fs::exists(out));
    }
};

FUSIFORM_TEST(RegionActionsTest)
#include "region_actions_test.moc"
