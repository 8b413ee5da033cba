// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoders.h"

#include "core/util/error.h"

#include <algorithm>
#include <array>

namespace fusiform::decode {

namespace {

using enum Decoder::Voxels;
using enum Decoder::Pull;

const std::array kDecoders = {
    Decoder{"ols", FUSIFORM_TR("core", "Plain inverse"), "X = Y Wᵀ (W Wᵀ)⁻¹",
            FUSIFORM_TR("core", "The paper's Eq. 3: least squares. Unstable where voxels are "
                                "about as many as latents."),
            Alike, None},
    Decoder{"ridge", FUSIFORM_TR("core", "Ridge"), "X = Y Wᵀ (W Wᵀ + λ D)⁻¹",
            FUSIFORM_TR("core", "Least squares that holds codes small; D is 1, and 0 for the "
                                "bias. λ counts relative to the mean diagonal of W Wᵀ."),
            Alike, Ridge},
    Decoder{"gls", FUSIFORM_TR("core", "Whitened noise"), "X = Y Σ⁻¹ Wᵀ (W Σ⁻¹ Wᵀ + λ D)⁻¹",
            FUSIFORM_TR("core", "Generalised least squares: Σ is the noise between voxels, from "
                                "what the model leaves of the scans, shrunk. Noisy voxels and "
                                "noise that voxels share count less."),
            ByNoise, Ridge},
    Decoder{"bayes", FUSIFORM_TR("core", "Bayesian"), "X = Y Σ⁻¹ Wᵀ (W Σ⁻¹ Wᵀ + s P⁻¹)⁻¹",
            FUSIFORM_TR("core", "The most probable code: P is how the codes of the training "
                                "faces vary together, s how far the noise of a scan reaches "
                                "into a pattern and into W. Nothing is left to choose."),
            ByNoise, Prior},
    Decoder{"ceiling", FUSIFORM_TR("core", "Noise ceiling"), "X = Y Q Wᵀ (W Q Wᵀ + λ D)⁻¹",
            FUSIFORM_TR("core", "Each voxel counts by Q, its noise ceiling over its noise "
                                "variance. Ceilings come from repeated exploration faces, never "
                                "from confirmation faces."),
            ByCeiling, Ridge},
};

} // namespace

std::span<const Decoder> decoders() { return kDecoders; }

std::vector<std::string> decoderNames()
{
    std::vector<std::string> names;
    for (const Decoder& decoder : kDecoders)
        names.emplace_back(decoder.name);
    return names;
}

const Decoder& decoderNamed(std::string_view name)
{
    const auto found = std::ranges::find(kDecoders, name, &Decoder::name);
    if (found != kDecoders.end())
        return *found;
    std::string all;
    for (const std::string& one : decoderNames())
        (all += all.empty() ? "" : ", ") += one;
    throw usage(FUSIFORM_TR("core", "There is no decoder called %1; there are %2.")
                    .arg(std::string(name))
                    .arg(all));
}

} // namespace fusiform::decode
