// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/attribute_axes.h"

#include <array>
#include <span>

namespace fusiform::face_model {

/// How the code of a face is made of the codes of others.
enum class MixKind {
    One, ///< A
    Between, ///< A + position (B - A)
    Arithmetic, ///< A - B + C (paper, Fig. 1b)
};

/// How many faces it takes.
[[nodiscard]] constexpr std::size_t facesOf(MixKind kind)
{
    return kind == MixKind::One ? 1 : kind == MixKind::Between ? 2 : 3;
}

/// @param faces codes of A, B and C; those beyond facesOf(kind) are not looked at
[[nodiscard]] Eigen::VectorXd mixed(MixKind kind, const std::array<Eigen::VectorXd, 3>& faces,
                                    double position);

enum class AxisKind { MeanDifference, Logistic };
[[nodiscard]] const AxisReadout& readoutOf(const AttributeAxis& axis, AxisKind kind);

/// `code` moved along axes: by amount 1, as far as the means of the faces without and with the
/// attribute lie apart along the axis.
/// @param amounts one an axis
[[nodiscard]] Eigen::VectorXd moved(Eigen::VectorXd code, std::span<const AttributeAxis> axes,
                                    AxisKind kind, std::span<const double> amounts);

} // namespace fusiform::face_model
