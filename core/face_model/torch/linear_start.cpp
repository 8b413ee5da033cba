// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/linear_start.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

struct Components {
    Tensor vectors; ///< pixels x components
    Tensor sd; ///< of the scores, per component
};

/// The leading eigenvectors of a covariance by subspace iteration. Only the span of a few hundred
/// of some thousand is wanted, and portraits' spectra fall quickly: eight rounds suffice.
Components leadingComponents(const Tensor& covariance, std::int64_t count, std::uint64_t seed,
                             const Watch& watch)
{
    const std::int64_t pixels = covariance.size(0);
    const std::int64_t columns = std::min(pixels, count + 64);
    at::Generator random = generatorOf(seed);
    Tensor basis = torch::empty({pixels, columns}).normal_(0, 1, random);
    for (int round = 0; round < 8; ++round) {
        watch.check();
        basis = std::get<0>(torch::linalg_qr(torch::mm(covariance, basis)));
    }
    const Tensor small = torch::mm(basis.t(), torch::mm(covariance, basis));
    const auto [values, rotation] = torch::linalg_eigh(0.5 * (small + small.t()));
    const std::int64_t kept = std::min(count, columns);
    return {torch::mm(basis, rotation).slice(1, columns - kept).flip(1),
            values.slice(0, columns - kept).flip(0).clamp_min(1e-12).sqrt()};
}

} // namespace

void startFromComponents(const LinearSkips& skips, const Tensor& pooled, std::uint64_t seed,
                         const Watch& watch)
{
    const torch::NoGradGuard noGradient;
    const std::int64_t latents = skips.encoderWeight.size(0);
    const auto n = static_cast<double>(pooled.size(0));
    const Tensor mean = pooled.mean(0);
    const Tensor centred = pooled - mean;
    watch.check();
    const Components found
        = leadingComponents(torch::mm(centred.t(), centred) / n, latents, seed, watch);

    const std::int64_t kept = found.sd.size(0);
    // A direction without variance would be scaled up to pure noise.
    const Tensor inverse
        = torch::where(found.sd > 1e-4 * found.sd[0], 1 / found.sd, torch::zeros_like(found.sd));
    const Tensor encoder = (found.vectors * inverse).t();
    skips.encoderWeight.zero_();
    skips.encoderWeight.slice(0, 0, kept).copy_(encoder);
    skips.encoderBias.zero_();
    skips.encoderBias.slice(0, 0, kept).copy_(-torch::mv(encoder, mean));

    const Tensor codes
        = torch::tanh(torch::addmm(skips.encoderBias, pooled, skips.encoderWeight.t()));
    const Tensor codeMean = codes.mean(0);
    const Tensor centredCodes = codes - codeMean;
    const Tensor gram = torch::mm(centredCodes.t(), centredCodes) / n + 0.05 * torch::eye(latents);
    const Tensor weights = torch::linalg_solve(gram, torch::mm(centredCodes.t(), centred) / n);
    skips.generatorWeight.copy_(weights.t());
    skips.generatorBias.copy_(mean - torch::mv(weights.t(), codeMean));
}

} // namespace fusiform::face_model
