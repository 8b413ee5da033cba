// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/grey_matter.h"

#include "core/io/nifti.h"
#include "core/util/error.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using Grey = import::GreyMatterImage::Kind;
namespace fs = std::filesystem;

namespace {

/// Voxels of a quarter of the fit's edges that fill the same box, so that shares can be counted.
image::Grid finer(const image::Grid& grid)
{
    image::Grid fine;
    for (std::size_t axis = 0; axis < 3; ++axis)
        fine.shape[axis] = 4 * grid.shape[axis];
    Eigen::Matrix4d matrix = grid.affine.mmFromVoxel();
    const Eigen::Vector3d first = grid.affine.mm({Eigen::Vector3d::Constant(-0.375)}).at;
    matrix.topLeftCorner<3, 3>() /= 4;
    matrix.topRightCorner<3, 1>() = first;
    fine.affine = image::Affine(matrix);
    return fine;
}

/// `thick` of the four fine layers along i are `grey` in every voxel of the fit with j < 7; the
/// rest is `other`.
void writeSheets(const fs::path& file, const glm::Fit& fit, image::Index thick, float grey,
                 float other)
{
    fs::create_directories(file.parent_path());
    const image::Grid fine = finer(fit.grid);
    image::Volume volume = {fine, std::vector<float>(static_cast<std::size_t>(fine.size()), other)};
    for (image::Index index = 0; index < fine.size(); ++index) {
        const image::Voxel v = fine.voxel(index);
        if (v.i % 4 < thick && v.j / 4 < 7)
            volume.values[static_cast<std::size_t>(index)] = grey;
    }
    io::writeVolume(file, volume);
}

image::VoxelSet half(const glm::Fit& fit)
{
    image::VoxelSet expected(fit.grid.shape);
    for (const image::Index index : fit.voxels)
        if (fit.grid.voxel(index).j < 7)
            expected.insert(fit.grid.voxel(index));
    return expected;
}

} // namespace

class GreyMatterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        fs::create_directories(m_folder->path() / "fit");
        m_fit = test::makeFit(m_folder->path() / "fit");
        m_fit.folder = m_folder->path() / "fit";
        m_fit.provenance = {{"options", {{"study", (m_folder->path() / "study").string()}}}};
    }
    void aQuarterOfAVoxelIsEnough()
    {
        const fs::path file = m_folder->path() / "labels.nii.gz";
        Progress progress;
        writeSheets(file, m_fit, 1, 1011, 2);
        QVERIFY(import::greyMatter({Grey::Labels, file}, m_fit, progress) == half(m_fit));
        // White matter and fluid are none, however much of it there is.
        writeSheets(file, m_fit, 4, 41, 24);
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)import::greyMatter({Grey::Labels, file}, m_fit, progress));
    }
    void probabilitiesCountFromAHalf()
    {
        const fs::path file = m_folder->path() / "probabilities.nii.gz";
        Progress progress;
        writeSheets(file, m_fit, 2, 0.5F, 0.49F);
        QVERIFY(import::greyMatter({Grey::Probability, file}, m_fit, progress) == half(m_fit));
    }
    void theBestImageOfTheSubjectIsTaken()
    {
        const fs::path derivatives = m_folder->path() / "study" / "derivatives";
        QVERIFY(!import::greyMatterImage(m_fit));
        const auto best = [&](const char* file) {
            fs::create_directories((derivatives / file).parent_path());
            test::writeText(derivatives / file, "x");
            const auto image = import::greyMatterImage(m_fit);
            return image ? std::pair(image->kind, fs::relative(image->file, derivatives).string())
                         : std::pair(Grey::Labels, std::string());
        };
        const auto probabilities = std::pair(
            Grey::Probability, std::string("fmriprep/sub-01/anat/sub-01_label-GM_probseg.nii.gz"));
        (void)best("fmriprep/sub-01/anat/sub-01_space-MNI152NLin2009cAsym_label-GM_probseg.nii.gz");
        QVERIFY(!import::greyMatterImage(m_fit));
        QVERIFY(best("fmriprep/sub-01/anat/sub-01_label-GM_probseg.nii.gz") == probabilities);
        QVERIFY(best("fmriprep/sub-02/anat/sub-02_desc-aseg_dseg.nii.gz") == probabilities);
        for (const char* const better : {"fmriprep/sub-01/anat/sub-01_desc-aparcaseg_dseg.nii.gz",
                                         "freesurfer/sub-01/mri/aparc+aseg.mgz"})
            QVERIFY(best(better) == std::pair(Grey::Labels, std::string(better)));
    }
    void labelsAreFreeSurfersOwn()
    {
        // FreeSurferColorLUT.txt: cortex, thalamus, hippocampus, ctx-lh-fusiform,
        // ctx_rh_G_oc-temp_lat-fusifor; white matter, ventricle, ctx-lh-medialwall, brain stem.
        for (const std::int64_t grey : {3, 42, 10, 53, 1007, 2007, 12121})
            QVERIFY(import::isGreyMatter(grey));
        for (const std::int64_t other : {0, 2, 41, 4, 16, 251, 3007, 11100})
            QVERIFY(!import::isGreyMatter(other));
    }

private:
    std::optional<test::TemporaryFolder> m_folder;
    glm::Fit m_fit;
};

FUSIFORM_TEST(GreyMatterTest)
#include "grey_matter_test.moc"
