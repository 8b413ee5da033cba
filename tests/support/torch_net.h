// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "tests/support/tensorflow_net.h"

#include <functional>

namespace fusiform::test {

/// The same network as PyTorch holds it: axes turned, maps flattened channel by channel.
struct TorchNet {
    std::map<std::string, std::pair<std::vector<std::int64_t>, std::vector<float>>> all;
    io::TensorType type = io::TensorType::Float32;

    /// Weight and bias of a convolution, and its batch normalisation.
    void addLayer(const TensorflowNet& net, const std::string& scope, const std::string& kind,
                  const std::string& convolution, const std::string& norm)
    {
        const auto& [sizes, kernel] = net.all.at(scope + "/" + kind + "/W");
        const std::size_t rows = sizes[0];
        const std::size_t third = sizes[2]; // in; out of a transposed one
        const std::size_t fourth = sizes[3];
        auto& weight = all[convolution + ".weight"];
        weight.first = sizesOf({fourth, third, rows, rows});
        for (std::size_t b = 0; b < fourth; ++b)
            for (std::size_t a = 0; a < third; ++a)
                for (std::size_t p = 0; p < rows * rows; ++p)
                    weight.second.push_back(kernel[(p * third + a) * fourth + b]);
        copy(net, scope + "/" + kind + "/b", convolution + ".bias");
        const std::string moments = scope + "/bn/moments/Squeeze";
        copy(net, scope + "/bn/gamma", norm + ".weight");
        copy(net, scope + "/bn/beta", norm + ".bias");
        copy(net, moments + "/ExponentialMovingAverage", norm + ".running_mean");
        copy(net, moments + "_1/ExponentialMovingAverage", norm + ".running_var");
    }

    /// @param channels of the 4 x 4 maps that come in or go out; 0: there are none
    void addLinear(const TensorflowNet& net, const std::string& scope, const std::string& name,
                   std::size_t channelsIn, std::size_t channelsOut)
    {
        const auto& [sizes, matrix] = net.all.at(scope + "/W");
        auto& weight = all[name + ".weight"];
        weight.first = sizesOf({sizes[1], sizes[0]});
        for (std::size_t o = 0; o < sizes[1]; ++o)
            for (std::size_t i = 0; i < sizes[0]; ++i)
                weight.second.push_back(
                    matrix[placeIn(i, channelsIn) * sizes[1] + placeIn(o, channelsOut)]);
        auto& bias = all[name + ".bias"];
        bias.first = sizesOf({sizes[1]});
        for (std::size_t o = 0; o < sizes[1]; ++o)
            bias.second.push_back(net.all.at(scope + "/b").second[placeIn(o, channelsOut)]);
    }

    /// Of an axis in PyTorch's order: where its number `i` is in TensorFlow's.
    static std::size_t placeIn(std::size_t i, std::size_t channels)
    {
        return channels == 0 ? i : i % 16 * channels + i / 16;
    }

    void write(const std::filesystem::path& file) const
    {
        std::map<std::string, std::vector<std::byte>> bytes;
        std::map<std::string, io::Tensor> tensors;
        for (const auto& [name, array] : all) {
            bytes[name] = stored(array.second);
            tensors[name] = {type, array.first, bytes[name]};
        }
        const std::vector<std::int64_t> batches = {1000};
        tensors["num_batches_tracked"]
            = {io::TensorType::Int64, {1}, std::as_bytes(std::span(batches))};
        io::writeSafetensors(file, tensors, {{"format", "pt"}});
    }

private:
    static std::vector<std::int64_t> sizesOf(const std::vector<std::size_t>& sizes)
    {
        return {sizes.begin(), sizes.end()};
    }
    void copy(const TensorflowNet& net, const std::string& from, const std::string& to)
    {
        const auto& values = net.all.at(from).second;
        all[to] = {sizesOf({values.size()}), values};
    }
    [[nodiscard]] std::vector<std::byte> stored(const std::vector<float>& values) const
    {
        std::vector<std::uint16_t> halves = io::toHalf(values);
        auto source = std::as_bytes(std::span(values));
        if (type == io::TensorType::BFloat16)
            for (std::size_t i = 0; i < values.size(); ++i) // rounded to the nearest
                halves[i] = static_cast<std::uint16_t>(
                    (std::bit_cast<std::uint32_t>(values[i]) + 0x8000U) >> 16);
        if (type != io::TensorType::Float32)
            source = std::as_bytes(std::span(halves));
        return {source.begin(), source.end()};
    }
};

} // namespace fusiform::test
