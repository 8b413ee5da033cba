// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace fusiform::scene {

struct Rgb {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// 256 colours whose steps are equal in OKLab, so that equal differences look equal. Lightness
/// rises all the way (Ember, Lagoon) or is symmetric about the middle (Balance): readable by people
/// who do not tell red from green, and in grey print.
class ColorMap {
public:
    /// @param anchors colours the map passes through, in order; the first is the value 0.
    explicit ColorMap(std::span<const Rgb> anchors);
    /// @param position 0..1, clamped; NaN gives the first colour.
    [[nodiscard]] Rgb at(double position) const;

private:
    std::array<Rgb, 256> m_colors;
};

enum class ColorMapName {
    Ember, ///< purple to pale yellow: t and other maps where more is stronger
    Lagoon, ///< deep blue to pale green: shares of variance
    Balance, ///< blue through grey to orange: correlations
};
[[nodiscard]] const ColorMap& colorMap(ColorMapName name);

/// Lightness and the two colour axes of OKLab (Ottosson 2020), lightness 0..1.
[[nodiscard]] std::array<double, 3> okLab(const Rgb& color);

} // namespace fusiform::scene
