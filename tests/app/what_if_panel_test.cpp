// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/what_if_panel.h"

#include "core/decode/decode_region.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/controls/pictures.h"

#include "core/face_model/face_models.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>

using namespace fusiform;

class WhatIfPanelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    /// Against decoding each of the four voxel sets by itself.
    void fourVoxelSetsAreDecodedSideBySide()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const dock = program.child<QDockWidget>("whatIfDock");
        auto* const panel = dock->findChild<WhatIfPanel*>();
        dock->show();
        dock->raise();
        auto* const b = program.child<QComboBox>("whatIfB");
        b->setCurrentIndex(b->findText(QStringLiteral("temporal")));
        Q_EMIT b->activated(b->currentIndex());

        const OpenedFit& opened = *program.session.opened();
        const glm::ModelFit& model = opened.fit.models[0];
        const image::VoxelSet& whole = program.session.activeRegion()->voxels;
        const image::VoxelSet& temporal = program.session.document().regions[2]->voxels;
        auto* const gallery = panel->findChild<FaceGallery*>();
        Progress progress;
        const auto generator = face_model::loadFaceModel(model.modelFile);
        const std::array sets = {whole, temporal, whole.united(temporal), whole.minus(temporal)};
        for (std::size_t kind = 0; kind < sets.size(); ++kind) {
            const decode::Decoded expected = decode::decodeRegion(opened.fit, model, sets[kind],
                                                                  model.exploration, {}, progress);
            const QString id = QStringLiteral("whatIf%1").arg(kind);
            auto* const numbers = panel->findChild<QLabel*>(id);
            const QString voxels = QLocale().toString(static_cast<qlonglong>(expected.voxels))
                                   + QStringLiteral(" voxels");
            QTRY_VERIFY(numbers->text().contains(voxels));
            QVERIFY(numbers->text().contains(
                QStringLiteral("pairwise %1 %").arg(qRound(100 * expected.pairwise))));
            const auto faces = generator->generate(
                decode::shownCodes(expected.latents, model, decode::ShownCodes::ContrastMatched),
                progress);
            QTRY_COMPARE(gallery->tile(id, 0)->cell().picture, imageOf(faces[0]));
        }
    }
    void silencingAllOfItLeavesNothing()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const dock = program.child<QDockWidget>("whatIfDock");
        dock->show();
        dock->raise();
        auto* const b = program.child<QComboBox>("whatIfB");
        b->setCurrentIndex(0); // the active region itself
        Q_EMIT b->activated(0);
        auto* const numbers = dock->findChild<QLabel*>(QStringLiteral("whatIf3"));
        QTRY_VERIFY(numbers->text().contains(QStringLiteral("no voxel is left")));
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(WhatIfPanelTest)
#include "what_if_panel_test.moc"
