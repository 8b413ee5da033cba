// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/imagery.h"
#include "core/evaluate/open_subject.h"
#include "core/evaluate/picture_maker.h"
#include "core/evaluate/recognition.h"

#include <span>

namespace fusiform::evaluate {

using Pictures = std::vector<image::SharedPicture>;

/// What one region says, as pictures; contrast matched (decode::contrastMatched).
struct ReadPictures {
    std::string region;
    Pictures faces; ///< one a test face
    Pictures imagined; ///< one a pattern of imagery; empty: none, or sealed
};

/// The faces that one face model makes of what was read from the brain (paper, Fig. 4a, 5, 7), and
/// between what they lie: pictures of the model's size.
struct Reconstructions {
    std::string model;
    std::optional<Text> missing; ///< why there are no pictures; then nothing below is filled
    std::vector<std::string> names; ///< of the test faces, in the order of the fit
    Pictures originals; ///< empty: the fit does not have all of them
    Pictures fromTruth; ///< of the true codes: as good as reading could be
    image::SharedPicture mean; ///< of the mean training code: what is known without a brain
    std::vector<ReadPictures> regions; ///< the selected voxels first

    std::string imagined; ///< name of the imagined face; empty: no imagery, or it stays sealed
    image::SharedPicture imaginedFromTruth; ///< of its true code; null: not known
    std::vector<std::string> candidateNames; ///< the imagined face among them
    Pictures candidates; ///< their originals; empty: the fit does not have all of them

    [[nodiscard]] bool hasOriginals() const { return !originals.empty(); }
    [[nodiscard]] const ReadPictures* find(const std::string& region) const;
    /// The picture of the imagined face; null if it is not known.
    [[nodiscard]] image::SharedPicture imaginedOriginal() const;
};

/// @param recognitions of any models; those of this one are shown, with its faces
/// @param imagined likewise
/// @throws Error{Cancelled}
[[nodiscard]] Reconstructions reconstructions(const OpenModel& open, const PictureMaker& maker,
                                              std::span<const Recognition> recognitions,
                                              std::span<const Imagery> imagined,
                                              Progress& progress);

} // namespace fusiform::evaluate
