// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_values.h"

#include "core/io/leveldb_table.h"
#include "core/io/protocol_buffer.h"
#include "core/io/safetensors.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <cstdio>
#include <cstring>
#include <numeric>

namespace fusiform::io {

namespace {

constexpr std::int64_t kMostNumbers = std::int64_t{1} << 31U;

/// The CRC of Castagnoli (RFC 3720), as TensorFlow masks it: rotated, and a constant added.
std::uint32_t maskedCrc(std::span<const std::byte> bytes)
{
    static const auto kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            table[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                table[i] = (table[i] >> 1U) ^ ((table[i] & 1U) != 0 ? 0x82F63B78U : 0U);
        }
        return table;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::byte byte : bytes)
        crc = (crc >> 8U) ^ kTable[(crc ^ static_cast<std::uint32_t>(byte)) & 0xFFU];
    crc = ~crc;
    return std::rotr(crc, 15) + 0xA282EAD8U;
}

std::size_t bytesOf(const std::string& type)
{
    if (type == "float32")
        return 4;
    if (type == "float64")
        return 8;
    return type == "float16" || type == "bfloat16" ? 2 : 0;
}

template <class T>
void convert(std::span<const std::byte> bytes, std::vector<float>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        T number;
        std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
        values[i] = static_cast<float>(number);
    }
}

/// Numbers as they lie in files: little-endian, one after the other.
std::vector<float> floatsOf(const std::string& type, std::span<const std::byte> bytes)
{
    std::vector<float> values(bytes.size() / bytesOf(type));
    if (type == "float32") {
        convert<float>(bytes, values);
    } else if (type == "float64") {
        convert<double>(bytes, values);
    } else if (type == "float16") {
        values = Tensor{TensorType::Float16, {static_cast<std::int64_t>(values.size())}, bytes}
                     .floats();
    } else {
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::uint16_t upper = 0;
            std::memcpy(&upper, bytes.data() + 2 * i, 2);
            values[i] = std::bit_cast<float>(static_cast<std::uint32_t>(upper) << 16U);
        }
    }
    return values;
}

/// How many numbers a shape has. @throws Error{BadData} for negative or absurd ones.
std::int64_t countOf(const std::filesystem::path& file, const CheckpointTensor& tensor)
{
    std::int64_t count = 1;
    for (const std::int64_t size : tensor.shape) {
        if (size < 0 || (size > 0 && count > kMostNumbers / size))
            throw badData(file,
                          FUSIFORM_TR("core", "%1 with at most %2 numbers")
                              .arg(tensor.name)
                              .arg(static_cast<long long>(kMostNumbers)),
                          FUSIFORM_TR("core", "another shape"));
        count *= size;
    }
    if (bytesOf(tensor.type) == 0)
        throw badData(file, FUSIFORM_TR("core", "%1 of floating numbers").arg(tensor.name),
                      FUSIFORM_TR("core", "%1").arg(tensor.type));
    return count;
}

// ---- version 2: the bytes lie in data files beside the index ----

std::filesystem::path shardOf(const std::filesystem::path& index, std::int64_t shard,
                              std::int64_t shards)
{
    char suffix[64];
    std::snprintf(suffix, sizeof suffix, ".data-%05lld-of-%05lld", static_cast<long long>(shard),
                  static_cast<long long>(shards));
    std::filesystem::path file = index;
    file.replace_extension();
    file += suffix;
    return file;
}

FloatArray valuesInShard(const std::filesystem::path& file, const MappedFile& shard,
                         const CheckpointTensor& tensor)
{
    const auto size = static_cast<std::uint64_t>(countOf(file, tensor)) * bytesOf(tensor.type);
    const std::span<const std::byte> bytes = shard.bytes();
    const auto offset = static_cast<std::uint64_t>(tensor.offset);
    if (tensor.isSliced || static_cast<std::uint64_t>(tensor.size) != size || offset > bytes.size()
        || size > bytes.size() - offset)
        throw badData(file,
                      FUSIFORM_TR("core", "%1 bytes of %2 from byte %3 on")
                          .arg(static_cast<unsigned long long>(size))
                          .arg(tensor.name)
                          .arg(static_cast<unsigned long long>(offset)),
                      tensor.isSliced ? FUSIFORM_TR("core", "a variable in several parts")
                                      : FUSIFORM_TR("core", "%1 in a file of %2 bytes")
                                            .arg(static_cast<long long>(tensor.size))
                                            .arg(bytes.size()));
    const std::span<const std::byte> own = bytes.subspan(offset, size);
    if (tensor.checksum != 0 && maskedCrc(own) != tensor.checksum)
        throw badData(file, FUSIFORM_TR("core", "%1 with its checksum").arg(tensor.name),
                      FUSIFORM_TR("core", "damaged bytes"));
    return {tensor.shape, floatsOf(tensor.type, own)};
}

// ---- version 1: entries hold slices of the variables ----

/// SavedSlice: name = 1, slice = 2 { repeated extent = 1 { start = 1, length = 2 } }, data = 3.
struct SavedSlice {
    std::string name;
    std::vector<std::array<std::int64_t, 2>> extents; ///< start, and length or -1: all
    std::span<const std::byte> data;
};

SavedSlice savedSliceOf(const std::filesystem::path& file, std::span<const std::byte> message)
{
    SavedSlice slice;
    forEachField(file, message, [&](const ProtocolField& field) {
        if (field.number == 1)
            slice.name = printable(textOf(field.bytes));
        else if (field.number == 3)
            slice.data = field.bytes;
        else if (field.number == 2)
            forEachField(file, field.bytes, [&](const ProtocolField& part) {
                if (part.number != 1)
                    return;
                std::array<std::int64_t, 2>& extent = slice.extents.emplace_back();
                extent = {0, -1};
                forEachField(file, part.bytes, [&](const ProtocolField& number) {
                    if (number.number == 1 || number.number == 2)
                        extent[number.number - 1] = static_cast<std::int64_t>(number.value);
                });
            });
    });
    return slice;
}

/// TensorProto: tensor_content = 4, or float_val = 5, double_val = 6, packed or one by one.
std::vector<float> numbersOf(const std::filesystem::path& file, const std::string& type,
                             std::span<const std::byte> message)
{
    std::vector<float> values;
    forEachField(file, message, [&](const ProtocolField& field) {
        const bool isOwn
            = (field.number == 5 && type == "float32") || (field.number == 6 && type == "float64");
        if (field.number != 4 && !isOwn)
            return;
        if (isOwn && field.bytes.empty()) {
            values.push_back(type == "float32"
                                 ? std::bit_cast<float>(static_cast<std::uint32_t>(field.value))
                                 : static_cast<float>(std::bit_cast<double>(field.value)));
            return;
        }
        const std::vector<float> more = floatsOf(type, field.bytes);
        values.insert(values.end(), more.begin(), more.end());
    });
    return values;
}

/// Puts a slice where it belongs. @returns how many numbers it has; negative: it does not fit
std::int64_t place(const SavedSlice& slice, const std::vector<float>& numbers, FloatArray& array)
{
    const std::size_t dimensions = array.shape.size();
    std::vector<std::int64_t> start(dimensions, 0);
    std::vector<std::int64_t> length = array.shape;
    if (!slice.extents.empty() && slice.extents.size() != dimensions)
        return -1;
    for (std::size_t d = 0; d < slice.extents.size(); ++d) {
        start[d] = slice.extents[d][0];
        if (slice.extents[d][1] >= 0)
            length[d] = slice.extents[d][1];
        if (start[d] < 0 || start[d] > array.shape[d] || length[d] > array.shape[d] - start[d])
            return -1;
    }
    const std::int64_t count
        = std::accumulate(length.begin(), length.end(), std::int64_t{1}, std::multiplies<>());
    if (count != static_cast<std::int64_t>(numbers.size()))
        return -1;
    std::vector<std::int64_t> at(dimensions, 0);
    for (const float number : numbers) {
        std::int64_t index = 0;
        for (std::size_t d = 0; d < dimensions; ++d)
            index = index * array.shape[d] + start[d] + at[d];
        array.values[static_cast<std::size_t>(index)] = number;
        for (std::size_t d = dimensions; d-- > 0;) {
            if (++at[d] < length[d])
                break;
            at[d] = 0;
        }
    }
    return count;
}

std::map<std::string, FloatArray> readSlices(const std::filesystem::path& file,
                                             const std::vector<CheckpointTensor>& wanted,
                                             Progress& progress)
{
    struct Coming {
        const CheckpointTensor* tensor;
        FloatArray array;
        std::int64_t missing;
    };
    const MappedFile mapped(file);
    std::map<std::string, Coming> coming;
    for (const CheckpointTensor& tensor : wanted) {
        const std::int64_t count = countOf(file, tensor);
        // Snappy makes at most 64 bytes of one; a shape that says more is not to be believed.
        if (static_cast<std::uint64_t>(count) * bytesOf(tensor.type) > 64 * mapped.bytes().size())
            throw badData(file, FUSIFORM_TR("core", "the numbers of %1").arg(tensor.name),
                          FUSIFORM_TR("core", "too small a file"));
        coming[tensor.name]
            = {&tensor, {tensor.shape, std::vector<float>(static_cast<std::size_t>(count))}, count};
    }
    forEachTableEntry(file, mapped.bytes(), [&](const std::string& key, const ByteReader& value) {
        if (key.empty())
            return true; // the list
        // SavedTensorSlices: data = 2.
        forEachField(file, value.bytes(), [&](const ProtocolField& field) {
            if (field.number != 2)
                return;
            const SavedSlice slice = savedSliceOf(file, field.bytes);
            const auto found = coming.find(slice.name);
            if (found == coming.end())
                return;
            Coming& variable = found->second;
            const std::int64_t placed
                = place(slice, numbersOf(file, variable.tensor->type, slice.data), variable.array);
            if (placed < 0 || placed > variable.missing)
                throw badData(file, FUSIFORM_TR("core", "a slice of %1").arg(slice.name),
                              FUSIFORM_TR("core", "one that does not fit its shape"));
            variable.missing -= placed;
            progress.step();
        });
        return true;
    });
    std::map<std::string, FloatArray> arrays;
    for (auto& [name, variable] : coming) {
        if (variable.missing != 0)
            throw badData(file, FUSIFORM_TR("core", "all numbers of %1").arg(name),
                          FUSIFORM_TR("core", "%1 of %2 missing")
                              .arg(static_cast<long long>(variable.missing))
                              .arg(variable.array.values.size()));
        arrays.emplace(name, std::move(variable.array));
    }
    return arrays;
}

} // namespace

std::map<std::string, FloatArray>
readTensorFlowValues(const std::filesystem::path& file,
                     const std::function<bool(const CheckpointTensor&)>& isWanted,
                     Progress& progress)
{
    const TensorFlowCheckpoint checkpoint = readTensorFlowCheckpoint(file);
    std::vector<CheckpointTensor> wanted;
    for (const CheckpointTensor& tensor : checkpoint.tensors)
        if (isWanted(tensor))
            wanted.push_back(tensor);
    progress.begin(FUSIFORM_TR("core", "Reading the checkpoint"), wanted.size());
    if (checkpoint.version == 1)
        return readSlices(file, wanted, progress);
    std::map<std::string, FloatArray> arrays;
    std::map<std::int64_t, MappedFile> shards;
    for (const CheckpointTensor& tensor : wanted) {
        const std::filesystem::path path = shardOf(file, tensor.shard, checkpoint.shards);
        auto shard = shards.find(tensor.shard);
        if (shard == shards.end())
            shard = shards.try_emplace(tensor.shard, path).first;
        arrays[tensor.name] = valuesInShard(path, shard->second, tensor);
        progress.step();
    }
    return arrays;
}

} // namespace fusiform::io
