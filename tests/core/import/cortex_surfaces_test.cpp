// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up cortex: a ball of 30 mm inside one of 36 mm, and "inflated" to 50 mm about the origin.
#include "core/import/cortex_surfaces.h"

#include "core/image/surface_shape.h"
#include "core/util/error.h"
#include "tests/support/cortex_files.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <limits>

using namespace fusiform;
namespace fs = std::filesystem;
using Shape = import::CortexSurfaceKind;

namespace {

constexpr double kInner = 30;
constexpr double kOuter = 36;
constexpr double kBlown = 50;
const Eigen::Vector3d kLeftMiddle(-40, -7, 11); // of the scanner, mm
const Eigen::Vector3d kRightMiddle(42, -7, 11);

/// Octants of a mirrored ball are wound in turn one way and the other: made alike, outwards.
test::Ball aBallWoundAlike(int cuts)
{
    test::Ball ball = test::ball(cuts);
    for (auto& [a, b, c] : ball.triangles) {
        const auto at = [&](std::int32_t v) -> const Eigen::Vector3d& {
            return ball.directions[static_cast<std::size_t>(v)];
        };
        if ((at(b) - at(a)).cross(at(c) - at(a)).dot(at(a)) < 0)
            std::swap(b, c);
    }
    return ball;
}

/// A study with FreeSurfer's folder of sub-01.
struct CortexStudy {
    test::TemporaryFolder folder;
    fs::path surf = folder.path() / "derivatives" / "freesurfer" / "sub-01" / "surf";
    test::Ball ball = aBallWoundAlike(12);

    CortexStudy() { fs::create_directories(surf); }
    void write(const char* name, double radius, const Eigen::Vector3d& cRas) const
    {
        test::writeText(surf / name, test::triangleFile(test::pointsOf(ball, radius),
                                                        ball.triangles, test::geometryText(cRas)));
    }
    void writeBothSides() const
    {
        for (const auto& [side, middle] : {std::pair(std::string("lh"), kLeftMiddle),
                                           std::pair(std::string("rh"), kRightMiddle)}) {
            write((side + ".white").c_str(), kInner, middle);
            write((side + ".pial").c_str(), kOuter, middle);
            write((side + ".inflated").c_str(), kBlown, Eigen::Vector3d::Zero());
        }
    }
    void writeValues(const char* name, const std::vector<float>& values) const
    {
        test::Bytes bytes(std::endian::big);
        bytes.text("\xFF\xFF\xFF");
        bytes.add(static_cast<std::int32_t>(values.size())).add(std::int32_t{0});
        bytes.add(std::int32_t{1});
        for (const float value : values)
            bytes.add(value);
        test::writeText(surf / name, bytes.all());
    }
    [[nodiscard]] glm::Fit fit() const
    {
        glm::Fit fit;
        fit.subject = "sub-01";
        fit.provenance["options"]["study"] = folder.path().string();
        return fit;
    }
};

import::CortexSurface readOf(const import::CortexFiles& sides, Shape kind){Progress progress;
return import::readCortexSurface(sides, kind, progress);
} // namespace

} // namespace

class CortexSurfacesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSubjectsSurfacesAreFoundBelowTheStudysDerivatives()
    {
        const CortexStudy study;
        QVERIFY(import::cortexFiles(study.fit()).empty());
        study.writeBothSides();
        test::writeText(study.surf / "lh.white.preaparc", "not a surface");
        test::writeText(study.surf / "lh.inflated.nofix", "not a surface");
        const import::CortexFiles sides = import::cortexFiles(study.fit());
        QCOMPARE(sides.size(), std::size_t(2));
        for (const Shape kind : {Shape::Pial, Shape::White, Shape::Midthickness, Shape::Inflated})
            QVERIFY(import::hasAll(sides, kind));
        QCOMPARE(sides[0].surfaces.at(Shape::White).filename().string(), std::string("lh.white"));
        QCOMPARE(sides[1].surfaces.at(Shape::Inflated).filename().string(),
                 std::string("rh.inflated"));
        fs::remove(study.surf / "rh.white");
        const import::CortexFiles fewer = import::cortexFiles(study.fit());
        QVERIFY(!import::hasAll(fewer, Shape::White)
                && !import::hasAll(fewer, Shape::Midthickness));
        QVERIFY(import::hasAll(fewer, Shape::Pial) && import::hasAll(fewer, Shape::Inflated));
    }

    void fmriPrepsSurfacesAreFoundAndOtherSpacesAreNot()
    {
        const CortexStudy study;
        const fs::path anat
            = study.folder.path() / "derivatives" / "fmriprep" / "sub-01" / "ses-02" / "anat";
        fs::create_directories(anat);
        for (const char* const name :
             {"sub-01_ses-02_hemi-L_pial.surf.gii", "sub-01_ses-02_hemi-R_pial.surf.gii",
              "sub-01_ses-02_hemi-L_midthickness.surf.gii",
              "sub-01_ses-02_hemi-R_midthickness.surf.gii",
              "sub-01_ses-02_hemi-L_inflated.surf.gii", "sub-01_ses-02_hemi-R_inflated.surf.gii",
              "sub-01_ses-02_hemi-L_sulc.shape.gii", "sub-01_ses-02_hemi-L_curv.shape.gii",
              "sub-01_ses-02_hemi-R_curv.shape.gii",
              "sub-01_ses-02_hemi-L_space-fsLR_pial.surf.gii"})
            test::writeText(anat / name, "x");
        const import::CortexFiles sides = import::cortexFiles(study.fit());
        QCOMPARE(sides.size(), std::size_t(2));
        QVERIFY(import::hasAll(sides, Shape::Inflated)
                && import::hasAll(sides, Shape::Midthickness));
        QVERIFY(!import::hasAll(sides, Shape::White));
        QCOMPARE(sides[0].folds.filename().string(),
                 std::string("sub-01_ses-02_hemi-L_sulc.shape.gii"));
        QCOMPARE(sides[1].folds.filename().string(),
                 std::string("sub-01_ses-02_hemi-R_curv.shape.gii"));
    }

    void greyMatterLiesBetweenWhiteAndPialInScannerMm()
    {
        const CortexStudy study;
        study.writeBothSides();
        const auto count = static_cast<Eigen::Index>(study.ball.directions.size());
        for (const auto& [kind, radius] :
             {std::pair(Shape::Pial, kOuter), std::pair(Shape::White, kInner),
              std::pair(Shape::Midthickness, (kInner + kOuter) / 2)}) {
            const auto cortex = readOf(import::cortexFiles(study.fit()), kind);
            QVERIFY(cortex.isAnatomical);
            QCOMPARE(cortex.shown.points.cols(), 2 * count);
            QCOMPARE(cortex.shown.triangles.size(), 2 * study.ball.triangles.size());
            for (Eigen::Index v = 0; v < 2 * count; ++v) {
                const Eigen::Vector3d middle = v < count ? kLeftMiddle : kRightMiddle;
                const Eigen::Vector3d direction
                    = study.ball.directions[static_cast<std::size_t>(v % count)];
                // Files have 32-bit numbers.
                QVERIFY((cortex.shown.points.col(v) - middle - radius * direction).norm() < 1e-4);
                QVERIFY((cortex.outer.col(v) - middle - kOuter * direction).norm() < 1e-4);
                QVERIFY((cortex.inner.col(v) - middle - kInner * direction).norm() < 1e-4);
            }
        }
    }

    void inflatedSidesStandBesideEachOtherAndKeepTheirPlaceInTheBrain()
    {
        const CortexStudy study;
        study.writeBothSides();
        const auto cortex = readOf(import::cortexFiles(study.fit()), Shape::Inflated);
        QVERIFY(!cortex.isAnatomical);
        const auto count = static_cast<Eigen::Index>(study.ball.directions.size());
        const auto left = cortex.shown.points.leftCols(count);
        const auto right = cortex.shown.points.rightCols(count);
        QVERIFY(std::abs(left.row(0).maxCoeff() + 4) < 1e-6);
        QVERIFY(std::abs(right.row(0).minCoeff() - 4) < 1e-6);
        QVERIFY(std::abs(right.row(0).maxCoeff() - 4 - 2 * kBlown) < 1e-3);
        for (Eigen::Index v = 0; v < count; ++v) {
            const Eigen::Vector3d direction = study.ball.directions[static_cast<std::size_t>(v)];
            const Eigen::Vector3d blown = kBlown * direction + Eigen::Vector3d(-4 - kBlown, -7, 11);
            QVERIFY((left.col(v) - blown).norm() < 1e-3);
            QVERIFY((cortex.outer.col(v) - kLeftMiddle - kOuter * direction).norm() < 1e-4);
        }
    }

    void oneSurfaceAloneGetsTheThicknessOfACortex()
    {
        for (const auto& [name, outside] : {std::pair("lh.pial", 0.0), std::pair("lh.white", 2.5),
                                            std::pair("lh.midthickness", 1.25)}) {
            const CortexStudy study;
            study.write(name, kInner, kLeftMiddle);
            const auto choice = import::cortexAround(study.surf / name);
            const auto cortex = readOf(choice.sides, choice.kind);
            const Eigen::Matrix3Xd outer = cortex.outer.colwise() - kLeftMiddle;
            const Eigen::Matrix3Xd inner = cortex.inner.colwise() - kLeftMiddle;
            QVERIFY((outer.colwise().norm().array() - kInner - outside).abs().maxCoeff() < 0.05);
            QVERIFY((inner.colwise().norm().array() - kInner - outside + 2.5).abs().maxCoeff()
                    < 0.05);
        }
    }

    void aFileBringsTheOtherSideAndItsTwins()
    {
        const CortexStudy study;
        study.writeBothSides();
        const auto choice = import::cortexAround(study.surf / "rh.inflated");
        QCOMPARE(choice.kind, Shape::Inflated);
        QCOMPARE(choice.sides.size(), std::size_t(2));
        fs::remove(study.surf / "lh.pial");
        const auto one = import::cortexAround(study.surf / "rh.pial");
        QCOMPARE(one.sides.size(), std::size_t(1));
        QCOMPARE(one.sides[0].surfaces.at(Shape::Pial).filename().string(), std::string("rh.pial"));
    }

    void anInflatedSurfaceAloneSaysWhatItNeeds()
    {
        const CortexStudy study;
        study.write("lh.inflated", kBlown, kLeftMiddle);
        const auto choice = import::cortexAround(study.surf / "lh.inflated");
        try {
            (void)readOf(choice.sides, choice.kind);
            QFAIL("was read");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("lh.inflated") != std::string::npos);
        }
    }

    void surfacesThatDoNotBelongTogetherAreRefused()
    {
        const CortexStudy study;
        study.writeBothSides();
        const test::Ball other = test::ball(9);
        test::writeText(study.surf / "rh.white",
                        test::triangleFile(test::pointsOf(other, kInner), other.triangles,
                                           test::geometryText(kRightMiddle)));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)readOf(import::cortexFiles(study.fit()), Shape::Pial));
        study.write("rh.white", kInner, kRightMiddle);
        study.writeValues("lh.sulc", std::vector<float>(17, 0));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)readOf(import::cortexFiles(study.fit()), Shape::Pial));
    }

    /// A damaged file never gives a surface: a vertex that is not there, and no number.
    void hostileFilesAreRefused()
    {
        const CortexStudy study;
        auto points = test::pointsOf(study.ball, kOuter);
        auto triangles = study.ball.triangles;
        triangles[5][1] = static_cast<std::int32_t>(points.size());
        const std::string place = test::geometryText(kLeftMiddle);
        test::writeText(study.surf / "lh.pial", test::triangleFile(points, triangles, place));
        const auto choice = import::cortexAround(study.surf / "lh.pial");
        QVERIFY_THROWS_EXCEPTION(Error, (void)readOf(choice.sides, choice.kind));
        points[3].y() = std::numeric_limits<double>::quiet_NaN();
        test::writeText(study.surf / "lh.pial",
                        test::triangleFile(points, study.ball.triangles, place));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readOf(choice.sides, choice.kind));
    }

    /// A bump on a ball is a gyrus, a dent a sulcus, and files of either sign come out alike.
    void foldsArePositiveWhereTheSurfaceIsHollow()
    {
        image::Surface dented;
        const test::Ball ball = aBallWoundAlike(24);
        dented.triangles = ball.triangles;
        dented.points.resize(3, static_cast<Eigen::Index>(ball.directions.size()));
        // In the middle of octants, whose edges are open.
        const Eigen::Vector3d dent = Eigen::Vector3d(1, 1, 1).normalized();
        const Eigen::Vector3d bump = Eigen::Vector3d(-1, -1, 1).normalized();
        const Eigen::Vector3d plain = Eigen::Vector3d(1, -1, -1).normalized();
        const auto depthAt = [&](const Eigen::Vector3d& d) {
            const auto hill = [](double cosine) { return std::exp(-20 * (1 - cosine)); };
            return hill(d.dot(dent)) - hill(d.dot(bump));
        };
        for (Eigen::Index v = 0; v < dented.points.cols(); ++v) {
            const Eigen::Vector3d& d = ball.directions[static_cast<std::size_t>(v)];
            dented.points.col(v) = (40 - 8 * depthAt(d)) * d;
        }
        const std::vector<float> hollow = image::hollowness(dented);
        const auto valueAt = [&](const Eigen::Vector3d& direction) {
            std::size_t best = 0;
            for (std::size_t v = 0; v < ball.directions.size(); ++v)
                if (ball.directions[v].dot(direction) > ball.directions[best].dot(direction))
                    best = v;
            return hollow[best];
        };
        QVERIFY(valueAt(dent) > valueAt(plain) + 0.05F);
        QVERIFY(valueAt(bump) < valueAt(plain) - 0.05F);

        const CortexStudy study;
        std::vector<Eigen::Vector3d> points;
        std::vector<float> depth;
        for (Eigen::Index v = 0; v < dented.points.cols(); ++v) {
            points.emplace_back(dented.points.col(v));
            depth.push_back(
                static_cast<float>(depthAt(ball.directions[static_cast<std::size_t>(v)])));
        }
        test::writeText(
            study.surf / "lh.pial",
            test::triangleFile(points, ball.triangles, test::geometryText(kLeftMiddle)));
        for (const float sign : {1.0F, -1.0F}) {
            std::vector<float> values = depth;
            for (float& value : values)
                value *= sign;
            study.writeValues("lh.sulc", values);
            const auto choice = import::cortexAround(study.surf / "lh.pial");
            QVERIFY(readOf(choice.sides, choice.kind).folds == depth);
        }
    }

    void normalsPointOutwardsHoweverTheTrianglesAreWound()
    {
        const test::Ball ball = aBallWoundAlike(8);
        image::Surface surface;
        surface.triangles = ball.triangles;
        surface.points.resize(3, static_cast<Eigen::Index>(ball.directions.size()));
        for (Eigen::Index v = 0; v < surface.points.cols(); ++v)
            surface.points.col(v) = 30 * ball.directions[static_cast<std::size_t>(v)];
        for (int turn = 0; turn < 2; ++turn) {
            const Eigen::Matrix3Xd normals = image::outwardNormals(surface);
            for (Eigen::Index v = 0; v < normals.cols(); ++v)
                QVERIFY(normals.col(v).dot(surface.points.col(v)) / 30 > 0.97);
            for (auto& [a, b, c] : surface.triangles)
                std::swap(b, c);
        }
    }
};

FUSIFORM_TEST(CortexSurfacesTest)
#include "cortex_surfaces_test.moc"
