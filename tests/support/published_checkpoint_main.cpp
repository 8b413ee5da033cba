// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tensorflow_net.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace {

/// The spread that keeps the variance of what goes through an ELU (He et al. 2015), of uniform
/// values.
double keepingVariance(double inputs) { return std::sqrt(6 / inputs); }

} // namespace

/// Writes a checkpoint of version 1 of exactly the published network's sizes, with made-up weights
/// and optimiser's slots: some 0.5 GB. For the numbers in docs/performance.md; no test needs it.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "fusiform_published_checkpoint FILE\n");
        return 2;
    }
    fusiform::test::TensorflowNet net;
    constexpr std::array<std::uint64_t, 6> kDown = {3, 192, 256, 384, 512, 768};
    constexpr std::array<std::uint64_t, 6> kUp = {1024, 512, 384, 256, 192, 3};
    for (std::size_t i = 0; i + 1 < kDown.size(); ++i) {
        net.addLayer("encoder/" + std::to_string(i), "conv2d", {3, 3, kDown[i], kDown[i + 1]},
                     kDown[i + 1], keepingVariance(9.0 * static_cast<double>(kDown[i])));
        // A stride of two: each value of the larger map comes from a quarter of the kernel.
        net.addLayer("generator/" + std::to_string(i), "deconv2d", {3, 3, kUp[i + 1], kUp[i]},
                     kUp[i + 1], keepingVariance(9.0 / 4 * static_cast<double>(kUp[i])));
    }
    net.addLinear("encoder/fc", 16 * kDown.back(), 1024);
    net.addLinear("variational/mu", 1024, 1024);
    net.addLinear("variational/log_sigma", 1024, 1024);
    net.addLinear("generator/fc", 1024, 16 * kUp.front());
    net.writeOneFile(argv[1]);
    return 0;
}
