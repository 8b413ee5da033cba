// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/results_page.h"

#include "app/rating/rating_setup.h"
#include "app/results/figure_editor.h"
#include "app/results/result_table.h"
#include "app/results/section_view.h"
#include "core/decode/decode_region.h"
#include "core/glm/fit.h"
#include "core/util/json.h"
#include "core/util/tsv.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/plots/figure_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// The window on the page Results of a small fit.
struct Evaluating : test::RunningWindow {
    test::TemporaryFolder place;
    fs::path fit = place.path() / "fit";
    ResultsPage* page = nullptr;

    bool openPage()
    {
        test::writeSmallFit(fit);
        if (!open(fit))
            return false;
        page = child<ResultsPage>("resultsPage");
        action(ActionId::ResultsPage)->trigger();
        return page->isVisible();
    }
    bool evaluate()
    {
        QSignalSpy done(page, &ResultsPage::evaluated);
        child<QPushButton>("evaluate")->click();
        return !done.isEmpty() || done.wait(60000);
    }
    bool choose(const QString& analysis)
    {
        auto* const list = child<QListWidget>("resultSections");
        const auto found = list->findItems(analysis, Qt::MatchExactly);
        if (found.isEmpty())
            return false;
        list->setCurrentItem(found.first());
        return true;
    }
};

} // namespace

class ResultsPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    /// The scores on the page are those of decoding by itself.
    void theOpenFitIsEvaluated()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QVERIFY(!program.child<QPushButton>("saveReport")->isEnabled());
        QVERIFY(!program.child<QSpinBox>("pipelinePermutations")->isEnabled()); // no series
        QVERIFY(program.evaluate());
        QVERIFY(glm::readOpenings(program.fit).empty());
        QVERIFY(program.choose(QStringLiteral("Recognition")));
        auto* const table
            = program.page->findChild<ResultTable*>(QStringLiteral("result_recognition"));
        QVERIFY(table);
        const OpenedFit& opened = *program.session.opened();
        const glm::ModelFit& model = opened.fit.models[0];
        const auto regions = roi::offeredRegions(opened.fit, model);
        QCOMPARE(table->rowCount(), static_cast<int>(regions.size()));
        Progress progress;
        for (std::size_t r = 0; r < regions.size(); ++r) {
            const double pairwise = decode::decodeRegion(opened.fit, model, regions[r].voxels,
                                                         model.exploration, {}, progress)
                                        .pairwise;
            const auto& row = table->table().rows[r];
            QCOMPARE(std::get<std::string>(row[1]), regions[r].name);
            QVERIFY(std::abs(std::get<double>(row[4]) - pairwise) < 1e-12);
        }
        QVERIFY(!program.page->findChildren<FigureView*>().isEmpty());
        table->copy();
        const Tsv copied
            = parseTsv(QApplication::clipboard()->text().toStdString(), "clipboard.tsv");
        QCOMPARE(copied.rows.size(), regions.size());
    }
    void whatIsMissingIsSaid()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QVERIFY(program.evaluate());
        QVERIFY(program.choose(QStringLiteral("Learning curve")));
        const auto labels = program.page->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->property("role").toString() == QLatin1String("warning")
                   && label->text().contains(QLatin1String("--series keep"));
        }));
    }
    void bordersOfTheCortexCanBeLeftOut()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QVERIFY(program.child<QCheckBox>("corticalBorders")->isChecked());
        program.child<QCheckBox>("corticalBorders")->setChecked(false);
        QVERIFY(program.evaluate());
        QVERIFY(program.choose(QStringLiteral("Recognition")));
        const auto edits = program.page->findChildren<QToolButton*>(
            QRegularExpression(QStringLiteral("^edit_")));
        QVERIFY(!edits.isEmpty());
        edits.first()->click();
        const fs::path file = program.place.path() / "figure.svg";
        program.page->findChild<FigureEditor*>()->save(file);
        const Json json = readJson(program.place.path() / "figure.json");
        QVERIFY(json.at("provenance").at("command").get<std::string>().find("--borders off")
                != std::string::npos);
    }
    void theSealIsOpenedAfterAQuestion()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        program.child<QComboBox>("evaluatedFaces")->setCurrentIndex(1);
        program.child<QPushButton>("evaluate")->click();
        auto* const box = program.page->findChild<QMessageBox*>();
        QVERIFY(box);
        QVERIFY(glm::readOpenings(program.fit).empty());
        QSignalSpy done(program.page, &ResultsPage::evaluated);
        box->findChild<QPushButton*>(QStringLiteral("evaluateAll"))->click();
        QVERIFY(!done.isEmpty() || done.wait(60000));
        QCOMPARE(glm::readOpenings(program.fit).size(), std::size_t{1});
        QVERIFY(program.choose(QStringLiteral("Recognition")));
        auto* const table
            = program.page->findChild<ResultTable*>(QStringLiteral("result_recognition"));
        QCOMPARE(std::get<double>(table->table().rows.front()[10]), 10.0); // 6 and 4 sealed faces
    }
    void aReportIsWrittenOnceWhereNothingIs()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QVERIFY(program.evaluate());
        QSignalSpy saved(program.page, &ResultsPage::reportSaved);
        QSignalSpy problem(program.page, &ResultsPage::problem);
        const fs::path folder = program.place.path() / "report";
        program.page->saveReport(folder);
        QCOMPARE(saved.size(), 1);
        QVERIFY(fs::exists(folder / "report.html"));
        QVERIFY(fs::exists(folder / "evaluate.json"));
        program.page->saveReport(folder);
        QCOMPARE(problem.size(), 1);
    }
    void aFigureIsSavedInAnotherStyle()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QVERIFY(program.evaluate());
        QVERIFY(program.choose(QStringLiteral("Recognition")));
        const std::string model = program.session.opened()->fit.models[0].model.name;
        auto* const edit = program.page->findChild<QToolButton*>(
            QStringLiteral("edit_%1_pairwise").arg(QString::fromStdString(model)));
        QVERIFY(edit);
        edit->click();
        auto* const editor = program.page->findChild<FigureEditor*>();
        QVERIFY(editor);
        QCOMPARE(editor->figure().widthMm, 180.0);
        editor->findChild<QDoubleSpinBox*>(QStringLiteral("figureWidth"))->setValue(8.9);
        editor->findChild<QLineEdit*>(QStringLiteral("figureLetter"))->setText(QStringLiteral("b"));
        editor->findChild<QCheckBox*>(QStringLiteral("figureTitle"))->setChecked(false);
        const report::Figure figure = editor->figure();
        QVERIFY(std::abs(figure.widthMm - 89) < 1e-9);
        const auto labels = figure.all<report::Label>();
        const auto says = [&](const std::string& text) {
            return std::ranges::any_of(
                labels, [&](const report::Label& label) { return label.text.english() == text; });
        };
        QVERIFY(says("b"));
        QVERIFY(!says(figure.title.english()));
        // In another font: the first that the machine has beside the program's own.
        auto* const font = editor->findChild<QComboBox*>(QStringLiteral("figureFont"));
        QVERIFY(font->itemData(0).toString().isEmpty());
        QVERIFY(editor->figure().font.empty());
        if (font->count() > 1)
            font->setCurrentIndex(1);
        QCOMPARE(editor->figure().font, font->currentData().toString().toStdString());
        const fs::path file = program.place.path() / "figure.pdf";
        editor->save(file);
        QVERIFY(fs::file_size(file) > 1000);
        QVERIFY(fs::exists(program.place.path() / "figure_recognition.tsv"));
        const Json json = readJson(program.place.path() / "figure.json");
        QCOMPARE(json.at("letter").get<std::string>(), std::string("b"));
        QCOMPARE(json.at("font").get<std::string>(),
                 font->count() > 1 ? font->currentText().toStdString() : std::string("Inter"));
        QVERIFY(json.at("provenance").at("command").get<std::string>().starts_with("fusiform-cli"));
    }
    /// The small fit has one face model; a copy of it under another name makes a second.
    void facesOfTwoModelsCanBeRated()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        const auto* const rate = program.child<QPushButton>("openRating");
        QVERIFY(program.evaluate());
        QVERIFY(!rate->isEnabled());
        QVERIFY(rate->toolTip().contains(QLatin1String("Two face models")));
        glm::Fit fit = glm::readFit(program.fit);
        fit.models.push_back(fit.models.front());
        fit.models.back().model.name = "second-model";
        const fs::path both = program.place.path() / "both";
        glm::writeFit(fit, both);
        QVERIFY(program.open(both));
        QVERIFY(!rate->isEnabled()); // not evaluated yet
        QVERIFY(program.evaluate());
        QVERIFY2(rate->isEnabled(), qPrintable(rate->toolTip()));
        program.child<QPushButton>("openRating")->click();
        auto* const setup = program.page->findChild<RatingSetup*>();
        QVERIFY(setup);
        setup->setFolder(program.place.path() / "ratings");
        setup->start();
        QVERIFY(setup->session());
        QCOMPARE(setup->session()->session().total(), std::size_t{6}); // exploration faces
        setup->session()->close();
    }
    void anotherSubjectIsTakenAlong()
    {
        Evaluating program;
        QVERIFY(program.openPage());
        QSignalSpy problem(program.page, &ResultsPage::problem);
        program.page->addSubject(program.place.path());
        QCOMPARE(problem.size(), 1); // no fit
        program.page->addSubject(program.fit);
        QCOMPARE(program.page->fits().size(), std::size_t{1}); // it is there already
        const fs::path copy = program.place.path() / "copy";
        test::writeSmallFit(copy);
        program.page->addSubject(copy);
        QCOMPARE(problem.size(), 2); // the same subject
        QCOMPARE(program.page->fits().size(), std::size_t{1});
        const fs::path other = program.place.path() / "other";
        test::writeSmallFit(other);
        glm::Fit second = glm::readFit(other);
        second.subject = "sub-02";
        glm::writeFit(second, other);
        program.page->addSubject(other);
        QVERIFY(program.evaluate());
        QVERIFY(program.child<QLabel>("resultsSubjects")->text().contains(QLatin1String("1 more")));
        const auto* const list = program.child<QListWidget>("resultSections");
        QCOMPARE(list->findItems(QStringLiteral("sub-02"), Qt::MatchExactly).size(), 1);
        program.child<QPushButton>("onlySubject")->click();
        QCOMPARE(program.page->fits().size(), std::size_t{1});
        // Another fit: what was found is gone.
        program.session.open(nullptr);
        QCoreApplication::processEvents();
        QVERIFY(!program.page->shown());
    }
};

FUSIFORM_TEST(ResultsPageTest)
#include "results_page_test.moc"
