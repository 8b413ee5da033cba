// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/map_bar.h"

#include "app/docks/paint_limits.h"
#include "core/glm/contrast.h"
#include "core/glm/voxel_selection.h"
#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/stats/fdr.h"
#include "core/task/voxel_maps.h"
#include "tests/app/running_window.h"
#include "tests/support/near.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/range_slider.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fusiform;
using test::near;

namespace {

struct Mapping : test::RunningWindow {
    [[nodiscard]] MapBar& maps() { return *window.findChild<MapBar*>(); }
    [[nodiscard]] const glm::FaceSet& faces()
    {
        return session.opened()->fit.models[0].exploration;
    }
    /// The sum of the map's values.
    [[nodiscard]] double sum()
    {
        double sum = 0;
        for (const float value : maps().overlay()->values->values)
            sum += std::isfinite(value) ? static_cast<double>(value) : 0;
        return sum;
    }
    /// The difference of the correlations of a decoded exploration face: with itself and with
    /// another, or with the mean of the others.
    [[nodiscard]] double decision(Eigen::Index face, std::optional<Eigen::Index> over = {})
    {
        Progress silent;
        const OpenedFit& opened = *session.opened();
        const Eigen::MatrixXd r
            = decode::decodeRegion(opened.fit, opened.fit.models[0], session.activeRegion()->voxels,
                                   faces(), {}, silent)
                  .similarity;
        if (over)
            return r(face, face) - r(face, *over);
        return r(face, face)
               - (r.row(face).sum() - r(face, face)) / static_cast<double>(r.cols() - 1);
    }
    [[nodiscard]] bool sumsTo(double expected) { return std::abs(sum() - expected) < 1e-4; }
    void pick(const char* list, int row)
    {
        auto* const box = child<QComboBox>(list);
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
    }
    [[nodiscard]] QString correction() { return child<QLabel>("mapCorrection")->text(); }
    [[nodiscard]] QStandardItem* item(MapKind kind)
    {
        auto* const list = child<QComboBox>("mapKind");
        return qobject_cast<QStandardItemModel*>(list->model())
            ->item(list->findData(static_cast<int>(kind)));
    }
};

/// The small fit, in which the voxels on the left prefer the fourth exploration face.
void writeFitThatPrefersAFace(const std::filesystem::path& folder)
{
    const test::TemporaryFolder scratch;
    test::writeSmallFit(scratch.path() / "fit");
    glm::Fit fit = glm::readFit(scratch.path() / "fit");
    glm::ModelFit& model = fit.models[0];
    Eigen::MatrixXf weights = model.weights.matrix();
    const Eigen::VectorXf towards = (model.exploration.codes.row(3).transpose() - model.latentMean)
                                        .cwiseQuotient(model.latentSd)
                                        .cast<float>();
    for (std::size_t v = 0; v < fit.voxels.size(); ++v)
        if (fit.grid.mm(fit.voxels[v]).at[0] < 0)
            weights.col(static_cast<Eigen::Index>(v)).head(towards.size())
                = 3 * towards
                  + 0.02F * weights.col(static_cast<Eigen::Index>(v)).head(towards.size());
    model.weights = glm::Weights(std::move(weights));
    std::filesystem::create_directories(folder / "models" / "pca");
    glm::writeFit(fit, folder);
}

} // namespace

class MapBarTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        test::writeSmallFit(fit());
        writeFitThatPrefersAFace(m_folder.path() / "prefers");
    }

    void theMapOfFacesIsShownFirstAndSaysUncorrected()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        QVERIFY(program.maps().overlay().has_value());
        QVERIFY(program.maps().overlay()->values == program.session.opened()->tMap);
        QCOMPARE(program.maps().overlay()->threshold, 3.09);
        QCOMPARE(program.maps().legend(), QStringLiteral("t, uncorrected"));
        QVERIFY(!program.child<QWidget>("mapDetails")->isVisible());
        program.action(ActionId::Welcome)->trigger();
        QTRY_VERIFY(!program.maps().overlay());
    }

    void whereTheFitHasDegreesOfFreedomTHasAFalseDiscoveryRate()
    {
        const auto folder = m_folder.path() / "conditions";
        test::writeSmallFit(folder);
        const glm::Fit read = glm::readFit(folder);
        const auto voxels = static_cast<Eigen::Index>(read.voxels.size());
        glm::ConditionEstimates estimates;
        estimates.names = {"train_face"};
        estimates.beta = Eigen::MatrixXf::Ones(1, voxels);
        estimates.inverse = Eigen::MatrixXd::Ones(1, 1);
        estimates.residualMeanSquare.assign(read.voxels.size(), 1.F);
        estimates.explained = estimates.residualMeanSquare;
        estimates.degreesOfFreedom = 30;
        glm::writeConditionEstimates(estimates, folder);
        Mapping program;
        QVERIFY(program.open(folder));
        auto* const fdr = program.child<QToolButton>("mapFdr");
        QTRY_VERIFY(fdr->isEnabled());
        QCOMPARE(program.maps().overlay()->threshold, 3.09); // the common one stays
        fdr->click();
        QCOMPARE(program.correction(), QStringLiteral("FDR 5 %"));
        // The same as the procedure that selects voxels by t.
        QVERIFY(near(program.maps().overlay()->threshold,
                     glm::falseDiscoveryThreshold(read.tFace, 30, 0.05), 1e-6));
        Mapping other;
        QVERIFY(other.open(fit()));
        QTRY_VERIFY(!other.child<QToolButton>("mapFdr")->isEnabled());
    }

    void evidenceSumsToTheScoresAndFollowsTheRegion()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        program.maps().choose(MapKind::Evidence);
        QTRY_VERIFY(program.maps().overlay()->isTwoSided);
        QVERIFY(program.sumsTo(program.decision(0)));
        QVERIFY(program.maps().isOfRegion());
        QVERIFY(program.child<QComboBox>("mapOver")->isVisible());
        QCOMPARE(program.correction(), QStringLiteral("uncorrected"));

        program.session.selectRegion(1);
        QTRY_VERIFY(program.sumsTo(program.decision(0)));
        // Only voxels of the region say anything.
        const image::VoxelSet region = program.session.activeRegion()->voxels;
        image::Index painted = 0;
        for (const float value : program.maps().overlay()->values->values)
            painted += program.maps().overlay()->isPainted(value);
        QCOMPARE(painted, region.count());

        program.maps().setFocusFace(2);
        QTRY_VERIFY(program.sumsTo(program.decision(2)));
        program.pick("mapFace", 5); // the fifth face
        program.pick("mapOver", 2); // over the second
        QTRY_VERIFY(program.sumsTo(program.decision(4, 1)));
        program.pick("mapOver", 5);
        QVERIFY(!program.maps().overlay()); // over itself
        program.pick("mapOver", 0);
        QTRY_VERIFY(program.maps().overlay() && program.sumsTo(program.decision(4)));
    }

    void evidenceIsThatOfTheRegionAfterAStrokeOfManyDabs()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        program.maps().choose(MapKind::Evidence);
        QTRY_VERIFY(program.maps().isOfRegion());
        const std::vector<image::Index> before = program.session.activeRegion()->voxels.indices();
        for (std::size_t dab = 0; dab < 40; ++dab) {
            program.session.paint(image::VoxelSet::of(program.session.opened()->fit.grid.shape,
                                                      std::span(before).subspan(20 * dab, 20)),
                                  Session::Paint::Remove);
            QTest::qWait(2);
        }
        program.session.finishStroke();
        QVERIFY(program.session.activeRegion()->voxels.count()
                == static_cast<image::Index>(before.size()) - 800);
        QTRY_VERIFY(program.sumsTo(program.decision(0)));
    }

    void axesThatCannotBeReadAreSaidToBeSo()
    {
        const auto folder = m_folder.path() / "broken";
        test::writeSmallFit(folder);
        test::writeText(face_model::axesFileOf(glm::readFit(folder).models[0].modelFile),
                        "no axes");
        Mapping program;
        QVERIFY(program.open(folder));
        program.maps().choose(MapKind::Attribute);
        QVERIFY(!program.maps().overlay());
        QVERIFY(program.child<QLabel>("mapNote")->text().contains(QLatin1String("axes")));
        program.maps().choose(MapKind::Faces);
        QVERIFY(program.maps().overlay().has_value());
    }

    void theColourOfTheRegionDoesNotCoverItsEvidence()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        const auto outline = [&] {
            const QImage picture = program.child<QWidget>("axialView")->grab().toImage();
            const auto& [r, g, b] = program.session.activeRegion()->colour;
            int count = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    count += picture.pixelColor(x, y) == QColor(r, g, b);
            return count;
        };
        QVERIFY(outline() > 50);
        program.maps().choose(MapKind::Evidence);
        QTRY_VERIFY(program.maps().isOfRegion());
        QCOMPARE(outline(), 0);
        program.maps().choose(MapKind::Faces);
        QVERIFY(outline() > 50);
    }

    void aRegionWithoutVoxelsHasNoEvidence()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        program.maps().choose(MapKind::Evidence);
        QTRY_VERIFY(program.maps().overlay()->isTwoSided);
        program.action(ActionId::NewRegion)->trigger();
        QTRY_VERIFY(!program.maps().overlay());
        QVERIFY(!program.child<QLabel>("mapNote")->text().isEmpty());
        program.action(ActionId::Undo)->trigger();
        QTRY_VERIFY(program.maps().overlay() && program.sumsTo(program.decision(0)));
    }

    void theFalseDiscoveryRateSetsTheThresholdAndItsName()
    {
        Mapping program;
        QVERIFY(program.open(m_folder.path() / "prefers"));
        program.maps().setFocusFace(3);
        program.maps().choose(MapKind::Similarity);
        QTRY_VERIFY(program.maps().overlay()->isTwoSided);
        const double set = program.maps().overlay()->threshold;
        QCOMPARE(program.correction(), QStringLiteral("FDR 5 %"));
        QCOMPARE(program.maps().legend(), QStringLiteral("r, FDR 5 %"));
        // What is painted is what the procedure calls, one by one.
        Progress silent;
        const OpenedFit& opened = *program.session.opened();
        const task::VoxelMap map = task::similarVoxels(
            opened.fit.models[0], program.faces().codes.row(3).transpose(), silent);
        const auto q = stats::fdrAdjusted(map.p, stats::FdrProcedure::BenjaminiHochberg);
        std::size_t called = 0;
        for (std::size_t v = 0; v < q.size(); ++v) {
            QCOMPARE(program.maps().overlay()->isPainted(
                         program.maps().overlay()->values->values[static_cast<std::size_t>(
                             opened.fit.voxels[v])]),
                     q[v] <= 0.05);
            called += q[v] <= 0.05;
        }
        QVERIFY(called > 500);

        auto* const slider = program.child<RangeSlider>("mapThreshold");
        QTest::keyClick(slider, Qt::Key_Left);
        QVERIFY(program.maps().overlay()->threshold < set);
        QCOMPARE(program.correction(), QStringLiteral("uncorrected"));
        program.child<QToolButton>("mapFdr")->click();
        QVERIFY(near(program.maps().overlay()->threshold, set, 1e-9));
        QCOMPARE(program.correction(), QStringLiteral("FDR 5 %"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(program.correction(), QStringLiteral("FDR 5 %"));
    }

    void tailsHaveThresholdsOfTheirOwn()
    {
        Mapping program;
        QVERIFY(program.open(m_folder.path() / "prefers"));
        program.maps().setFocusFace(3);
        program.maps().choose(MapKind::Similarity);
        QTRY_VERIFY(program.maps().overlay()->isTwoSided);
        const auto overlay = [&]() -> const scene::Overlay& { return *program.maps().overlay(); };
        // What the maps shows, and what painting is limited to, one by one.
        const auto isShownAsSet = [&](double positive, double negative) {
            PaintLimits limits(program.session, program.jobs);
            std::shared_ptr<const image::VoxelSet> allowed;
            connect(&limits, &PaintLimits::allowedChanged, this,
                    [&](const auto& voxels) { allowed = voxels; });
            limits.set(PaintLimit::Map, program.maps().overlay());
            const OpenedFit& opened = *program.session.opened();
            for (const image::Index voxel : opened.fit.voxels) {
                const float value = overlay().values->values[static_cast<std::size_t>(voxel)];
                const auto exact = static_cast<double>(value);
                const bool isShown = exact < 0 ? exact <= -negative : exact >= positive;
                if (overlay().isPainted(value) != isShown
                    || allowed->contains(opened.fit.grid.voxel(voxel)) != isShown)
                    return false;
            }
            return true;
        };
        constexpr double kOff = std::numeric_limits<double>::infinity();
        const double set = overlay().threshold;
        QCOMPARE(overlay().negativeThreshold, set);
        QVERIFY(isShownAsSet(set, set));
        QVERIFY(program.child<QWidget>("mapTails")->isVisible());

        auto* const slider = program.child<RangeSlider>("mapThreshold");
        QTest::keyClick(slider, Qt::Key_Left);
        QVERIFY(overlay().threshold < set);
        QCOMPARE(overlay().negativeThreshold, overlay().threshold); // they go together
        const double positive = overlay().threshold;
        auto* const link = program.child<QToolButton>("mapLinkTails");
        link->click();
        QTest::keyClick(slider, Qt::Key_Left, Qt::ControlModifier); // to the mark of the other tail
        for (int step = 0; step < 5; ++step)
            QTest::keyClick(slider, Qt::Key_Right);
        const double negative = overlay().negativeThreshold;
        QCOMPARE(overlay().threshold, positive);
        QVERIFY(negative < positive);
        QVERIFY(isShownAsSet(positive, negative));
        QCOMPARE(program.correction(), QStringLiteral("uncorrected"));

        auto* const tail = program.child<QToolButton>("mapNegativeTail");
        tail->click();
        QVERIFY(isShownAsSet(positive, kOff));
        program.child<QToolButton>("mapPositiveTail")->click();
        tail->click();
        QVERIFY(isShownAsSet(kOff, negative));
        program.child<QToolButton>("mapPositiveTail")->click();
        link->click();
        QVERIFY(isShownAsSet(positive, positive));
        program.maps().choose(MapKind::Gain); // has one tail
        QTRY_VERIFY(!overlay().isTwoSided);
        QVERIFY(!program.child<QWidget>("mapTails")->isVisible());
    }

    void aSearchlightIsCorrectedByItsPermutations()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        QVERIFY(!program.item(MapKind::Searchlight)->isEnabled());
        QSignalSpy finished(&program.jobs, &JobRunner::finished);
        program.action(ActionId::Searchlight)->trigger();
        auto* const dialog = program.child<QDialog>("searchlightDialog");
        QVERIFY(dialog);
        dialog->findChild<QDoubleSpinBox*>(QStringLiteral("searchlightRadius"))->setValue(9);
        dialog->findChild<QSpinBox*>(QStringLiteral("searchlightPermutations"))->setValue(300);
        dialog->findChild<QPushButton*>(QStringLiteral("startSearchlight"))->click();
        const auto isDone = [&] {
            return std::ranges::any_of(finished, [](const QList<QVariant>& arguments) {
                return arguments[0].toString().startsWith(QLatin1String("Searchlight"));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), 30000);
        QVERIFY(program.item(MapKind::Searchlight)->isEnabled());

        const OpenedFit& opened = *program.session.opened();
        decode::SearchlightOptions options;
        options.radiusMm = 9;
        options.permutations = 300;
        Progress silent;
        const decode::SearchlightMap map = decode::searchlight(opened.fit, opened.fit.models[0],
                                                               program.faces(), options, silent);
        QTRY_COMPARE(program.correction(), QStringLiteral("corrected p ≤ .05"));
        QVERIFY(near(program.maps().overlay()->threshold, *map.threshold, 1e-9));
        const image::Volume expected = opened.fit.volumeOf(map.accuracy);
        for (std::size_t v = 0; v < expected.values.size(); ++v) {
            const float shown = program.maps().overlay()->values->values[v];
            QVERIFY(shown == expected.values[v]
                    || (std::isnan(shown) && std::isnan(expected.values[v])));
        }
        auto* const slider = program.child<RangeSlider>("mapThreshold");
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(program.correction(), QStringLiteral("uncorrected"));
        // Another map and back: the run is still there.
        program.maps().choose(MapKind::Gain);
        QTRY_COMPARE(program.maps().overlay()->map, scene::ColorMapName::Lagoon);
        program.maps().choose(MapKind::Searchlight);
        QCOMPARE(program.maps().overlay()->minimum, 0.5);
    }

    void aCancelledSearchlightStaysAndIsNotCorrected()
    {
        Mapping program;
        QVERIFY(program.open(fit()));
        QSignalSpy cancelled(&program.jobs, &JobRunner::cancelled);
        QTRY_VERIFY(!program.jobs.isBusy());
        program.maps().runSearchlight(SearchlightFaces::Exploration, 8, 100);
        program.jobs.cancel();
        QTRY_COMPARE(cancelled.count(), 1);
        QCoreApplication::processEvents();
        QVERIFY(program.maps().overlay().has_value());
        QCOMPARE(program.correction(), QStringLiteral("uncorrected"));
        QVERIFY(program.child<QLabel>("mapNote")->text().contains(QLatin1String("not finished")));
    }

    void aMapThatIsNotThereIsOffWithTheReason()
    {
        const auto folder = m_folder.path() / "more";
        test::writeSmallFit(folder);
        {
            Mapping program;
            QVERIFY(program.open(folder));
            for (const MapKind kind :
                 {MapKind::Reliability, MapKind::NoiseCeiling, MapKind::Attribute}) {
                QVERIFY(!program.item(kind)->isEnabled());
                QVERIFY(!program.item(kind)->toolTip().isEmpty());
            }
            QVERIFY(program.item(MapKind::Gain)->isEnabled());
        }
        const glm::Fit read = glm::readFit(folder);
        const std::vector<float> half(read.voxels.size(), 0.5F);
        io::writeVolume(folder / "models" / "pca" / "reliability.nii.gz",
                        image::scattered<float>(read.grid, read.voxels, half));
        face_model::AttributeAxis axis;
        axis.name = "Smiling";
        axis.with = axis.without = 50;
        axis.meanDifference.direction = Eigen::VectorXd::LinSpaced(8, -1, 2);
        axis.logistic.direction = Eigen::VectorXd::Ones(8);
        face_model::writeAxes(face_model::axesFileOf(read.models[0].modelFile),
                              {"hash", "made up", {axis}});
        Mapping program;
        QVERIFY(program.open(folder));
        program.maps().choose(MapKind::Gain); // all of its p values are .01
        QTRY_COMPARE(program.correction(), QStringLiteral("FDR 5 %"));
        QVERIFY(program.item(MapKind::Reliability)->isEnabled());
        program.maps().choose(MapKind::Reliability);
        const std::size_t first = static_cast<std::size_t>(read.voxels.front());
        QTRY_COMPARE(program.maps().overlay()->values->values[first], 0.5F);
        program.maps().choose(MapKind::Attribute);
        QCOMPARE(program.child<QComboBox>("mapAttribute")->currentText(),
                 QStringLiteral("Smiling"));
        Progress silent;
        const task::VoxelMap map
            = task::attributeVoxels(program.session.opened()->fit.models[0], axis, silent);
        QTRY_COMPARE(program.maps().overlay()->values->values[first], map.values.front());
    }

private:
    [[nodiscard]] std::filesystem::path fit() const { return m_folder.path() / "fit"; }
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(MapBarTest)
#include "map_bar_test.moc"
