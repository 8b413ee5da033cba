// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/preprocessed.h"

#include "core/util/error.h"
#include "tests/support/fmriprep_folder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

bids::Run runCalled(const std::string& session, const std::string& name)
{
    bids::Run run;
    run.session = session;
    run.name = name;
    return run;
}

const bids::Run kRun = runCalled("ses-02", "sub-03_ses-02_task-faces_run-01");

/// The names of image, mask and table as found; empty where there is none.
QStringList found(const test::FmriprepFolder& folder, const bids::Run& run,
                  const std::string& space)
{
    QStringList names;
    for (const fs::path& file :
         {bids::preprocessedImage(folder.root(), folder.subject(), run, space),
          bids::brainMask(folder.root(), folder.subject(), run, space),
          bids::confoundsTable(folder.root(), folder.subject(), run)})
        names += QString::fromStdString(file.filename().string());
    return names;
}

} // namespace

class PreprocessedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePipelineIsKnownByWhatItSaysOfItself()
    {
        const test::TemporaryFolder study;
        const fs::path derivatives = study.path() / "derivatives";
        const test::FmriprepFolder folder(derivatives / "a-first-try", "sub-03");
        QCOMPARE(bids::pipelineName(folder.root()), std::string("fMRIPrep"));
        const auto describe = [&](const fs::path& pipeline, const std::string& text) {
            fs::create_directories(derivatives / pipeline);
            test::writeText(derivatives / pipeline / "dataset_description.json", text);
            return bids::pipelineName(derivatives / pipeline);
        };
        QCOMPARE(describe("older", R"({"Name": "x", "PipelineDescription": {"Name": "SPM"}})"),
                 std::string("SPM"));
        QCOMPARE(describe("zz", R"({"GeneratedBy": [{"Name": "Fusiform"}]})"),
                 std::string("Fusiform"));
        for (const char* damaged :
             {"", "{", "[1]", R"({"GeneratedBy": [3]})", R"({"GeneratedBy": [{"Name": 7}]})"})
            QCOMPARE(describe("damaged", damaged), std::string("damaged"));
        fs::create_directories(derivatives / "fmriprep-23");
        QCOMPARE(bids::pipelineName(derivatives / "fmriprep-23"), std::string("fmriprep-23"));
        // Fusiform's own first, whatever its folder is called, then fMRIPrep's.
        std::vector<std::string> order;
        for (const fs::path& pipeline : bids::pipelineFolders(study.path()))
            order.push_back(pipeline.filename().string());
        QCOMPARE(order, (std::vector<std::string>{"zz", "a-first-try", "fmriprep-23", "damaged",
                                                  "older"}));
    }
    void everySpaceOfFmriprepIsFoundWithItsMask()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        const QString start = QString::fromStdString(kRun.name);
        for (const char* space : {"", "_space-T1w", "_space-MNI152NLin2009cAsym_res-2"})
            folder.addImages(kRun.session, kRun.name, space);
        folder.addImages(kRun.session, "sub-03_ses-02_task-faces_run-10", "_space-T1w");
        folder.addImages(kRun.session, "sub-03_ses-02_task-loc_run-01", "_space-T1w");
        folder.addConfounds(kRun.session, kRun.name, 3);
        const QString table = start + "_desc-confounds_timeseries.tsv";
        for (const auto& [space, part] :
             {std::pair{"native", ""},
              {"T1w", "_space-T1w"},
              {"MNI152NLin2009cAsym", "_space-MNI152NLin2009cAsym_res-2"},
              {"MNI152NLin2009cAsym:res-2", "_space-MNI152NLin2009cAsym_res-2"}})
            QCOMPARE(found(folder, kRun, space),
                     (QStringList{start + part + "_desc-preproc_bold.nii.gz",
                                  start + part + "_desc-brain_mask.nii.gz", table}));
        QCOMPARE(found(folder, kRun, "fsaverage"), (QStringList{"", "", table}));
        QCOMPARE(found(folder, kRun, "MNI152NLin2009cAsym:res-1"), (QStringList{"", "", table}));
    }
    void severalResolutionsAskWhichIsMeant()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        for (const char* space : {"_space-MNI152NLin6Asym_res-1", "_space-MNI152NLin6Asym_res-2"})
            folder.addImages(kRun.session, kRun.name, space);
        try {
            (void)bids::preprocessedImage(folder.root(), "sub-03", kRun, "MNI152NLin6Asym");
            QFAIL("one of two was taken");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            const std::string message = error.what();
            QVERIFY2(message.find("MNI152NLin6Asym:res-2") != std::string::npos
                         && message.find("res-1_desc-preproc") != std::string::npos,
                     message.c_str());
        }
        QVERIFY(bids::preprocessedImage(folder.root(), "sub-03", kRun, "MNI152NLin6Asym:res-1")
                    .string()
                    .ends_with("res-1_desc-preproc_bold.nii.gz"));
    }
    void olderNamesAndRunsWithoutZerosAreTheSame()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        folder.addImages(kRun.session, "sub-03_ses-02_task-faces_run-1", "_space-T1w");
        folder.addConfounds(kRun.session, "sub-03_ses-02_task-faces_run-1", 3, "regressors");
        QCOMPARE(found(folder, kRun, "T1w"),
                 (QStringList{"sub-03_ses-02_task-faces_run-1_space-T1w_desc-preproc_bold.nii.gz",
                              "sub-03_ses-02_task-faces_run-1_space-T1w_desc-brain_mask.nii.gz",
                              "sub-03_ses-02_task-faces_run-1_desc-confounds_regressors.tsv"}));
    }
    void singleEchoesAndHalvesOfSurfacesAreNotTheRun()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        for (const char* echo : {"1", "2"})
            folder.addImages(kRun.session, kRun.name + "_echo-" + echo, "");
        test::writeText(folder.func(kRun.session) / (kRun.name + "_hemi-L_space-T1w_bold.func.gii"),
                        "surface");
        QCOMPARE(found(folder, kRun, "native"), (QStringList{"", "", ""}));
        folder.addImages(kRun.session, kRun.name, ""); // the echoes combined
        QVERIFY(!found(folder, kRun, "native").at(0).contains("echo"));
        // A study whose run is one echo means that one.
        const bids::Run echo = runCalled(kRun.session, kRun.name + "_echo-2");
        QVERIFY(found(folder, echo, "native").at(0).contains("echo-2"));
    }
    void aStudyWithoutSessionsHasItsFilesOneLevelHigher()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        const bids::Run run = runCalled("", "sub-03_task-faces_run-01");
        folder.addImages("", run.name, "_space-T1w");
        QVERIFY(!found(folder, run, "T1w").at(0).isEmpty());
        QVERIFY(found(folder, kRun, "T1w").at(0).isEmpty());
    }
    void filesThatAreNotDownloadedDoNotCount()
    {
        const test::TemporaryFolder temporary;
        const test::FmriprepFolder folder(temporary.path(), "sub-03");
        folder.addImages(kRun.session, kRun.name, "_space-T1w");
        const fs::path image = bids::preprocessedImage(folder.root(), "sub-03", kRun, "T1w");
        fs::remove(image);
        fs::create_symlink("../../.git/annex/objects/aa/bb/MD5E-s1--c/MD5E-s1--c", image);
        QVERIFY(bids::preprocessedImage(folder.root(), "sub-03", kRun, "T1w").empty());
    }
    void fusiformsOwnResultsComeBeforeFmriprepsAndOthers()
    {
        const test::TemporaryFolder temporary;
        for (const char* name : {"afni", "fmriprep-23.1.3", "fusiform"})
            fs::create_directories(temporary.path() / "derivatives" / name);
        const auto folders = bids::pipelineFolders(temporary.path());
        QCOMPARE(folders.size(), std::size_t{3});
        QCOMPARE(folders[0].filename().string(), std::string("fusiform"));
        QCOMPARE(folders[1].filename().string(), std::string("fmriprep-23.1.3"));
    }
};

FUSIFORM_TEST(PreprocessedTest)
#include "preprocessed_test.moc"
