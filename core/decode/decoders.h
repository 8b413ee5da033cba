// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::decode {

/// A way to read codes from patterns. All are linear: X = Y Q Wᵀ (W Q Wᵀ + M)⁻¹; they differ in how
/// voxels are weighed (Q) and in what pulls the codes together (M).
struct Decoder {
    enum class Voxels {
        Alike, ///< Q = 1
        ByNoise, ///< Q = Σ⁻¹, the noise of the scans
        ByCeiling, ///< Q diagonal: noise ceiling / noise variance
    };
    enum class Pull {
        None, ///< M = 0
        Ridge, ///< M = λ D, D = 1 but 0 for the bias
        Prior, ///< M = s P⁻¹, the codes of the training faces
    };

    std::string_view name; ///< on the command line: "ridge"
    Text title;
    std::string_view formula;
    Text help;
    Voxels voxels;
    Pull pull;

    /// Whether it needs what a fit knows only with its kept series.
    [[nodiscard]] bool needsInputs() const
    {
        return voxels != Voxels::Alike || pull == Pull::Prior;
    }
};

[[nodiscard]] std::span<const Decoder> decoders();
/// Their names in the order of decoders().
[[nodiscard]] std::vector<std::string> decoderNames();
/// @throws Error{Usage} naming the decoders there are
[[nodiscard]] const Decoder& decoderNamed(std::string_view name);

} // namespace fusiform::decode
