// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/latent_mix.h"

namespace fusiform::face_model {

Eigen::VectorXd mixed(MixKind kind, const std::array<Eigen::VectorXd, 3>& faces, double position)
{
    switch (kind) {
    case MixKind::Between: return faces[0] + position * (faces[1] - faces[0]);
    case MixKind::Arithmetic: return faces[0] - faces[1] + faces[2];
    case MixKind::One: break;
    }
    return faces[0];
}

const AxisReadout& readoutOf(const AttributeAxis& axis, AxisKind kind)
{
    return kind == AxisKind::Logistic ? axis.logistic : axis.meanDifference;
}

Eigen::VectorXd moved(Eigen::VectorXd code, std::span<const AttributeAxis> axes, AxisKind kind,
                      std::span<const double> amounts)
{
    for (std::size_t a = 0; a < axes.size(); ++a)
        if (amounts[a] != 0)
            code += amounts[a] * readoutOf(axes[a], kind).direction;
    return code;
}

} // namespace fusiform::face_model
