// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/attribute_readout.h"

#include "core/face_model/standard_codes.h"
#include "core/util/error.h"

#include <Eigen/Cholesky>

namespace fusiform::face_model {

AttributeReadout readAttributeFrom(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                   const Eigen::VectorXd& labels,
                                   const Eigen::Ref<const Eigen::MatrixXd>& testCodes,
                                   const Eigen::VectorXd& testLabels)
{
    constexpr double kStrength = 100;
    if (codes.rows() < 2 || codes.rows() != labels.size() || testCodes.rows() != testLabels.size()
        || testCodes.rows() < 1 || codes.cols() != testCodes.cols())
        throw usage(FUSIFORM_TR("core", "An attribute needs a label for each of several codes."));
    const StandardCodes standardised = StandardCodes::of(codes);
    const Eigen::MatrixXd standard = standardised(codes);

    Eigen::MatrixXd gram = standard.transpose() * standard;
    gram.diagonal().array() += kStrength;
    const double level = labels.mean();
    const Eigen::VectorXd weights
        = gram.llt().solve(standard.transpose() * (labels.array() - level).matrix());
    const Eigen::VectorXd scores = standardised(testCodes) * weights;
    const auto isRight = ((scores.array() + level) > 0) == (testLabels.array() > 0);
    const auto n = static_cast<double>(testLabels.size());
    return {static_cast<double>(isRight.count()) / n,
            static_cast<double>((testLabels.array() > 0).count()) / n, testLabels.size()};
}

} // namespace fusiform::face_model
