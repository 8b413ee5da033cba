// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/space_transform.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using preprocess::SpaceTransform;
namespace fs = std::filesystem;

namespace {

constexpr const char* kChain = "sub-01_from-T1w_to-MNI152NLin2009cAsym_mode-image_xfm.h5";

fs::path transformFile(const std::string& name) { return test::ownData("transforms/" + name); }

bool isPoint(const image::MmPoint& point, double x, double y, double z, double tolerance)
{
    const Eigen::Vector3d off = point.at - Eigen::Vector3d(x, y, z);
    if (off.norm() > tolerance)
        std::printf("%g %g %g is off by %g mm\n", point.at.x(), point.at.y(), point.at.z(),
                    off.norm());
    return off.norm() <= tolerance;
}

Error problemOfTransform(const fs::path& path)
{
    try {
        static_cast<void>(SpaceTransform::read(path));
    } catch (const Error& error) {
        return error;
    }
    return failure(FUSIFORM_TR("core", "none"));
}

} // namespace

/// Numbers are those that tests/data/transforms/make_transforms.py prints: NumPy and SciPy.
class SpaceTransformTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChainIsAppliedLastFirst()
    {
        // ITK's field of floats: what is left of seven digits.
        const SpaceTransform chain = SpaceTransform::read(transformFile(kChain));
        QCOMPARE(chain.space(), std::string("MNI152NLin2009cAsym"));
        QVERIFY(isPoint(chain.own({{10, 20, 30}}), -6.267187, 31.780097, 48.50923, 1e-4));
        QVERIFY(isPoint(chain.own({{-33, 41.5, -12.25}}), -51.978758, 38.152816, -1.484584, 1e-4));
        QVERIFY(isPoint(chain.own({{0, 0, 0}}), -3.709607, 2.776702, 16.980397, 1e-4));
        // Outside the field nothing is displaced.
        QVERIFY(isPoint(chain.own({{400, 0, 0}}), 371.073152, 140.974167, 11.33, 1e-4));
    }
    void olderFilesAreReadAlike()
    {
        const SpaceTransform older = SpaceTransform::read(transformFile("older_double.h5"));
        QCOMPARE(older.space(), std::string("template"));
        QVERIFY(isPoint(older.own({{10, 20, 30}}), -6.267187, 31.780097, 48.50923, 1e-5));
    }
    void affineMapsTurnAboutTheirCentre()
    {
        const SpaceTransform affine = SpaceTransform::read(transformFile("affine.txt"));
        QVERIFY(isPoint(affine.own({{10, 20, 30}}), -3.531414, 28.259548, 40.23, 1e-5));
        QVERIFY(isPoint(affine.own({{-33, 41.5, -12.25}}), -51.181973, 35.776413, -3.2025, 1e-5));
    }
    /// Worked by hand: ITK adds 10 mm to the left, which is 10 less to the right; the file says
    /// where points of the template are taken from.
    void leftIsLeft()
    {
        const test::TemporaryFolder folder;
        const fs::path shift = folder.path() / "shift.tfm";
        test::writeText(shift, "#Insight Transform File V1.0\n#Transform 0\n"
                               "Transform: TranslationTransform_double_3_3\n"
                               "Parameters: 10 3 -2\nFixedParameters:\n");
        const SpaceTransform transform = SpaceTransform::read(shift);
        QVERIFY(isPoint(transform.own({{0, 0, 0}}), -10, -3, -2, 1e-12));
        QVERIFY(isPoint(transform.own({{25, 1, 1}}), 15, -2, -1, 1e-12));
    }
    void freeSurferGoesTheOtherWay()
    {
        for (const char* const name : {"talairach.xfm", "ras.lta", "voxels.lta"}) {
            const SpaceTransform back = SpaceTransform::read(transformFile(name));
            QVERIFY(isPoint(back.own({{10, 20, 30}}), 6.834624, 29.201742, 26.03903, 1e-4));
            QVERIFY(
                isPoint(back.own({{-33, 41.5, -12.25}}), -34.895324, 50.455444, -13.098095, 1e-4));
        }
        QCOMPARE(SpaceTransform::read(transformFile("talairach.xfm")).space(),
                 std::string("MNI305"));
    }
    void itGoesOnToTheScans()
    {
        SpaceTransform transform = SpaceTransform::read(transformFile("talairach.xfm"));
        Eigen::Matrix4d scansFromAnatomy = Eigen::Matrix4d::Identity();
        scansFromAnatomy.topRightCorner<3, 1>() = Eigen::Vector3d(1, -2, 3);
        transform.setOwnFromAnatomy(scansFromAnatomy);
        QVERIFY(isPoint(transform.own({{10, 20, 30}}), 7.834624, 27.201742, 29.03903, 1e-4));
        QVERIFY(isPoint(transform.anatomical({{10, 20, 30}}), 6.834624, 29.201742, 26.03903, 1e-4));
    }
    void namesOfTheOtherDirectionAreRefused()
    {
        const test::TemporaryFolder folder;
        for (const char* const name : {"sub-01_from-MNI152NLin2009cAsym_to-T1w_mode-image_xfm.h5",
                                       "sub-01_from-MNI152Lin_to-MNI305_mode-image_xfm.txt"}) {
            fs::copy_file(transformFile(kChain), folder.path() / name);
            const Error error = problemOfTransform(folder.path() / name);
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QCOMPARE(error.file().filename().string(), std::string(name));
        }
    }
    void damageIsSaid()
    {
        const test::TemporaryFolder folder;
        const auto written = [&](const std::string& name, const std::string& text) {
            test::writeText(folder.path() / name, text);
            return problemOfTransform(folder.path() / name).kind();
        };
        QCOMPARE(problemOfTransform(folder.path() / "absent.h5").kind(), ErrorKind::BadData);
        QCOMPARE(written("cut.h5", "\x89HDF\r\n\x1a\n"), ErrorKind::BadData);
        QCOMPARE(written("words.txt", "hello"), ErrorKind::BadData);
        QCOMPARE(written("image.nii", "hello"), ErrorKind::BadData);
        QCOMPARE(written("two.xfm", "MNI Transform File\nLinear_Transform =\n1 0 0 0\n0 1 0 0;\n"),
                 ErrorKind::BadData);
        QCOMPARE(written("flat.xfm", "MNI Transform File\nLinear_Transform =\n1 0 0 0\n0 1 0 0\n"
                                     "0 0 0 0;\n"),
                 ErrorKind::BadData);
        QCOMPARE(written("nothing.lta", "type = 0\n1 4 4\n1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n"),
                 ErrorKind::BadData);
        // Another dimension.
        QCOMPARE(written("plane.txt", "#Insight Transform File V1.0\n#Transform 0\n"
                                      "Transform: TranslationTransform_double_2_2\n"
                                      "Parameters: 10 3\nFixedParameters:\n"),
                 ErrorKind::BadData);
    }
    void theTemplateHoldsTheBrainOfMni()
    {
        const image::Grid grid = preprocess::templateGrid();
        QVERIFY(isPoint(grid.mm({0, 0, 0}), -96, -132, -78, 1e-12));
        QVERIFY(isPoint(grid.mm({96, 114, 96}), 96, 96, 114, 1e-12));
    }
};

FUSIFORM_TEST(SpaceTransformTest)
#include "space_transform_test.moc"
