// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/decode/region_decoder.h"

namespace fusiform::decode {

/// Is decoded face `face` rather `chosen` than `other`? Rows of the face set.
struct EvidenceQuestion {
    Eigen::Index face = 0;
    Eigen::Index chosen = 0;
    std::optional<Eigen::Index> other; ///< none: the mean of all faces but `chosen`
};

/// What every voxel of a region adds to the answer.
struct Evidence {
    std::vector<Eigen::Index> positions; ///< in the fit, ascending: the usable voxels
    Eigen::VectorXd contributions; ///< one a position; positive: for `chosen`
    double offset = 0; ///< of no voxel: see below
    double decision = 0; ///< r(face, chosen) - r(face, other), the scores' correlations
};

/// The exact share of each voxel in one identification. The decision value is the difference of
/// two of the correlations that the scores compare (Decoded::similarity),
///     d = r(x, a) - r(x, b) = x . c,   c = (a' / |a'| - b' / |b'|) / |x'|,
/// where x is the decoded code, a and b the true codes of the two faces (for the mean of the others
/// the mean of b' / |b'|), and ' takes the mean over the latents off. With |x'| as it was decoded,
/// d is linear in the pattern y: by Eq. 3 with ridge, x = y Wᵀ (W Wᵀ + λ D)⁻¹ in units of the
/// training sd, so that voxel v says y_v q_v with q = Wᵀ (W Wᵀ + λ D)⁻¹ s and s the code direction
/// c per training sd. Other decoders alike: q = Q Wᵀ (W Q Wᵀ + M)⁻¹ s; where the bias is fixed, β
/// is 1 and s has no part for it.
///
/// Of y first the response to faces in general is taken, β b_v (β is the decoded bias, b the bias
/// row of W). While the bias is not shrunk, Σ b_v q_v = 0: the sum stays the same, but the map is
/// no longer filled by what every face evokes. Hence
///     d = Σ_v (y_v - β b_v) q_v + offset,
/// where the offset holds β Σ b_v q_v (not 0 only for the pseudoinverse of too few voxels) and the
/// constant values of dead latents.
///
/// Decodes one region after another at the cost of what changed between them. What it is made of
/// has to live as long. One thread at a time.
class EvidenceMapper {
public:
    EvidenceMapper(const glm::Fit& fit, const glm::ModelFit& model, const glm::FaceSet& faces);

    /// What decoders beyond ridge need.
    void setInputs(std::shared_ptr<const DecoderInputs> inputs)
    {
        m_decoder.setInputs(std::move(inputs));
    }
    [[nodiscard]] bool hasInputs() const { return m_decoder.hasInputs(); }

    /// @throws Error{Usage} if the region has no usable voxel, or the question names a face that is
    /// not there or whose code is not known; Error{Cancelled}
    [[nodiscard]] Evidence of(const image::VoxelSet& region, const EvidenceQuestion& question,
                              const DecodeOptions& options, Progress& progress);

private:
    void check(const EvidenceQuestion& question) const;

    const glm::Fit& m_fit;
    const glm::ModelFit& m_model;
    const glm::FaceSet& m_faces;
    RegionDecoder m_decoder;
};

} // namespace fusiform::decode
