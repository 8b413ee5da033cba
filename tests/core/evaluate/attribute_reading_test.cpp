// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_reading.h"

#include "core/evaluate/group.h"
#include "core/math/correlation.h"
#include "core/stats/fdr.h"
#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform;
using evaluate::AttributeReading;
using evaluate::AttributeReadings;
using evaluate::AxisKind;
using evaluate::Recognition;
using evaluate::RegionReading;
using evaluate::SubjectEvaluation;

namespace {

/// An axis along one latent, as long as a training sd; its means of 30 with and 10 without.
face_model::AttributeAxis axisAlong(const glm::ModelFit& model, const std::string& name,
                                    Eigen::Index latent)
{
    face_model::AttributeAxis axis;
    axis.name = name;
    axis.with = 30;
    axis.without = 10;
    axis.meanDifference.direction = Eigen::VectorXd::Zero(model.latentSd.size());
    axis.meanDifference.direction[latent] = model.latentSd[latent];
    axis.meanDifference.balancedAccuracy = 0.75;
    axis.logistic = axis.meanDifference;
    axis.logistic.direction[(latent + 1) % model.latentSd.size()] = 1e-3;
    return axis;
}

void plantAxes(const glm::ModelFit& model)
{
    face_model::writeAxes(face_model::axesFileOf(model.modelFile),
                          {model.model.hash,
                           "80 blobs",
                           {axisAlong(model, "Smiling", 1), axisAlong(model, "Male", 0)}});
}

std::vector<Recognition> readAll(const glm::Fit& fit, const evaluate::OpenModel& open)
{
    evaluate::RecognitionOptions options;
    options.permutations = 10;
    options.draws = 100;
    Progress progress;
    std::vector<Recognition> found;
    for (const roi::Region& region : open.regions)
        found.push_back(
            evaluate::recognition(fit, *open.model, region, open.shown, options, progress));
    return found;
}

std::vector<const Recognition*> pointersTo(const std::vector<Recognition>& all)
{
    std::vector<const Recognition*> pointers;
    for (const Recognition& one : all)
        pointers.push_back(&one);
    return pointers;
}

constexpr stats::BootstrapOptions kFewDraws{500, 0.95, 1};

/// A subject with made-up right answers about one attribute.
SubjectEvaluation answered(const std::string& name, const std::array<long, 4>& right)
{
    constexpr std::array kRegions = {"selected", "occipital", "temporal", "frontoparietal"};
    AttributeReading reading;
    reading.attribute = "Male";
    reading.truth.atZero.faces = 20;
    reading.truth.atZero.right = 17;
    reading.truth.atMiddle = reading.truth.atZero;
    for (std::size_t r = 0; r < right.size(); ++r) {
        RegionReading region;
        region.region = kRegions[r];
        region.atZero.faces = 20;
        region.atZero.right = right[r];
        region.atMiddle = region.atZero;
        reading.regions.push_back(region);
    }
    SubjectEvaluation subject;
    subject.subject = name;
    AttributeReadings readings;
    readings.model = "vae";
    readings.isLabelled = true;
    readings.readings.push_back(reading);
    subject.attributes.push_back(readings);
    return subject;
}

} // namespace

/// Methods 5.2, 5.4 and 5.7; paper, Fig. 6.
class AttributeReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPlantedAttributeIsReadFaceByFace()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 2);
        plantAxes(fit.models.front());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        const std::vector<Recognition> regions = readAll(fit, open);
        // Labels that the first latent tells, one of them wrong and one not known.
        const double mean = open.model->latentMean[0];
        face_model::AttributeTable table{{"smiling", "Male"}, {}};
        std::vector<int> labels;
        for (Eigen::Index f = 0; f < open.shown.count(); ++f) {
            labels.push_back(open.shown.codes(f, 0) > mean ? 1 : -1);
            if (f == 3)
                labels.back() = -labels.back();
            if (f == 5)
                labels.back() = 0;
            table.values[open.shown.names[static_cast<std::size_t>(f)]]
                = {std::int8_t{0}, static_cast<std::int8_t>(labels.back())};
        }
        Progress progress;
        const AttributeReadings read
            = evaluate::attributeReadings(open, pointersTo(regions), &table, kFewDraws, progress);
        QVERIFY(read.isLabelled);
        QCOMPARE(read.attributes(), (std::vector<std::string>{"Male", "Smiling"}));
        const AttributeReading& male = *read.find("Male", AxisKind::MeanDifference);
        QCOMPARE(male.labels, labels);
        QCOMPARE(male.regions.size(), std::size_t{4});
        // By hand: in units of the sd; the middle is a quarter of it below the mean.
        const double sd = open.model->latentSd[0];
        const RegionReading& temporal = male.regions[2];
        QCOMPARE(temporal.region, std::string("temporal"));
        const double middle = mean / sd + (10.0 - 30.0) / 80;
        QVERIFY(test::near(temporal.atMiddle.threshold, middle, 1e-6));
        long atZero = 0;
        long atMiddle = 0;
        double pairs = 0;
        double won = 0;
        for (std::size_t f = 0; f < labels.size(); ++f) {
            const auto row = static_cast<Eigen::Index>(f);
            const double z = regions[2].decoded.latents(row, 0) / sd;
            QVERIFY(test::near(temporal.projections[f], z, 1e-6));
            QVERIFY(test::near(male.truth.projections[f], open.shown.codes(row, 0) / sd, 1e-6));
            atZero += labels[f] != 0 && (z > 0) == (labels[f] > 0);
            atMiddle += labels[f] != 0 && (z > middle) == (labels[f] > 0);
            for (std::size_t g = 0; g < labels.size(); ++g)
                if (labels[f] > 0 && labels[g] < 0) {
                    ++pairs;
                    won += z > regions[2].decoded.latents(static_cast<Eigen::Index>(g), 0) / sd;
                }
        }
        QCOMPARE(temporal.atZero.right, atZero);
        QCOMPARE(temporal.atMiddle.right, atMiddle);
        QCOMPARE(temporal.atMiddle.faces, 9L);
        QVERIFY(test::near(temporal.told.area, won / pairs, 1e-12));
        // Where the groups lie apart no sample differs, and nothing is said of other faces.
        int held = 0;
        for (const RegionReading& region : male.regions) {
            const bool isApart = region.told.area == 1 || region.told.area == 0;
            QCOMPARE(std::isnan(region.areaInterval.low), isApart);
            held += region.areaInterval.low <= region.told.area
                    && region.told.area <= region.areaInterval.high;
        }
        QVERIFY(held > 0);
        // The ceiling is not perfect: one label is wrong.
        QVERIFY(male.truth.told.area < 1);
        QVERIFY(temporal.correlation > 0.5);
        // Nothing is known of smiles.
        const AttributeReading& smiling = *read.find("Smiling", AxisKind::MeanDifference);
        QCOMPARE(smiling.regions[0].atZero.faces, 0L);
        QVERIFY(std::isnan(smiling.regions[0].told.area));
        QVERIFY(std::isnan(smiling.regions[0].atZero.test.tails.atLeast));
        QVERIFY(std::isnan(smiling.regions[0].adjusted));
    }
    void withoutLabelsTheTrueCodesTell()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 2);
        plantAxes(fit.models.front());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        const std::vector<Recognition> regions = readAll(fit, open);
        Progress progress;
        const AttributeReadings read
            = evaluate::attributeReadings(open, pointersTo(regions), nullptr, kFewDraws, progress);
        QVERIFY(!read.isLabelled);
        QCOMPARE(read.readings.size(), std::size_t{4});
        for (const AttributeReading& one : read.readings) {
            QCOMPARE(one.truth.atZero.right, one.truth.atZero.faces);
            QCOMPARE(one.truth.atMiddle.right, one.truth.atMiddle.faces);
            QCOMPARE(one.truth.atMiddle.faces, static_cast<long>(open.shown.count()));
        }
        // One family an axis and region: two attributes.
        const RegionReading& a = read.find("Male", AxisKind::Logistic)->regions[1];
        const RegionReading& b = read.find("Smiling", AxisKind::Logistic)->regions[1];
        const std::array p = {a.told.tails.atLeast, b.told.tails.atLeast};
        const auto adjusted = stats::fdrAdjusted(p, stats::FdrProcedure::BenjaminiHochberg);
        QCOMPARE(a.adjusted, adjusted[0]);
        QCOMPARE(b.adjusted, adjusted[1]);
        // The same again, in any order of threads.
        const AttributeReadings again
            = evaluate::attributeReadings(open, pointersTo(regions), nullptr, kFewDraws, progress);
        for (std::size_t i = 0; i < read.readings.size(); ++i)
            QCOMPARE(again.readings[i].regions[0].areaInterval.low,
                     read.readings[i].regions[0].areaInterval.low);
    }
    void withoutAxesOfThisModelNothingIsRead()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        Progress progress;
        const AttributeReadings none
            = evaluate::attributeReadings(open, {}, nullptr, kFewDraws, progress);
        QVERIFY(none.readings.empty());
        QVERIFY(!none.whyNone.english().empty());
        face_model::writeAxes(face_model::axesFileOf(open.model->modelFile),
                              {"another model", "80 blobs", {axisAlong(*open.model, "Male", 0)}});
        QVERIFY(!evaluate::attributeAxesOf(*open.model).has_value());
        // A table without the attribute.
        plantAxes(*open.model);
        const face_model::AttributeTable table{{"Bald"}, {}};
        const AttributeReadings other
            = evaluate::attributeReadings(open, {}, &table, kFewDraws, progress);
        QCOMPARE(other.unlabelled, (std::vector<std::string>{"Male", "Smiling"}));
        QVERIFY(other.readings.empty());
    }
    /// What the paper prints of 56, 57, 53 and 41 of 80 faces, and of four subjects' regions.
    void subjectsAreAddedAsInThePaper()
    {
        const std::vector<SubjectEvaluation> subjects
            = {answered("sub-01", {14, 15, 14, 10}), answered("sub-02", {14, 14, 13, 10}),
               answered("sub-03", {14, 15, 13, 11}), answered("sub-04", {14, 13, 13, 10})};
        const auto groups = evaluate::groupAttributes(subjects, 0.95);
        QCOMPARE(groups.size(), std::size_t{2}); // thresholds
        const evaluate::GroupAttribute& group = groups.front();
        const auto isPrinted = [&](std::size_t region, long right, double atLeast, double more) {
            const evaluate::PooledReading& one = group.regions[region];
            return one.right == right && one.faces == 80
                   && test::near(one.test.tails.atLeast / atLeast, 1, 5e-6)
                   && test::near(one.test.tails.more / more, 1, 5e-6);
        };
        QVERIFY(isPrinted(0, 56, 0.000225759, 0.0000915583));
        QVERIFY(isPrinted(1, 57, 0.0000915583, 0.0000350529));
        QVERIFY(isPrinted(2, 53, 0.00243408, 0.00116227));
        QVERIFY(isPrinted(3, 41, 0.455536, 0.368777));
        // Three subjects in one order, one with a tie between occipital and temporal.
        QCOMPARE(group.compared.front(), std::string("occipital"));
        QVERIFY(test::near(group.friedman.statistic, 7.6, 1e-9));
        QVERIFY(test::near(group.friedman.p, 0.022371, 5e-7));
        QVERIFY(
            test::near(group.postHoc.pairs[1].tukey, 0.0170, 5e-5)); // occipital, frontoparietal
        QVERIFY(test::near(group.postHoc.pairs[0].tukey, 0.5169, 5e-5));
        QVERIFY(test::near(group.postHoc.pairs[2].tukey, 0.2276, 5e-5));
        QVERIFY(test::near(group.ceilings.mean(), 0.85, 1e-12));
        QVERIFY(evaluate::groupAttributes(std::span(subjects).first(1), 0.95).empty());
    }
    void theFewestSignificantAnswers()
    {
        QCOMPARE(evaluate::fewestSignificant(20), 15L); // P(X >= 15) = 0.0207, of 14: 0.0577
        QCOMPARE(evaluate::fewestSignificant(4), 5L); // 1 / 16 is not enough
        QCOMPARE(evaluate::fewestSignificant(5), 5L);
    }
};

FUSIFORM_TEST(AttributeReadingTest)
#include "attribute_reading_test.moc"
