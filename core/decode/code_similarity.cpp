// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/code_similarity.h"

namespace fusiform::decode {

Eigen::MatrixXd codesFromSd(const Eigen::MatrixXd& inSd, const glm::ModelFit& model)
{
    Eigen::MatrixXd codes = inSd * model.latentSd.asDiagonal();
    const Eigen::VectorXd inverse = glm::inverseOfSd(model.latentMean, model.latentSd);
    for (Eigen::Index latent = 0; latent < inverse.size(); ++latent)
        if (inverse[latent] == 0)
            codes.col(latent).setConstant(model.latentMean[latent]);
    return codes;
}

ComparedCodes comparedCodes(const Eigen::MatrixXd& inSd, const Eigen::MatrixXd& codes,
                            const glm::ModelFit& model, bool isInSd)
{
    if (!isInSd)
        return {codesFromSd(inSd, model), codes};
    return {inSd, codes * glm::inverseOfSd(model.latentMean, model.latentSd).asDiagonal()};
}

} // namespace fusiform::decode
