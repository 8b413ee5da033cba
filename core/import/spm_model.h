// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fusiform::import {

using Eigen::Index;

/// A contrast of an SPM model: one row of weights over all columns.
struct SpmContrast {
    std::string name;
    Eigen::VectorXd weights;
    std::string map; ///< name of the file of its t map
};

/// What SPM.mat says of a model that was estimated. Files have no folders: SPM keeps the paths of
/// the machine that it ran on.
struct SpmModel {
    std::filesystem::path file; ///< SPM.mat
    std::vector<std::string> columns; ///< "Sn(1) facexlatent001^1*bf(1)"
    std::vector<std::string> betas; ///< files, one a column
    std::optional<Eigen::Matrix4d> mmFromVoxel; ///< of the betas, centres of voxels at integers
    std::string residuals; ///< file of the residual mean squares
    std::string mask;
    std::vector<SpmContrast> tContrasts; ///< those with a map
    std::vector<Index> scansOfSession;
    std::string basis; ///< "hrf", "hrf (with time derivative)", ...
    double repetitionTime = 0; ///< s; 0: not known
    double residualFreedom = 0; ///< effective degrees of freedom; 0: not known
    /// Values of the parametric modulators trial by trial, by column as in `columns` but without
    /// its "*bf(1)".
    std::map<std::string, std::vector<double>> modulators;
    bool isOrthogonalised = false; ///< some condition's modulators, one after another
};

/// @throws Error{BadData} naming the file and what is missing, for instance the estimate.
[[nodiscard]] SpmModel readSpmModel(const std::filesystem::path& file);

/// The variance of `weights` times the betas, in units of the residual mean square: w' Cov w.
/// @throws Error{BadData} if SPM.mat does not hold the covariance (xX.Bcov).
[[nodiscard]] double spmVariance(const SpmModel& model, const Eigen::VectorXd& weights);

} // namespace fusiform::import
