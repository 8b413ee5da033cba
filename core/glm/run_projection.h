// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

namespace fusiform::glm {

/// Whitens a run and takes its nuisance columns out: y becomes (1 - B Bᵀ) W y with B an orthonormal
/// basis of W N. Least squares of projected scans on projected columns gives the estimates of the
/// whole model (Frisch-Waugh-Lovell), and the constant needs no place in it.
class RunProjection {
public:
    /// @param nuisance  N, scans x any; holds the constant; may be rank deficient
    /// @param whitening W, scans x scans; empty: the noise is white
    RunProjection(const Eigen::MatrixXd& nuisance, const Eigen::MatrixXd& whitening);

    [[nodiscard]] Eigen::Index rank() const { return m_basis.cols(); }
    /// Columns of a design: scans x any, and so the result.
    [[nodiscard]] Eigen::MatrixXd ofColumns(const Eigen::MatrixXd& columns) const;
    /// Scans x voxels, and so the result; computed in double.
    [[nodiscard]] ScanValues ofScans(const Eigen::Ref<const ScanValues>& scans,
                                     Progress& progress) const;

private:
    Eigen::MatrixXd m_whitening;
    Eigen::MatrixXd m_basis;
};

} // namespace fusiform::glm
