// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nifti.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <numbers>
#include <set>

using namespace fusiform;
using test::near;
namespace fs = std::filesystem;

namespace {

// Byte offsets of the NIfTI-1 header.
constexpr std::size_t kSlope = 112;
constexpr std::size_t kQformCode = 252;
constexpr std::size_t kSformCode = 254;
constexpr std::size_t kSform = 280;

/// An image whose header bytes a test changes, described by the real program.
class Header {
public:
    Header()
    {
        image::Volume volume{{{4, 5, 6}, image::Affine(Eigen::Matrix4d::Identity())}, {}};
        for (image::Index v = 0; v < volume.grid.size(); ++v)
            volume.values.push_back(static_cast<float>(v));
        io::NiftiWriteOptions options;
        options.storage = io::NiftiStorage::Int16;
        io::writeVolume(file(), volume, options);
        m_bytes = readTextFile(file());
    }
    template <class T>
    Header& set(std::size_t offset, T value)
    {
        std::memcpy(m_bytes.data() + offset, &value, sizeof value);
        return *this;
    }
    Header& setSform(const Eigen::Matrix4d& m)
    {
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 4; ++column)
                set(kSform + 4 * static_cast<std::size_t>(4 * row + column),
                    static_cast<float>(m(row, column)));
        return set<std::int16_t>(kSformCode, 1);
    }
    [[nodiscard]] test::Finished describe(const std::vector<std::string>& more = {}) const
    {
        test::writeText(file(), m_bytes);
        std::vector<std::string> words = {"info", file().string(), "--json"};
        words.insert(words.end(), more.begin(), more.end());
        return test::runProgram(words);
    }
    [[nodiscard]] Json json(const std::vector<std::string>& more = {}) const
    {
        const test::Finished done = describe(more);
        return done.exitCode == 0 ? Json::parse(done.output) : Json();
    }
    [[nodiscard]] fs::path file() const { return m_folder.path() / "a.nii"; }

private:
    test::TemporaryFolder m_folder;
    std::string m_bytes;
};

Eigen::Matrix4d turned(double degrees, const Eigen::Vector3d& axis)
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m.topLeftCorner<3, 3>()
        = 2 * Eigen::AngleAxisd(degrees * std::numbers::pi / 180, axis).toRotationMatrix();
    return m;
}

Eigen::Matrix4d affineIn(const Json& json)
{
    Eigen::Matrix4d m;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            m(row, column) = json.at("affine")
                                 .at(static_cast<std::size_t>(row))
                                 .at(static_cast<std::size_t>(column));
    return m;
}

bool hasThreeLetters(const std::string& orientation)
{
    std::set<char> axes;
    for (const char letter : orientation)
        axes.insert(letter == 'L' ? 'R' : letter == 'P' ? 'A' : letter == 'I' ? 'S' : letter);
    return orientation.size() == 3 && axes == std::set<char>{'R', 'A', 'S'};
}

} // namespace

/// What other programs got wrong about headers, asked of the real program.
class HeadersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void obliqueAndShearedAxesStillHaveAnOrientation()
    {
        Eigen::Matrix4d sheared = Eigen::Matrix4d::Identity();
        sheared(1, 2) = 0.9;
        Eigen::Matrix4d flipped = turned(45, Eigen::Vector3d::UnitX());
        flipped.col(0) *= -1;
        for (const Eigen::Matrix4d& m :
             {turned(45, Eigen::Vector3d::UnitX()), turned(45, Eigen::Vector3d::UnitY()),
              turned(45, Eigen::Vector3d::UnitZ()), turned(135, Eigen::Vector3d::UnitZ()),
              turned(54.7356, Eigen::Vector3d(1, -1, 0).normalized()), sheared, flipped}) {
            const Json json = Header().setSform(m).json();
            QVERIFY(json.is_object());
            QVERIFY2(hasThreeLetters(json.at("orientation")),
                     json.at("orientation").get<std::string>().c_str());
            QVERIFY(near(affineIn(json), m, 1e-6));
        }
    }
    void theFormThatWonIsNamed()
    {
        Header header;
        QVERIFY(header.json().at("affine_source") == Json("sform"));
        header.set<std::int16_t>(kSformCode, 0);
        QVERIFY(header.json().at("affine_source") == Json("qform"));
        header.set<std::int16_t>(kQformCode, 0);
        const Json none = header.json();
        QVERIFY(none.at("affine_source") == Json("none"));
        QVERIFY(none.at("orientation") == Json("???"));
        QVERIFY(none.at("warnings").dump().find("left and right are not known")
                != std::string::npos);
        // Without a form the centre of the grid is 0: voxel (1.5, 2, 2.5) of 4 x 5 x 6.
        const Json centre = header.json({"--mm", "0,0,0"}).at("voxel");
        QVERIFY(centre == Json({1.5, 2.0, 2.5}));
    }
    void aSingularFormIsBadDataOrGivesWay()
    {
        Header header;
        header.setSform(Eigen::Matrix4d::Zero());
        const Json saved = header.json();
        QVERIFY(saved.at("affine_source") == Json("qform"));
        QVERIFY(saved.at("warnings").dump().find("singular") != std::string::npos);
        header.set<std::int16_t>(kQformCode, 0);
        const test::Finished done = header.describe();
        QCOMPARE(done.exitCode, 3);
        QVERIFY2(done.errors.find("expected an sform whose axes span space (code 1), found a "
                                  "singular matrix.")
                     != std::string::npos,
                 done.errors.c_str());
    }
    void disagreeingFormsAreWarnedOfInMillimetres()
    {
        Header header;
        Eigen::Matrix4d shifted = Eigen::Matrix4d::Identity();
        shifted(2, 3) = 7;
        const Json json = header.setSform(shifted).json();
        QVERIFY(json.at("affine_source") == Json("sform"));
        QVERIFY2(json.at("warnings").dump().find(" 7 mm") != std::string::npos,
                 json.at("warnings").dump().c_str());
    }
    void aSlopeOfZeroOrNaNMeansOne()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        // Voxel (1, 2, 3) of 4 x 5 x 6 holds its index 1 + 4 * 2 + 20 * 3 = 69.
        for (const auto& [slope, intercept, value] :
             {std::tuple{1.0F, 0.0F, 69.0}, std::tuple{0.0F, 5.0F, 69.0},
              std::tuple{nan, nan, 69.0}, std::tuple{2.0F, -3.0F, 135.0},
              std::tuple{2.0F, nan, 138.0}}) {
            const Json json
                = Header().set(kSlope, slope).set(kSlope + 4, intercept).json({"--voxel", "1,2,3"});
            QVERIFY(json.at("stored_value") == Json(69.0));
            QVERIFY(json.at("value") == Json(value));
        }
    }
    void degenerateImagesAreDescribed()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.nii.gz";
        for (const auto& shape : {std::array<image::Index, 3>{1, 1, 1}, {8, 8, 1}, {1, 1, 9}})
            for (const float value : {0.0F, 7.0F, std::numeric_limits<float>::quiet_NaN()}) {
                image::Volume volume{{shape, image::Affine(Eigen::Matrix4d::Identity())}, {}};
                volume.values.assign(static_cast<std::size_t>(volume.grid.size()), value);
                io::writeVolume(file, volume);
                const test::Finished done
                    = test::runProgram({"info", file.string(), "--voxel", "0,0,0", "--json"});
                QVERIFY2(done.exitCode == 0, done.errors.c_str());
                const Json stored = Json::parse(done.output).at("value");
                QVERIFY(std::isnan(value) ? stored.is_null() : stored == Json(value));
            }
    }
    void aPlainFileNamedGzIsReadWithANote()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const std::vector<std::byte> bytes = test::boldBytes(2);
        test::writeText(study.bold(2), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        const test::Finished told = test::runProgram({"info", study.bold(2).string(), "--json"});
        QCOMPARE(told.exitCode, 0);
        QVERIFY(told.output.find("ends in .gz but the file is not compressed")
                != std::string::npos);
        const test::Finished fitted
            = test::runProgram({"fit", study.root.string(), (folder.path() / "fit").string(),
                                "--components", "4", "--json"});
        QCOMPARE(fitted.exitCode, 0);
        QVERIFY(Json::parse(fitted.output).at("scans") == Json(200));
    }
    void scalingDoesNotChangeTheFit()
    {
        // Slope 0 and NaN mean 1: the fit of the three is the same to the bit.
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::set<std::string> weights;
        for (const float slope : {1.0F, 0.0F, nan}) {
            const test::TemporaryFolder folder;
            const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
            std::vector<std::byte> bytes = test::boldBytes(1);
            std::memcpy(bytes.data() + kSlope, &slope, sizeof slope);
            test::writeGzip(study.bold(1), bytes);
            const fs::path fit = folder.path() / "fit";
            QCOMPARE(
                test::runProgram({"fit", study.root.string(), fit.string(), "--components", "4"})
                    .exitCode,
                0);
            weights.insert(readTextFile(fit / "models" / "pca" / "W.bin"));
        }
        QCOMPARE(weights.size(), std::size_t{1});
    }
};

FUSIFORM_TEST(HeadersTest)
#include "headers_test.moc"
