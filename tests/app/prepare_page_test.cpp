// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/prepare_page.h"

#include "app/prepare/leak_panel.h"
#include "app/shell/study_dialog.h"
#include "app/support/figure_list.h"
#include "core/io/picture_file.h"
#include "core/preprocess/run_decisions.h"
#include "core/task/preprocess_task.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

QString fileText(const fs::path& path) { return QString::fromStdString(path.string()); }

/// The window with a small study opened and its dialog left: what is behind is the page Prepare.
struct Preparing : test::RunningWindow {
    test::TemporaryFolder place;
    fs::path study = place.path() / "study";
    fs::path derivatives = study / "derivatives" / "fusiform";
    PreparePage* page = nullptr;

    Preparing() { static_cast<void>(test::writeSmallStudy(study)); }

    void preprocessBefore() const
    {
        task::PreprocessOptions options;
        options.study = study;
        options.output = derivatives;
        Progress progress;
        static_cast<void>(task::runPreprocess(options, progress));
    }
    bool openStudy()
    {
        window.resize(1400, 900);
        window.show();
        page = child<PreparePage>("preparePage");
        QSignalSpy shown(page, &PreparePage::subjectShown);
        window.openFolder(fileText(study));
        if (!shown.wait(20000))
            return false;
        if (auto* const dialog = child<StudyDialog>("studyDialog"))
            dialog->reject();
        return page->isVisible();
    }
    template <class Change>
    bool shownAfter(Change change)
    {
        QSignalSpy shown(page, &PreparePage::subjectShown);
        change();
        return shown.wait(60000);
    }
    [[nodiscard]] QTableWidget* runs() { return child<QTableWidget>("runTable"); }
    void drop(int run) { runs()->item(run, 0)->setCheckState(Qt::Unchecked); }
};

} // namespace

class PreparePageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void aStudyWithoutAFitLandsOnPrepare()
    {
        Preparing program;
        QVERIFY(program.openStudy());
        QCOMPARE(program.runs()->rowCount(), 2);
        QCOMPARE(program.runs()->item(0, 2)->text(), QStringLiteral("–"));
        QVERIFY(program.child<QPushButton>("preprocess")->isEnabled());
        QVERIFY(!program.child<QPushButton>("openReport")->isEnabled());
        QVERIFY(!program.action(ActionId::ExplorePage)->isVisible());
        QVERIFY(program.child<QWidget>("modeStrip")->isVisible());
        program.action(ActionId::Welcome)->trigger();
        QVERIFY(program.child<QWidget>("welcomePage")->isVisible());
        QVERIFY(!program.child<QWidget>("modeStrip")->isVisible());
    }

    void theDialogOffersToPrepareTheChosenSubject()
    {
        test::TemporaryFolder place;
        test::writeSmallFit(place.path() / "fit");
        Preparing program;
        QVERIFY(program.open(place.path() / "fit"));
        QSignalSpy read(&program.jobs, &JobRunner::finished);
        program.window.openFolder(fileText(program.study));
        QVERIFY(read.wait(20000));
        QPushButton* const prepare
            = program.child<StudyDialog>("studyDialog")
                  ->findChild<QPushButton*>(QStringLiteral("prepareSubject"));
        program.page = program.child<PreparePage>("preparePage");
        QVERIFY(!program.page->isVisible());
        QVERIFY(program.shownAfter([&] { prepare->click(); }));
        QVERIFY(program.page->isVisible());
        program.action(ActionId::ExplorePage)->trigger();
        QVERIFY(!program.page->isVisible());
        QVERIFY(program.child<QWidget>("facesDock")->isVisible());
        program.action(ActionId::PreparePage)->trigger();
        QVERIFY(program.page->isVisible());
        QVERIFY(!program.child<QWidget>("facesDock")->isVisible());
    }

    void preprocessingFillsTheTableAndTheFigures()
    {
        Preparing program;
        QVERIFY(program.openStudy());
        QSignalSpy figures(program.page, &PreparePage::runShown);
        QVERIFY(program.shownAfter([&] { program.child<QPushButton>("preprocess")->click(); }));
        QCOMPARE(program.page->subject()->preprocessedRuns(), 2U);
        for (int row = 0; row < 2; ++row)
            for (int column = 1; column < 6; ++column)
                QVERIFY(program.runs()->item(row, column)->text() != QStringLiteral("–"));
        QVERIFY(!figures.isEmpty() || figures.wait(20000));
        QCOMPARE(program.child<FigureList>("runFigures")->views().size(), 4U);
        for (const FigureView* const view : program.child<FigureList>("runFigures")->views())
            QVERIFY(!view->figure().elements.empty());
        QVERIFY(program.child<QPushButton>("openReport")->isEnabled());
        QVERIFY(fs::exists(program.derivatives / "sub-01.html"));
    }

    void aDroppedRunIsRecordedWithItsReasonAndComesBack()
    {
        Preparing program;
        program.preprocessBefore();
        QVERIFY(program.openStudy());
        program.child<QLineEdit>("dropReason")->setText(QStringLiteral("she slept"));
        QVERIFY(program.shownAfter([&] { program.drop(1); }));
        auto dropped = preprocess::droppedRuns(program.derivatives);
        QCOMPARE(dropped.size(), 1U);
        const std::string run = program.page->subject()->runs[1].name;
        QCOMPARE(dropped.at(run).why, std::string("she slept"));
        QVERIFY(!dropped.at(run).when.empty() && !dropped.at(run).who.empty());
        QVERIFY(program.runs()->item(1, 0)->toolTip().contains(QStringLiteral("she slept")));
        QCOMPARE(program.page->subject()->quality.design.runs.size(), 1U);
        QVERIFY(
            program.shownAfter([&] { program.runs()->item(1, 0)->setCheckState(Qt::Checked); }));
        QVERIFY(preprocess::droppedRuns(program.derivatives).empty());
        QCOMPARE(preprocess::readRunDecisions(program.derivatives).size(), 2U);
    }

    void aStoppedPreprocessingGoesOnLater()
    {
        Preparing program;
        QVERIFY(program.openStudy());
        QSignalSpy stopped(&program.jobs, &JobRunner::cancelled);
        program.child<QPushButton>("preprocess")->click();
        QVERIFY(program.page->findChild<QPushButton*>(QStringLiteral("cancelJob"))->isVisible());
        program.page->findChild<QPushButton*>(QStringLiteral("cancelJob"))->click();
        QVERIFY(stopped.wait(10000));
        QVERIFY(!program.page->findChild<QPushButton*>(QStringLiteral("cancelJob"))->isVisible());
        QVERIFY(program.shownAfter([&] { program.child<QPushButton>("preprocess")->click(); }));
        QTRY_COMPARE(program.page->subject()->preprocessedRuns(), 2U);
    }

    void aStudyThatMayNotBeWrittenSaysWhyNothingCanBeDone()
    {
        Preparing program;
        fs::permissions(program.study,
                        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove);
        const bool isShown = program.openStudy();
        fs::permissions(program.study, fs::perms::owner_write, fs::perm_options::add);
        QVERIFY(isShown);
        const auto* const button = program.child<QPushButton>("preprocess");
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(QStringLiteral("written")));
        QVERIFY(!fs::exists(program.derivatives));
    }

    void samePicturesAreListedAndTheSwitchGoesWithTheFit()
    {
        Preparing program;
        const fs::path stimuli = program.study / "stimuli" / "sub01";
        const fs::path portrait
            = fs::path(FUSIFORM_SOURCE_DIR) / "resources/portraits/pictures/000001.jpg";
        // A test face, and in training the same picture smaller; another one byte by byte.
        fs::copy_file(portrait, stimuli / "F1.png", fs::copy_options::overwrite_existing);
        io::writePicture(stimuli / "T05.png", image::resized(io::readPicture(portrait), 90, 90));
        fs::copy_file(stimuli / "F2.png", stimuli / "T07.png",
                      fs::copy_options::overwrite_existing);
        QVERIFY(program.openStudy());
        const auto* const panel = program.child<LeakPanel>("leakPanel");
        QTRY_VERIFY_WITH_TIMEOUT(panel->leaks() != nullptr, 20000);
        const auto* const table = program.child<QTableWidget>("leakTable");
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("T05.png"));
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("F1.png"));
        QCOMPARE(table->item(0, 2)->text(), QStringLiteral("nearly identical"));
        QCOMPARE(table->item(1, 0)->text(), QStringLiteral("T07.png"));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("identical"));
        for (const int row : {0, 1})
            for (const int column : {0, 1})
                QVERIFY(!table->item(row, column)->icon().isNull());

        QVERIFY(panel->areLeftOut());
        program.child<QAbstractButton>("leaveLeaksOut")->click();
        QSignalSpy read(&program.jobs, &JobRunner::finished);
        program.child<QPushButton>("prepareFit")->click();
        QVERIFY(read.wait(20000));
        auto* const dialog = program.child<StudyDialog>("studyDialog");
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("leaveOutLeaks"))->isChecked());
        QVERIFY(program.child<QLabel>("fitCaution")->text().isEmpty());
        dialog->findChild<QPushButton*>(QStringLiteral("fitSubject"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(program.child<QLabel>("fitCaution")->text(),
                                  QStringLiteral("test faces in training"), 60000);
        QVERIFY(program.child<QLabel>("subjectText")
                    ->toolTip()
                    .contains(QLatin1String("1 identical and 1 nearly identical")));
    }

    void theStudyOfAFitIsFoundAboveIt()
    {
        Preparing program;
        fs::create_directories(program.derivatives / "sub-01");
        QCOMPARE(studyOfFit(fileText(program.derivatives / "sub-01")), fileText(program.study));
        QCOMPARE(studyOfFit(fileText(program.place.path())), QString());
    }
};

FUSIFORM_TEST(PreparePageTest)
#include "prepare_page_test.moc"
