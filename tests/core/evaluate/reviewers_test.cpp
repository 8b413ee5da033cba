// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ceiling_facts.h"
#include "core/evaluate/low_level.h"
#include "core/scores/recognition.h"
#include "core/util/error.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <fstream>

using namespace fusiform;

namespace {

/// A picture of one grey, with a frame, a band of hair and a middle of their own.
image::Picture patched(float frame, float hair, float skin, float rest)
{
    constexpr int kSide = 100;
    image::Picture picture{kSide, kSide, {}};
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const bool isInner = x >= 12 && x < 88 && y >= 12;
            const bool isHair = x >= 25 && x < 75 && y >= 8 && y < 28;
            const bool isSkin = x >= 35 && x < 65 && y >= 40 && y < 75;
            const float value = isSkin ? skin : isHair ? hair : isInner ? rest : frame;
            picture.rgb.insert(picture.rgb.end(), {value, value / 2, 0.F});
        }
    return picture;
}

/// Makes pictures of codes whose grey is the first latent, and nothing else.
class GreyModel final : public face_model::FaceModel {
public:
    explicit GreyModel(Eigen::Index latents)
    {
        m_description.name = "grey";
        m_description.latentSize = latents;
        m_description.imageSize = 32;
    }
    const face_model::ModelDescription& description() const override { return m_description; }
    Eigen::MatrixXd encode(std::span<const image::Picture>, Progress&) const override { return {}; }
    std::vector<image::Picture> generate(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                         Progress&) const override
    {
        std::vector<image::Picture> pictures;
        for (Eigen::Index row = 0; row < codes.rows(); ++row) {
            const auto grey = static_cast<float>(std::clamp(0.5 + 0.1 * codes(row, 0), 0.0, 1.0));
            pictures.push_back({32, 32, std::vector<float>(3 * 32 * 32, grey)});
        }
        return pictures;
    }
    void save(const std::filesystem::path&) const override { }

private:
    face_model::ModelDescription m_description;
};

} // namespace

class ReviewersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void featuresAreOfTheirPlaces()
    {
        const Eigen::VectorXd f = evaluate::lowLevelFeatures(patched(0.2F, 0.4F, 0.8F, 0.6F));
        QCOMPARE(f.size(), evaluate::kLowLevelFeatures);
        QVERIFY(test::near(f[6], 0.4, 1e-6)); // hair, red
        QVERIFY(test::near(f[9], 0.8, 1e-6)); // skin
        QVERIFY(test::near(f[10], 0.4, 1e-6)); // skin, green
        QVERIFY(test::near(f[11], 0, 1e-12)); // blue
        QVERIFY(f[3] > 0.2 && f[3] < 0.25); // the frame holds four rows of hair
        QVERIFY(std::abs(f[14]) < 1e-9); // as bright on the left
        const Eigen::VectorXd flat = evaluate::lowLevelFeatures(patched(.5F, .5F, .5F, .5F));
        QVERIFY(test::near(flat[12], 0, 1e-7) && test::near(flat[13], 0, 1e-7)); // no contrast
    }
    /// Faces that are told apart by their grey alone, and by all but their grey.
    void whatTheFeaturesCarryIsTakenOut()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 0.05, 40);
        glm::ModelFit& model = fit.models.front();
        model.latentMean.setZero();
        model.latentSd.setOnes();
        evaluate::OpenSubject subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        evaluate::OpenModel& open = subject.models.front();
        const Eigen::Index faces = open.shown.count();
        evaluate::Recognition found;
        found.model = model.model.name;
        found.region = "selected";
        evaluate::RecognitionOptions options;
        options.permutations = 200;
        options.draws = 200;
        Progress progress;
        const evaluate::PictureMaker maker{std::make_shared<GreyModel>(40), {}};
        std::srand(7);
        const Eigen::MatrixXd truth = Eigen::MatrixXd::Random(faces, 40);
        const Eigen::MatrixXd noise = Eigen::MatrixXd::Random(faces, 40);
        open.shown.codes = truth;
        // Decoded: noise, but for the latent that the grey comes from.
        found.decoded.latents = 0.01 * noise;
        found.decoded.latents.col(0) = truth.col(0);
        const evaluate::LowLevel grey
            = evaluate::withoutLowLevel(open, maker, std::span(&found, 1), options, progress)
                  .front();
        // Decoded: all but that latent.
        found.decoded.latents = truth;
        found.decoded.latents.col(0) = noise.col(0);
        const evaluate::LowLevel rest
            = evaluate::withoutLowLevel(open, maker, std::span(&found, 1), options, progress)
                  .front();
        QVERIFY(rest.without > 0.99);
        QVERIFY(rest.randomOut > 0.95);
        QVERIFY(grey.without < rest.without - 0.2);
        QVERIFY(std::abs(grey.without - 0.5) < 0.25);
        QVERIFY(grey.explained > 1.0 / 40 - 0.01); // one latent of forty, at least
        QVERIFY(rest.withoutP < 0.01);
    }
    void aModelThatMakesNoPicturesHasNone()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        Progress progress;
        QVERIFY(evaluate::withoutLowLevel(subject.models.front(), {nullptr, {}}, {}, {}, progress)
                    .empty());
    }
    void theCeilingIsTheFits()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit;
        fit.folder = folder.path();
        QVERIFY(!evaluate::ceilingFacts(fit).has_value());
        std::ofstream(fit.folder / "noise_ceiling.json")
            << R"({"n_faces": 10, "repetitions": 16, "models": [{"model": "m", "regions": [
                {"region": "temporal", "pooled_percent": 30, "percent": {"n": 50, "median": 24,
                 "quartile_1": 1, "quartile_3": null}, "ncsnr": {"median": 0.14}}]}]})";
        const auto facts = evaluate::ceilingFacts(fit);
        QCOMPARE(facts->regions.size(), std::size_t{1});
        QVERIFY(test::near(facts->regions[0].pooled, 0.30, 1e-12));
        QVERIFY(test::near(facts->regions[0].median, 0.24, 1e-12));
        QVERIFY(std::isnan(facts->regions[0].quartile3));
        std::ofstream(fit.folder / "noise_ceiling.json") << R"({"n_faces": "ten"})";
        QVERIFY_THROWS_EXCEPTION(Error, (void)evaluate::ceilingFacts(fit));
    }
};

FUSIFORM_TEST(ReviewersTest)
#include "reviewers_test.moc"
