// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::face_model {

/// How well an attribute can be read from codes by a linear map.
struct AttributeReadout {
    double accuracy = 0; ///< share of test pictures with the right sign
    double baseRate = 0; ///< share of test pictures with the attribute
    Eigen::Index pictures = 0; ///< tested
};

/// Ridge regression (strength 100 on standardised codes) of +1 and -1 on codes.
/// @param codes, labels of the pictures it is fitted on: n x latents, and n of +1 or -1
/// @throws Error{Usage} if the numbers of rows do not agree or there are fewer than two.
[[nodiscard]] AttributeReadout readAttributeFrom(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                                 const Eigen::VectorXd& labels,
                                                 const Eigen::Ref<const Eigen::MatrixXd>& testCodes,
                                                 const Eigen::VectorXd& testLabels);

} // namespace fusiform::face_model
