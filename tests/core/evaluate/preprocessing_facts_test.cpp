// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/preprocessing_facts.h"

#include "core/preprocess/run_decisions.h"
#include "core/results/analyses.h"
#include "core/util/tsv.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/preprocessed_runs.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace fusiform;
using evaluate::PreprocessingFacts;
namespace fs = std::filesystem;

namespace {

results::Section sectionOfFacts(const PreprocessingFacts& facts)
{
    evaluate::SubjectEvaluation subject;
    subject.preprocessing = facts;
    results::Section section;
    results::tellPreprocessing(subject, {}, section);
    return section;
}

} // namespace

class PreprocessingFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        fs::create_directories(m_folder->path() / "fit");
        m_fit = test::makeFit(m_folder->path() / "fit");
        m_fit.subject = "sub-01";
        m_study = m_folder->path() / "study";
        m_fit.provenance
            = {{"options", {{"study", m_study.string()}, {"images", "auto"}}},
               {"counts", {{"images", "fusiform"}, {"images_made_by", "Fusiform preprocessing"}}}};
    }
    void ourOwnNumbersAreFound()
    {
        const fs::path derivatives = m_study / "derivatives" / "fusiform";
        test::writePreprocessedRuns(derivatives, 3);
        const PreprocessingFacts facts = evaluate::preprocessingFacts(m_fit);
        QCOMPARE(facts.images, PreprocessingFacts::Images::Preprocessed);
        QCOMPARE(facts.runs.size(), std::size_t{3});
        // As the runs' tables have it, volume by volume.
        for (const preprocess::RunResult& run : facts.runs) {
            const Tsv table = readTsv(run.files.confounds);
            const std::size_t column = table.requiredColumn({"framewise_displacement"});
            double largest = 0;
            for (std::size_t row = 0; row < table.rows.size(); ++row)
                largest = std::max(largest, table.optionalNumber(row, column).value_or(0));
            QVERIFY(largest > 0);
            QVERIFY(test::near(run.report.largestDisplacement, largest, 1e-5));
            QCOMPARE(run.report.volumes, 24);
        }
        preprocess::recordRunDecision(
            derivatives, {facts.runs[1].report.name, preprocess::Verdict::Drop, "A", "", "moved"});
        const PreprocessingFacts later = evaluate::preprocessingFacts(m_fit);
        QCOMPARE(later.dropped, (std::set<std::string>{facts.runs[1].report.name}));
        const results::Section section = sectionOfFacts(later);
        QVERIFY(section.missing.empty());
        QCOMPARE(section.figures.size(), std::size_t{1});
        QCOMPARE(section.json.at("runs").size(), std::size_t{3});
        QCOMPARE(section.json.at("runs").at(1).at("fitted").get<bool>(), false);
        QVERIFY(section.json.at("runs").at(0).at("tsnr").get<double>() > 0);
    }
    void confoundsOfOthersAreCounted()
    {
        m_fit.provenance["counts"] = {{"images", "fmriprep"}, {"images_made_by", "fMRIPrep"}};
        const fs::path func = m_study / "derivatives" / "fmriprep" / "sub-01" / "ses-01" / "func";
        fs::create_directories(func);
        test::writeText(func / "sub-01_ses-01_task-faces_run-1_desc-confounds_timeseries.tsv",
                        "framewise_displacement\tdvars\nn/a\tn/a\n0.1\t1\n0.7\t2\n0.4\t1\n");
        test::writeText(func / "sub-01_ses-01_task-loc_run-1_desc-confounds_timeseries.tsv",
                        "framewise_displacement\nn/a\n9\n");
        const PreprocessingFacts facts = evaluate::preprocessingFacts(m_fit);
        QCOMPARE(facts.runs.size(), std::size_t{1}); // the localizer is no face run
        const preprocess::RunReport& report = facts.runs[0].report;
        QCOMPARE(report.volumes, 4);
        QVERIFY(test::near(report.meanDisplacement, 0.4, 1e-12));
        QVERIFY(test::near(report.largestDisplacement, 0.7, 1e-12));
        QCOMPARE(report.outliers, (std::vector<image::Index>{2}));
        const results::Section section = sectionOfFacts(facts);
        QVERIFY(section.missing.empty());
        QVERIFY(section.json.at("runs").at(0).at("tsnr").is_null());
        QVERIFY(section.json.at("runs").at(0).at("outliers").get<int>() == 1);
    }
    /// In red where images have gone; not where there never were any.
    void whatIsGoneIsMissingWhatCannotBeIsNot()
    {
        const results::Section gone = sectionOfFacts(evaluate::preprocessingFacts(m_fit));
        QCOMPARE(gone.missing.size(), std::size_t{1});
        QVERIFY(gone.missing[0].english().find((m_study / "derivatives" / "fusiform").string())
                != std::string::npos);
        m_fit.provenance["counts"] = {{"images", "raw"}, {"images_made_by", nullptr}};
        const results::Section raw = sectionOfFacts(evaluate::preprocessingFacts(m_fit));
        QVERIFY(raw.missing.empty() && !raw.isEmpty());
        QCOMPARE(raw.json.at("images").get<std::string>(), std::string("raw"));
        m_fit.provenance = Json::object(); // imported
        QVERIFY(sectionOfFacts(evaluate::preprocessingFacts(m_fit)).isEmpty());
    }

private:
    std::optional<test::TemporaryFolder> m_folder;
    fs::path m_study;
    glm::Fit m_fit;
};

FUSIFORM_TEST(PreprocessingFactsTest)
#include "preprocessing_facts_test.moc"
