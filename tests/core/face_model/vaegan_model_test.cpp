// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_model.h"

#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/parallel.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
using fusiform::image::Picture;
using fusiform::test::near;

namespace {

Eigen::MatrixXd pixelsOf(std::span<const Picture> pictures)
{
    Eigen::MatrixXd rows(static_cast<Eigen::Index>(pictures.size()),
                         pictures.front().vector().size());
    for (std::size_t p = 0; p < pictures.size(); ++p)
        rows.row(static_cast<Eigen::Index>(p)) = pictures[p].vector().cast<double>().transpose();
    return rows;
}

} // namespace

class VaeganModelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<VaeganModel> m_model;
    std::vector<Picture> m_faces = test::tinyFaces(9, 21);

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        // Nets this small gain nothing from more, and oneDNN's threads wait for each other
        // actively.
        setThreadCount(1);
        Progress progress;
        m_model = trainVaegan(test::tinySet(), test::tinyOptions(), {}, progress);
    }

    void cleanupTestCase() { setThreadCount(0); }

    void aSavedModelGivesTheSameCodesAndPictures()
    {
        const test::TemporaryFolder folder;
        m_model->setManifestEntry("quality", {{"ssim", 0.5}});
        m_model->save(folder.path() / "tiny.safetensors");
        const auto loaded = loadFaceModel(folder.path() / "tiny.safetensors");
        QCOMPARE(loaded->description().kind, std::string("vaegan"));
        QCOMPARE(loaded->description().imageSize, 32);
        QCOMPARE(loaded->description().training, std::string("made up"));
        QCOMPARE(loaded->description().hash, m_model->description().hash);
        Progress progress;
        const Eigen::MatrixXd codes = m_model->encode(m_faces, progress);
        QVERIFY(near(loaded->encode(m_faces, progress), codes, 1e-6));
        QVERIFY(near(pixelsOf(loaded->generate(codes, progress)),
                     pixelsOf(m_model->generate(codes, progress)), 1e-6));
    }

    void theNumberOfThreadsChangesNothing()
    {
        Progress progress;
        const Eigen::MatrixXd codes = m_model->encode(m_faces, progress);
        const Eigen::MatrixXd pixels = pixelsOf(m_model->generate(codes, progress));
        for (const unsigned threads : {2U, 5U}) {
            setThreadCount(threads);
            const Eigen::MatrixXd again = m_model->encode(m_faces, progress);
            const Eigen::MatrixXd pixelsAgain = pixelsOf(m_model->generate(codes, progress));
            setThreadCount(1);
            QVERIFY(again == codes);
            QVERIFY(pixelsAgain == pixels);
        }
    }

    void codesAndPicturesStayInTheirRange()
    {
        Progress progress;
        const Eigen::MatrixXd codes = m_model->encode(m_faces, progress);
        QCOMPARE(codes.cols(), 8);
        QVERIFY(codes.cwiseAbs().maxCoeff() <= 1);
        const Eigen::MatrixXd shown = pixelsOf(m_model->generate(5 * codes, progress));
        QVERIFY(shown.minCoeff() >= 0 && shown.maxCoeff() <= 1);
    }

    void onePictureDoesNotDependOnTheOthers()
    {
        Progress progress;
        const Eigen::MatrixXd codes = m_model->encode(m_faces, progress);
        const Eigen::MatrixXd shown = pixelsOf(m_model->generate(codes, progress));
        for (std::size_t p = 0; p < m_faces.size(); ++p) {
            const auto row = static_cast<Eigen::Index>(p);
            const Eigen::MatrixXd alone
                = m_model->encode(std::span(m_faces).subspan(p, 1), progress);
            QVERIFY(near(alone, codes.row(row), 1e-6));
            const auto shownAlone = m_model->generate(codes.row(row), progress);
            QVERIFY(near(pixelsOf(shownAlone), shown.row(row), 1e-6));
        }
    }

    void theNumberOfThreadsDoesNotMatter()
    {
        Progress progress;
        setThreadCount(1);
        const Eigen::MatrixXd one = m_model->encode(m_faces, progress);
        const Eigen::MatrixXd shownByOne = pixelsOf(m_model->generate(one, progress));
        setThreadCount(4);
        QVERIFY(near(m_model->encode(m_faces, progress), one, 1e-5));
        QVERIFY(near(pixelsOf(m_model->generate(one, progress)), shownByOne, 1e-5));
        setThreadCount(1);
    }

    void wrongInputsAreRefused()
    {
        Progress progress;
        const std::vector<Picture> large = {{64, 64, std::vector<float>(64 * 64 * 3)}};
        QVERIFY_THROWS_EXCEPTION(Error, (void)m_model->encode(large, progress));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)m_model->generate(Eigen::MatrixXd::Zero(1, 7), progress));
        Eigen::MatrixXd codes = Eigen::MatrixXd::Zero(1, 8);
        codes(0, 3) = NAN;
        QVERIFY_THROWS_EXCEPTION(Error, (void)m_model->generate(codes, progress));
    }

    void noPicturesGiveNoCodes()
    {
        Progress progress;
        QCOMPARE(m_model->encode({}, progress).rows(), 0);
        QVERIFY(m_model->generate(Eigen::MatrixXd(0, 8), progress).empty());
    }

    void aStopEndsTheWork()
    {
        std::stop_source source;
        Progress progress(source.get_token());
        source.request_stop();
        try {
            (void)m_model->encode(m_faces, progress);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Cancelled);
        }
    }

    void aDamagedFileIsBadDataThatNamesIt()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path file = folder.path() / "tiny.safetensors";
        m_model->save(file);
        const std::vector<std::byte> bytes = readBinaryFile(file);
        const std::string whole(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        const auto replaced = [&](const std::string& from, const std::string& to) {
            std::string text = whole;
            text.replace(text.find(from), from.size(), to);
            return text;
        };
        const std::vector<std::string> damaged = {
            whole.substr(0, whole.size() - 1),
            replaced("generator_last.bias", "generator_last.bios"), // an array is missing
            replaced("latent_size\\\":8", "latent_size\\\":9"),
            replaced("width\\\":4", "width\\\":0"),
            replaced("compact", "compost"),
            replaced("image_size", "image_sise"),
        };
        for (const std::string& text : damaged) {
            test::writeText(file, text);
            try {
                (void)loadFaceModel(file);
                QFAIL("no error");
            } catch (const Error& error) {
                QVERIFY2(error.kind() == ErrorKind::BadData, error.what());
                QVERIFY(std::string(error.what()).find("tiny.safetensors") != std::string::npos);
            }
        }
    }
};

FUSIFORM_TEST(VaeganModelTest)
#include "vaegan_model_test.moc"
