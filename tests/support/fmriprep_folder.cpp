// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fmriprep_folder.h"

#include "tests/support/test_data.h"

namespace fusiform::test {

namespace {

void write(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::create_directories(file.parent_path());
    writeText(file, text);
}

} // namespace

FmriprepFolder::FmriprepFolder(std::filesystem::path root, std::string subject)
    : m_root(std::move(root)), m_subject(std::move(subject))
{
    write(m_root / "dataset_description.json",
          R"({"Name": "fMRIPrep - fMRI PREProcessing workflow", "BIDSVersion": "1.4.0",)"
          R"( "DatasetType": "derivative", "GeneratedBy": [{"Name": "fMRIPrep", "Version":)"
          R"( "23.1.3", "CodeURL": "https://github.com/nipreps/fmriprep/archive/23.1.3.tar.gz"}],)"
          R"( "HowToAcknowledge": "Please cite our paper."})");
    write(m_root / (m_subject + ".html"), "<html></html>");
    write(m_root / "logs" / "CITATION.md", "");
    write(m_root / "desc-aseg_dseg.tsv", "index\tname\tcolor\n17\tLeft-Hippocampus\t#dcd814\n");
    for (const char* name : {"_desc-preproc_T1w.nii.gz", "_desc-preproc_T1w.json",
                             "_desc-brain_mask.nii.gz", "_dseg.nii.gz", "_desc-aseg_dseg.nii.gz",
                             "_from-MNI152NLin2009cAsym_to-T1w_mode-image_xfm.h5",
                             "_space-MNI152NLin2009cAsym_res-2_desc-preproc_T1w.nii.gz"})
        write(m_root / m_subject / "anat" / (m_subject + name), "anatomy");
}

std::filesystem::path FmriprepFolder::func(const std::string& session) const
{
    return (session.empty() ? m_root / m_subject : m_root / m_subject / session) / "func";
}

void FmriprepFolder::addImages(const std::string& session, const std::string& run,
                               const std::string& space, const std::string& bold,
                               const std::string& mask) const
{
    const std::string start = (func(session) / (run + space)).string();
    write(start + "_desc-preproc_bold.nii.gz", bold);
    write(start + "_desc-preproc_bold.json", R"({"RepetitionTime": 2, "SkullStripped": false})");
    write(start + "_desc-brain_mask.nii.gz", mask);
    write(start + "_boldref.nii.gz", "reference");
    write(start + "_desc-aparcaseg_dseg.nii.gz", "labels");
    write((func(session) / (run + "_from-scanner_to-T1w_mode-image_xfm.txt")).string(), "");
}

void FmriprepFolder::addConfounds(const std::string& session, const std::string& run, int scans,
                                  const std::string& suffix) const
{
    std::string text = "global_signal\tcsf\tframewise_displacement\ta_comp_cor_00\tcosine00\t"
                       "trans_x\ttrans_x_derivative1\ttrans_y\ttrans_y_derivative1\ttrans_z\t"
                       "trans_z_derivative1\trot_x\trot_x_derivative1\trot_y\trot_y_derivative1\t"
                       "rot_z\trot_z_derivative1\n";
    for (int scan = 0; scan < scans; ++scan) {
        const std::string change = scan == 0 ? "n/a" : "0.00" + std::to_string(scan % 7);
        text += "512.5\t480.25\t" + change + "\t0.01\t1.0";
        for (int motion = 0; motion < 6; ++motion)
            text += "\t0.0" + std::to_string((scan * 3 + motion) % 10) + "\t" + change;
        text += "\n";
    }
    const std::string start = (func(session) / (run + "_desc-confounds_" + suffix)).string();
    write(start + ".tsv", text);
    write(start + ".json", "{}");
}

} // namespace fusiform::test
