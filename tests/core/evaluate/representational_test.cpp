// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/representational.h"

#include "core/evaluate/subject.h"
#include "core/math/correlation.h"
#include "core/stats/rank_correlation.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>

using namespace fusiform;
using evaluate::Recognition;
using evaluate::SimilarityStructure;

namespace {

/// The first faces only.
void keep(glm::FaceSet& faces, Eigen::Index count)
{
    faces.names.resize(static_cast<std::size_t>(count));
    faces.pictures.resize(static_cast<std::size_t>(count));
    faces.codes = faces.codes.topRows(count).eval();
    faces.patterns = faces.patterns.topRows(count).eval();
}

Recognition readFrom(const glm::Fit& fit, const evaluate::OpenModel& open, std::size_t region)
{
    evaluate::RecognitionOptions options;
    options.permutations = 10;
    options.draws = 100;
    Progress progress;
    return evaluate::recognition(fit, *open.model, open.regions[region], open.shown, options,
                                 progress);
}

Eigen::RowVectorXd inSd(const Eigen::MatrixXd& codes, Eigen::Index face, const glm::ModelFit& model)
{
    return (codes.row(face) - model.latentMean.transpose()).array()
           / model.latentSd.transpose().array();
}

} // namespace

class RepresentationalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Every pair and every order of five faces, one after another.
    void structureIsComparedPairByPair()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 6);
        auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        evaluate::OpenModel& open = subject.models.front();
        constexpr Eigen::Index kFaces = 5;
        keep(open.shown, kFaces);
        const Recognition region = readFrom(fit, open, 2);
        const std::array regions = {&region};
        Progress progress;
        const auto found
            = evaluate::similarityStructure(open, regions, {1000, {400, 0.95, 1}}, progress);
        QVERIFY(found.has_value());
        QCOMPARE(found->pairs, 10);
        const evaluate::RegionSimilarity& one = found->regions.front();
        std::vector<double> truth;
        std::vector<double> decoded;
        for (Eigen::Index i = 0; i < kFaces; ++i)
            for (Eigen::Index j = i + 1; j < kFaces; ++j) {
                truth.push_back(
                    1
                    - math::pearson(inSd(open.shown.codes, i, *open.model).transpose(),
                                    inSd(open.shown.codes, j, *open.model).transpose()));
                decoded.push_back(
                    1
                    - math::pearson(inSd(region.decoded.latents, i, *open.model).transpose(),
                                    inSd(region.decoded.latents, j, *open.model).transpose()));
                QVERIFY(test::near(found->truth(i, j), truth.back(), 1e-12));
                QVERIFY(test::near(found->truth(j, i), truth.back(), 1e-12));
                QVERIFY(test::near(one.dissimilarity(i, j), decoded.back(), 1e-9));
            }
        QVERIFY(test::near(one.rho, stats::spearman(truth, decoded), 1e-12));
        std::array<Eigen::Index, kFaces> order = {0, 1, 2, 3, 4};
        int atLeast = 0;
        do {
            std::vector<double> moved;
            for (std::size_t i = 0; i < order.size(); ++i)
                for (std::size_t j = i + 1; j < order.size(); ++j)
                    moved.push_back(one.dissimilarity(order[i], order[j]));
            atLeast += stats::spearman(truth, moved) >= one.rho - 1e-9;
        } while (std::ranges::next_permutation(order).found);
        QVERIFY(one.isExact);
        QCOMPARE(one.orders, 120);
        QVERIFY(test::near(one.p, atLeast / 120.0, 1e-12));
    }
    void littleNoiseKeepsTheStructureAndItsIntervalHoldsIt()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 0.1);
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        const Recognition region = readFrom(fit, open, 0);
        const std::array regions = {&region};
        Progress progress;
        const auto found
            = evaluate::similarityStructure(open, regions, {2000, {400, 0.95, 3}}, progress);
        const evaluate::RegionSimilarity& one = found->regions.front();
        QVERIFY(one.rho > 0.9);
        QVERIFY(!one.isExact);
        QVERIFY(test::near(one.p, 1.0 / 2001, 1e-12));
        // Every draw of ten faces leaves three or more with near certainty.
        if (std::isfinite(one.interval.low))
            QVERIFY(one.interval.low <= one.rho && one.rho <= one.interval.high);
        QVERIFY(test::near(found->truth.diagonal().cwiseAbs().sum(), 0, 1e-15));
    }
    void threeFacesAreTooFew()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        evaluate::OpenModel& open = subject.models.front();
        keep(open.shown, 3);
        const Recognition region = readFrom(fit, open, 0);
        const std::array regions = {&region};
        Progress progress;
        QVERIFY(!evaluate::similarityStructure(open, regions, {}, progress).has_value());
    }
    void subjectsAreCountedByTheSignOfTheirCorrelation()
    {
        std::vector<evaluate::SubjectEvaluation> subjects(4);
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            subjects[s].subject = "sub-0" + std::to_string(s + 1);
            SimilarityStructure structure;
            structure.model = "vae";
            evaluate::RegionSimilarity region;
            region.region = "occipital";
            region.rho = s == 3 ? -0.1 : 0.1 * static_cast<double>(s + 1);
            structure.regions.push_back(region);
            subjects[s].similarity.push_back(structure);
        }
        const auto groups = evaluate::groupSimilarity(subjects, 0.95);
        QCOMPARE(groups.size(), std::size_t{1});
        QVERIFY(test::near(groups.front().mean.estimate, 0.125, 1e-12));
        QCOMPARE(groups.front().above, 3L);
        QVERIFY(test::near(groups.front().sign.atLeast, 5.0 / 16, 1e-12));
        QVERIFY(evaluate::groupSimilarity(std::span(subjects).first(1), 0.95).empty());
        subjects[1].similarity.clear();
        QVERIFY(evaluate::groupSimilarity(subjects, 0.95).empty());
    }
};

FUSIFORM_TEST(RepresentationalTest)
#include "representational_test.moc"
