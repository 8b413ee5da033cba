// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/latent_strips.h"

#include "core/face_model/attribute_axes.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using evaluate::LatentStrip;
using evaluate::LatentStrips;
using evaluate::StripKind;

namespace {

face_model::AttributeAxis axisOf(const std::string& name, const Eigen::VectorXd& direction)
{
    face_model::AttributeAxis axis;
    axis.name = name;
    axis.with = axis.without = 40;
    axis.meanDifference = {direction, 0.8, 0.75};
    axis.logistic = {-direction, 0.9, 0.9};
    return axis;
}

/// Attributes 0, 1, ... change latent 0, 1, ...
void writeAxesOf(const glm::ModelFit& model, const std::vector<std::string>& names,
                 const std::string& hash)
{
    face_model::AttributeAxes axes{hash, "made up", {}};
    for (std::size_t a = 0; a < names.size(); ++a)
        axes.axes.push_back(axisOf(
            names[a],
            3 * Eigen::VectorXd::Unit(model.latentMean.size(), static_cast<Eigen::Index>(a))));
    face_model::writeAxes(face_model::axesFileOf(model.modelFile), axes);
}

LatentStrips stripsOf(glm::Fit& fit)
{
    const evaluate::OpenSubject subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
    Progress progress;
    return evaluate::latentStrips(subject.models.front(),
                                  evaluate::pictureMakerOf(fit.models.front()), progress);
}

/// Whether a step shows this code.
bool shows(const evaluate::LatentStep& step, const glm::ModelFit& model,
           const Eigen::VectorXd& code)
{
    Progress progress;
    const image::Picture wanted
        = evaluate::pictureMakerOf(model).model->generate(code.transpose(), progress).front();
    double squares = 0;
    for (Eigen::Index l = 0; l < code.size(); ++l)
        squares += std::pow((code[l] - model.latentMean[l]) / model.latentSd[l], 2);
    return (step.picture->vector() - wanted.vector()).cwiseAbs().maxCoeff() < 1e-5F
           && test::near(step.distance, std::sqrt(squares / static_cast<double>(code.size())),
                         1e-9);
}

} // namespace

class LatentStripsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void facesAreMixedAndMovedAlongAttributes()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const glm::ModelFit& model = fit.models.front();
        writeAxesOf(model, {"Young", "Male", "Bald", "Smiling"}, model.model.hash);
        const LatentStrips found = stripsOf(fit);
        QVERIFY(!found.isWithoutAxes);
        QCOMPARE(found.strips.size(), std::size_t{4});
        const Eigen::VectorXd a = model.exploration.codes.row(0);
        const Eigen::VectorXd b = model.exploration.codes.row(1);

        const LatentStrip& between = found.strips[0];
        QCOMPARE(between.first, model.exploration.names[0]);
        QCOMPARE(between.second, model.exploration.names[1]);
        QVERIFY(between.firstPicture && between.secondPicture);
        QVERIFY(shows(between.steps.front(), model, a));
        QVERIFY(shows(between.steps[1], model, 0.75 * a + 0.25 * b));
        QVERIFY(shows(between.steps.back(), model, b));

        const LatentStrip& mean = found.strips[1];
        QVERIFY(mean.kind == StripKind::FromMean);
        QCOMPARE(mean.steps[1].distance, 0.0);
        QVERIFY(shows(mean.steps[4], model, model.latentMean + 1.5 * (a - model.latentMean)));

        // The paper's attributes, wherever they stand; the mean difference, not the regression.
        QCOMPARE(found.strips[2].second, std::string("Smiling"));
        QCOMPARE(found.strips[3].second, std::string("Male"));
        QVERIFY(test::near(found.strips[2].balancedAccuracy, 0.75, 1e-6));
        QCOMPARE(found.strips[2].axisPictures, Eigen::Index{80});
        Eigen::VectorXd smiling = a;
        smiling[3] -= 2 * 3;
        QVERIFY(shows(found.strips[2].steps.front(), model, smiling));
        QVERIFY(shows(found.strips[2].steps[2], model, a));
    }
    void otherAttributesStandInAndAxesOfOtherModelsDoNot()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const glm::ModelFit& model = fit.models.front();
        QVERIFY(stripsOf(fit).isWithoutAxes);
        writeAxesOf(model, {"Young", "Male", "Bald"}, model.model.hash);
        const LatentStrips found = stripsOf(fit);
        QCOMPARE(found.strips.size(), std::size_t{4});
        QCOMPARE(found.strips[2].second, std::string("Young"));
        QCOMPARE(found.strips[3].second, std::string("Male"));
        writeAxesOf(model, {"Young", "Male"}, "another model");
        QVERIFY(stripsOf(fit).isWithoutAxes);
        QCOMPARE(stripsOf(fit).strips.size(), std::size_t{2});
    }
};

FUSIFORM_TEST(LatentStripsTest)
#include "latent_strips_test.moc"
