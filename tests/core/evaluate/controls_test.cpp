// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/control_regions.h"
#include "core/evaluate/group.h"
#include "core/evaluate/identification.h"
#include "core/evaluate/ridge_effect.h"
#include "core/evaluate/selected_voxels.h"
#include "core/scores/recognition.h"
#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace fusiform;
namespace fs = std::filesystem;
using evaluate::DrawnVoxels;

namespace {

double averageOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Outside the selected voxels W is nothing and the patterns are noise.
void silenceTheRest(glm::Fit& fit)
{
    glm::ModelFit& model = fit.models.front();
    Eigen::MatrixXf weights = model.weights.matrix();
    const std::vector<Eigen::Index> selected = fit.positionsOf(model.selected);
    Random random(3);
    for (Eigen::Index v = 0; v < weights.cols(); ++v) {
        if (std::ranges::binary_search(selected, v))
            continue;
        for (Eigen::Index row = 0; row < weights.rows(); ++row)
            weights(row, v) = static_cast<float>(0.01 * random.normal());
        for (Eigen::Index face = 0; face < model.exploration.patterns.rows(); ++face)
            model.exploration.patterns(face, v) = static_cast<float>(random.normal());
    }
    model.weights = glm::Weights(std::move(weights));
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Methods 4: the matrix of its identification family.
    void identificationGoesBothWays()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        evaluate::OpenSubject subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        evaluate::OpenModel& open = subject.models.front();
        const Eigen::VectorXd mean = open.model->latentMean;
        const Eigen::VectorXd sd = open.model->latentSd;
        evaluate::Recognition found;
        found.decoded.similarity.resize(4, 4);
        found.decoded.similarity << .5, .2, .1, .5, .3, .4, .35, .1, .6, .1, .2, 0, .05, .1, .2, .3;
        found.decoded.names = {"a", "b", "c", "d"};
        found.ranks = scores::ranks(found.decoded.similarity);
        // Four faces in a cross: two directions of equal variance, two training sd long.
        Eigen::MatrixXd cross = Eigen::MatrixXd::Zero(4, mean.size());
        cross(0, 0) = cross(1, 1) = 2;
        cross(2, 0) = cross(3, 1) = -2;
        found.decoded.latents = (cross * sd.asDiagonal()).rowwise() + mean.transpose();
        open.shown.codes = found.decoded.latents;
        const evaluate::Identification one = evaluate::identification(open, found);
        QVERIFY(test::near(one.forward, 0.875, 1e-12));
        QVERIFY(test::near(one.backward, 8.5 / 12, 1e-12));
        QVERIFY(test::near(one.decoded.participation, 2, 1e-9));
        QVERIFY(test::near(one.decoded.length, 2, 1e-9));
        // Ranks: 2 (a tie counts as better), 1, 2, 1.
        QVERIFY(test::near(one.medianRank, 1.5, 1e-12));
        QVERIFY(test::near(one.reciprocalRank, 0.75, 1e-12));
        QVERIFY(test::near(one.reciprocalChance, (1 + 1. / 2 + 1. / 3 + 1. / 4) / 4, 1e-12));
        QCOMPARE(one.tops.size(), std::size_t{1}); // of four faces: two candidates
        QVERIFY(test::near(one.tops.front().share, (2. / 3 + 1 + 2. / 3 + 1) / 4, 1e-12));
        QVERIFY(test::near(one.tops.front().chance, 0.5, 1e-12));
    }
    void regionsOfEqualSizeAndWhatIsLeftOut()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        silenceTheRest(fit);
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        Progress progress;
        const auto drawn = evaluate::controlRegions(subject, open, {{}, 12, 1}, progress);
        QCOMPARE(drawn.size(), open.regions.size() + 1);
        std::int64_t smallest = open.regions.front().voxels.count();
        for (const roi::Region& region : open.regions)
            smallest = std::min(smallest, region.voxels.count());
        for (std::size_t r = 0; r < open.regions.size(); ++r) {
            QCOMPARE(drawn[r].region, open.regions[r].name);
            QCOMPARE(drawn[r].voxels, smallest);
            const bool isWhole = open.regions[r].voxels.count() == smallest;
            QCOMPARE(drawn[r].pairwise.size(), isWhole ? std::size_t{1} : std::size_t{12});
            QVERIFY(averageOf(drawn[r].pairwise) > 0.8);
            if (isWhole)
                QVERIFY(test::near(drawn[r].pairwise.front(),
                                   decode::decodeRegion(fit, *open.model, open.regions[r].voxels,
                                                        open.shown, {}, progress)
                                       .pairwise,
                                   1e-12));
        }
        const DrawnVoxels& rest = drawn.back();
        QVERIFY(rest.from == DrawnVoxels::From::LeftOut);
        QVERIFY(std::abs(averageOf(rest.pairwise) - 0.5) < 0.2);
        QVERIFY(averageOf(rest.pairwise) < averageOf(drawn.front().pairwise));
        // A control holds no selected voxel.
        roi::Region control;
        control.name = "white.nii.gz";
        control.voxels = roi::brainMask(fit);
        roi::Region selected;
        selected.name = "selected.nii.gz";
        selected.voxels = open.model->selected;
        const auto controlled
            = evaluate::controlRegions(subject, open, {{}, 5, 1, {control, selected}}, progress);
        QCOMPARE(controlled.size(), open.regions.size() + 2); // nothing is left of the second
        QVERIFY(controlled.back().from == DrawnVoxels::From::Control);
        QCOMPARE(controlled.back().region, std::string("white.nii.gz"));
        QCOMPARE(controlled.back().pairwise.size(), std::size_t{5});
        QVERIFY(std::abs(averageOf(controlled.back().pairwise) - 0.5) < 0.25);
        const auto again = evaluate::controlRegions(subject, open, {{}, 12, 1}, progress);
        QCOMPARE(again.back().pairwise, rest.pairwise);
    }
    void theRidgeOfTheOtherAnalysesIsOneOfTheSteps()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 3);
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        Progress progress;
        const evaluate::RidgeEffect effect = evaluate::ridgeEffect(subject, open, {}, progress);
        const auto step = std::ranges::find_if(effect.steps, [](const evaluate::RidgeStep& one) {
            return std::abs(one.ridge - 0.1) < 1e-12;
        });
        QVERIFY(step != effect.steps.end());
        const decode::Decoded decoded = decode::decodeRegion(
            fit, *open.model, open.regions.front().voxels, open.shown, {}, progress);
        QVERIFY(test::near(step->pairwise, decoded.pairwise, 1e-12));
        QVERIFY(test::near(step->full, decoded.fullRecognition, 1e-12));
    }
    void overlapsAreCountedInOneSpace()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        std::vector<evaluate::SubjectEvaluation> subjects(3);
        for (std::size_t s = 0; s < subjects.size(); ++s) {
            subjects[s].subject = "sub-0" + std::to_string(s + 1);
            subjects[s].selections.push_back(
                evaluate::selectedVoxels(subject, subject.models.front()));
        }
        // The third subject selected the first part alone.
        for (float& part : subjects[2].selections[0].partOf.values)
            if (part > 2)
                part = 1;
        const auto selected = fit.models.front().selected.count();
        const auto first = subjects[0].selections[0].parts[0].voxels;
        const auto overlaps = evaluate::groupOverlaps(subjects);
        QCOMPARE(overlaps.size(), std::size_t{1});
        QVERIFY(overlaps[0].isOneSpace);
        QCOMPARE(overlaps[0].voxels, (std::vector<std::int64_t>{0, selected - first, first}));
        QVERIFY(test::near(overlaps[0].voxelMm3, 64, 1e-9));
        QVERIFY(evaluate::groupOverlaps(std::span(subjects).first(1)).empty());
        subjects[1].selections[0].partOf.grid.affine
            = image::Affine(Eigen::Vector4d(4, 4, 5, 1).asDiagonal());
        QVERIFY(!evaluate::groupOverlaps(subjects)[0].isOneSpace);
    }
    /// One ball of the template, left of the middle, in three subjects that hold their heads
    /// otherwise: it is found again where it is, once, in all three.
    void overlapsAreCountedInATemplate()
    {
        const test::TemporaryFolder folder;
        const Eigen::Vector3d centre(-30, -60, 4);
        constexpr double kRadius = 16;
        std::vector<evaluate::SubjectEvaluation> subjects(3);
        for (int s = 0; s < 3; ++s) {
            // Points of the template go to the subject turned about z, shifted (RAS).
            Eigen::Affine3d ownFromTemplate = Eigen::Affine3d::Identity();
            ownFromTemplate.rotate(Eigen::AngleAxisd(0.2 * s, Eigen::Vector3d::UnitZ()));
            ownFromTemplate.pretranslate(Eigen::Vector3d(10 * s, -5 * s, 3 + s));
            // The same in ITK's file: x and y the other way.
            const Eigen::DiagonalMatrix<double, 3> lps(-1, -1, 1);
            const Eigen::Matrix3d turn = lps * ownFromTemplate.linear() * lps;
            const Eigen::Vector3d shift = lps * ownFromTemplate.translation();
            std::string text = "#Insight Transform File V1.0\n#Transform 0\n"
                               "Transform: AffineTransform_double_3_3\nParameters:";
            for (int row = 0; row < 3; ++row)
                for (int column = 0; column < 3; ++column)
                    text += " " + numberText(turn(row, column));
            for (const double value : shift)
                text += " " + numberText(value);
            const fs::path file
                = folder.path() / ("from-T1w_to-ball_number-" + std::to_string(s) + "_xfm.txt");
            test::writeText(file, text + "\nFixedParameters: 0 0 0\n");

            // 3 mm voxels whose first axis runs to the left.
            Eigen::Matrix4d affine = Eigen::Vector4d(-3, 3, 3, 1).asDiagonal();
            affine.topRightCorner<3, 1>() = Eigen::Vector3d(110, -130, -60);
            const image::Grid grid{{70, 80, 45}, image::Affine(affine)};
            evaluate::SelectedVoxels selected;
            selected.model = "m";
            selected.mean = {grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 5.F)};
            selected.partOf = selected.mean;
            for (image::Index v = 0; v < grid.size(); ++v) {
                const Eigen::Vector3d at = ownFromTemplate.inverse() * grid.mm(v).at;
                selected.partOf.values[static_cast<std::size_t>(v)]
                    = (at - centre).norm() < kRadius ? 3.F : 1.F; // of the second part
            }
            subjects[static_cast<std::size_t>(s)].selections = {selected};
            const auto transform = preprocess::SpaceTransform::read(file);
            subjects[static_cast<std::size_t>(s)].placed = evaluate::inTemplate(
                std::span(&selected, 1), transform, preprocess::templateGrid());
            // Where the cortex ends: the half in front, told in the subject's own space.
            image::Volume front = selected.mean;
            for (image::Index v = 0; v < grid.size(); ++v)
                front.values[static_cast<std::size_t>(v)]
                    = (ownFromTemplate.inverse() * grid.mm(v).at).y() > -61 ? 1.F : 0.F;
            subjects[static_cast<std::size_t>(s)].border = evaluate::corticalBorder(
                front, "front.nii", &transform, preprocess::templateGrid());
        }
        const evaluate::GroupOverlap overlap = evaluate::groupOverlaps(subjects).front();
        QVERIFY(overlap.isOneSpace);
        QCOMPARE(overlap.space, std::string("ball"));
        QCOMPARE(overlap.transforms.size(), std::size_t{3});
        QVERIFY(test::near(overlap.voxelMm3, 8, 1e-9));
        const auto at = [&](double x, double y, double z) {
            return overlap.count.at(overlap.count.grid.nearest({{x, y, z}}));
        };
        QCOMPARE(at(-30, -60, 4), 4.F); // 1 + three subjects
        QCOMPARE(at(-30, -60, 4 + 13), 4.F);
        QCOMPARE(at(30, -60, 4), 1.F);
        QCOMPARE(at(-30, 60, 4), 1.F);
        const double ball = 4 * std::numbers::pi / 3 * std::pow(kRadius, 3);
        double every = 0;
        for (std::size_t s = 0; s < 3; ++s)
            every += static_cast<double>(overlap.voxels[s]) * 8;
        QVERIFY(static_cast<double>(overlap.voxels[2]) * 8 > 0.8 * ball);
        QVERIFY(every < 1.25 * ball);
        // Nearest voxels: 1.5 mm to and fro.
        for (image::Index v = 0; v < overlap.count.grid.size(); ++v) {
            const double r = (overlap.count.grid.mm(v).at - centre).norm();
            const float count = overlap.count.values[static_cast<std::size_t>(v)];
            QVERIFY(r > kRadius - 2.7 || count == 4.F);
            QVERIFY(r < kRadius + 2.7 || count <= 1.F);
        }
        const auto border = [&](double y) {
            return overlap.border.at(overlap.border.grid.nearest({{-10, y, 4}}));
        };
        QVERIFY(border(-40) > 0.99F && border(-82) < 0.01F);
        QVERIFY(border(-61) > 0.2F && border(-61) < 0.8F);

        // To different templates: no map.
        subjects[2].placed.space = "another";
        subjects[2].selections[0].partOf.grid.affine = image::Affine();
        QVERIFY(!evaluate::groupOverlaps(subjects).front().isOneSpace);
    }
    void everyVoxelOfTheMaskHasItsPlace()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::SelectedVoxels voxels
            = evaluate::selectedVoxels(subject, subject.models.front());
        QCOMPARE(std::ranges::count(voxels.isSelected, true), fit.models.front().selected.count());
        std::int64_t inParts = 0;
        for (const auto& part : voxels.parts) {
            inParts += part.voxels;
            QVERIFY(test::near(part.volumeMm3, 64.0 * static_cast<double>(part.voxels), 1e-9));
        }
        QCOMPARE(inParts, fit.models.front().selected.count());
        for (std::size_t p = 0; p < voxels.parts.size(); ++p)
            QCOMPARE(std::ranges::count(voxels.partOf.values, static_cast<float>(2 + p)),
                     voxels.parts[p].voxels);
    }
};

FUSIFORM_TEST(ControlsTest)
#include "controls_test.moc"
