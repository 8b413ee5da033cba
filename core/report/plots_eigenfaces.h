// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/pca_model.h"
#include "core/report/figure.h"

namespace fusiform::report {

/// What a PCA of faces looks like (as in the paper's Supplementary Fig. 1).
struct Eigenfaces {
    image::SharedPicture mean;
    std::vector<image::SharedPicture> components; ///< the first ones
    Eigen::VectorXd shares; ///< of the training pictures' whole variance; of all components
};

/// @param count of components that become pictures, at most as many as there are
[[nodiscard]] Eigenfaces eigenfacesOf(const face_model::PcaModel& model, Eigen::Index count);
/// A component as a picture around grey: the largest weight of either sign is 0 or 1.
[[nodiscard]] image::Picture componentPicture(const face_model::PcaModel& model,
                                              Eigen::Index component);

/// The mean face, then the components with their shares of the variance.
[[nodiscard]] Figure eigenfacesFigure(const Eigenfaces& faces, double widthMm);
/// How much of the variance the first components explain together.
[[nodiscard]] Figure explainedVarianceFigure(const Eigenfaces& faces, double widthMm);

} // namespace fusiform::report
