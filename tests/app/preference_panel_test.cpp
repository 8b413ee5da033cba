// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/preference_panel.h"

#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/brain/slice_view.h"
#include "widgets/controls/pictures.h"

#include "core/face_model/face_models.h"

#include <QLabel>

using namespace fusiform;

class PreferencePanelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    /// The tiles show the faces that the weights of the voxel say, made here by hand.
    void theVoxelUnderTheMouseIsShownAsFaces()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const OpenedFit& opened = *program.session.opened();
        const glm::ModelFit& model = opened.fit.models[0];
        auto* const axial = program.child<SliceView>("axialView");
        const QPoint at = axial->rect().center() + QPoint(9, 4);
        const image::Voxel voxel = opened.fit.grid.nearest(axial->mmAt(at));
        const Eigen::Index position = opened.fit.positionOf(opened.fit.grid.index(voxel));
        QVERIFY(position >= 0);
        auto* const title = program.child<QLabel>("preferenceTitle");
        QTRY_VERIFY(title->text().contains(QLatin1String("selected")));
        QTest::mouseMove(axial, at);
        QTRY_VERIFY(title->text().startsWith(
            QStringLiteral("Voxel %1 %2 %3").arg(voxel.i).arg(voxel.j).arg(voxel.k)));

        const Eigen::VectorXd weights
            = model.weights.matrix().col(position).head(model.weights.latentSize()).cast<double>();
        const Eigen::VectorXd step = 8 * weights.normalized().cwiseProduct(model.latentSd);
        Eigen::MatrixXd codes(3, step.size());
        codes << (model.latentMean - step).transpose(), model.latentMean.transpose(),
            (model.latentMean + step).transpose();
        Progress silent;
        const auto faces = face_model::loadFaceModel(model.modelFile)->generate(codes, silent);
        const auto tiles = program.child<QWidget>("preferenceFaces")->findChildren<FaceTile*>();
        QCOMPARE(tiles.size(), 3);
        for (int tile = 0; tile < 3; ++tile)
            QCOMPARE(tiles[tile]->cell().picture, imageOf(faces[static_cast<std::size_t>(tile)]));

        // Away from the brain it is the region's again.
        QTest::mouseMove(&program.window, QPoint(2, 2));
        QTRY_VERIFY(title->text().contains(QLatin1String("selected")));
    }

    void pinnedFacesStayAndGoOneByOne()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const title = program.child<QLabel>("preferenceTitle");
        QTRY_VERIFY(!title->text().isEmpty());
        const auto pins = [&] {
            return program.window.findChildren<QWidget*>(QStringLiteral("pinnedPreference")).size();
        };
        program.action(ActionId::PinPreference)->trigger();
        QCOMPARE(pins(), 1);
        const QString before = title->text();
        program.session.selectRegion(1);
        QTRY_VERIFY(title->text() != before);
        program.action(ActionId::PinPreference)->trigger();
        QCOMPARE(pins(), 2);
        for (int more = 0; more < 10; ++more)
            program.action(ActionId::PinPreference)->trigger();
        QCOMPARE(pins(), PreferencePanel::kMostPins);
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(PreferencePanelTest)
#include "preference_panel_test.moc"
