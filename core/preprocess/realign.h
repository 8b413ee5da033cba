// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/preprocess/rigid.h"

#include <span>
#include <vector>

namespace fusiform::preprocess {

/// spm_realign's settings.
struct RealignOptions {
    double separation = 4; ///< mm between sampled points
    double fwhm = 5; ///< mm of smoothing of both images
    double quality = 0.9; ///< determinant of the information that the kept points must have
    int mostIterations = 64;
};

/// Finds the rigid movement between one reference image and others: Gauss-Newton on points of the
/// reference, quadratic B-spline (spm_realign; methods 2.9). The derivatives belong to the
/// reference, so they are made once (inverse composition). Thread-safe after construction.
class Realigner {
public:
    Realigner(const image::Volume& reference, const RealignOptions& options);

    /// World (mm) to world: where in `volume` the tissue of a point of the reference lies.
    /// @param volume values on `grid`; those not finite count as 0. @param start a first guess.
    [[nodiscard]] Eigen::Matrix4d estimate(std::span<const float> volume, const image::Grid& grid,
                                           const Eigen::Matrix4d& start) const;
    /// For a head that was laid down anew: begins at several places on a coarse level.
    [[nodiscard]] Eigen::Matrix4d estimateFromFar(std::span<const float> volume,
                                                  const image::Grid& grid) const;

private:
    struct Level {
        double fwhm = 0;
        Eigen::Matrix3Xd points; ///< mm, about m_centre
        Eigen::MatrixXf jacobian; ///< points x 6: change of the reference with a small movement
        Eigen::VectorXf values; ///< of the reference
        Eigen::Matrix<double, 6, 6> information; ///< jacobianᵀ jacobian
    };
    struct Fitted {
        Eigen::Matrix4d map;
        double mismatch
            = 0; ///< residual squares over squares of the reference; large if little overlaps
    };
    [[nodiscard]] Level makeLevel(const image::Volume& reference, double separation,
                                  double fwhm) const;
    [[nodiscard]] Fitted fitLevel(const Level& level, std::span<const float> volume,
                                  const image::Grid& grid, const Eigen::Matrix4d& start) const;
    void dropPoorPoints(Level& level) const;

    RealignOptions m_options;
    Eigen::Vector3d m_centre; ///< mm; of mass of the reference
    Level m_fine;
    Level m_coarse;
};

/// Centre of mass of the positive values, mm.
[[nodiscard]] Eigen::Vector3d centreOfMass(std::span<const float> values, const image::Grid& grid);

} // namespace fusiform::preprocess
