// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"
#include "core/io/nifti.h"
#include "core/task/fit_task.h"
#include "core/util/error.h"
#include "tests/support/bytes.h"
#include "tests/support/fmriprep_folder.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

constexpr int kScans = 100; // of a run of the small study

/// A small study whose images are only in a folder of fMRIPrep's.
struct Prepared {
    test::SmallStudy study;
    test::FmriprepFolder results;
};

/// A brain mask of a run: the lower half of its grid.
std::string lowerHalf(const fs::path& bold, const fs::path& scratch)
{
    image::Volume mask{io::readNiftiHeader(bold).grid(), {}};
    mask.values.assign(static_cast<std::size_t>(mask.grid.size()), 0.0F);
    std::fill_n(mask.values.begin(), mask.values.size() / 2, 1.0F);
    io::writeVolume(scratch, mask);
    return test::bytesOf(scratch);
}

Prepared prepared(const fs::path& root, const std::string& space, const fs::path& derivatives)
{
    Prepared made{test::writeSmallStudy(root), {derivatives, "sub-01"}};
    for (int run = 1; run <= 2; ++run) {
        const std::string name = "sub-01_task-faces_run-0" + std::to_string(run);
        made.results.addImages("", name, space, test::bytesOf(made.study.bold(run)),
                               lowerHalf(made.study.bold(run), root / "mask.nii.gz"));
        made.results.addConfounds("", name, kScans);
        fs::remove(made.study.bold(run));
    }
    return made;
}

task::FitOptions optionsFor(const Prepared& made, const fs::path& output)
{
    task::FitOptions options;
    options.study = made.study.root;
    options.output = output;
    options.components = 4;
    options.select = "t";
    options.noise = "none";
    return options;
}

Json fitted(const task::FitOptions& options, std::string& notes)
{
    Progress progress({}, {}, [&](NoteLevel, const Text& text) { notes += text.english() + "\n"; });
    return task::runFit(options, progress).json;
}

std::string refusal(const task::FitOptions& options)
{
    std::string notes;
    try {
        (void)fitted(options, notes);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

} // namespace

/// `fit` on images and tables as fMRIPrep leaves them.
class FitDerivativesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void imagesBelowTheStudyAreFoundByThemselves()
    {
        const test::TemporaryFolder folder;
        const fs::path root = folder.path() / "study";
        const Prepared made = prepared(root, "", root / "derivatives" / "fmriprep");
        std::string notes;
        const Json json = fitted(optionsFor(made, folder.path() / "fit"), notes);
        QCOMPARE(json.at("images").get<std::string>(), std::string("fmriprep"));
        QCOMPARE(json.at("runs").get<int>(), 2);
        QCOMPARE(json.at("scans").get<int>(), 2 * kScans);
        QVERIFY2(notes.find("no confounds table") == std::string::npos, notes.c_str());
    }
    void theirBrainMaskSaysWhichVoxelsAreFitted()
    {
        const test::TemporaryFolder folder;
        const fs::path root = folder.path() / "study";
        const Prepared made = prepared(root, "", root / "derivatives" / "fmriprep");
        std::string notes;
        const task::FitOptions options = optionsFor(made, folder.path() / "fit");
        (void)fitted(options, notes);
        const glm::Fit fit = glm::readFit(options.output);
        QVERIFY(fit.voxels.size() > 50);
        QVERIFY(fit.voxels.back() < fit.grid.size() / 2);
        task::FitOptions bySpm = options;
        bySpm.mask = "spm";
        bySpm.output = folder.path() / "spm";
        (void)fitted(bySpm, notes);
        QVERIFY(glm::readFit(bySpm.output).voxels.back() >= fit.grid.size() / 2);
    }
    void confoundsAreChosenByNameAndTheirFirstRowMayBeEmpty()
    {
        const test::TemporaryFolder folder;
        const Prepared made
            = prepared(folder.path() / "study", "_space-T1w", folder.path() / "elsewhere");
        task::FitOptions options = optionsFor(made, folder.path() / "six");
        options.images = made.results.root().string();
        options.space = "T1w";
        std::string notes;
        const Json six = fitted(options, notes);
        QVERIFY2(notes.find("n/a") == std::string::npos, notes.c_str());
        options.output = folder.path() / "two";
        options.confounds = {"trans_x", "framewise_displacement"};
        const Json two = fitted(options, notes);
        QVERIFY2(notes.find("n/a in the first row is taken as 0") != std::string::npos,
                 notes.c_str());
        // Six motion parameters in each of two runs, or two columns.
        QCOMPARE(six.at("nuisance_regressors").get<int>()
                     - two.at("nuisance_regressors").get<int>(),
                 2 * (6 - 2));
        options.confounds = {"white_matter"};
        options.output = folder.path() / "none";
        const std::string message = refusal(options);
        QVERIFY2(message.find("white_matter") != std::string::npos
                     && message.find("trans_x_derivative1") != std::string::npos,
                 message.c_str());
        QVERIFY(!fs::exists(options.output));
    }
    void aSpaceThatIsNotThereIsTold()
    {
        const test::TemporaryFolder folder;
        const Prepared made
            = prepared(folder.path() / "study", "_space-T1w", folder.path() / "elsewhere");
        task::FitOptions options = optionsFor(made, folder.path() / "fit");
        options.images = made.results.root().string();
        options.space = "MNI152NLin2009cAsym";
        const std::string message = refusal(options);
        QVERIFY2(message.find("MNI152NLin2009cAsym") != std::string::npos, message.c_str());
    }
};

FUSIFORM_TEST(FitDerivativesTest)
#include "fit_derivatives_test.moc"
