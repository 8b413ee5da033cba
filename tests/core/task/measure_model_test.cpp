// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/measure_model_task.h"

#include "core/face_model/pca_model.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "core/util/tsv.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::task;
namespace fs = std::filesystem;

namespace {

constexpr int kMeasuredSide = 32;
constexpr int kPictures = 24;

/// A ramp, brightened at the top by `first` and on the left by `second`, and with noise.
image::Picture face(double first, double second, double noise, Random& random)
{
    image::Picture picture{kMeasuredSide, kMeasuredSide, {}};
    for (int y = 0; y < kMeasuredSide; ++y)
        for (int x = 0; x < kMeasuredSide; ++x)
            for (int c = 0; c < 3; ++c) {
                const double value
                    = 0.3 + 0.2 * (x + y) / kMeasuredSide + (y < kMeasuredSide / 2 ? first : 0)
                      + (x < kMeasuredSide / 2 ? second : 0) + noise * random.normal();
                picture.rgb.push_back(static_cast<float>(std::clamp(value, 0.0, 1.0)));
            }
    return picture;
}

/// Clearly one or the other.
double brightness(Random& random)
{
    const double amount = random.uniform(0.03, 0.1);
    return random.below(2) == 1 ? amount : -amount;
}

/// Pictures to learn from, others, lists that say which are bright at the top, and a PCA that can
/// make all of them but their noise.
struct Faces {
    test::TemporaryFolder folder;
    fs::path learn = folder.path() / "learn";
    fs::path unseen = folder.path() / "unseen";
    fs::path model = folder.path() / "two.safetensors";
    Progress progress;

    explicit Faces(double noise = 0)
    {
        Random random(7);
        std::vector<image::Picture> pictures;
        for (const fs::path& place : {learn, unseen}) {
            std::string list = "picture\tBright\tDim\n";
            for (int i = 0; i < kPictures; ++i) {
                const double first = brightness(random);
                const std::string name = place.stem().string() + std::to_string(i) + ".png";
                const bool isNoisy = place == unseen;
                pictures.push_back(
                    face(first, random.uniform(-0.1, 0.1), isNoisy ? noise : 0, random));
                io::writePicture(place / name, pictures.back());
                // What is said of the unseen ones is the opposite in the second list.
                const bool isBright = first > 0;
                list += name + (isBright ? "\t1" : "\t-1") + (isBright == isNoisy ? "\t-1" : "\t1")
                        + "\n";
            }
            test::writeText(listOf(place), list);
        }
        face_model::PcaOptions options;
        options.name = "two";
        options.components = 2;
        options.imageSize = kMeasuredSide;
        face_model::trainPca(std::span(pictures).first(kPictures), options, progress)->save(model);
    }
    [[nodiscard]] fs::path listOf(const fs::path& place) const
    {
        return folder.path() / (place.stem().string() + ".tsv");
    }
    [[nodiscard]] MeasureModelOptions options() const
    {
        MeasureModelOptions options;
        options.model = model.string();
        options.images = unseen;
        return options;
    }
};

} // namespace

class MeasureModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aModelThatCanMakeThePicturesIsSaidToBePerfect()
    {
        Faces faces;
        const Json json = measureModel(faces.options(), faces.progress).json;
        QVERIFY(json.at("pix_corr").get<double>() > 0.999);
        QVERIFY(json.at("ssim").get<double>() > 0.99);
        QCOMPARE(json.at("identity").get<double>(), 1.0);
    }
    void whatItCannotMakeIsMissing()
    {
        // Noise of sd s on a picture of sd p leaves a correlation of p / sqrt(p² + s²).
        constexpr double kNoise = 0.05;
        Faces faces(kNoise);
        MeasureModelOptions options = faces.options();
        options.out = faces.folder.path() / "faces.tsv";
        const Json json = measureModel(options, faces.progress).json;
        double expected = 0;
        Random random(7);
        for (int i = 0; i < 2 * kPictures; ++i) {
            const double first = brightness(random);
            const double second = random.uniform(-0.1, 0.1);
            Random none(1);
            const image::Picture clean = face(first, second, 0, none);
            for (int n = 0; n < 3 * kMeasuredSide * kMeasuredSide; ++n)
                static_cast<void>(random.normal());
            if (i >= kPictures) {
                const auto values = clean.vector().cast<double>().eval();
                const double variance = (values.array() - values.mean()).square().mean();
                expected += std::sqrt(variance / (variance + kNoise * kNoise)) / kPictures;
            }
        }
        QVERIFY(std::abs(json.at("pix_corr").get<double>() - expected) < 0.01);
        QVERIFY(json.at("sharpness").get<double>() < 0.2);
        const Tsv table = readTsv(options.out);
        QCOMPARE(table.rows.size(), std::size_t{kPictures});
        double mean = 0;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            mean += table.number(row, *table.column({"pix_corr"})) / kPictures;
        QVERIFY(std::abs(mean - json.at("pix_corr").get<double>()) < 1e-4);
    }
    void attributesAreLearnedFromSomeAndToldFromOthers()
    {
        Faces faces;
        MeasureModelOptions options = faces.options();
        options.learn = faces.learn;
        options.attributes = {faces.listOf(faces.unseen), faces.listOf(faces.learn)};
        const Json json = measureModel(options, faces.progress).json;
        QVERIFY(json.at("attributes").at("Bright").at("accuracy").get<double>() > 0.9);
        QVERIFY(json.at("attributes").at("Dim").at("accuracy").get<double>() < 0.1);
        QCOMPARE(json.at("attributes").at("Bright").at("pictures").get<int>(), kPictures);
        QCOMPARE(json.at("learned_from").get<int>(), kPictures);
    }
    void whatIsMissingIsSaid()
    {
        Faces faces;
        MeasureModelOptions options = faces.options();
        options.attributes = {faces.listOf(faces.unseen)};
        QVERIFY_THROWS_EXCEPTION(Error, (void)measureModel(options, faces.progress));
        options.learn = faces.learn;
        test::writeText(faces.listOf(faces.learn), "picture\tOther\nlearn0.png\t1\n");
        options.attributes.push_back(faces.listOf(faces.learn));
        try {
            (void)measureModel(options, faces.progress);
            QFAIL("two lists with other attributes");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("learn.tsv") != std::string::npos);
        }
    }
    void sheetsAreWritten()
    {
        Faces faces;
        MeasureModelOptions options = faces.options();
        options.sheets = faces.folder.path() / "sheets";
        (void)measureModel(options, faces.progress);
        const image::Picture random = io::readPicture(options.sheets / "two-random.png");
        QCOMPARE(random.width, 8 * kMeasuredSide);
        QVERIFY(fs::exists(options.sheets / "two-reconstructions.png"));
    }
};

FUSIFORM_TEST(MeasureModelTest)
#include "measure_model_test.moc"
