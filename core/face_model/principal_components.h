// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/progress.h"

#include <functional>

namespace fusiform::face_model {

/// The pictures of a decomposition, all square and of one size.
struct PictureSource {
    std::size_t count = 0;
    int imageSize = 0;
    /// Asked for in any order, from several threads, and maybe more than once.
    std::function<image::Picture(std::size_t)> picture;

    [[nodiscard]] Eigen::Index values() const { return Eigen::Index{3} * imageSize * imageSize; }
    /// A picture as a column of values.
    /// @throws Error{Usage} if it has another size
    [[nodiscard]] Eigen::VectorXf column(std::size_t index) const;
};

struct PrincipalComponents {
    Eigen::VectorXf mean; ///< 3 imageSize²
    Eigen::MatrixXf components; ///< 3 imageSize² x count, of unit length; zero without variance
    Eigen::VectorXd variances; ///< of the codes over the pictures, descending
    double totalVariance = 0;
};

/// By the covariance of pictures with each other: `count` numbers squared, and all pictures as
/// bytes. The quicker way for some thousands.
[[nodiscard]] PrincipalComponents componentsByCovariance(const PictureSource& pictures,
                                                         Eigen::Index count, Progress& progress);

/// By subspace iteration on the covariance of values (Halko, Martinsson & Tropp 2011), which is
/// never made: each step reads all pictures once more, in portions. Memory does not depend on
/// their number: 0.5 GB for 1,024 components of 128 x 128. Ends when a step adds less than 1e-5 of
/// the variance held, so the last components may be mixed with their neighbours of nearly the same
/// variance.
[[nodiscard]] PrincipalComponents componentsStreamed(const PictureSource& pictures,
                                                     Eigen::Index count, Progress& progress);

} // namespace fusiform::face_model
