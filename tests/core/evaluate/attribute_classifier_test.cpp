// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_classifier.h"

#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using evaluate::LearntAttribute;
using evaluate::LearntAttributes;
using evaluate::Recognition;

namespace {

/// The definition, by plain steps downhill in the space of the features.
double decisionByHand(const Eigen::MatrixXd& items, const Eigen::VectorXi& labels,
                      Eigen::Index left)
{
    const Eigen::RowVectorXd mean = items.colwise().mean();
    const double scale = std::sqrt((items.rowwise() - mean).rowwise().squaredNorm().mean());
    const Eigen::MatrixXd x = (items.rowwise() - mean) / scale;
    double with = 0;
    double without = 0;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (i != left)
            ++(labels[i] > 0 ? with : without);
    Eigen::VectorXd w = Eigen::VectorXd::Zero(x.cols());
    double b = 0;
    for (int step = 0; step < 40'000; ++step) {
        Eigen::VectorXd slope = w;
        double slopeOfB = 0;
        for (Eigen::Index i = 0; i < x.rows(); ++i) {
            if (i == left)
                continue;
            const double weight = (with + without) / (2 * (labels[i] > 0 ? with : without));
            const double p = 1 / (1 + std::exp(-(x.row(i).dot(w) + b)));
            const double off = weight * (p - (labels[i] > 0 ? 1 : 0));
            slope += off * x.row(i).transpose();
            slopeOfB += off;
        }
        w -= 0.05 * slope;
        b -= 0.05 * slopeOfB;
    }
    return x.row(left).dot(w) + b;
}

Eigen::MatrixXd randomItems(Eigen::Index items, Eigen::Index features, std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXd values(items, features);
    for (double& value : values.reshaped())
        value = random.normal(3, 2);
    return values;
}

} // namespace

class AttributeClassifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itDecidesAsItsDefinition()
    {
        const Eigen::MatrixXd items = randomItems(9, 4, 1);
        Eigen::MatrixXi labels(9, 2);
        labels.col(0) << 1, -1, 1, -1, -1, 1, -1, -1, -1;
        labels.col(1) << 1, 1, 1, 1, -1, -1, -1, -1, 1;
        const Progress progress;
        const Eigen::MatrixXd found = evaluate::leaveOneOutLogistic(items, labels, progress);
        for (Eigen::Index way = 0; way < 2; ++way)
            for (const Eigen::Index left : {0, 4, 8})
                QVERIFY(test::near(found(left, way), decisionByHand(items, labels.col(way), left),
                                   1e-5));
    }
    void moreFeaturesThanItemsLoseNothing()
    {
        // 30 features of 8 items: the same decisions as in the space of the items.
        const Eigen::MatrixXd items = randomItems(8, 30, 2);
        Eigen::MatrixXi labels(8, 1);
        labels.col(0) << 1, -1, 1, -1, -1, 1, -1, 1;
        const Progress progress;
        const Eigen::MatrixXd found = evaluate::leaveOneOutLogistic(items, labels, progress);
        QVERIFY(test::near(found(3, 0), decisionByHand(items, labels.col(0), 3), 1e-5));
    }
    void aPlantedAttributeIsLearntAndNoiseIsNot()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        // Forty decoded codes: the first latent tells one attribute, nothing tells the other.
        Random random(5);
        Recognition region;
        region.region = "selected";
        region.decoded.latents = Eigen::MatrixXd(40, open.model->latentMean.size());
        for (double& value : region.decoded.latents.reshaped())
            value = random.normal();
        region.decoded.latents *= open.model->latentSd.asDiagonal();
        evaluate::AttributeReadings readings;
        readings.isLabelled = true;
        for (const char* const name : {"Male", "Nothing", "Rare"}) {
            evaluate::AttributeReading reading;
            reading.attribute = name;
            for (Eigen::Index f = 0; f < 40; ++f) {
                int label = f % 4 == 0 ? 1 : -1; // ten of forty
                if (reading.attribute == "Male" && label > 0)
                    region.decoded.latents(f, 0) += 4 * open.model->latentSd[0];
                if (reading.attribute == "Nothing")
                    label = random.uniform() < 0.25 ? 1 : -1;
                if (reading.attribute == "Rare")
                    label = f < 2 ? 1 : f == 7 ? 0 : -1;
                reading.labels.push_back(label);
            }
            readings.readings.push_back(reading);
        }
        const std::array regions = {static_cast<const Recognition*>(&region)};
        Progress progress;
        const LearntAttributes learnt
            = evaluate::learntAttributes(open, regions, readings, {300, {300, 0.95, 1}}, progress);
        QCOMPARE(learnt.results.size(), std::size_t{2}); // two faces teach nothing
        const LearntAttribute& male = learnt.results[0];
        QCOMPARE(male.faces, 40L);
        QCOMPARE(male.with, 10L);
        QVERIFY(male.balanced > 0.85);
        QVERIFY(test::near(male.p, 1.0 / 301, 1e-12));
        // Labels weigh alike: guessing the common one is worth nothing.
        QVERIFY(std::abs(male.chance - 0.5) < 0.06);
        const LearntAttribute& nothing = learnt.results[1];
        QVERIFY(nothing.p > 0.05);
        QVERIFY(nothing.interval.low <= nothing.balanced
                && nothing.balanced <= nothing.interval.high);
        QVERIFY(test::near(male.adjusted, std::min(1.0, 2 * male.p), 1e-12));
        const LearntAttributes again
            = evaluate::learntAttributes(open, regions, readings, {300, {300, 0.95, 1}}, progress);
        QCOMPARE(again.results[1].p, nothing.p);
        readings.isLabelled = false;
        QVERIFY(evaluate::learntAttributes(open, regions, readings, {}, progress).results.empty());
    }
};

FUSIFORM_TEST(AttributeClassifierTest)
#include "attribute_classifier_test.moc"
