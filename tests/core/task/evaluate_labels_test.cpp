// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluation_run.h"

#include "core/face_model/attribute_axes.h"
#include "core/glm/fit.h"
#include "core/task/figure_task.h"
#include "core/util/error.h"
#include "core/util/json.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;

namespace {

/// A fit on disk with an axis of "Male" beside its model.
std::filesystem::path labelledFit(const std::filesystem::path& folder)
{
    glm::Fit fit = test::makeFit(folder);
    const glm::ModelFit& model = fit.models.front();
    face_model::AttributeAxis male;
    male.name = "Male";
    male.with = male.without = 40;
    male.meanDifference.direction = model.latentSd;
    male.logistic = male.meanDifference;
    face_model::writeAxes(face_model::axesFileOf(model.modelFile),
                          {model.model.hash, "80 blobs", {male}});
    std::filesystem::create_directories(folder / "fit");
    glm::writeFit(fit, folder / "fit");
    return folder / "fit";
}

} // namespace

class EvaluateLabelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableOfLabelsIsMatchedByPicture()
    {
        const test::TemporaryFolder folder;
        task::EvaluateOptions options;
        options.fits = {labelledFit(folder.path())};
        options.faces = "explore";
        options.only = {"attributes"};
        options.permutations = 50;
        options.draws = 100;
        options.labels = folder.path() / "labels.tsv";
        std::string table = "picture\tMale\n";
        const glm::Fit fit = glm::readFit(options.fits.front());
        for (const std::string& name : fit.models.front().exploration.names)
            table += "elsewhere/" + name + "\t" + (name.front() == 'M' ? "1" : "-1") + "\n";
        test::writeText(options.labels, table);
        Progress progress;
        const task::EvaluationRun run = task::runEvaluation(options, progress);
        const Json& male = run.json["subjects"][0]["attributes"][0]["attributes"][0];
        QCOMPARE(run.json["subjects"][0]["attributes"][0]["truth"], Json("labels"));
        for (std::size_t f = 0; f < male["labels"].size(); ++f)
            QCOMPARE(male["labels"][f].get<int>(),
                     fit.models.front().exploration.names[f].front() == 'M' ? 1 : -1);
        QVERIFY(std::ranges::any_of(run.facts.provenance, [&](const auto& fact) {
            return fact.second == options.labels.string();
        }));
        QVERIFY(run.facts.command.find("--labels") != std::string::npos);
    }
    void aBrokenTableOpensNoSeal()
    {
        const test::TemporaryFolder folder;
        task::EvaluateOptions options;
        options.fits = {labelledFit(folder.path())};
        options.faces = "all";
        options.labels = folder.path() / "labels.tsv";
        test::writeText(options.labels,
                        "picture\tYoung\tMale\nF11.png\t1\t1\nF10.png\t1\tperhaps\n");
        Progress progress;
        try {
            (void)task::runEvaluation(options, progress);
            QFAIL("taken");
        } catch (const Error& error) {
            const std::string said = error.what();
            for (const char* const word : {"labels.tsv", "line 3", "column Male", "perhaps"})
                QVERIFY2(said.find(word) != std::string::npos, said.c_str());
        }
        QVERIFY(glm::readOpenings(options.fits.front()).empty());
    }
    void aFolderAroundAFitIsToldWhereTheFitIs()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path fit = labelledFit(folder.path());
        task::EvaluateOptions options;
        options.fits = {folder.path()};
        Progress progress;
        try {
            (void)task::runEvaluation(options, progress);
            QFAIL("taken");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            const std::string said = error.what();
            QVERIFY2(said.find(fit.string()) != std::string::npos, said.c_str());
        }
    }
    void aFigureNamesTheCommandThatMadeIt()
    {
        const test::TemporaryFolder folder;
        task::FigureOptions options;
        options.fits = {labelledFit(folder.path())};
        options.name = "list";
        Progress progress;
        const Json list = task::runFigure(options, progress).json;
        options.name = list["figures"][0]["name"];
        options.output = folder.path() / "one.svg";
        options.widthCm = 8.9;
        options.letter = "b";
        (void)task::runFigure(options, progress);
        const std::string command
            = readJson(folder.path() / "one.json").at("provenance").at("command");
        QCOMPARE(command, "fusiform-cli figure " + options.name + " "
                              + options.fits.front().string() + " --width-cm 8.9 --letter b");
    }
};

FUSIFORM_TEST(EvaluateLabelsTest)
#include "evaluate_labels_test.moc"
