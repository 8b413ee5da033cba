// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `region ACTION FIT`: regions on the grid of a fit.
/// - make: of an atlas (a label image, or labels of the cortical surface), the thirds of the
///   selected voxels, a sphere, a box, the criterion, the values of a map, a flood;
/// - combine: set algebra of the fit's regions and of masks, and what is done with the result;
/// - resample: a mask on the grid of the fit, or of another image;
/// - measure: size, place, peak;
/// - export: a region as a mask or as labels of a surface.
struct RegionOptions {
    std::string action = "make";
    std::filesystem::path fit;
    std::string region; ///< combine: the expression; else a name of the fit's or a file

    // make
    std::vector<std::filesystem::path> atlases; ///< a label image, or labels of surfaces
    std::filesystem::path names; ///< empty: a file beside the atlas
    double depthFrom = 0; ///< of the way from the white to the pial surface
    double depthTo = 1;
    std::vector<std::string> labels; ///< names or numbers; empty: all
    bool thirds = false;
    std::optional<double> occipitalBehind; ///< y in mm; none: equal thirds
    std::optional<double> temporalBelow; ///< z in mm; none: equal thirds
    std::string sphere; ///< "x,y,z" in RAS mm; empty: none. So are the next
    std::optional<double> radius; ///< mm
    std::string box; ///< "x,y,z,x,y,z"
    std::string criterion; ///< "t,gain"
    std::string flood; ///< "x,y,z"
    std::optional<double> above;
    std::optional<double> below;
    std::optional<double> tolerance;

    // combine
    std::vector<std::string> masks; ///< "NAME=FILE"
    bool mirror = false;
    std::optional<double> shrink; ///< mm
    std::optional<double> grow; ///< mm
    bool fill = false;
    std::int64_t dropBelow = 0; ///< voxels
    bool largest = false;

    // several
    std::string neighbours = "6";
    std::vector<std::filesystem::path>
        surfaces; ///< white, or the only one, one for each label file
    std::vector<std::filesystem::path> pials; ///< in the same order
    std::string map; ///< "t", "gain", a file, or a folder of `localizer` or `contrast`; empty: "t"
    std::string model; ///< of the fit; empty: the first
    std::optional<double> threshold; ///< of masks that are not 0 and 1
    std::string resampling = "share";
    double share = 0.5;
    std::string otherGrid = "resample";
    std::string like; ///< an image, or "t1"; empty: the grid of the fit
    std::string name; ///< of the region that is made; empty: a name by what it is
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(RegionOptions& options, Fields& fields);
[[nodiscard]] Outcome runRegion(const RegionOptions& options, Progress& progress);

} // namespace fusiform::task
