// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/pca_model.h"

#include "core/face_model/face_models.h"
#include "core/face_model/principal_components.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <cmath>
#include <fstream>

using namespace fusiform;
using namespace fusiform::face_model;
using fusiform::image::Picture;
using fusiform::test::near;

namespace {

constexpr int kSide = 8;

/// Pictures of 8 bits with a spectrum that falls, like faces: a few patterns and a little noise.
std::vector<Picture> somePictures(std::size_t count, int side = kSide)
{
    Random random(11);
    const int values = 3 * side * side;
    Eigen::MatrixXd patterns(values, 12);
    for (Eigen::Index k = 0; k < patterns.cols(); ++k)
        for (Eigen::Index i = 0; i < values; ++i)
            patterns(i, k) = 0.15 / static_cast<double>(k + 1) * random.normal();
    std::vector<Picture> pictures;
    for (std::size_t p = 0; p < count; ++p) {
        Eigen::VectorXd picture = Eigen::VectorXd::Constant(values, 0.5);
        for (Eigen::Index k = 0; k < patterns.cols(); ++k)
            picture += random.normal() * patterns.col(k);
        Picture one{side, side, {}};
        for (const double value : picture) {
            const double noisy = std::clamp(value + 0.02 * random.normal(), 0.0, 1.0);
            one.rgb.push_back(static_cast<float>(std::round(255 * noisy) / 255));
        }
        pictures.push_back(std::move(one));
    }
    return pictures;
}

std::unique_ptr<PcaModel> trained(std::span<const Picture> pictures, Eigen::Index components)
{
    PcaOptions options;
    options.components = components;
    options.imageSize = pictures.empty() ? kSide : pictures.front().width;
    options.training = "made up";
    Progress progress;
    return trainPca(pictures, options, progress);
}

Eigen::MatrixXd rowsOf(std::span<const Picture> pictures)
{
    Eigen::MatrixXd rows(static_cast<Eigen::Index>(pictures.size()),
                         pictures.front().vector().size());
    for (std::size_t p = 0; p < pictures.size(); ++p)
        rows.row(static_cast<Eigen::Index>(p)) = pictures[p].vector().cast<double>().transpose();
    return rows;
}

ErrorKind kindOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Cancelled; // no error at all
}

} // namespace

class PcaModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void componentsAreOrthonormal()
    {
        const auto model = trained(somePictures(60), 20);
        const Eigen::MatrixXd components = model->components().cast<double>();
        // Components are floats: 192 rounding errors of 6e-8 relative.
        QVERIFY(near(components.transpose() * components, Eigen::MatrixXd::Identity(20, 20), 2e-5));
    }

    void varianceEqualsADirectDecompositionOfThePixels()
    {
        const std::vector<Picture> pictures = somePictures(60);
        const auto model = trained(pictures, 10);
        Eigen::MatrixXd centred = rowsOf(pictures);
        centred.rowwise() -= Eigen::RowVectorXd(centred.colwise().mean());
        const Eigen::MatrixXd covariance = centred.transpose() * centred / 59;
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> direct(covariance);
        const Eigen::VectorXd largest = direct.eigenvalues().reverse().head(10);
        QVERIFY(near(model->variances(), largest, 1e-5 * largest[0]));
        QVERIFY(near(model->totalVariance(), covariance.trace(), 1e-5 * covariance.trace()));
        QVERIFY(near(model->shareOfVariance(), largest.sum() / covariance.trace(), 1e-5));
        // The same subspace: the direct vectors are rebuilt from the model's.
        const Eigen::MatrixXd vectors = direct.eigenvectors().rowwise().reverse().leftCols(10);
        const Eigen::MatrixXd components = model->components().cast<double>();
        QVERIFY(near(components * (components.transpose() * vectors), vectors, 1e-3));
    }

    void manyPicturesAreDecomposedInPortions()
    {
        // More than one portion of 256, against a direct decomposition of the pixels.
        const std::vector<Picture> pictures = somePictures(600);
        std::atomic<int> asked = 0;
        const PictureSource source{pictures.size(), kSide, [&](std::size_t p) {
                                       ++asked;
                                       return pictures[p];
                                   }};
        Progress progress;
        const PrincipalComponents found = componentsStreamed(source, 10, progress);
        QVERIFY(asked > 2 * 600);
        Eigen::MatrixXd centred = rowsOf(pictures);
        centred.rowwise() -= Eigen::RowVectorXd(centred.colwise().mean());
        const Eigen::MatrixXd covariance = centred.transpose() * centred / 599;
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> direct(covariance);
        const Eigen::VectorXd largest = direct.eigenvalues().reverse().head(10);
        QVERIFY(near(found.variances, largest, 1e-4 * largest[0]));
        QVERIFY(near(found.totalVariance, covariance.trace(), 1e-6 * covariance.trace()));
        const Eigen::MatrixXd components = found.components.cast<double>();
        QVERIFY(near(components.transpose() * components, Eigen::MatrixXd::Identity(10, 10), 2e-5));
        const Eigen::MatrixXd vectors = direct.eigenvectors().rowwise().reverse().leftCols(6);
        QVERIFY(near(components * (components.transpose() * vectors), vectors, 1e-3));
        // And what the other way finds.
        const PrincipalComponents other = componentsByCovariance(source, 10, progress);
        QVERIFY(near(found.mean.cast<double>(), other.mean.cast<double>(), 1e-6));
        QVERIFY(near(found.variances, other.variances, 1e-4 * largest[0]));
    }

    void picturesAllAlikeHaveNoComponents()
    {
        const Picture one = somePictures(1).front();
        const PictureSource source{300, kSide, [&](std::size_t) { return one; }};
        Progress progress;
        const PrincipalComponents found = componentsStreamed(source, 5, progress);
        QVERIFY(found.components.isZero(0));
        QVERIFY(found.variances.isZero(0));
    }

    void aReconstructionIsTheClippedProjection()
    {
        const std::vector<Picture> pictures = somePictures(50);
        const auto model = trained(std::span(pictures).first(40), 8);
        Progress progress;
        const Eigen::MatrixXd codes = model->encode(pictures, progress);
        const std::vector<Picture> shown = model->generate(codes, progress);
        const Eigen::MatrixXd components = model->components().cast<double>();
        const Eigen::RowVectorXd mean = model->mean().cast<double>().transpose();
        const Eigen::MatrixXd centred = rowsOf(pictures).rowwise() - mean;
        QVERIFY(near(codes, centred * components, 1e-5));
        const Eigen::MatrixXd wanted
            = ((centred * components * components.transpose()).rowwise() + mean)
                  .cwiseMax(0)
                  .cwiseMin(1);
        QVERIFY(near(rowsOf(shown), wanted, 1e-5));
    }

    void allComponentsRebuildTheTrainingPictures()
    {
        const std::vector<Picture> pictures = somePictures(12);
        const auto model = trained(pictures, 0);
        QCOMPARE(model->description().latentSize, 11);
        Progress progress;
        const auto shown = model->generate(model->encode(pictures, progress), progress);
        QVERIFY(near(rowsOf(shown), rowsOf(pictures), 1e-4));
        QVERIFY(near(model->shareOfVariance(), 1, 1e-6));
    }

    void aCodeDoesNotDependOnTheOtherPicturesInTheCall()
    {
        const std::vector<Picture> pictures = somePictures(20);
        const auto model = trained(pictures, 6);
        Progress progress;
        const Eigen::MatrixXd together = model->encode(pictures, progress);
        for (std::size_t p = 0; p < pictures.size(); ++p)
            QVERIFY(model->encode(std::span(pictures).subspan(p, 1), progress)
                    == together.row(static_cast<Eigen::Index>(p)));
    }

    void anyThreadCountGivesTheSameBits()
    {
        // More than one block of pixels: 48 x 48 x 3 = 6,912 of 4,096.
        const std::vector<Picture> pictures = somePictures(40, 48);
        Progress progress;
        Eigen::MatrixXf components;
        Eigen::MatrixXf streamed;
        Eigen::MatrixXd codes;
        const PictureSource source{pictures.size(), 48, [&](std::size_t p) { return pictures[p]; }};
        for (const unsigned threads : {1U, 2U, 5U}) {
            setThreadCount(threads);
            const auto model = trained(pictures, 10);
            const Eigen::MatrixXd now = model->encode(pictures, progress);
            const Eigen::MatrixXf inPortions = componentsStreamed(source, 10, progress).components;
            if (threads > 1) {
                QVERIFY(inPortions == streamed);
                QVERIFY(model->components() == components);
                QVERIFY(now == codes);
            }
            components = model->components();
            streamed = inPortions;
            codes = now;
        }
        setThreadCount(0);
    }

    void aSavedModelIsTheSameWhenLoaded()
    {
        const test::TemporaryFolder folder;
        const std::vector<Picture> pictures = somePictures(30);
        const auto model = trained(pictures, 7);
        model->save(folder.path() / "faces.safetensors");
        const auto loaded = loadFaceModel(folder.path() / "faces.safetensors");
        QCOMPARE(loaded->description().kind, std::string("pca"));
        QCOMPARE(loaded->description().latentSize, 7);
        QCOMPARE(loaded->description().imageSize, kSide);
        QCOMPARE(loaded->description().training, std::string("made up"));
        QCOMPARE(loaded->description().hash, model->description().hash);
        Progress progress;
        const Eigen::MatrixXd codes = model->encode(pictures, progress);
        QVERIFY(loaded->encode(pictures, progress) == codes);
        QVERIFY(loaded->generate(codes, progress)[3].rgb
                == model->generate(codes, progress)[3].rgb);
        const auto& pca = dynamic_cast<const PcaModel&>(*loaded);
        QVERIFY(pca.variances() == model->variances());
        QCOMPARE(pca.totalVariance(), model->totalVariance());
    }

    void aDamagedModelIsBadDataThatNamesTheFile()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "faces.safetensors";
        trained(somePictures(10), 3)->save(file);
        std::ifstream stream(file, std::ios::binary);
        const std::string whole((std::istreambuf_iterator<char>(stream)), {});
        std::string fewer = whole;
        fewer.replace(fewer.find("latent_size\\\":3"), 15, "latent_size\\\":2");
        for (const std::string& damaged : {whole.substr(0, whole.size() - 5), fewer}) {
            test::writeText(file, damaged);
            try {
                (void)loadFaceModel(file);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::BadData);
                QVERIFY(std::string(error.what()).find("faces.safetensors") != std::string::npos);
            }
        }
    }

    void tooFewPicturesAreRefused()
    {
        const std::vector<Picture> pictures = somePictures(5);
        QCOMPARE(kindOf([&] { (void)trained({}, 1); }), ErrorKind::Usage);
        QCOMPARE(kindOf([&] { (void)trained(std::span(pictures).first(1), 1); }), ErrorKind::Usage);
        QCOMPARE(kindOf([&] { (void)trained(pictures, 5); }), ErrorKind::Usage);
        QCOMPARE(trained(pictures, 4)->description().latentSize, 4);
    }

    void picturesOfAnotherSizeAreRefused()
    {
        std::vector<Picture> pictures = somePictures(5);
        const auto model = trained(pictures, 2);
        pictures.push_back(somePictures(1, 9).front());
        QCOMPARE(kindOf([&] { (void)trained(pictures, 2); }), ErrorKind::Usage);
        Progress progress;
        QCOMPARE(kindOf([&] { (void)model->encode(pictures, progress); }), ErrorKind::Usage);
    }

    void picturesThatAreAllAlikeGiveThatPicture()
    {
        const std::vector<Picture> pictures(4, somePictures(1).front());
        const auto model = trained(pictures, 2);
        QVERIFY(model->components().allFinite());
        Progress progress;
        const auto shown = model->generate(model->encode(pictures, progress), progress);
        QVERIFY(near(rowsOf(shown), rowsOf(pictures), 1e-5));
    }
};

FUSIFORM_TEST(PcaModelTest)
#include "pca_model_test.moc"
