// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/image/volume.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fusiform::import {

/// An image that tells where the cortex ends inwards.
struct WhiteMatterImage {
    enum class Kind {
        Probability, ///< of white matter: fMRIPrep's label-WM_probseg
        Labels, ///< FreeSurfer's numbers, as in GreyMatterImage
    };
    Kind kind = Kind::Labels;
    std::filesystem::path file;
};

/// The best there is of a fit's subject. Nothing is read.
/// @param space empty: of the subject's own anatomy (FreeSurfer's labels, else fMRIPrep's, else its
/// probabilities); else the name of a template: fMRIPrep's probabilities there
[[nodiscard]] std::optional<WhiteMatterImage> whiteMatterImage(const glm::Fit& fit,
                                                               const std::string& space);

/// Whether a number of FreeSurfer's table lies within the white surface: white matter, and what it
/// encloses (ventricles, basal ganglia, thalamus), so that the border of all is that of the cortex.
[[nodiscard]] bool isWithinCortex(std::int64_t label);

/// 1 within the cortex, 0 elsewhere; of probabilities their value. @throws Error{BadData}
[[nodiscard]] image::Volume readWhiteMatter(const WhiteMatterImage& image);

} // namespace fusiform::import
