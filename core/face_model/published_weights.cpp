// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/published_weights.h"

#include <algorithm>
#include <cmath>

namespace fusiform::face_model {

namespace {

using Shape = std::vector<std::int64_t>;

constexpr double kEpsilon = 1e-6; // of the published batch normalisation

/// `axes[d]` is the source's axis of the result's axis d.
std::vector<float> permuted(const std::vector<float>& values, const Shape& shape,
                            const std::vector<std::size_t>& axes)
{
    Shape strides(shape.size(), 1);
    for (std::size_t d = shape.size() - 1; d-- > 0;)
        strides[d] = strides[d + 1] * shape[d + 1];
    std::vector<float> result;
    result.reserve(values.size());
    Shape at(shape.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::int64_t source = 0;
        for (std::size_t d = 0; d < axes.size(); ++d)
            source += at[d] * strides[axes[d]];
        result.push_back(values[static_cast<std::size_t>(source)]);
        for (std::size_t d = axes.size(); d-- > 0;) {
            if (++at[d] < shape[axes[d]])
                break;
            at[d] = 0;
        }
    }
    return result;
}

} // namespace

std::map<std::string, HalfArray> arraysOf(const PublishedPlan& plan,
                                          const std::map<std::string, io::FloatArray>& values)
{
    std::map<std::string, HalfArray> arrays;
    for (const PublishedLayer& layer : plan.layers) {
        const io::FloatArray& weight = values.at(layer.weight);
        const Shape& shape = weight.shape;
        const auto number = [&](const std::string& variable, std::size_t i, float otherwise) {
            return variable.empty() ? otherwise : values.at(variable).values[i];
        };
        std::string name = layer.name;
        std::ranges::replace(name, '.', '_');
        Shape target;
        std::vector<float> own;
        std::size_t outputs = 0;
        if (plan.layout == NetLayout::Torch) {
            own = weight.values;
            target = shape;
            outputs = shape.size() == 4 && !name.starts_with("encoder") ? 1 : 0;
        } else if (shape.size() == 4) {
            // Both end as LibTorch's: out, in, rows, columns, or in, out, ... when transposed.
            own = permuted(weight.values, shape, {3, 2, 0, 1});
            target = {shape[3], shape[2], shape[0], shape[1]};
            outputs = name.starts_with("encoder") ? 0 : 1;
        } else if (name == "encoder_joint") {
            // Maps lie as rows, columns, channels there and channels, rows, columns here.
            const Shape split = {4, 4, shape[0] / 16, shape[1]};
            own = permuted(weight.values, split, {3, 2, 0, 1});
            target = {shape[1], shape[0]};
        } else if (name == "generator_start") {
            const Shape split = {shape[0], 4, 4, shape[1] / 16};
            own = permuted(weight.values, split, {3, 1, 2, 0});
            target = {shape[1], shape[0]};
        } else {
            own = permuted(weight.values, shape, {1, 0});
            target = {shape[1], shape[0]};
        }
        const auto channels = static_cast<std::size_t>(target[outputs]);
        std::vector<float> bias(channels);
        std::vector<float> scale(channels, 1);
        for (std::size_t c = 0; c < channels; ++c) {
            bias[c] = number(layer.bias, c, 0);
            if (layer.variance.empty())
                continue;
            const double factor = static_cast<double>(number(layer.gamma, c, 1))
                                  / std::sqrt(number(layer.variance, c, 1) + kEpsilon);
            scale[c] = static_cast<float>(factor);
            bias[c] = static_cast<float>(number(layer.beta, c, 0)
                                         + (bias[c] - number(layer.mean, c, 0)) * factor);
        }
        if (name == "generator_start" && plan.layout == NetLayout::TensorFlow)
            bias = permuted(bias, {4, 4, shape[1] / 16}, {2, 0, 1});
        std::size_t inside = 1; // numbers of one output channel that lie together
        for (std::size_t d = outputs + 1; d < target.size(); ++d)
            inside *= static_cast<std::size_t>(target[d]);
        for (std::size_t i = 0; i < own.size(); ++i)
            own[i] *= scale[i / inside % channels];
        arrays[name + ".weight"] = {target, io::toHalf(own)};
        arrays[name + ".bias"] = {{static_cast<std::int64_t>(bias.size())}, io::toHalf(bias)};
    }
    return arrays;
}

} // namespace fusiform::face_model
