// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/file.h"
#include "core/util/json.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fusiform::io {

enum class TensorType { Float16, BFloat16, Float32, Float64, Int64, UInt8 };
/// "float16", "float32", ...
[[nodiscard]] std::string typeName(TensorType type);

/// A named array: type, shape (row-major, the last index fastest) and little-endian bytes.
struct Tensor {
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes; ///< into the mapped file, or into the writer's memory

    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] bool isFloat() const;
    /// Values as float32, from any floating type.
    [[nodiscard]] std::vector<float> floats() const;
    /// The same, written by all threads to where there is room for count() of them.
    void floatsInto(std::span<float> target) const;
};

/// A safetensors file: an 8-byte length, a JSON header, then the arrays. The bytes stay mapped.
class Safetensors {
public:
    /// @throws Error{BadData}: header length, JSON, offsets, shapes and types are all checked
    /// before use.
    explicit Safetensors(const std::filesystem::path& file);

    [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    [[nodiscard]] const std::map<std::string, Tensor>& tensors() const { return m_tensors; }
    /// @throws Error{BadData} naming the tensor if it is absent or not of that shape.
    [[nodiscard]] const Tensor& tensor(const std::string& name,
                                       std::span<const std::int64_t> shape) const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
    std::shared_ptr<MappedFile> m_mapped;
    std::map<std::string, std::string> m_metadata;
    std::map<std::string, Tensor> m_tensors;
};

/// Writes beside, then renames. The same content gives the same bytes.
void writeSafetensors(const std::filesystem::path& file,
                      const std::map<std::string, Tensor>& tensors,
                      const std::map<std::string, std::string>& metadata);

/// IEEE half precision, round to nearest even.
[[nodiscard]] std::vector<std::uint16_t> toHalf(std::span<const float> values);

} // namespace fusiform::io
