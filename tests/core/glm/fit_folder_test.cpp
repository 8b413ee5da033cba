// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/attribute_axes.h"
#include "core/face_model/face_models.h"
#include "core/glm/fit.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

face_model::AttributeAxes axesOf(const glm::ModelFit& model, const std::string& hash)
{
    const Eigen::Index latents = model.latentMean.size();
    face_model::AttributeAxis smiling;
    smiling.name = "Smiling";
    smiling.meanDifference.direction = Eigen::VectorXd::LinSpaced(latents, -1, 1);
    smiling.logistic.direction = Eigen::VectorXd::LinSpaced(latents, 1, 3);
    return {hash, "made up", {smiling}};
}

} // namespace

class FitFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAxesOfAModelGoAlongWithIt()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        glm::ModelFit& model = fit.models.front();
        model.model = face_model::loadFaceModel(model.modelFile)->description();
        QVERIFY(!model.model.hash.empty());
        const auto axesAfter = [&](const std::string& hash, const std::string& name) {
            face_model::writeAxes(face_model::axesFileOf(model.modelFile), axesOf(model, hash));
            fs::create_directories(folder.path() / name);
            glm::writeFit(fit, folder.path() / name);
            // Moved elsewhere, it has them still.
            fs::rename(folder.path() / name, folder.path() / (name + " moved"));
            const glm::Fit read = glm::readFit(folder.path() / (name + " moved"));
            return face_model::axesFileOf(read.models.front().modelFile);
        };
        const fs::path own = axesAfter(model.model.hash, "own");
        QVERIFY(own.string().find("own moved") != std::string::npos);
        const face_model::AttributeAxes axes = face_model::readAxes(own);
        QCOMPARE(axes.axes.front().name, std::string("Smiling"));
        QVERIFY(test::near(axes.axes.front().meanDifference.direction,
                           Eigen::VectorXd::LinSpaced(model.latentMean.size(), -1, 1), 1e-6));
        // Of another model they would say nothing.
        QVERIFY(!fs::exists(axesAfter("of another", "another")));
        // What is no file of axes does not stop a fit.
        test::writeText(face_model::axesFileOf(model.modelFile), "no axes");
        fs::create_directories(folder.path() / "broken");
        glm::writeFit(fit, folder.path() / "broken");
        QVERIFY(glm::isFit(folder.path() / "broken"));
    }
};

FUSIFORM_TEST(FitFolderTest)
#include "fit_folder_test.moc"
