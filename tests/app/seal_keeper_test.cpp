// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/plots/identification_matrix.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <filesystem>

using namespace fusiform;

namespace {

struct Sealed : test::RunningWindow {
    test::TemporaryFolder place;
    std::filesystem::path folder = place.path() / "fit";

    bool openFresh()
    {
        test::writeSmallFit(folder);
        return open(folder);
    }
    /// The question, asked by the lock in the tool bar.
    [[nodiscard]] QMessageBox* ask()
    {
        // No event loop of the test's own deletes a question that was answered before.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::mouseClick(child<QToolButton>("sealButton"), Qt::LeftButton);
        return child<QMessageBox>("sealDialog");
    }
    [[nodiscard]] bool openSeal()
    {
        return facesAfter(
            [&] { ask()->findChild<QPushButton*>(QStringLiteral("openSeal"))->click(); });
    }
    [[nodiscard]] std::vector<glm::Opening> ledger() const { return glm::readOpenings(folder); }
};

} // namespace

class SealKeeperTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cancelIsTheDefaultAndOpensNothing()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        QVERIFY(program.child<QToolButton>("sealButton")->text().contains(QLatin1Char('4')));
        QPointer<QMessageBox> question = program.ask();
        QVERIFY(question && question->isVisible());
        QCOMPARE(question->defaultButton()->objectName(), QStringLiteral("keepSeal"));
        QCOMPARE(question->escapeButton()->objectName(), QStringLiteral("keepSeal"));
        QTest::keyClick(question->defaultButton(), Qt::Key_Return);
        QTRY_VERIFY(!question);
        QCOMPARE(program.table().faceCount(), 6);
        QVERIFY(program.ledger().empty());
        QVERIFY(!program.session.opened()->isSealOpen);
    }

    void openingIsRecordedWithItsRegionAndShowsEveryFace()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        const auto region = program.session.activeRegion();
        QVERIFY(program.openSeal());
        QCOMPARE(program.table().faceCount(), 10);
        QCOMPARE(program.table().names.back(), QStringLiteral("M0103"));
        for (const FaceRow& row : program.table().rows)
            for (const FaceCell& cell : row.cells)
                QCOMPARE(cell.picture.size(), QSize(32, 32));
        QCOMPARE(program.child<IdentificationMatrix>("identificationMatrix")->matrix().rows(), 10);
        const auto ledger = program.ledger();
        QCOMPARE(ledger.size(), 1U);
        QCOMPARE(ledger[0].faces, std::string("confirmation"));
        QCOMPARE(ledger[0].regionHash, region->voxels.hash());
        QVERIFY(ledger[0].isConfirmatory);
        QVERIFY(
            program.child<QLabel>("facesSeal")->text().contains(QStringLiteral("Confirmatory")));
        QVERIFY(program.child<QToolButton>("sealButton")->text().contains(QStringLiteral("10")));
        QVERIFY(!program.action(ActionId::OpenSeal)->isEnabled());
    }

    void noUndoClosesTheSeal()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        QVERIFY(program.facesAfter([&] { program.session.selectRegion(1); }));
        QVERIFY(program.openSeal());
        QVERIFY(program.facesAfter([&] { program.session.undo(); }));
        QCOMPARE(program.session.document().active, 0U);
        QVERIFY(program.session.opened()->isSealOpen);
        QCOMPARE(program.table().faceCount(), 10);
    }

    void aSphereMadeAfterTheOpeningIsExploratory()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        QVERIFY(program.openSeal());
        program.session.setLive(false);
        program.action(ActionId::AddSphere)->trigger();
        QVERIFY(program.session.activeRegion()->isEditedWhileLooking);
        auto* const line = program.child<QLabel>("facesSeal");
        QTRY_VERIFY(line->text().contains(QStringLiteral("Exploratory")));
    }

    void aLedgerThatCannotBeReadKeepsTheSealShut()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        std::filesystem::remove(program.folder / "openings.json");
        std::filesystem::create_directory(program.folder / "openings.json");
        QSignalSpy failed(&program.jobs, &JobRunner::failed);
        program.ask()->findChild<QPushButton*>(QStringLiteral("openSeal"))->click();
        QVERIFY(failed.wait(10000));
        QCOMPARE(program.table().faceCount(), 6);
        QVERIFY(!program.session.opened()->isSealOpen);
        QVERIFY(
            program.child<QLabel>("messageText")->text().contains(QStringLiteral("openings.json")));
    }

    void anOpeningByAnotherProgramMeanwhileStaysInTheLedger()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        glm::Fit other = glm::readFit(program.folder);
        other.openings.push_back({"imagery", "elsewhere", "h", "brush", false, "t", "v"});
        glm::writeOpenings(other, program.folder);
        QVERIFY(program.openSeal());
        const auto ledger = program.ledger();
        QCOMPARE(ledger.size(), 2U);
        QCOMPARE(ledger[0].regionName, std::string("elsewhere"));
        QCOMPARE(ledger[1].regionName, std::string("selected"));
    }

    void aFitOpenedAgainIsSealedAgainAndTheQuestionTellsOfTheOpening()
    {
        Sealed program;
        QVERIFY(program.openFresh());
        QVERIFY(program.openSeal());
        QVERIFY(program.open(program.folder));
        QCOMPARE(program.table().faceCount(), 6);
        const QString text = program.ask()->informativeText();
        QVERIFY2(text.contains(QStringLiteral("recorded before: 1")), qPrintable(text));
    }
};

FUSIFORM_TEST(SealKeeperTest)
#include "seal_keeper_test.moc"
