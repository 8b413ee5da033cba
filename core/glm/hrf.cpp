// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/hrf.h"

#include <algorithm>
#include <cmath>

namespace fusiform::glm {

namespace {

constexpr double kLength = 32; // s

/// The gamma density of a shape and a scale: (u/s)^(shape-1) e^(-u/s) / (s Gamma(shape)).
double gammaDensity(double u, double shape, double scale = 1)
{
    const double x = u / scale;
    return u <= 0 ? 0 : std::exp((shape - 1) * std::log(x) - x - std::lgamma(shape)) / scale;
}

} // namespace

std::vector<double> canonicalHrf(double dt, const HrfShape& shape)
{
    const auto count = static_cast<std::size_t>(std::floor(kLength / dt + 1e-9)) + 1;
    std::vector<double> hrf(count);
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double u = static_cast<double>(i) * dt - shape.delay;
        hrf[i] = gammaDensity(u, 6 / shape.dispersion, shape.dispersion) - gammaDensity(u, 16) / 6;
        sum += hrf[i];
    }
    for (double& h : hrf)
        h /= sum;
    return hrf;
}

Eigen::MatrixXd eventResponses(std::span<const Stimulation> events, double repetitionTime,
                               Eigen::Index scans, const Microtime& microtime)
{
    return eventResponses(events, repetitionTime, scans, microtime,
                          canonicalHrf(repetitionTime / microtime.bins));
}

Eigen::MatrixXd eventResponses(std::span<const Stimulation> events, double repetitionTime,
                               Eigen::Index scans, const Microtime& microtime,
                               std::span<const double> response)
{
    const double dt = repetitionTime / microtime.bins;
    // The response to a step: an event is the difference of two steps, so its cost does not grow
    // with it.
    std::vector<double> step(response.begin(), response.end());
    for (std::size_t i = 1; i < step.size(); ++i)
        step[i] += step[i - 1];
    const auto stepAt = [&](long bin) {
        return bin < 0 ? 0.0 : step[std::min(static_cast<std::size_t>(bin), step.size() - 1)];
    };
    const bool isAllBrief
        = std::ranges::all_of(events, [](const Stimulation& e) { return e.duration == 0; });
    const double height = isAllBrief ? 1 / dt : 1;

    Eigen::MatrixXd responses
        = Eigen::MatrixXd::Zero(scans, static_cast<Eigen::Index>(events.size()));
    for (std::size_t e = 0; e < events.size(); ++e) {
        const long on = std::lround(events[e].onset / dt);
        const long off = on + std::lround(events[e].duration / dt) + 1;
        for (Eigen::Index scan = 0; scan < scans; ++scan) {
            const long bin = static_cast<long>(scan) * microtime.bins + microtime.reference - 1;
            responses(scan, static_cast<Eigen::Index>(e))
                = height * (stepAt(bin - on) - stepAt(bin - off));
        }
    }
    return responses;
}

} // namespace fusiform::glm
