// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/model_comparison.h"

#include "core/face_model/pca_model.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::face_model;
using test::near;

namespace {

/// Smooth pictures of random colours, as files, and PCA models of two sizes trained on them.
struct ComparedFolder {
    test::TemporaryFolder folder;
    std::vector<std::filesystem::path> files;
    std::vector<std::shared_ptr<const FaceModel>> models;

    ComparedFolder()
    {
        Random random(3);
        std::vector<image::Picture> pictures;
        for (int i = 0; i < 10; ++i) {
            image::Picture small{4, 4, {}};
            for (int k = 0; k < 48; ++k)
                small.rgb.push_back(static_cast<float>(random.uniform()));
            pictures.push_back(image::resized(small, 32, 32));
            files.push_back(folder.path() / ("p" + std::to_string(i) + ".png"));
            io::writePicture(files.back(), pictures.back());
        }
        for (const int size : {32, 16}) {
            PcaOptions options;
            options.components = size == 32 ? 8 : 1;
            options.imageSize = size;
            options.name = "pca" + std::to_string(size);
            std::vector<image::Picture> training;
            for (const image::Picture& picture : pictures)
                training.push_back(image::resized(picture, size, size));
            Progress progress;
            models.push_back(trainPca(training, options, progress));
        }
    }
};

} // namespace

class ModelComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaceHasTheNumbersOfItsOwnPair()
    {
        const ComparedFolder c;
        Progress progress;
        const ModelComparison comparison = compareModels(c.files, c.models, progress);
        QCOMPARE(comparison.models.size(), 2U);
        QCOMPARE(comparison.originals.size(), 10U);
        QCOMPARE(comparison.originals[0].width, 32);
        QCOMPARE(comparison.models[1].reconstructions[0].width, 16);
        for (std::size_t m = 0; m < 2; ++m) {
            const ComparedModel& compared = comparison.models[m];
            double sum = 0;
            for (std::size_t i = 0; i < 10; ++i) {
                // One pair at a time, as the quality of a set of one.
                const int size = compared.model.imageSize;
                const std::array original
                    = {image::resized(io::readPicture(c.files[i]), size, size)};
                const ModelQuality alone = qualityOf(
                    original, std::span(compared.reconstructions).subspan(i, 1), progress);
                QVERIFY(near(compared.faces[i].pixCorr, alone.pixCorr, 1e-9));
                QVERIFY(near(compared.faces[i].ssim, alone.ssim, 1e-9));
                QVERIFY(near(compared.faces[i].relativeSharpness(), alone.sharpness, 1e-9));
                sum += alone.pixCorr;
            }
            QVERIFY(near(compared.mean.pixCorr, sum / 10, 1e-9));
        }
        // Eight of nine components against one: nearer in everything.
        QVERIFY(comparison.models[0].mean.pixCorr > comparison.models[1].mean.pixCorr);
        QCOMPARE(comparison.models[0].mean.identity, 1.0);
    }
    void facesAreOrderedByAMeasure()
    {
        ModelComparison comparison;
        comparison.files.resize(3);
        ComparedModel compared;
        compared.faces = {{0.5, 0.9, 2, 10, 3}, {0.8, 0.1, 6, 10, 1}, {0.5, 0.3, 4, 1, 2}};
        comparison.models = {compared};
        using Order = std::vector<std::size_t>;
        QCOMPARE(orderedBy(comparison, 0, Measure::PixCorr), (Order{1, 0, 2}));
        QCOMPARE(orderedBy(comparison, 0, Measure::Ssim), (Order{0, 2, 1}));
        QCOMPARE(orderedBy(comparison, 0, Measure::Sharpness), (Order{2, 1, 0}));
        QCOMPARE(orderedBy(comparison, 0, Measure::Rank), (Order{1, 2, 0}));
    }
    void nothingToCompareIsSaid()
    {
        const ComparedFolder c;
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, (void)compareModels({}, c.models, progress));
        QVERIFY_THROWS_EXCEPTION(Error, (void)compareModels(c.files, {}, progress));
    }
};

FUSIFORM_TEST(ModelComparisonTest)
#include "model_comparison_test.moc"
