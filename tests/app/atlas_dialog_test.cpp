// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/atlas_dialog.h"

#include "core/io/nifti.h"
#include "tests/app/running_window.h"
#include "tests/support/cortex_files.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

using namespace fusiform;

namespace {

bool drop(test::RunningWindow& program, const std::filesystem::path& file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(file.string()))});
    const QPoint at = program.window.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&program.window, &enter);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&program.window, &drop);
    return drop.isAccepted();
}

/// Drops a file and waits for the dialog or for a new region; null if there is no dialog.
AtlasDialog* dialogAfterDrop(test::RunningWindow& program, const std::filesystem::path& file)
{
    const std::size_t before = program.session.document().regions.size();
    static_cast<void>(drop(program, file));
    static_cast<void>(QTest::qWaitFor(
        [&] {
            return program.child<AtlasDialog>("atlasDialog")
                   || program.session.document().regions.size() > before;
        },
        20000));
    return program.child<AtlasDialog>("atlasDialog");
}

} // namespace

/// Label images and masks dropped onto a window with a fit become regions.
class AtlasDialogTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        test::writeSmallFit(m_folder.path() / "fit");
        const glm::Fit fit = glm::readFit(m_folder.path() / "fit");
        image::Volume labels{fit.grid, {}};
        image::Volume mask{fit.grid, {}};
        for (image::Index v = 0; v < fit.grid.size(); ++v) {
            const Eigen::Vector3d at = fit.grid.mm(v).at;
            labels.values.push_back(at[0] < 0 ? 1.F : 2.F);
            mask.values.push_back(at[2] > 0 ? 1.F : 0.F);
        }
        io::writeVolume(m_folder.path() / "sides.nii.gz", labels);
        test::writeText(m_folder.path() / "sides.txt", "1 Left side 255 0 0 0\n"
                                                       "2 Right side 0 0 255 0\n");
        io::writeVolume(m_folder.path() / "upper.nii.gz", mask);
    }

    void labelsAreSearchedAndTakenInOneStep()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const std::size_t before = program.session.document().regions.size();
        auto* const dialog = dialogAfterDrop(program, m_folder.path() / "sides.nii.gz");
        QVERIFY(dialog);
        auto* const list = dialog->findChild<QListWidget*>(QStringLiteral("atlasRegions"));
        auto* const add = dialog->findChild<QPushButton*>(QStringLiteral("addAtlasRegions"));
        QCOMPARE(list->count(), 2);
        dialog->findChild<QLineEdit*>(QStringLiteral("atlasSearch"))
            ->setText(QStringLiteral("RIGHT"));
        QVERIFY(list->item(0)->isHidden() && !list->item(1)->isHidden());
        QVERIFY(add->text().contains(QLatin1String("Right side")));
        dialog->findChild<QLineEdit*>(QStringLiteral("atlasSearch"))->clear();
        list->item(0)->setCheckState(Qt::Checked);
        list->item(1)->setCheckState(Qt::Checked);
        add->click();
        const auto& regions = program.session.document().regions;
        QCOMPARE(regions.size(), before + 2);
        QCOMPARE(program.session.activeRegion()->name, std::string("Left side"));
        const glm::Fit& fit = program.session.opened()->fit;
        image::Index left = 0;
        for (const image::Index voxel : fit.voxels)
            left += fit.grid.mm(voxel).at[0] < 0;
        QCOMPARE(program.session.activeRegion()->voxels.count(), left);
        program.session.undo();
        QCOMPARE(program.session.document().regions.size(), before);
    }
    void aMaskIsTakenAtOnceUnderTheNameOfItsFile()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        const std::size_t before = program.session.document().regions.size();
        QVERIFY(!dialogAfterDrop(program, m_folder.path() / "upper.nii.gz"));
        QCOMPARE(program.session.document().regions.size(), before + 1);
        QCOMPARE(program.session.activeRegion()->name, std::string("upper"));
    }
    void labelsOfASurfaceAreOfferedLikeThoseOfAnImage()
    {
        const std::filesystem::path label = m_folder.path() / "label";
        const std::filesystem::path surf = m_folder.path() / "surf";
        std::filesystem::create_directories(label);
        std::filesystem::create_directories(surf);
        const test::Ball ball = test::ball(6);
        test::writeText(
            label / "lh.octants.annot",
            test::annotationFile(ball.octants, {"unknown", "one", "two", "three", "four", "five",
                                                "six", "seven", "eight"}));
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        // Without its surfaces: one message, which says where they would be.
        QSignalSpy failed(&program.jobs, &JobRunner::failed);
        QVERIFY(drop(program, label / "lh.octants.annot"));
        QVERIFY(failed.wait(10000));
        const QString message = program.child<QLabel>("messageText")->text();
        QVERIFY2(message.contains(QLatin1String("../surf")), qPrintable(message));
        for (const auto& [name, radius] : {std::pair("lh.white", 10.0), std::pair("lh.pial", 16.0)})
            test::writeText(surf / name,
                            test::triangleFile(test::pointsOf(ball, radius), ball.triangles,
                                               test::geometryText({0, 0, 0})));
        auto* const dialog = dialogAfterDrop(program, label / "lh.octants.annot");
        QVERIFY(dialog);
        auto* const list = dialog->findChild<QListWidget*>(QStringLiteral("atlasRegions"));
        QCOMPARE(list->count(), 8);
        QVERIFY(list->item(0)->text().startsWith(QLatin1String("lh one")));
        // A .label has one region, which is added at once.
        dialog->reject();
        std::string octant = "#!ascii label  , from subject s vox2ras=TkReg\n28\n";
        for (int vertex = 0; vertex < 28; ++vertex) // all of the first patch
            octant += std::to_string(vertex) + "  0 0 0 0\n";
        test::writeText(label / "lh.FFA.label", octant);
        const std::size_t before = program.session.document().regions.size();
        QVERIFY(drop(program, label / "lh.FFA.label"));
        QTRY_COMPARE(program.session.document().regions.size(), before + 1);
        QCOMPARE(program.session.activeRegion()->name, std::string("lh FFA"));
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(AtlasDialogTest)
#include "atlas_dialog_test.moc"
