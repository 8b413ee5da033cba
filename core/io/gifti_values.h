// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/surface_file.h"

namespace fusiform::io {

/// The POINTSET and TRIANGLE arrays of a GIFTI file, in scanner RAS mm. The points are placed by
/// the first of these rules that holds:
/// 1. the data space is the scanner's, or that of another image (NIFTI_XFORM_SCANNER_ANAT,
///    ALIGNED_ANAT, TALAIRACH, MNI_152): as they are. mris_convert --to-scanner and fMRIPrep write
///    the first; what VolGeom says has then been applied already;
/// 2. a matrix leads to NIFTI_XFORM_SCANNER_ANAT: by that matrix;
/// 3. FreeSurfer's VolGeomC_R, _A and _S are there: surface RAS, by these and the axes VolGeomX_R
///    ... (see surface_ras.h); matrices to other spaces, as mris_convert writes one to
///    Talairach's, do not count;
/// 4. as they are, and `isPlaced` is false.
/// @throws Error{BadData} if there is not one of each.
[[nodiscard]] SurfaceFile readGiftiSurface(const std::filesystem::path& file);

/// The vertices of the first array of an intent. @throws Error{BadData} if there is none.
[[nodiscard]] std::size_t giftiVertices(const std::filesystem::path& file,
                                        const std::string& intent);
/// The first LABEL array and the label table. @throws Error{BadData} if it is not for `vertices`
/// vertices or has values that are no whole numbers.
[[nodiscard]] VertexLabels readGiftiLabels(const std::filesystem::path& file, std::size_t vertices);

} // namespace fusiform::io
