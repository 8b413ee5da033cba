// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/attribute_axes.h"

#include "core/face_model/face_folder.h"
#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
using Eigen::Index;

namespace {

struct Labelled {
    Eigen::MatrixXd codes;
    Eigen::MatrixXi labels;
};

/// Numbers that another program can make too.
Labelled waves()
{
    Labelled made{Eigen::MatrixXd(60, 4), Eigen::MatrixXi(60, 1)};
    Eigen::VectorXd score(60);
    const Eigen::Vector4d weights(1, -0.5, 0.25, 0.1);
    for (int i = 0; i < 60; ++i) {
        for (int k = 0; k < 4; ++k)
            made.codes(i, k) = std::sin(1.3 * i + 2.1 * k + 0.37 * i * k) * (1 + k) + 0.5 * k;
        score[i] = made.codes.row(i) * weights + 1.5 * std::cos(0.9 * i);
    }
    for (int i = 0; i < 60; ++i)
        made.labels(i, 0) = score[i] > score.mean() ? 1 : -1;
    return made;
}

/// Gaussian codes in which the first attribute follows one direction, the second nothing.
Labelled planted(Index pictures, Index latents, const Eigen::VectorXd& direction)
{
    Random random(11);
    Labelled made{Eigen::MatrixXd(pictures, latents), Eigen::MatrixXi(pictures, 2)};
    for (double& value : made.codes.reshaped())
        value = random.normal();
    for (Index i = 0; i < pictures; ++i) {
        made.labels(i, 0) = made.codes.row(i).dot(direction) > 0.3 ? 1 : -1;
        made.labels(i, 1) = random.uniform(0, 1) < 0.5 ? 1 : -1;
    }
    return made;
}

} // namespace

class AttributeAxesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothAxesEqualNumpys()
    {
        // numpy 1.24: difference of means, and Newton's method to a gradient of 1e-14.
        const Eigen::Vector4d mean(0.2990081368485856, -1.2412190722931156, 1.2840201085528058,
                                   0.19597318423360988);
        const Eigen::Vector4d logistic(0.9575291816040301, -0.9940860083912688, 0.46673006068866796,
                                       0.01941426965833175);
        const Labelled made = waves();
        Progress progress;
        const auto axes = attributeAxes(made.codes, made.labels, {"Wavy"}, 1, progress);
        QCOMPARE(axes.size(), std::size_t{1});
        QCOMPARE(axes[0].with, Index{29});
        QVERIFY((axes[0].meanDifference.direction - mean).norm() < 1e-10);
        QVERIFY2((axes[0].logistic.direction - logistic).norm() < 1e-5,
                 qPrintable(QString::number((axes[0].logistic.direction - logistic).norm())));
    }

    void aPlantedAttributeIsFoundAndNoiseIsNot()
    {
        Eigen::VectorXd direction = Eigen::VectorXd::Zero(20);
        direction.head(5) << 1, -1, 2, 0.5, -0.5;
        const Labelled made = planted(2000, 20, direction.normalized());
        Progress progress;
        const auto axes = attributeAxes(made.codes, made.labels, {"Real", "None"}, 1, progress);
        for (const AxisReadout* readout : {&axes[0].meanDifference, &axes[0].logistic}) {
            const double cosine = readout->direction.normalized().dot(direction.normalized());
            QVERIFY2(cosine > 0.97, qPrintable(QString::number(cosine)));
        }
        // The place of the cut is off the middle: the regression finds it, half-way does not.
        QVERIFY(axes[0].logistic.accuracy > 0.97);
        QVERIFY(axes[0].logistic.accuracy > axes[0].meanDifference.accuracy);
        QVERIFY(axes[0].logistic.balancedAccuracy > 0.97);
        for (const AxisReadout* readout : {&axes[1].meanDifference, &axes[1].logistic})
            QVERIFY(std::abs(readout->accuracy - 0.5) < 0.05); // 4.5 standard errors
    }

    void theNumberOfThreadsDoesNotMatter()
    {
        const Labelled made = planted(300, 12, Eigen::VectorXd::Unit(12, 3));
        const auto with = [&](unsigned threads) {
            setThreadCount(threads);
            Progress progress;
            auto axes = attributeAxes(made.codes, made.labels, {"Real", "None"}, 1, progress);
            setThreadCount(0);
            return axes;
        };
        const auto one = with(1);
        const auto four = with(4);
        for (std::size_t a = 0; a < one.size(); ++a) {
            QVERIFY(one[a].logistic.direction == four[a].logistic.direction);
            QCOMPARE(one[a].logistic.accuracy, four[a].logistic.accuracy);
        }
    }

    void rareAttributesAreLeftOutWithAWord()
    {
        Labelled made = planted(60, 4, Eigen::VectorXd::Unit(4, 0));
        made.labels.col(1).setConstant(-1);
        made.labels.col(1).head(9).setConstant(1);
        int warnings = 0;
        Progress progress({}, {}, [&](NoteLevel level, const Text& text) {
            warnings += level == NoteLevel::Warning
                        && text.english().find("Rare: 9 pictures") != std::string::npos;
        });
        const auto axes = attributeAxes(made.codes, made.labels, {"Real", "Rare"}, 1, progress);
        QCOMPARE(axes.size(), std::size_t{1});
        QCOMPARE(warnings, 1);
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)attributeAxes(made.codes, made.labels, {"Real"}, 1, progress));
    }

    void aFileOfAxesIsReadAsItWasWritten()
    {
        const test::TemporaryFolder folder;
        const Labelled made = planted(100, 6, Eigen::VectorXd::Unit(6, 2));
        Progress progress;
        const AttributeAxes axes{"abc", "100 pictures",
                                 attributeAxes(made.codes, made.labels, {"A", "B"}, 1, progress)};
        const auto file = axesFileOf(folder.path() / "faces.safetensors");
        QCOMPARE(file.filename().string(), std::string("faces.axes.safetensors"));
        writeAxes(file, axes);
        const AttributeAxes read = readAxes(file);
        QCOMPARE(read.modelHash, axes.modelHash);
        QCOMPARE(read.axes.size(), axes.axes.size());
        for (std::size_t a = 0; a < axes.axes.size(); ++a) {
            QCOMPARE(read.axes[a].name, axes.axes[a].name);
            QCOMPARE(read.axes[a].logistic.accuracy, axes.axes[a].logistic.accuracy);
            QVERIFY(
                test::near(read.axes[a].logistic.direction, axes.axes[a].logistic.direction, 1e-6));
            QVERIFY(test::near(read.axes[a].meanDifference.direction,
                               axes.axes[a].meanDifference.direction, 1e-6));
        }
        test::writeText(file, "no axes");
        QVERIFY_THROWS_EXCEPTION(Error, (void)readAxes(file));
    }

    void attributesComeFromATableToo()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "labels.tsv";
        test::writeText(file, "picture\tSmiling\tMale\nfaces/a.jpg\t1\t0\nb.jpg\tn/a\tyes\n");
        const AttributeTable table = readAttributes(file);
        QCOMPARE(table.names, (std::vector<std::string>{"Smiling", "Male"}));
        QVERIFY(table.values.at("a.jpg") == (std::vector<std::int8_t>{1, -1}));
        QVERIFY(table.values.at("b.jpg") == (std::vector<std::int8_t>{0, 1}));
        test::writeText(file, "picture\tSmiling\na.jpg\tmaybe\n");
        QVERIFY_THROWS_EXCEPTION(Error, (void)readAttributes(file));
    }
};

FUSIFORM_TEST(AttributeAxesTest)
#include "attribute_axes_test.moc"
