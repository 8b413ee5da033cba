// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/region_file.h"

#include "core/io/nifti.h"
#include "core/io/vertex_labels_write.h"
#include "core/roi/region_files.h"
#include "core/util/error.h"
#include "tests/support/cortex_files.h"
#include "tests/support/fit_builder.h"
#include "tests/support/grids.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Vector3d;
namespace fs = std::filesystem;

namespace {

struct MaskExample {
    test::TemporaryFolder folder;
    glm::Fit fit = test::makeFit(folder.path());
    std::vector<std::string> warnings;
    Progress progress{{}, {}, [this](NoteLevel level, const Text& text) {
                          if (level == NoteLevel::Warning)
                              warnings.push_back(text.english());
                      }};

    [[nodiscard]] fs::path file(const char* name) const { return folder.path() / name; }
    [[nodiscard]] roi::Region read(const fs::path& path,
                                   const import::RegionFileOptions& options = {})
    {
        return import::readRegion(path, fit, options, progress);
    }
    [[nodiscard]] std::string errorOf(const fs::path& path,
                                      const import::RegionFileOptions& options = {})
    {
        try {
            (void)read(path, options);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::BadData ? error.what() : "of another kind";
        }
        return "none";
    }
    /// A mask of which each value is `value` where |mm| <= 9 and 0 elsewhere.
    void write(const fs::path& path, const image::Grid& grid, float value, float outside = 0) const
    {
        image::Volume mask{grid, {}};
        for (image::Index v = 0; v < grid.size(); ++v)
            mask.values.push_back(grid.mm(v).at.norm() <= 9 ? value : outside);
        io::writeVolume(path, mask);
    }
    [[nodiscard]] image::VoxelSet ball() const
    {
        return test::everyVoxel(fit.grid, [](const Vector3d& at) { return at.norm() <= 9; });
    }
};

/// Which share of a voxel of 4 mm lies in the ball of 9 mm round 0, by 8,000 points.
double shareInBall(const Vector3d& centre)
{
    int inside = 0;
    for (int p = 0; p < 8000; ++p) {
        const Vector3d step(p % 20 - 9.5, p / 20 % 20 - 9.5, p / 400 - 9.5);
        inside += (centre + step / 5).norm() <= 9 ? 1 : 0;
    }
    return inside / 8000.0;
}

bool hasWords(const std::string& text, const std::vector<std::string>& words)
{
    for (const std::string& word : words)
        if (text.find(word) == std::string::npos) {
            qWarning("\"%s\" is not in: %s", word.c_str(), text.c_str());
            return false;
        }
    return true;
}

} // namespace

class RegionFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMaskOnTheGridIsTakenAsItIs()
    {
        MaskExample e;
        e.write(e.file("ball.nii.gz"), e.fit.grid, 1);
        const roi::Region region = e.read(e.file("ball.nii.gz"));
        QVERIFY(region.voxels == e.ball());
        QCOMPARE(region.name, std::string("ball"));
        QVERIFY(e.warnings.empty());
    }
    void whatIsNotZeroBelongs()
    {
        MaskExample e;
        for (const float value : {255.0F, -1.0F, 7.00001F}) {
            e.write(e.file("mask.nii"), e.fit.grid, value);
            QVERIFY(e.read(e.file("mask.nii")).voxels == e.ball());
        }
        QVERIFY(e.warnings.empty());
        // Several values may be labels: taken, with a word about it.
        e.write(e.file("labels.nii"), e.fit.grid, 3, 5);
        QCOMPARE(e.read(e.file("labels.nii")).voxels.count(), e.fit.grid.size());
        QVERIFY(hasWords(e.warnings.at(0), {"labels.nii", "several values"}));
    }
    void whatIsNoMaskIsRefusedWithAReason()
    {
        MaskExample e;
        const fs::path file = e.file("mask.nii");
        e.write(file, e.fit.grid, 1, std::nanf(""));
        QVERIFY(hasWords(e.errorOf(file), {"mask.nii", "threshold", "without a number"}));
        e.write(file, e.fit.grid, 0.3F);
        QVERIFY(hasWords(e.errorOf(file), {"mask.nii", "0 and 1", "threshold", "0.3"}));
        e.write(file, e.fit.grid, 0);
        QVERIFY(hasWords(e.errorOf(file), {"mask.nii", "a mask with voxels", "none"}));
        io::writeSeries(file, {e.fit.grid, 2, std::vector<float>(2 * e.fit.tFace.size(), 1)}, {});
        QVERIFY(hasWords(e.errorOf(file), {"mask.nii", "one volume", "2"}));
    }
    void aProbabilityNeedsAThreshold()
    {
        MaskExample e;
        const fs::path file = e.file("p.nii");
        e.write(file, e.fit.grid, 0.5F, std::nanf(""));
        import::RegionFileOptions options;
        options.threshold = 0.5;
        QVERIFY(e.read(file, options).voxels == e.ball());
        options.threshold = 0.51;
        QVERIFY(hasWords(e.errorOf(file, options), {"a mask with voxels"}));
    }
    void aMaskOnAnotherGridIsResampledWithWordsOrRefused()
    {
        MaskExample e;
        const fs::path file = e.file("fine.nii.gz");
        const image::Grid fine
            = test::gridAround({40, 40, 40}, test::turned(0.5) * test::sizes(1, 1, 1));
        e.write(file, fine, 1);
        const roi::Region region = e.read(file);
        // Voxels half of which lie in the ball; where it is near to half the old voxels decide.
        for (image::Index v = 0; v < e.fit.grid.size(); ++v) {
            const double share = shareInBall(e.fit.grid.mm(v).at);
            if (std::abs(share - 0.5) > 0.08)
                QCOMPARE(region.voxels.contains(e.fit.grid.voxel(v)), share > 0.5);
        }
        QCOMPARE(e.warnings.size(), std::size_t{1});
        QVERIFY(hasWords(e.warnings[0], {"fine.nii.gz", "another grid", "mm³",
                                         std::to_string(region.voxels.count())}));
        import::RegionFileOptions refuse;
        refuse.otherGrid = import::OtherGrid::Refuse;
        QVERIFY(hasWords(e.errorOf(file, refuse), {"fine.nii.gz", "12 x 14 x 10", "40 x 40 x 40"}));
        e.write(file, test::gridAround({9, 9, 9}, test::sizes(2, 2, 2), {400, 0, 0}), 1, 1);
        QVERIFY(hasWords(e.errorOf(file), {"fine.nii.gz", "none of them"}));
    }
    void everyOrderOfStorageIsTheSameRegion()
    {
        MaskExample e;
        const fs::path file = e.file("mask.nii");
        for (const image::Grid& stored : test::allOrientationsOf(e.fit.grid)) {
            e.write(file, stored, 1);
            QVERIFY(e.read(file).voxels == e.ball());
        }
    }
    void aVolumeLabelIsTheVoxelsThatHoldItsPoints()
    {
        MaskExample e;
        const fs::path file = e.file("spot.label");
        const Vector3d centre = e.fit.grid.mm(image::Voxel{5, 6, 4}).at;
        const auto text = [&](const std::string& frame, const Vector3d& shift) {
            std::ostringstream lines;
            lines << "#!ascii label  , from subject  vox2ras=" << frame << "\n3\n";
            for (const Vector3d& off : {Vector3d(0, 0, 0), Vector3d(1.5, -1, 1), Vector3d(4, 0, 0)})
                lines << "-1 " << (centre + off - shift).transpose() << " 1.0\n";
            return lines.str();
        };
        image::VoxelSet two(e.fit.grid.shape);
        two.insert({5, 6, 4});
        two.insert({6, 6, 4});
        test::writeText(file, text("scanner", {0, 0, 0}));
        QVERIFY(e.read(file).voxels == two);
        // Surface coordinates lie 3, 4, 5 mm off, which the surface tells.
        const test::Ball ball = test::ball(2);
        const fs::path surface = e.file("lh.white");
        test::writeText(surface, test::triangleFile(test::pointsOf(ball, 5), ball.triangles,
                                                    test::geometryText({3, 4, 5})));
        test::writeText(file, text("TkReg", {3, 4, 5}));
        import::RegionFileOptions options;
        options.surface = surface;
        QVERIFY(e.read(file, options).voxels == two);
        QVERIFY(hasWords(e.errorOf(file), {"spot.label", "vox2ras=scanner", "--surface"}));
        test::writeText(file, "#!ascii label, vox2ras=scanner\n5\n-1 0 0 0 1\n");
        QVERIFY(hasWords(e.errorOf(file), {"spot.label", "5", "1"}));
        test::writeText(file, "#!ascii label, vox2ras=scanner\n1\n-1 900 0 0 1\n");
        QVERIFY(hasWords(e.errorOf(file), {"spot.label", "none"}));
    }
    void labelsOfASurfaceComeBackAsTheVoxelsTheyWereWrittenFrom()
    {
        MaskExample e;
        // A ball's surface of 10 mm round 2, -2, 2 mm.
        const test::Ball ball = test::ball(12);
        const fs::path surface = e.file("lh.white");
        test::writeText(surface, test::triangleFile(test::pointsOf(ball, 10), ball.triangles,
                                                    test::geometryText({2, -2, 2})));
        image::Surface mesh;
        mesh.points.resize(3, static_cast<Eigen::Index>(ball.directions.size()));
        for (std::size_t v = 0; v < ball.directions.size(); ++v)
            mesh.points.col(static_cast<Eigen::Index>(v))
                = 10 * ball.directions[v] + Vector3d(2, -2, 2);
        const image::VoxelSet right
            = test::everyVoxel(e.fit.grid, [](const Vector3d& at) { return at[0] > 3; });
        const auto vertices = roi::verticesIn({right, e.fit.grid}, mesh);
        QVERIFY(!vertices.empty());
        import::RegionFileOptions options;
        options.surface = surface;
        const fs::path label = e.file("lh.right.label");
        io::writeFreeSurferLabel(label, mesh, vertices);
        io::VertexLabels labels{std::vector<std::int64_t>(ball.directions.size(), io::kNoLabel),
                                {}};
        labels.names[1].name = "right";
        for (const std::int64_t vertex : vertices)
            labels.labels[static_cast<std::size_t>(vertex)] = 1;
        const fs::path gifti = e.file("lh.right.label.gii");
        io::writeGiftiLabels(gifti, labels);
        // Voxels that the surface passes through, of which the labelled part fills most.
        const image::VoxelSet back = e.read(label, options).voxels;
        QVERIFY(e.read(gifti, options).voxels == back);
        QCOMPARE(e.read(gifti, options).name, std::string("lh.right"));
        QVERIFY(back.minus(right).isEmpty());
        image::VoxelSet met(e.fit.grid.shape);
        for (const std::int64_t vertex : vertices)
            met.insert(e.fit.grid.nearest({mesh.points.col(vertex)}));
        QVERIFY(static_cast<double>(back.intersected(met).count())
                >= 0.9 * static_cast<double>(met.count()));
    }
    void severalLabelsAreNoRegion()
    {
        MaskExample e;
        const test::Ball ball = test::ball(4);
        const fs::path surface = e.file("lh.white");
        test::writeText(surface, test::triangleFile(test::pointsOf(ball, 10), ball.triangles,
                                                    test::geometryText({0, 0, 0})));
        io::VertexLabels labels;
        for (const std::int32_t octant : ball.octants)
            labels.labels.push_back(octant > 4 ? 2 : 1);
        labels.names[1].name = "lower";
        labels.names[2].name = "upper";
        const fs::path file = e.file("lh.halves.label.gii");
        io::writeGiftiLabels(file, labels);
        import::RegionFileOptions options;
        options.surface = surface;
        QVERIFY(hasWords(e.errorOf(file, options),
                         {"lh.halves.label.gii", "one region", "lower", "upper"}));
    }
    void freeSurfersOwnLabelIsRead()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti/test.label");
        MaskExample e;
        // Its points are vertices of a surface that is not there.
        const std::string error = e.errorOf(test::sharedData("freesurfer_gifti/test.label"));
        QVERIFY(hasWords(error, {"test.label", "--surface"}));
    }
};

FUSIFORM_TEST(RegionFileTest)
#include "region_file_test.moc"
