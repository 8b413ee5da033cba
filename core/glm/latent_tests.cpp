// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/latent_tests.h"

#include "core/math/distributions.h"

namespace fusiform::glm {

void LatentTests::add(const ResidualSquares& without, const ResidualSquares& with,
                      std::span<const double> squares)
{
    const auto extra = static_cast<double>(with.rank - without.rank);
    for (std::size_t v = 0; v < squares.size(); ++v) {
        const double ms0 = without.squares[v] / without.degreesOfFreedom;
        const double ms1 = with.squares[v] / with.degreesOfFreedom;
        gain.push_back(static_cast<float>(1 - ms1 / ms0));
        const double ratio = (without.squares[v] - with.squares[v]) / extra / ms1;
        gainP.push_back(static_cast<float>(math::fisherTail(ratio, extra, with.degreesOfFreedom)));
        f.push_back(static_cast<float>(ratio));
        explained.push_back(static_cast<float>(1 - with.squares[v] / squares[v]));
    }
}

} // namespace fusiform::glm
