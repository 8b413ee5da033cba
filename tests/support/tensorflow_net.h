// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/random.h"
#include "tests/support/tensorflow_tables.h"
#include "tests/support/test_data.h"

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>

namespace fusiform::test {

/// A made-up network in the form of the published one: its variables as TensorFlow holds them,
/// channels last, row-major.
struct TensorflowNet {
    using Sizes = std::vector<std::uint64_t>;
    std::map<std::string, std::pair<Sizes, std::vector<float>>> all;
    Random random{7};

    const std::vector<float>& add(const std::string& name, const Sizes& sizes, double scale,
                                  double centre = 0)
    {
        std::vector<float> values(
            std::accumulate(sizes.begin(), sizes.end(), std::size_t{1}, std::multiplies<>()));
        for (float& value : values)
            value = static_cast<float>(centre + scale * (2 * random.uniform() - 1));
        return (all[name] = {sizes, values}).second;
    }
    [[nodiscard]] double at(const std::string& name, std::size_t i) const
    {
        return static_cast<double>(all.at(name).second[i]);
    }
    /// @param scale of the kernel's values
    void addLayer(const std::string& scope, const std::string& kind, const Sizes& kernel,
                  std::uint64_t outputs, double scale = 0.4)
    {
        add(scope + "/" + kind + "/W", kernel, scale);
        add(scope + "/" + kind + "/b", {outputs}, 0.1);
        add(scope + "/bn/beta", {outputs}, 0.2);
        add(scope + "/bn/gamma", {outputs}, 0.3, 1);
        add(scope + "/bn/moments/Squeeze/ExponentialMovingAverage", {outputs}, 0.3);
        add(scope + "/bn/moments/Squeeze_1/ExponentialMovingAverage", {outputs}, 0.3, 0.6);
        add(scope + "/" + kind + "/W/Adam", kernel, 1); // an optimiser's
    }
    void addLinear(const std::string& scope, std::uint64_t inputs, std::uint64_t outputs)
    {
        add(scope + "/W", {inputs, outputs}, 0.7 / std::sqrt(static_cast<double>(inputs)));
        add(scope + "/b", {outputs}, 0.1);
    }

    /// A checkpoint of version 2: an index and one shard beside it.
    void write(const std::filesystem::path& index) const
    {
        Bytes data(std::endian::little);
        std::string entries = entry("", field(1, 1));
        for (const auto& [name, variable] : all) {
            const std::uint64_t offset = data.all().size();
            for (const float value : variable.second)
                data.add(value);
            entries += entry(name, field(1, 1) + field(2, shape(variable.first)) + field(4, offset)
                                       + field(5, 4 * variable.second.size()));
        }
        writeText(index, table(entries));
        std::filesystem::path shard = index;
        shard.replace_extension(".data-00000-of-00001");
        writeText(shard, data.all());
    }

    /// A checkpoint of version 1, one file: a block with the list of variables, then a block with
    /// the one slice of each.
    void writeOneFile(const std::filesystem::path& file) const
    {
        std::ofstream out(file, std::ios::binary);
        std::uint64_t at = 0;
        const auto put = [&](const std::string& entries) {
            const std::string body = block(entries);
            out << body;
            const std::string handle = varint(at) + varint(body.size() - 5);
            at += body.size();
            return handle;
        };
        std::string list;
        for (const auto& [name, variable] : all)
            list += field(1, field(1, name) + field(2, shape(variable.first)) + field(3, 1));
        std::string index = entry("", put(entry("", field(1, list))));
        for (const auto& [name, variable] : all) {
            std::string extents;
            for (std::size_t d = 0; d < variable.first.size(); ++d)
                extents += field(1, ""); // the whole of each dimension
            const auto* const bytes = reinterpret_cast<const char*>(variable.second.data());
            const std::string values(bytes, 4 * variable.second.size());
            const std::string slice
                = field(1, name) + field(2, extents) + field(3, field(1, 1) + field(5, values));
            index += entry(name, put(entry(name, field(2, slice))));
        }
        std::string footer = varint(0) + varint(0) + put(index);
        footer.resize(40, '\0');
        out << footer << Bytes(std::endian::little).add(std::uint64_t{0xDB4775248B80FB57U}).all();
    }
};

} // namespace fusiform::test
