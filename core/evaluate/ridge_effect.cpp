// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ridge_effect.h"

#include "core/decode/code_similarity.h"
#include "core/decode/region_decoder.h"
#include "core/math/correlation.h"
#include "core/scores/recognition.h"

#include <cmath>

namespace fusiform::evaluate {

RidgeEffect ridgeEffect(const OpenSubject& subject, const OpenModel& open,
                        const decode::DecodeOptions& decoding, Progress& progress)
{
    RidgeEffect effect;
    effect.model = open.model->model.name;
    effect.region = open.regions.front().name;
    effect.used = decoding.ridge;
    decode::DecodeOptions ridge = decoding;
    ridge.decoder = "ridge";
    decode::RegionDecoder decoder(*subject.fit, *open.model, open.shown);
    const decode::RidgePath path = decoder.ridgePath(open.regions.front().voxels, ridge, progress);
    constexpr int kFirst = -8; // halves of a power of ten
    constexpr int kLast = 4;
    for (int half = kFirst; half <= kLast; ++half) {
        const double strength = std::pow(10.0, half / 2.0);
        const decode::ComparedCodes compared = decode::comparedCodes(
            path.codes(strength), open.shown.codes, *open.model, decoding.scoreInSd);
        const Eigen::MatrixXd similarity = math::rowCorrelations(compared.decoded, compared.truth);
        effect.steps.push_back({strength, scores::pairwise(similarity), scores::full(similarity)});
    }
    return effect;
}

} // namespace fusiform::evaluate
