// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_maps.h"

#include "core/decode/weight_maps.h"
#include "core/face_model/attribute_axes.h"
#include "core/util/random.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;
using evaluate::AttributeMap;
using evaluate::AttributeMaps;

namespace {

constexpr Eigen::Index kMapLatents = 24;

/// An axis per training sd: 1, 2, 3 ...
Eigen::VectorXd stairs() { return Eigen::VectorXd::LinSpaced(kMapLatents, 1, kMapLatents); }

void plantMapAxes(const glm::ModelFit& model)
{
    face_model::AttributeAxis male;
    male.name = "Male";
    male.with = male.without = 20;
    male.meanDifference.direction = stairs().cwiseProduct(model.latentSd);
    male.logistic = male.meanDifference;
    face_model::AttributeAxis other = male;
    other.name = "Bald";
    other.meanDifference.direction[0] = -100;
    face_model::writeAxes(face_model::axesFileOf(model.modelFile),
                          {model.model.hash, "80 blobs", {other, male}});
}

/// A fit one of whose selected voxels has the axis as its weights, another the opposite.
glm::Fit plantedFit(const std::filesystem::path& folder)
{
    glm::Fit fit = test::makeFit(folder, 0.1, kMapLatents);
    glm::ModelFit& model = fit.models.front();
    Eigen::MatrixXf weights = model.weights.matrix();
    const std::vector<Eigen::Index> selected = fit.positionsOf(model.selected);
    weights.col(selected[7]).head(kMapLatents) = (0.1 * stairs()).cast<float>();
    weights.col(selected[9]).head(kMapLatents) = (-2 * stairs()).cast<float>();
    weights.col(selected[11]).setConstant(std::nanf(""));
    model.weights = glm::Weights(std::move(weights));
    plantMapAxes(model);
    return fit;
}

} // namespace

class AttributeMapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theVoxelsOfTheAttributeAreFound()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = plantedFit(folder.path());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        Progress progress;
        const AttributeMaps maps
            = evaluate::attributeMaps(subject, subject.models.front(), {500, 0.05, 1}, progress);
        QCOMPARE(maps.maps.size(), std::size_t{2});
        const AttributeMap& male = maps.maps.front();
        QCOMPARE(male.attribute, std::string("Male")); // gender is first
        QVERIFY(test::near(male.highest.r, 1, 1e-6));
        QVERIFY(test::near(male.lowest.r, -1, 1e-6));
        QVERIFY(test::near(male.highest.at.at, fit.grid.mm(maps.voxels[7]).at, 1e-9));
        QVERIFY(test::near(male.lowest.at.at, fit.grid.mm(maps.voxels[9]).at, 1e-9));
        QVERIFY(test::near(male.p, 1.0 / 501, 1e-12));
        QVERIFY(std::isnan(male.r[11]));
        QVERIFY(male.above >= 1 && male.below >= 1);
        Eigen::Index parts = 0;
        for (const Eigen::Index count : male.beyondOfPart)
            parts += count;
        QCOMPARE(parts, male.above + male.below);
        // Voxel by voxel, by the function of the program's maps.
        const glm::ModelFit& model = fit.models.front();
        const std::vector<double> whole
            = decode::attributeMap(model, stairs().cwiseProduct(model.latentSd), progress);
        const std::vector<Eigen::Index> positions = fit.positionsOf(model.selected);
        for (std::size_t v = 0; v < positions.size(); ++v)
            if (v != 11)
                QVERIFY(test::near(male.r[v], whole[static_cast<std::size_t>(positions[v])], 1e-6));
    }
    /// Other random directions, one after another: about one in twenty passes the threshold.
    void oneInTwentyRandomDirectionsPasses()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = plantedFit(folder.path());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        Progress progress;
        const AttributeMaps maps
            = evaluate::attributeMaps(subject, subject.models.front(), {2000, 0.05, 1}, progress);
        QVERIFY(!maps.isCorrelated); // this fit does not know how codes vary together
        Random random(99);
        constexpr int kDirections = 1000;
        const std::vector<Eigen::Index> positions = fit.positionsOf(fit.models.front().selected);
        int passed = 0;
        for (int d = 0; d < kDirections; ++d) {
            Eigen::VectorXd direction(kMapLatents);
            for (double& value : direction)
                value = random.normal();
            const std::vector<double> r
                = decode::weightCorrelations(fit.models.front(), direction, progress);
            double most = 0;
            for (const Eigen::Index v : positions)
                if (const double size = std::abs(r[static_cast<std::size_t>(v)]); size > most)
                    most = size;
            passed += most > maps.threshold;
        }
        // 50 expected; both are samples: a standard deviation of about 9.
        QVERIFY2(passed > 20 && passed < 80, QByteArray::number(passed).constData());
        const AttributeMaps again
            = evaluate::attributeMaps(subject, subject.models.front(), {2000, 0.05, 1}, progress);
        QCOMPARE(again.threshold, maps.threshold);
    }
    void withoutAxesThereAreNoMaps()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        const auto subject = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        Progress progress;
        const AttributeMaps maps
            = evaluate::attributeMaps(subject, subject.models.front(), {}, progress);
        QVERIFY(maps.maps.empty());
        QVERIFY(!maps.whyNone.english().empty());
    }
};

FUSIFORM_TEST(AttributeMapsTest)
#include "attribute_maps_test.moc"
