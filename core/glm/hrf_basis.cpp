// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/hrf_basis.h"

#include "core/glm/hrf.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace fusiform::glm {

namespace {

using Eigen::Index;

constexpr double kTimeStep = 1; // s
constexpr double kDispersionStep = 0.01;

/// Takes out of each column what the ones before it explain.
void orthogonalise(std::vector<std::vector<double>>& functions)
{
    for (std::size_t f = 1; f < functions.size(); ++f)
        for (std::size_t before = 0; before < f; ++before) {
            const auto dot = [&](const std::vector<double>& a) {
                return std::inner_product(a.begin(), a.end(), functions[before].begin(), 0.0);
            };
            const double share = dot(functions[f]) / dot(functions[before]);
            for (std::size_t i = 0; i < functions[f].size(); ++i)
                functions[f][i] -= share * functions[before][i];
        }
}

std::vector<double> difference(const std::vector<double>& from, const std::vector<double>& what,
                               double step)
{
    std::vector<double> result(from.size());
    std::ranges::transform(from, what, result.begin(),
                           [step](double a, double b) { return (a - b) / step; });
    return result;
}

std::string secondsText(double seconds)
{
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), seconds,
                                   std::chars_format::general, 4);
    return {buffer.data(), end.ptr};
}

} // namespace

Index hrfCount(const HrfOptions& options)
{
    switch (options.model) {
    case HrfModel::Canonical: break;
    case HrfModel::Derivatives: return 3;
    case HrfModel::Fir: return options.firBins;
    }
    return 1;
}

std::vector<std::vector<double>> hrfBasis(const HrfOptions& options, double dt)
{
    if (options.model == HrfModel::Fir) {
        const auto edge = [&](int bin) {
            return static_cast<std::size_t>(
                std::lround(bin * options.firLength / options.firBins / dt));
        };
        std::vector<std::vector<double>> boxes;
        for (int bin = 0; bin < options.firBins; ++bin) {
            // A box of less than a time step would be empty.
            const std::size_t end = std::max(edge(bin) + 1, edge(bin + 1));
            auto& box = boxes.emplace_back(end, 0.0);
            std::fill(box.begin() + static_cast<std::ptrdiff_t>(edge(bin)), box.end(),
                      1 / static_cast<double>(end - edge(bin)));
        }
        return boxes;
    }
    std::vector<std::vector<double>> functions = {canonicalHrf(dt)};
    if (options.model == HrfModel::Derivatives) {
        const std::vector<double> canonical = functions.front();
        functions.push_back(difference(
            canonical, canonicalHrf(dt, {.delay = kTimeStep, .dispersion = 1}), kTimeStep));
        functions.push_back(
            difference(canonical, canonicalHrf(dt, {.delay = 0, .dispersion = 1 + kDispersionStep}),
                       kDispersionStep));
        orthogonalise(functions);
    }
    return functions;
}

Eigen::VectorXd hrfReadOut(const HrfOptions& options)
{
    if (options.model != HrfModel::Fir)
        return Eigen::VectorXd::Unit(hrfCount(options), 0);
    constexpr double kFine = 1.0 / 64; // s
    const std::vector<double> canonical = canonicalHrf(kFine);
    Eigen::VectorXd shares = Eigen::VectorXd::Zero(options.firBins);
    for (std::size_t i = 0; i < canonical.size(); ++i) {
        const auto bin = static_cast<Index>(static_cast<double>(i) * kFine * options.firBins
                                            / options.firLength);
        if (bin < shares.size())
            shares[bin] += canonical[i];
    }
    return shares / shares.squaredNorm();
}

std::vector<std::string> hrfNames(const HrfOptions& options)
{
    switch (options.model) {
    case HrfModel::Canonical: return {""};
    case HrfModel::Derivatives: return {"", "time derivative", "dispersion derivative"};
    case HrfModel::Fir: break;
    }
    std::vector<std::string> names;
    const double width = options.firLength / options.firBins;
    for (int bin = 0; bin < options.firBins; ++bin)
        names.push_back(secondsText(bin * width) + "-" + secondsText((bin + 1) * width) + " s");
    return names;
}

} // namespace fusiform::glm
