// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

namespace fusiform::io {

namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

struct TensorTypeName {
    TensorType type;
    const char* name;
    std::int64_t bytes;
};
constexpr std::array kTensorTypes = {
    TensorTypeName{TensorType::Float16, "F16", 2}, TensorTypeName{TensorType::BFloat16, "BF16", 2},
    TensorTypeName{TensorType::Float32, "F32", 4}, TensorTypeName{TensorType::Float64, "F64", 8},
    TensorTypeName{TensorType::Int64, "I64", 8},   TensorTypeName{TensorType::UInt8, "U8", 1},
};

constexpr std::size_t kLengthBytes = 8;
/// The largest header that the format's own library accepts.
constexpr std::uint64_t kLongestHeader = 100'000'000;

const TensorTypeName& typeOf(TensorType type)
{
    return *std::ranges::find(kTensorTypes, type, &TensorTypeName::type);
}

float floatFromHalf(std::uint16_t half)
{
    const std::uint32_t sign = (half & 0x8000U) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(fraction) * 0x1.0p-24F;
        return sign ? -magnitude : magnitude;
    }
    if (exponent == 31)
        return std::bit_cast<float>(sign | 0x7F800000U | (fraction << 13));
    return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (fraction << 13));
}

/// The upper half of a float.
float floatFromBrain(std::uint16_t value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

std::uint16_t halfFromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U)
        return static_cast<std::uint16_t>(sign | 0x7E00U); // NaN
    if (magnitude >= 0x477FF000U)
        return static_cast<std::uint16_t>(sign | 0x7C00U); // rounds to more than 65,504
    if (magnitude < 0x38800000U) {
        // Below the smallest normal half. Adding 0.5 leaves the wanted bits, rounded to nearest
        // even by the processor, at the end of the fraction.
        const float shifted = std::bit_cast<float>(magnitude) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) & 0xFFFFU));
    }
    const std::uint32_t rounded = magnitude - (112U << 23) + 0xFFFU + ((magnitude >> 13) & 1U);
    return static_cast<std::uint16_t>(sign | (rounded >> 13));
}

template <class Value, class Convert>
void convertInto(std::span<float> target, std::span<const std::byte> bytes, Convert convert)
{
    constexpr std::size_t kTogether = 1 << 18;
    parallelBlocks(target.size(), kTogether, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Value value; // tensors need not be aligned in the file
            std::memcpy(&value, bytes.data() + i * sizeof(Value), sizeof(Value));
            target[i] = convert(value);
        }
    });
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    std::string text = "[";
    for (const std::int64_t length : shape)
        (text += text.size() > 1 ? ", " : "") += std::to_string(length);
    return text + "]";
}

/// Reads the header of one file: every claim is checked before anything relies on it.
class HeaderReader {
public:
    HeaderReader(std::filesystem::path file, std::span<const std::byte> bytes)
        : m_file(std::move(file)), m_bytes(bytes)
    {
    }

    Json header()
    {
        if (m_bytes.size() < kLengthBytes)
            throw badData(m_file, FUSIFORM_TR("core", "a safetensors file"),
                          FUSIFORM_TR("core", "only %1 bytes").arg(m_bytes.size()));
        std::uint64_t length = 0;
        std::memcpy(&length, m_bytes.data(), kLengthBytes);
        if (length > kLongestHeader || length > m_bytes.size() - kLengthBytes)
            throw badData(m_file,
                          FUSIFORM_TR("core", "a safetensors header within the file's %1 bytes")
                              .arg(m_bytes.size()),
                          FUSIFORM_TR("core", "a header of %1 bytes").arg(length));
        const auto* const begin = reinterpret_cast<const char*>(m_bytes.data()) + kLengthBytes;
        m_arrays = m_bytes.subspan(kLengthBytes + length);
        Json json = parseJson({begin, length}, m_file);
        if (!json.is_object())
            throw badData(m_file, FUSIFORM_TR("core", "a JSON object as header"),
                          FUSIFORM_TR("core", "something else"));
        return json;
    }

    std::map<std::string, std::string> metadata(const Json& entry) const
    {
        std::map<std::string, std::string> texts;
        if (!entry.is_object())
            throw badData(m_file, FUSIFORM_TR("core", "an object as __metadata__"),
                          FUSIFORM_TR("core", "something else"));
        for (const auto& [key, value] : entry.items()) {
            if (!value.is_string())
                throw badData(m_file, FUSIFORM_TR("core", "text as metadata %1").arg(key),
                              FUSIFORM_TR("core", "something else"));
            texts[key] = value.get<std::string>();
        }
        return texts;
    }

    Tensor tensor(const std::string& name, const Json& entry)
    {
        const auto complain = [&](Text found) {
            throw badData(m_file,
                          FUSIFORM_TR("core", "type, shape and place of tensor %1").arg(name),
                          std::move(found));
        };
        if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape")
            || !entry.contains("data_offsets"))
            complain(FUSIFORM_TR("core", "an incomplete entry"));
        Tensor tensor;
        const Json& typeName = entry["dtype"];
        const auto type = std::ranges::find_if(
            kTensorTypes, [&](const TensorTypeName& known) { return typeName == known.name; });
        if (type == kTensorTypes.end())
            complain(FUSIFORM_TR("core", "the type %1").arg(typeName.dump()));
        tensor.type = type->type;
        tensor.shape = wholeNumbers(entry["shape"], name);
        const std::vector<std::int64_t> offsets = wholeNumbers(entry["data_offsets"], name);
        if (offsets.size() != 2 || offsets[0] > offsets[1]
            || static_cast<std::uint64_t>(offsets[1]) > m_arrays.size())
            complain(FUSIFORM_TR("core", "the place %1 in %2 bytes")
                         .arg(shapeText(offsets))
                         .arg(m_arrays.size()));
        if (byteCount(tensor.shape, type->bytes) != offsets[1] - offsets[0])
            complain(FUSIFORM_TR("core", "%1 bytes for the shape %2")
                         .arg(offsets[1] - offsets[0])
                         .arg(shapeText(tensor.shape)));
        tensor.bytes = m_arrays.subspan(static_cast<std::size_t>(offsets[0]),
                                        static_cast<std::size_t>(offsets[1] - offsets[0]));
        return tensor;
    }

    void checkOverlaps(const std::map<std::string, Tensor>& tensors) const
    {
        std::vector<const std::map<std::string, Tensor>::value_type*> sorted;
        for (const auto& item : tensors)
            if (!item.second.bytes.empty())
                sorted.push_back(&item);
        std::ranges::sort(sorted, {}, [](const auto* item) { return item->second.bytes.data(); });
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            const std::span<const std::byte> before = sorted[i - 1]->second.bytes;
            if (before.data() + before.size() > sorted[i]->second.bytes.data())
                throw badData(m_file, FUSIFORM_TR("core", "tensors that do not overlap"),
                              FUSIFORM_TR("core", "%1 and %2 in the same place")
                                  .arg(sorted[i - 1]->first)
                                  .arg(sorted[i]->first));
        }
    }

private:
    std::vector<std::int64_t> wholeNumbers(const Json& list, const std::string& name) const
    {
        std::vector<std::int64_t> numbers;
        const bool isList = list.is_array() && list.size() <= 16;
        for (std::size_t i = 0; isList && i < list.size(); ++i)
            if (list[i].is_number_unsigned()
                && list[i].get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max())
                numbers.push_back(list[i].get<std::int64_t>());
        if (!isList || numbers.size() != list.size())
            throw badData(m_file,
                          FUSIFORM_TR("core", "a short list of sizes for tensor %1").arg(name),
                          FUSIFORM_TR("core", "something else"));
        return numbers;
    }

    /// -1 if it does not fit into 63 bits.
    static std::int64_t byteCount(std::span<const std::int64_t> shape, std::int64_t itemBytes)
    {
        if (std::ranges::find(shape, 0) != shape.end())
            return 0;
        std::int64_t count = itemBytes;
        for (const std::int64_t length : shape) {
            if (length > std::numeric_limits<std::int64_t>::max() / count)
                return -1;
            count *= length;
        }
        return count;
    }

    std::filesystem::path m_file;
    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_arrays;
};

} // namespace

std::string typeName(TensorType type)
{
    switch (type) {
    case TensorType::Float16: return "float16";
    case TensorType::BFloat16: return "bfloat16";
    case TensorType::Float32: return "float32";
    case TensorType::Float64: return "float64";
    case TensorType::Int64: return "int64";
    case TensorType::UInt8: return "uint8";
    }
    return "?";
}

bool Tensor::isFloat() const { return type != TensorType::Int64 && type != TensorType::UInt8; }

std::int64_t Tensor::count() const
{
    std::int64_t product = 1;
    for (const std::int64_t length : shape)
        product *= length;
    return product;
}

std::vector<float> Tensor::floats() const
{
    std::vector<float> result(static_cast<std::size_t>(count()));
    floatsInto(result);
    return result;
}

void Tensor::floatsInto(std::span<float> target) const
{
    assert(target.size() == static_cast<std::size_t>(count()));
    switch (type) {
    case TensorType::Float16: return convertInto<std::uint16_t>(target, bytes, floatFromHalf);
    case TensorType::BFloat16: return convertInto<std::uint16_t>(target, bytes, floatFromBrain);
    case TensorType::Float32:
        return convertInto<float>(target, bytes, [](float value) { return value; });
    case TensorType::Float64:
        return convertInto<double>(target, bytes,
                                   [](double value) { return static_cast<float>(value); });
    case TensorType::Int64:
    case TensorType::UInt8: break;
    }
    throw failure(FUSIFORM_TR("core", "A tensor of whole numbers was asked for its floats."));
}

Safetensors::Safetensors(const std::filesystem::path& file)
    : m_file(file), m_mapped(std::make_shared<MappedFile>(file))
{
    HeaderReader reader(file, m_mapped->bytes());
    const Json header = reader.header();
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__")
            m_metadata = reader.metadata(entry);
        else
            m_tensors[name] = reader.tensor(name, entry);
    }
    reader.checkOverlaps(m_tensors);
}

const Tensor& Safetensors::tensor(const std::string& name,
                                  std::span<const std::int64_t> shape) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        throw badData(m_file, FUSIFORM_TR("core", "a tensor called %1").arg(name),
                      FUSIFORM_TR("core", "none of that name"));
    if (!std::ranges::equal(found->second.shape, shape))
        throw badData(
            m_file,
            FUSIFORM_TR("core", "the shape %1 for tensor %2").arg(shapeText(shape)).arg(name),
            FUSIFORM_TR("core", "%1").arg(shapeText(found->second.shape)));
    return found->second;
}

void writeSafetensors(const std::filesystem::path& file,
                      const std::map<std::string, Tensor>& tensors,
                      const std::map<std::string, std::string>& metadata)
{
    Json header = Json::object();
    if (!metadata.empty())
        header["__metadata__"] = Json(metadata);
    std::size_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        header[name] = {{"dtype", typeOf(tensor.type).name},
                        {"shape", tensor.shape},
                        {"data_offsets", {offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // arrays then start on a multiple of eight
    const std::uint64_t length = text.size();

    AtomicFile output(file);
    output.write(std::as_bytes(std::span(&length, 1)));
    output.write(text);
    for (const auto& [name, tensor] : tensors)
        output.write(tensor.bytes);
    output.commit();
}

std::vector<std::uint16_t> toHalf(std::span<const float> values)
{
    std::vector<std::uint16_t> halves(values.size());
    std::ranges::transform(values, halves.begin(), halfFromFloat);
    return halves;
}

} // namespace fusiform::io
