// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// Colours of a rating session: the same in every theme, since what is around a picture changes how
/// bright it looks.
namespace fusiform::ratingLook {

inline constexpr QColor kGround(128, 128, 128); ///< neutral grey, half of the range
inline constexpr QColor kText(16, 16, 16); ///< 4.8 times as dark
inline constexpr QColor kLine(112, 112, 112);
inline constexpr QColor kBright(255, 255, 255);

} // namespace fusiform::ratingLook
