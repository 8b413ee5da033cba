// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <filesystem>
#include <functional>
#include <string>

namespace fusiform::preprocess {

/// Where the points of a template lie in a subject: what other programs found by normalisation.
/// Points are RAS mm on both sides.
class SpaceTransform {
public:
    /// Reads
    /// - what ITK, ANTs and fMRIPrep write (.h5, .mat, .txt, .tfm) to resample images of the
    /// subject
    ///   onto the template: "from-T1w_to-MNI152NLin2009cAsym_mode-image_xfm.h5". Such a map takes
    ///   points of the template to the subject, in LPS mm; a name that says the other direction is
    ///   refused.
    /// - FreeSurfer's talairach.xfm and linear .lta files, which take points of the subject to the
    ///   template and are inverted. Of an .lta "src" has to be the subject.
    /// @throws Error{BadData}
    [[nodiscard]] static SpaceTransform read(const std::filesystem::path& file);

    /// Of the template: "to-" in the file's name, "MNI305" of a talairach file, else "template".
    [[nodiscard]] const std::string& space() const { return m_space; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    /// In the subject's anatomy, where the file ends. A displacement field displaces nothing
    /// outside itself.
    [[nodiscard]] image::MmPoint anatomical(const image::MmPoint& inTemplate) const;
    /// In the world of the subject's scans: the same, unless setOwnFromAnatomy() said otherwise.
    [[nodiscard]] image::MmPoint own(const image::MmPoint& inTemplate) const;
    /// @param ownFromAnatomy 4 x 4, RAS mm
    void setOwnFromAnatomy(const Eigen::Matrix4d& ownFromAnatomy)
    {
        m_ownFromAnatomy = ownFromAnatomy;
    }

private:
    using Map = std::function<Eigen::Vector3d(const Eigen::Vector3d&)>;
    SpaceTransform(std::filesystem::path file, std::string space, Map anatomyFromTemplate);

    std::filesystem::path m_file;
    std::string m_space;
    Map m_anatomyFromTemplate;
    Eigen::Matrix4d m_ownFromAnatomy = Eigen::Matrix4d::Identity();
};

/// 2 mm voxels that hold the brain of MNI305 and of the MNI152 templates: 97 x 115 x 97 from
/// (-96, -132, -78) mm, the grid of MNI152NLin2009cAsym at "res-2".
[[nodiscard]] image::Grid templateGrid();

} // namespace fusiform::preprocess
