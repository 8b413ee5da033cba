// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/starting_points.h"

#include "core/io/nifti.h"
#include "core/util/error.h"
#include "core/util/json.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using Kind = import::StartingPoint::Kind;
namespace fs = std::filesystem;

namespace {

const import::StartingPoint* find(const std::vector<import::StartingPoint>& points, Kind kind)
{
    const auto found = std::ranges::find(points, kind, &import::StartingPoint::kind);
    return found == points.end() ? nullptr : &*found;
}

/// A localizer's folder as `localizer` writes it: t is 5 in the left half, 0 in the right.
void writeLocalizer(const fs::path& folder, const glm::Fit& fit, const std::string& subject)
{
    fs::create_directories(folder);
    image::Volume t = {fit.grid, std::vector<float>(static_cast<std::size_t>(fit.grid.size()))};
    for (image::Index v = 0; v < fit.grid.size(); ++v)
        t.values[static_cast<std::size_t>(v)] = fit.grid.mm(v).at[0] < 0 ? 5.0F : 0.0F;
    io::writeVolume(folder / "t.nii.gz", t);
    writeJson(folder / "localizer.json",
              {{"result", {{"contrast", "face - object"}, {"subject", subject}}}});
}

} // namespace

class StartingPointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFitItselfIsAlwaysOffered()
    {
        const test::TemporaryFolder folder;
        fs::create_directories(folder.path() / "here" / "fit");
        glm::Fit fit = test::makeFit(folder.path() / "here" / "fit");
        fit.folder = folder.path() / "here" / "fit";
        const auto points = import::startingPoints(fit);
        Progress progress;
        const roi::Region criterion
            = import::regionFrom(*find(points, Kind::Criterion), fit, progress);
        QVERIFY(criterion.voxels == fit.models[0].selected);
        const roi::Region contrast
            = import::regionFrom(*find(points, Kind::FacesAgainstFixation), fit, progress);
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            QCOMPARE(contrast.voxels.contains(fit.grid.voxel(fit.voxels[v])),
                     static_cast<double>(fit.tFace[v]) > 3.09);
        QVERIFY(!contrast.isEditedWhileLooking);
        QVERIFY(!find(points, Kind::Localizer) && !find(points, Kind::Parcels));
    }
    void localizersOfTheSubjectBesideTheFitAreFound()
    {
        const test::TemporaryFolder folder;
        fs::create_directories(folder.path() / "fit");
        glm::Fit fit = test::makeFit(folder.path() / "fit");
        fit.folder = folder.path() / "fit";
        writeLocalizer(folder.path() / "localizer", fit, "sub-01");
        writeLocalizer(folder.path() / "another", fit, "sub-02");
        test::writeText(folder.path() / "fit" / "localizer.json", "{ not JSON");
        const auto points = import::startingPoints(fit);
        QCOMPARE(std::ranges::count(points, Kind::Localizer, &import::StartingPoint::kind), 1);
        const import::StartingPoint& localizer = *find(points, Kind::Localizer);
        QCOMPARE(localizer.name, std::string("face - object"));
        Progress progress;
        const roi::Region region = import::regionFrom(localizer, fit, progress);
        QCOMPARE(region.voxels.count(), fit.grid.size() / 2);
        for (const image::Index v : region.voxels.indices())
            QVERIFY(fit.grid.mm(v).at[0] < 0);
        QCOMPARE(region.made, std::string("localizer t(face - object) > 3.09"));
    }
    void parcelsAreFoundBelowTheStudysDerivatives()
    {
        const test::TemporaryFolder folder;
        fs::create_directories(folder.path() / "fit");
        glm::Fit fit = test::makeFit(folder.path() / "fit");
        fit.folder = folder.path() / "fit";
        const fs::path derivatives = folder.path() / "study" / "derivatives";
        for (const char* const file :
             {"freesurfer/sub-01/mri/aparc+aseg.mgz", "freesurfer/sub-02/mri/aparc+aseg.mgz",
              "fmriprep/sub-01/anat/sub-01_desc-aparcaseg_dseg.nii.gz",
              "fmriprep/sub-01/anat/sub-01_space-MNI152NLin2009cAsym_desc-aparcaseg_dseg.nii.gz",
              "fmriprep/sub-01/ses-01/anat/sub-01_ses-01_desc-aparcaseg_dseg.nii.gz"}) {
            fs::create_directories((derivatives / file).parent_path());
            test::writeText(derivatives / file, "x");
        }
        fit.provenance = {{"options", {{"study", (folder.path() / "study").string()}}}};
        std::vector<fs::path> found;
        for (const import::StartingPoint& point : import::startingPoints(fit))
            if (point.kind == Kind::Parcels)
                found.push_back(fs::relative(point.file, derivatives));
        const std::vector<fs::path> expected
            = {"freesurfer/sub-01/mri/aparc+aseg.mgz",
               "fmriprep/sub-01/anat/sub-01_desc-aparcaseg_dseg.nii.gz",
               "fmriprep/sub-01/ses-01/anat/sub-01_ses-01_desc-aparcaseg_dseg.nii.gz"};
        QVERIFY(found == expected);
        Progress progress;
        try {
            (void)import::regionFrom({Kind::Parcels, "aparc+aseg", found.front()}, fit, progress);
            QFAIL("one region of many");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
        }
    }
    void theSpaceIsWhatTheFitSays()
    {
        glm::Fit fit;
        QVERIFY(!import::isInStandardSpace(fit));
        fit.provenance = {{"options", {{"space", "MNI152NLin2009cAsym"}}}};
        QVERIFY(import::isInStandardSpace(fit));
        fit.provenance = {{"options", {{"space", "native"}}}};
        QVERIFY(!import::isInStandardSpace(fit));
    }
};

FUSIFORM_TEST(StartingPointsTest)
#include "starting_points_test.moc"
