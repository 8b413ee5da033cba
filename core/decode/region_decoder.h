// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/decode/decoder_inputs.h"
#include "core/decode/decoders.h"
#include "core/decode/region_gram.h"
#include "core/decode/ridge_decoder.h"
#include "core/decode/ridge_path.h"

namespace fusiform::decode {

/// Decodes one region after another with one face model, at the cost of what changed between them.
/// What it is made of has to live as long. One thread at a time.
class RegionDecoder {
public:
    RegionDecoder(const glm::Fit& fit, const glm::ModelFit& model, const glm::FaceSet& faces);

    /// What decoders beyond ridge need.
    void setInputs(std::shared_ptr<const DecoderInputs> inputs);
    [[nodiscard]] bool hasInputs() const { return m_inputs != nullptr; }

    /// As decodeRegion, but without the condition number. A decoder that weighs voxels otherwise
    /// than the last one did starts anew.
    /// @throws Error{Usage} if the region has no usable voxel of the fit, or if the decoder needs
    /// inputs and has none; Error{Cancelled}
    [[nodiscard]] Decoded decode(const image::VoxelSet& region, const DecodeOptions& options,
                                 Progress& progress);
    /// The condition number of what was solved last, and its warning: it takes longer than decoding
    /// and waits until faces are on screen.
    void addCondition(Decoded& decoded) const;

    /// The codes of a region for every strength of a ridge, in units of the training sd.
    [[nodiscard]] RidgePath ridgePath(const image::VoxelSet& region, const DecodeOptions& options,
                                      Progress& progress);

    [[nodiscard]] const RegionGram& gram() const { return m_gram; }
    /// What was solved last.
    [[nodiscard]] const RidgeSolution& solution() const { return m_solution; }
    /// Σ⁻¹ z of the region that was decoded last; z itself where all voxels count alike.
    /// @param perVoxel z, one number for each of gram().positions()
    [[nodiscard]] Eigen::VectorXd weighed(const Eigen::VectorXd& perVoxel) const;

private:
    /// G = W Q Wᵀ and C = Y Q Wᵀ with the whole metric, noise factors included.
    struct Sums {
        Eigen::MatrixXd gram;
        Eigen::MatrixXd cross;
    };
    void follow(const image::VoxelSet& region, const Decoder& decoder, Progress& progress);
    void weighVoxels(const Decoder& decoder);
    [[nodiscard]] Sums sums() const;
    [[nodiscard]] Eigen::MatrixXd whitenedColumns() const;
    [[nodiscard]] RidgeSolution solve(const Decoder& decoder, const DecodeOptions& options) const;
    void addCodes(Decoded& decoded, const DecodeOptions& options) const;

    const glm::Fit& m_fit;
    const glm::ModelFit& m_model;
    const glm::FaceSet& m_faces;
    std::shared_ptr<const DecoderInputs> m_inputs;
    Decoder::Voxels m_voxels = Decoder::Voxels::Alike; ///< how m_gram weighs them
    RegionGram m_gram;
    RidgeSolution m_solution;
    bool m_isPulled = false; ///< what was solved last had a ridge or a prior
};

} // namespace fusiform::decode
