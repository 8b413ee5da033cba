// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/template_transform.h"

#include "core/import/white_matter.h"
#include "core/io/nifti.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& file)
{
    fs::create_directories(file.parent_path());
    test::writeText(file, "x");
}

} // namespace

class TemplateTransformTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_study = m_folder->path() / "study";
        fs::create_directories(m_folder->path() / "fit");
        m_fit = test::makeFit(m_folder->path() / "fit");
        m_fit.subject = "sub-01";
        m_fit.provenance
            = {{"options", {{"study", m_study.string()}, {"space", "T1w"}, {"images", "auto"}}},
               {"counts", {{"images", "fmriprep"}, {"images_made_by", "fMRIPrep"}}}};
    }
    void theBestTransformComesFirst()
    {
        const fs::path anat = m_study / "derivatives" / "fmriprep" / "sub-01" / "anat";
        QVERIFY(import::templateTransforms(m_fit).empty());
        const fs::path talairach = m_study / "sourcedata" / "freesurfer" / "sub-01" / "mri"
                                   / "transforms" / "talairach.xfm";
        touch(talairach);
        touch(anat / "sub-01_from-MNI152NLin2009cAsym_to-T1w_mode-image_xfm.h5"); // backwards
        touch(anat / "sub-01_from-T1w_to-fsnative_mode-image_xfm.txt");
        const fs::path six = anat / "sub-01_from-T1w_to-MNI152NLin6Asym_mode-image_xfm.h5";
        const fs::path nine = anat / "sub-01_from-T1w_to-MNI152NLin2009cAsym_mode-image_xfm.h5";
        const fs::path lin = anat / "sub-01_from-T1w_to-MNI152Lin_mode-image_xfm.h5";
        touch(lin);
        touch(six);
        touch(nine);
        QCOMPARE(import::templateTransforms(m_fit),
                 (std::vector<fs::path>{nine, lin, six, talairach}));
        // Scans that lie nobody knows where, or in a template already.
        for (const char* const space : {"native", "MNI152NLin2009cAsym:res-2"}) {
            m_fit.provenance["options"]["space"] = space;
            QVERIFY(import::templateTransforms(m_fit).empty());
        }
        QCOMPARE(import::spaceOf(m_fit), std::string("MNI152NLin2009cAsym"));
    }
    void scansOfOursLieWhereTheirCoregistrationSays()
    {
        m_fit.provenance["options"]["space"] = "native";
        m_fit.provenance["counts"]
            = {{"images", "fusiform"}, {"images_made_by", "Fusiform preprocessing"}};
        const fs::path talairach = m_study / "sourcedata" / "freesurfer" / "sub-01" / "mri"
                                   / "transforms" / "talairach.xfm";
        fs::create_directories(talairach.parent_path());
        test::writeText(talairach, "MNI Transform File\nTransform_Type = Linear;\n"
                                   "Linear_Transform =\n1 0 0 4\n0 1 0 0\n0 0 1 0;\n");
        QVERIFY(import::templateTransforms(m_fit).empty()); // without the coregistration
        const fs::path map = m_study / "derivatives" / "fusiform" / "sub-01" / "anat"
                             / "sub-01_from-T1w_to-boldref_mode-image_xfm.json";
        fs::create_directories(map.parent_path());
        test::writeText(map, R"({"FunctionalFromAnatomy":
            [[[1, 0, 0, 0], [0, 1, 0, 7], [0, 0, 1, 0]]]})");
        QCOMPARE(import::templateTransforms(m_fit), std::vector<fs::path>{talairach});
        // 4 mm less in the anatomy than in the template, then 7 mm to the front in the scans.
        const auto transform = import::readTemplateTransform(m_fit, talairach);
        QCOMPARE(transform.own({{10, 20, 30}}).at, Eigen::Vector3d(6, 27, 30));
        QCOMPARE(transform.anatomical({{10, 20, 30}}).at, Eigen::Vector3d(6, 20, 30));
        const fs::path own = m_study / "sub-01_from-boldref_to-MNI152_xfm.xfm";
        fs::copy_file(talairach, own);
        QCOMPARE(import::readTemplateTransform(m_fit, own).own({{10, 20, 30}}).at,
                 Eigen::Vector3d(6, 20, 30));
    }
    void whiteMatterIsThatOfTheSpace()
    {
        const fs::path anat = m_study / "derivatives" / "fmriprep" / "sub-01" / "anat";
        const fs::path there
            = anat / "sub-01_space-MNI152NLin2009cAsym_res-2_label-WM_probseg.nii.gz";
        touch(there);
        QVERIFY(!import::whiteMatterImage(m_fit, ""));
        QCOMPARE(import::whiteMatterImage(m_fit, "MNI152NLin2009cAsym")->file, there);
        QVERIFY(!import::whiteMatterImage(m_fit, "MNI152NLin6Asym"));
        const fs::path own = anat / "sub-01_label-WM_probseg.nii.gz";
        touch(own);
        QCOMPARE(import::whiteMatterImage(m_fit, "")->file, own);
        touch(m_study / "sourcedata" / "freesurfer" / "sub-01" / "mri" / "aparc+aseg.mgz");
        QCOMPARE(import::whiteMatterImage(m_fit, "")->kind, import::WhiteMatterImage::Kind::Labels);
    }
    void whatTheCortexEnclosesIsOne()
    {
        // White matter, ventricle, thalamus, callosum; cortex, hippocampus, fluid, cerebellum.
        const std::vector<float> labels = {2, 41, 4, 10, 251, 3, 1007, 17, 24, 8};
        const image::Grid grid{{10, 1, 1}, image::Affine()};
        io::writeVolume(m_folder->path() / "labels.nii.gz", {grid, labels});
        const image::Volume within = import::readWhiteMatter(
            {import::WhiteMatterImage::Kind::Labels, m_folder->path() / "labels.nii.gz"});
        QCOMPARE(within.values, (std::vector<float>{1, 1, 1, 1, 1, 0, 0, 0, 0, 0}));
    }

private:
    std::optional<test::TemporaryFolder> m_folder;
    fs::path m_study;
    glm::Fit m_fit;
};

FUSIFORM_TEST(TemplateTransformTest)
#include "template_transform_test.moc"
