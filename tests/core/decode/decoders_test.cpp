// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoders.h"

#include "core/decode/region_decoder.h"
#include "core/stats/sealed_faces.h"
#include "core/util/error.h"
#include "tests/support/coded_study.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <map>
#include <set>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::Vector2d;
using test::near;

namespace {

/// The worked case of methods, section 6: two latents and a bias, five voxels, one pattern.
struct WorkedCase {
    glm::Fit fit;
    std::shared_ptr<decode::DecoderInputs> inputs = std::make_shared<decode::DecoderInputs>();

    WorkedCase()
    {
        fit.grid.shape = {5, 1, 1};
        fit.voxels = {0, 1, 2, 3, 4};
        glm::ModelFit& model = fit.models.emplace_back();
        Eigen::MatrixXf w(3, 5);
        w << 1, 0, 2, 1, .5F, 0, 1, 1, -1, .5F, 1, 1, 1, 1, 1;
        model.weights = glm::Weights(w);
        model.latentMean = Vector2d::Zero();
        model.latentSd = Vector2d::Ones();
        model.exploration.names = {"F1.jpg"};
        model.exploration.patterns = Eigen::MatrixXf(1, 5);
        model.exploration.patterns << 1.6F, .55F, 1.8F, 1.75F, 1.225F;
        inputs->noise.weights = Eigen::VectorXf(5);
        inputs->noise.weights << 1, .5F, 2, 1, .25F;
        inputs->prior.precision = Eigen::Matrix2d::Identity();
        inputs->prior.patternNoise = 1;
    }
    [[nodiscard]] Vector2d code(const decode::DecodeOptions& options, int voxels = 5) const
    {
        decode::RegionDecoder decoder(fit, fit.models[0], fit.models[0].exploration);
        decoder.setInputs(inputs);
        const std::vector<image::Index> region(fit.voxels.begin(), fit.voxels.begin() + voxels);
        Progress progress;
        return decoder.decode(image::VoxelSet::of(fit.grid.shape, region), options, progress)
            .latents.row(0)
            .transpose();
    }
};

image::VoxelSet firstVoxels(const glm::Fit& fit, std::size_t count)
{
    return image::VoxelSet::of(fit.grid.shape, std::span(fit.voxels).first(count));
}

struct Scores {
    double pairwise = 0;
    double full = 0;
};

/// Of all 20 test faces, by every decoder, averaged over studies.
std::map<std::string, Scores> averageScores(const test::CodedStudyOptions& options, int studies)
{
    std::map<std::string, Scores> scores;
    for (int s = 0; s < studies; ++s) {
        const test::TemporaryFolder folder;
        test::CodedStudyOptions one = options;
        one.seed = static_cast<std::uint64_t>(s + 1);
        test::CodedStudy study = test::makeCodedStudy(folder.path(), one);
        glm::ModelFit& model = study.fit.models[0];
        Progress progress;
        // Made before the seal is opened: no decoder knows anything of confirmation faces.
        const auto inputs = std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(study.fit, model, progress));
        const glm::FaceSet all = stats::joined(
            model.exploration,
            stats::SealOpener::open(study.fit, model, stats::SealedPart::Confirmation,
                                    {"all", {}, model.selected, "all", false}));
        for (const decode::Decoder& decoder : decode::decoders()) {
            decode::RegionDecoder regions(study.fit, model, all);
            regions.setInputs(inputs);
            decode::DecodeOptions how;
            how.decoder = decoder.name;
            const decode::Decoded decoded = regions.decode(model.selected, how, progress);
            Scores& sum = scores[std::string(decoder.name)];
            sum.pairwise += 100 * decoded.pairwise / studies;
            sum.full += 100 * decoded.fullRecognition / studies;
        }
    }
    for (const auto& [name, score] : scores)
        qInfo("%s: pairwise %.1f %%, of 20 %.1f %%", name.c_str(), score.pairwise, score.full);
    return scores;
}

} // namespace

class DecodersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDecoderGivesTheWorkedCase()
    {
        const WorkedCase worked;
        decode::DecodeOptions options;
        options.decoder = "ols";
        QVERIFY(near(worked.code(options), Vector2d(.591463414634, -.287804878049), 1e-6));
        options.bias = decode::Bias::Fixed;
        QVERIFY(near(worked.code(options), Vector2d(.55, -.30), 1e-6));
        options.bias = decode::Bias::Solved;
        options.decoder = "ridge";
        options.ridge = .5 / (14.5 / 3); // the case has λ = .5, and tr(G) = 14.5
        QVERIFY(near(worked.code(options), Vector2d(.483426966292, -.247471910112), 1e-6));
        options.decoder = "gls";
        options.ridge = 0;
        QVERIFY(near(worked.code(options), Vector2d(.5868949233, -.2880165289), 1e-6));
        options.decoder = "bayes";
        QVERIFY(near(worked.code(options), Vector2d(.3629411765, -.1620728291), 1e-6));
    }
    /// Noise that voxels share: against Σ⁻¹ written out, in sums and in fewer voxels than rows.
    void sharedNoiseIsWhitenedAsIfTheCovarianceWereInverted()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 20, .sharedNoise = 0.6});
        const glm::ModelFit& model = study.fit.models[0];
        Progress progress;
        const auto inputs = std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(study.fit, model, progress));
        QVERIFY(inputs->noise.factors->rows() >= 6);
        decode::RegionDecoder decoder(study.fit, model, model.exploration);
        decoder.setInputs(inputs);
        // Larger, smaller, fewer than rows, larger again: the sums follow.
        for (const std::size_t count : {300, 120, 15, 220}) {
            const auto v = static_cast<Index>(count);
            const MatrixXd f = inputs->noise.factors->leftCols(v).cast<double>();
            MatrixXd covariance = f.transpose() * f;
            covariance += MatrixXd(
                inputs->noise.weights.head(v).cast<double>().cwiseInverse().asDiagonal());
            const MatrixXd inverse = covariance.inverse();
            const MatrixXd w = model.weights.matrix().leftCols(v).cast<double>();
            const MatrixXd y = model.exploration.patterns.leftCols(v).cast<double>();
            const MatrixXd g = w * inverse * w.transpose();
            const MatrixXd c = y * inverse * w.transpose();
            for (const char* const name : {"gls", "bayes"}) {
                MatrixXd pull = MatrixXd::Zero(g.rows(), g.rows());
                if (std::string(name) == "bayes") {
                    pull.topLeftCorner(20, 20)
                        = inputs->prior.noiseScale() * inputs->prior.precision;
                } else {
                    pull.diagonal().head(20).setConstant(0.1 * g.trace() / 21);
                }
                const MatrixXd expected
                    = (c * (g + pull).inverse()).leftCols(20) * model.latentSd.asDiagonal();
                decode::DecodeOptions options;
                options.decoder = name;
                const decode::Decoded decoded
                    = decoder.decode(firstVoxels(study.fit, count), options, progress);
                QVERIFY(near(decoded.latents, expected, 1e-7));
                QCOMPARE(decoded.voxels, v);
            }
        }
    }
    /// The calibrated simulation: where the paper's inverse recognises as in the paper, the best
    /// decoder makes nearly no mistake. 24 studies of 20 faces.
    void theBestDecoderRecognisesNearlyAll()
    {
        test::CodedStudyOptions options;
        options.noise = 11.8;
        options.sharedNoise = 0.5;
        const auto scores = averageScores(options, 24);
        QVERIFY(near(scores.at("ols").pairwise, 95.5, 0.7));
        QVERIFY(near(scores.at("ols").full, 65, 4));
        QVERIFY(scores.at("bayes").pairwise >= 98 && scores.at("bayes").full >= 80);
        QVERIFY(scores.at("gls").pairwise >= 98 && scores.at("gls").full >= 80);
        QVERIFY(scores.at("ceiling").pairwise > scores.at("ridge").pairwise);
    }
    void whatIsMissingIsSaid()
    {
        const WorkedCase worked;
        decode::RegionDecoder decoder(worked.fit, worked.fit.models[0],
                                      worked.fit.models[0].exploration);
        Progress progress;
        for (const char* const name : {"gls", "bayes", "ceiling", "magic"}) {
            decode::DecodeOptions options;
            options.decoder = name;
            try {
                (void)decoder.decode(firstVoxels(worked.fit, 5), options, progress);
                QFAIL("decoded without what it needs");
            } catch (const Error& error) {
                QCOMPARE(error.kind(), ErrorKind::Usage);
                QVERIFY(std::string(error.what()).find(name) != std::string::npos);
            }
        }
    }
    void namesAreUniqueAndExplained()
    {
        const std::vector<std::string> names = decode::decoderNames();
        QVERIFY(std::set<std::string>(names.begin(), names.end()).size() == names.size());
        for (const decode::Decoder& decoder : decode::decoders()) {
            QVERIFY(decoder.formula.starts_with("X = Y "));
            QVERIFY(!decoder.help.english().empty());
            QCOMPARE(&decode::decoderNamed(decoder.name), &decoder);
        }
    }
};

FUSIFORM_TEST(DecodersTest)
#include "decoders_test.moc"
