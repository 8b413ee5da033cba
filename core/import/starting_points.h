// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/region.h"
#include "core/util/progress.h"

#include <filesystem>
#include <vector>

namespace fusiform::import {

/// Something that regions of a subject may start from, by name.
struct StartingPoint {
    enum class Kind {
        Criterion, ///< the voxels that the fit selected
        FacesAgainstFixation, ///< t of the fit above kStartingT
        Localizer, ///< t of a contrast above kStartingT, as `localizer` wrote it
        Parcels, ///< the subject's own labels: FreeSurfer's or fMRIPrep's aparc+aseg
        StandardAtlas, ///< labels of a standard brain (MNI)
    };
    Kind kind = Kind::Criterion;
    std::string name; ///< of a localizer its contrast, "face - object"; of an atlas its name
    std::filesystem::path file; ///< a localizer's folder, a label image; empty: the fit itself
};

/// One-sided p < .001 at many degrees of freedom, as the published criterion has it.
constexpr double kStartingT = 3.09;

/// What there is for a fit: itself; localizers of its subject beside it or inside it; parcels of
/// its subject below the derivatives of its study; and standard atlases on this machine. Only
/// folders that can hold such files are looked into. Nothing is read but small descriptions.
[[nodiscard]] std::vector<StartingPoint> startingPoints(const glm::Fit& fit);

/// Whether the brain of the fit lies in the space of the standard atlases, as far as it says.
[[nodiscard]] bool isInStandardSpace(const glm::Fit& fit);

/// The region of a criterion, a contrast or a localizer. It is chosen by what it is, not by eye.
/// @throws Error{BadData} naming the map; Error{Usage} of label images, which hold many regions
[[nodiscard]] roi::Region regionFrom(const StartingPoint& point, const glm::Fit& fit,
                                     Progress& progress);

} // namespace fusiform::import
