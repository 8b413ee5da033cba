// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <string>
#include <vector>

namespace fusiform::glm {

enum class HrfModel {
    Canonical, ///< SPM's double gamma alone
    Derivatives, ///< with its derivatives in time and dispersion
    Fir, ///< finite impulse response: one box a bin of time after the event
};

struct HrfOptions {
    HrfModel model = HrfModel::Canonical;
    double firLength = 24; ///< s
    int firBins = 12;
};

/// Functions that the response to an event is put together from.
[[nodiscard]] Eigen::Index hrfCount(const HrfOptions& options);

/// The functions, each sampled every `dt` s from 0 on. The derivatives are finite differences over
/// 1 s and 0.01 of the dispersion, made orthogonal to what comes before them (spm_get_bf,
/// spm_orth). A FIR box sums to 1, like the canonical response.
[[nodiscard]] std::vector<std::vector<double>> hrfBasis(const HrfOptions& options, double dt);

/// Weights of the functions' estimates that give the size of a canonical response: 1 for the
/// canonical one and 0 for its derivatives; for boxes h / h'h, where h holds the share of the
/// canonical response in each, which is least squares of the estimates on h.
[[nodiscard]] Eigen::VectorXd hrfReadOut(const HrfOptions& options);

/// What distinguishes a function's columns: "", "time derivative", "dispersion derivative" or
/// "0-2 s".
[[nodiscard]] std::vector<std::string> hrfNames(const HrfOptions& options);

} // namespace fusiform::glm
