// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <span>
#include <vector>

namespace fusiform::glm {

/// One run's part of a linear model. The model's columns are those of `design`, then the latents:
/// trials * codes. Latents kept as this product cost what the trials cost, not what the latents do.
struct RunColumns {
    Eigen::MatrixXd design; ///< scans x columns
    Eigen::MatrixXd trials; ///< scans x trials, the response to each; may be empty
    Eigen::MatrixXd codes; ///< trials x latents; may be empty
    Eigen::MatrixXd nuisance; ///< scans x any: constant, motion, cosines; may be rank deficient
    Eigen::MatrixXd whitening; ///< W = V^(-1/2), scans x scans; empty: the noise is white
};

/// The sums of a linear model over all runs: XᵀX, XᵀY and the diagonal of YᵀY, added run by run
/// after each run's own nuisance columns were projected out of X and Y (Frisch-Waugh-Lovell). Their
/// size is that of the model, whatever the number of scans. Double precision; runs in the order
/// given.
///
/// XᵀY of the latents is codesᵀ (trialsᵀ Y). The inner product is taken run by run, the outer one
/// for several runs at once: XᵀY is far larger than the caches, and each visit to it costs as much
/// as the arithmetic. So the sums can be read after finish() only.
class NormalEquations {
public:
    NormalEquations(Eigen::Index columns, Eigen::Index voxels, const Progress& progress = {});

    /// Adds a run. With a whitening W, design, trials, nuisance and values all stand for their
    /// products with W: generalised least squares, whose residuals are white.
    /// @param values scans x voxels
    /// @param cleaned if given, takes the values whitened and without the nuisance columns' part
    void add(const RunColumns& run, const Eigen::Ref<const ScanValues>& values, Progress& progress,
             ScanValues* cleaned = nullptr);
    /// Adds a run of white noise and no latents.
    void add(const Eigen::MatrixXd& design, const Eigen::MatrixXd& nuisance,
             const Eigen::Ref<const ScanValues>& values, Progress& progress);
    /// After the last run.
    void finish(Progress& progress);
    /// Voxels are worked on in blocks of this many: sums of a part of the voxels that begins at a
    /// multiple of it are those of the whole to the bit.
    static constexpr Eigen::Index kVoxelBlock = kBlockOfVoxels;
    /// About as many trials' responses are held back at a time (more if one run has more).
    static constexpr Eigen::Index kTrialsTogether = 384;

    [[nodiscard]] Eigen::Index columns() const { return m_xtx.rows(); }
    [[nodiscard]] Eigen::Index voxels() const { return m_yty.size(); }
    [[nodiscard]] Eigen::Index scans() const { return m_scans; }
    /// Scans less the ranks of the runs' nuisance columns.
    [[nodiscard]] Eigen::Index degreesOfFreedom() const { return m_scans - m_nuisanceRank; }
    [[nodiscard]] Eigen::Index nuisanceRank() const { return m_nuisanceRank; }
    /// These three: @throws std::logic_error before finish().
    [[nodiscard]] const Eigen::MatrixXd& xtx() const;
    [[nodiscard]] const Eigen::MatrixXd& xty() const;
    [[nodiscard]] const Eigen::VectorXd& yty() const;

private:
    /// Responses of trials whose product with their codes is still to be added.
    struct HeldBack {
        Eigen::MatrixXd codes; ///< room for trials x latents
        Eigen::MatrixXd responses; ///< room for trials x voxels: trialsᵀ Y
        Eigen::Index trials = 0; ///< of the room, in use
    };

    void makeRoom(Eigen::Index trials, Eigen::Index latents, Progress& progress);
    void addHeldBack(Progress& progress);
    void addCrossProducts(const Eigen::MatrixXd& x);
    void checkFinished() const;

    Eigen::MatrixXd m_xtx; ///< until finish() the upper triangle, in blocks
    Eigen::MatrixXd m_xty;
    Eigen::VectorXd m_yty;
    HeldBack m_heldBack;
    bool m_isFinished = false;
    Eigen::Index m_scans = 0;
    Eigen::Index m_nuisanceRank = 0;
};

/// An orthonormal basis of the column space: scans x rank. Columns whose part outside the earlier
/// ones is below 1e-8 of their length count as dependent.
[[nodiscard]] Eigen::MatrixXd orthonormalBasis(const Eigen::MatrixXd& columns);

/// Combinations of estimates: row i is the sum over f of weights[f] times the estimate at
/// positions(i, f), positions among the model's columns.
struct Wanted {
    Eigen::Matrix<Eigen::Index, Eigen::Dynamic, Eigen::Dynamic> positions; ///< rows x functions
    Eigen::VectorXd weights; ///< of the functions

    /// Each estimate by itself.
    [[nodiscard]] static Wanted each(std::span<const Eigen::Index> positions);
    [[nodiscard]] Eigen::Index rows() const { return positions.rows(); }
    /// @param estimates of the model's columns, columns x any
    [[nodiscard]] Eigen::MatrixXd of(const Eigen::Ref<const Eigen::MatrixXd>& estimates) const;
};

/// Least squares of the model that uses only some columns of the equations.
struct Estimates {
    std::vector<Eigen::Index> columns; ///< of the equations, in the order of the rows of `beta`
    Eigen::MatrixXf beta; ///< wanted rows x voxels
    Eigen::VectorXd residualSquares; ///< per voxel
    Eigen::VectorXd squares; ///< per voxel, what the nuisance columns leave of its scans
    double degreesOfFreedom = 0; ///< of the residuals
    Eigen::MatrixXd inverse; ///< (XᵀX)⁻¹ of the columns
    Eigen::Index rank = 0;
    double conditionNumber = 0; ///< of XᵀX with unit diagonal
};
/// @param columns the model's columns; @param wanted what is kept of its estimates; @param voxels
/// those whose estimates are kept, ascending. A rank-deficient model gives the minimum-norm
/// solution (of the columns scaled to unit length).
[[nodiscard]] Estimates estimate(const NormalEquations& equations,
                                 std::span<const Eigen::Index> columns, const Wanted& wanted,
                                 std::span<const Eigen::Index> voxels, Progress& progress);
/// Of all voxels.
[[nodiscard]] Estimates estimate(const NormalEquations& equations,
                                 std::span<const Eigen::Index> columns, const Wanted& wanted,
                                 Progress& progress);

/// Covariance of the wanted rows for unit noise: R (XᵀX)⁻¹ Rᵀ, rows x rows.
[[nodiscard]] Eigen::MatrixXd unitCovariance(const Estimates& estimates, const Wanted& wanted);

/// t of a contrast of the estimates' wanted rows, for every voxel: c b / sqrt(s² c R (XᵀX)⁻¹ Rᵀ c);
/// NaN where the residual is 0.
[[nodiscard]] std::vector<float> tContrast(const Estimates& estimates, const Wanted& wanted,
                                           const Eigen::VectorXd& contrastOfWanted);

} // namespace fusiform::glm
