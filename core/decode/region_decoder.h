// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/decode/region_gram.h"
#include "core/decode/ridge_decoder.h"

namespace fusiform::decode {

/// Decodes one region after another with one face model, at the cost of what changed between them.
/// What it is made of has to live as long. One thread at a time.
class RegionDecoder {
public:
    RegionDecoder(const glm::Fit& fit, const glm::ModelFit& model, const glm::FaceSet& faces);

    /// As decodeRegion, but without the condition number.
    /// @throws Error{Usage} if the region has no usable voxel of the fit; Error{Cancelled}
    [[nodiscard]] Decoded decode(const image::VoxelSet& region, const DecodeOptions& options,
                                 Progress& progress);
    /// The condition number of what was solved last, and its warning: it takes longer than decoding
    /// and waits until faces are on screen.
    void addCondition(Decoded& decoded) const;

    [[nodiscard]] const RegionGram& gram() const { return m_gram; }

private:
    [[nodiscard]] RidgeSolution solve(const RidgeOptions& options) const;
    void addCodes(Decoded& decoded, const DecodeOptions& options) const;

    const glm::Fit& m_fit;
    const glm::ModelFit& m_model;
    const glm::FaceSet& m_faces;
    RegionGram m_gram;
    RidgeSolution m_solution;
};

} // namespace fusiform::decode
