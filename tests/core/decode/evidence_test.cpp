// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/evidence.h"

#include "core/roi/shapes.h"
#include "core/util/error.h"
#include "tests/support/coded_study.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using test::near;

namespace {

/// A fit of which some voxels are no use, and a region with some of these.
struct Case {
    explicit Case(Index latents, double radiusMm = 14)
        : fit(test::makeFit(folder.path(), 0.3, latents))
    {
        glm::ModelFit& model = fit.models[0];
        Eigen::MatrixXf weights = model.weights.matrix();
        region = roi::ball(fit.grid, {Eigen::Vector3d(0, 0, 0)}, radiusMm);
        const std::vector<Index> all = fit.positionsOf(region);
        weights(2, all[3]) = std::numeric_limits<float>::quiet_NaN();
        model.exploration.patterns(1, all[5]) = std::numeric_limits<float>::infinity();
        model.weights = glm::Weights(std::move(weights));
        for (std::size_t v = 0; v < all.size(); ++v)
            if (v != 3 && v != 5)
                usable.push_back(all[v]);
    }
    [[nodiscard]] const glm::ModelFit& model() const { return fit.models[0]; }
    [[nodiscard]] MatrixXd weights() const
    {
        return model().weights.matrix()(Eigen::all, usable).cast<double>();
    }

    test::TemporaryFolder folder;
    glm::Fit fit;
    image::VoxelSet region;
    std::vector<Index> usable;
};

decode::Evidence evidenceOf(const Case& one, const decode::EvidenceQuestion& question,
                            const decode::DecodeOptions& options = {})
{
    Progress silent;
    decode::EvidenceMapper mapper(one.fit, one.model(), one.model().exploration);
    return mapper.of(one.region, question, options, silent);
}

/// The decision value from the correlations that the scores use.
double scoreDifference(const Case& one, const decode::EvidenceQuestion& question,
                       const decode::DecodeOptions& options)
{
    Progress silent;
    const MatrixXd r = decode::decodeRegion(one.fit, one.model(), one.region,
                                            one.model().exploration, options, silent)
                           .similarity;
    if (question.other)
        return r(question.face, question.chosen) - r(question.face, *question.other);
    double others = 0;
    for (Index face = 0; face < r.cols(); ++face)
        others += face == question.chosen ? 0 : r(question.face, face);
    return r(question.face, question.chosen) - others / static_cast<double>(r.cols() - 1);
}

/// Whether the voxels and the offset sum to the difference of the scores.
bool sumsToTheScore(const Case& one, const decode::DecodeOptions& options)
{
    for (const decode::EvidenceQuestion& question :
         {decode::EvidenceQuestion{2, 2, 7}, decode::EvidenceQuestion{2, 2, std::nullopt},
          decode::EvidenceQuestion{0, 4, 3}}) {
        const decode::Evidence evidence = evidenceOf(one, question, options);
        const double expected = scoreDifference(one, question, options);
        if (evidence.positions != one.usable || !near(evidence.decision, expected, 1e-12)
            || !near(evidence.contributions.sum() + evidence.offset, expected, 1e-9))
            return false;
    }
    return true;
}

decode::DecodeOptions ridge(double strength)
{
    decode::DecodeOptions options;
    options.ridge = strength;
    return options;
}

} // namespace

/// On a study whose noise is known to the decoders: in sums, and in fewer voxels than rows.
bool sumsByEveryDecoder(const test::CodedStudy& study, std::size_t voxels)
{
    const glm::ModelFit& model = study.fit.models[0];
    Progress silent;
    const image::VoxelSet region
        = image::VoxelSet::of(study.fit.grid.shape, std::span(study.fit.voxels).first(voxels));
    const auto inputs = std::make_shared<const decode::DecoderInputs>(
        decode::decoderInputs(study.fit, model, silent));
    for (const decode::Decoder& decoder : decode::decoders())
        for (const decode::Bias bias : {decode::Bias::Solved, decode::Bias::Fixed}) {
            decode::DecodeOptions options;
            options.decoder = decoder.name;
            options.bias = bias;
            decode::EvidenceMapper mapper(study.fit, model, model.exploration);
            mapper.setInputs(inputs);
            const decode::Evidence evidence
                = mapper.of(region, {3, 3, std::nullopt}, options, silent);
            const MatrixXd r
                = decode::decodeRegion(study.fit, model, region, model.exploration, options, silent)
                      .similarity;
            const double expected
                = r(3, 3) - (r.row(3).sum() - r(3, 3)) / static_cast<double>(r.cols() - 1);
            if (!near(evidence.contributions.sum() + evidence.offset, expected, 1e-9))
                return false;
        }
    return true;
}

class EvidenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDecodersVoxelsSumToItsScore()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 20, .noise = 3, .sharedNoise = 0.5});
        QVERIFY(sumsByEveryDecoder(study, 300));
        QVERIFY(sumsByEveryDecoder(study, 15));
    }
    void theVoxelsSumToTheDecisionValue()
    {
        const Case many(8); // more voxels than rows of W
        const Case few(60, 8.5); // fewer
        QVERIFY(many.usable.size() > 9);
        QVERIFY(few.usable.size() > 10 && few.usable.size() < 61);
        for (const Case* one : {&many, &few}) {
            for (const double strength : {0.001, 0.1, 10.0})
                QVERIFY(sumsToTheScore(*one, ridge(strength)));
            decode::DecodeOptions plain;
            plain.decoder = "ols";
            QVERIFY(sumsToTheScore(*one, plain));
            decode::DecodeOptions inSd = ridge(0.1);
            inSd.scoreInSd = true;
            QVERIFY(sumsToTheScore(*one, inSd));
        }
    }
    void withDeadLatentsWhatNoVoxelSaysIsTheOffset()
    {
        Case one(8);
        one.fit.models[0].latentMean[3] = -1;
        one.fit.models[0].latentSd[3] = 1e-4;
        one.fit.models[0].exploration.codes.col(3).setConstant(-1);
        QVERIFY(sumsToTheScore(one, ridge(0.1)));
        QVERIFY(std::abs(evidenceOf(one, {2, 2, 7}).offset) > 1e-6);
    }
    /// Against the matrix of Eq. 3 written out and inverted, which needs no fewer voxels than rows
    /// either once there is a ridge.
    void everyVoxelSaysWhatTheWrittenOutFormulaSays()
    {
        for (const Case& one : {Case(8), Case(60, 8.5)}) {
            const MatrixXd w = one.weights();
            const Index latents = w.rows() - 1;
            MatrixXd matrix = w * w.transpose();
            matrix.diagonal().head(latents).array()
                += 0.1 * matrix.trace() / static_cast<double>(w.rows());
            const MatrixXd decoder = w.transpose() * matrix.fullPivLu().inverse();
            const glm::FaceSet& faces = one.model().exploration;
            const VectorXd y = faces.patterns(2, one.usable).transpose().cast<double>();
            const VectorXd sd = one.model().latentSd;
            const VectorXd x = (decoder.transpose() * y).head(latents).cwiseProduct(sd);
            const double bias = (decoder.transpose() * y)[latents];
            const auto unit = [](const VectorXd& v) {
                const VectorXd centred = v.array() - v.mean();
                return VectorXd(centred / centred.norm());
            };
            const VectorXd between = (unit(faces.codes.row(2)) - unit(faces.codes.row(7)))
                                     / (x.array() - x.mean()).matrix().norm();
            const VectorXd filter = decoder.leftCols(latents) * sd.cwiseProduct(between);
            const VectorXd expected = (y - bias * w.bottomRows(1).transpose()).cwiseProduct(filter);
            const decode::Evidence evidence = evidenceOf(one, {2, 2, 7}, ridge(0.1));
            QVERIFY(near(evidence.contributions, expected, 1e-9 * expected.cwiseAbs().maxCoeff()));
            QVERIFY(near(evidence.offset, 0, 1e-9));
        }
    }
    void whatEveryFaceEvokesIsNoEvidence()
    {
        for (const Index latents : {8, 60}) {
            Case one(latents, 8.5);
            const decode::Evidence before = evidenceOf(one, {2, 2, std::nullopt});
            one.fit.models[0].exploration.patterns.row(2)
                += 5 * one.model().weights.matrix().bottomRows(1);
            const decode::Evidence after = evidenceOf(one, {2, 2, std::nullopt});
            QVERIFY(near(after.decision, before.decision, 1e-5)); // patterns are floats
            QVERIFY(near(after.contributions, before.contributions, 1e-5));
        }
    }
    void aStrokeLaterItIsTheSameAsAnew()
    {
        const Case one(8);
        Progress silent;
        decode::EvidenceMapper mapper(one.fit, one.model(), one.model().exploration);
        (void)mapper.of(roi::ball(one.fit.grid, {Eigen::Vector3d(4, 0, 0)}, 15), {2, 2, 7}, {},
                        silent);
        const decode::Evidence moved = mapper.of(one.region, {2, 2, 7}, {}, silent);
        QVERIFY(near(moved.contributions, evidenceOf(one, {2, 2, 7}).contributions, 1e-12));
    }
    void impossibleQuestionsAreRefused()
    {
        Case one(8);
        QVERIFY_THROWS_EXCEPTION(Error, (void)evidenceOf(one, {10, 2, 7}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)evidenceOf(one, {2, -1, 7}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)evidenceOf(one, {2, 2, 10}));
        one.region = image::VoxelSet(one.fit.grid.shape);
        QVERIFY_THROWS_EXCEPTION(Error, (void)evidenceOf(one, {2, 2, 7}));
        Case unknown(8);
        unknown.fit.models[0].exploration.codes(4, 1) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(Error, (void)evidenceOf(unknown, {2, 2, 7}));
    }
};

FUSIFORM_TEST(EvidenceTest)
#include "evidence_test.moc"
