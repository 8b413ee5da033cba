// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_checkpoint.h"

#include "core/io/leveldb_table.h"
#include "core/io/protocol_buffer.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <nlohmann/json.hpp>

namespace fusiform::io {

namespace {

// TensorFlow's types.proto.
constexpr std::array kCheckpointTypes = {
    "",          "float32", "float64",    "int32",   "uint8",    "int16",   "int8",     "string",
    "complex64", "int64",   "bool",       "qint8",   "quint8",   "qint32",  "bfloat16", "qint16",
    "quint16",   "uint16",  "complex128", "float16", "resource", "variant", "uint32",   "uint64"};

std::string typeName(std::uint64_t number)
{
    return number > 0 && number < kCheckpointTypes.size()
               ? kCheckpointTypes[static_cast<std::size_t>(number)]
               : "type " + std::to_string(number);
}

/// TensorShapeProto: repeated dim = 2 { size = 1 }.
std::vector<std::int64_t> shapeOf(const std::filesystem::path& file,
                                  std::span<const std::byte> message)
{
    std::vector<std::int64_t> shape;
    forEachField(file, message, [&](const ProtocolField& dimension) {
        if (dimension.number != 2)
            return;
        std::int64_t size = 0; // a size of 0 is left out
        forEachField(file, dimension.bytes, [&](const ProtocolField& part) {
            if (part.number == 1)
                size = static_cast<std::int64_t>(part.value);
        });
        shape.push_back(size);
    });
    return shape;
}

/// Version 2, BundleEntryProto: dtype = 1, shape = 2, shard_id = 3, offset = 4, size = 5,
/// crc32c = 6, slices = 7.
CheckpointTensor entryOf(const std::string& key, const ByteReader& value)
{
    CheckpointTensor tensor;
    tensor.name = printable(key);
    std::uint64_t type = 0;
    forEachField(value.file(), value.bytes(), [&](const ProtocolField& field) {
        const auto number = static_cast<std::int64_t>(field.value);
        switch (field.number) {
        case 1: type = field.value; break;
        case 2: tensor.shape = shapeOf(value.file(), field.bytes); break;
        case 3: tensor.shard = number; break;
        case 4: tensor.offset = number; break;
        case 5: tensor.size = number; break;
        case 6: tensor.checksum = static_cast<std::uint32_t>(field.value); break;
        case 7: tensor.isSliced = true; break;
        default: break;
        }
    });
    tensor.type = typeName(type);
    return tensor;
}

/// Version 1, SavedSliceMeta: name = 1, shape = 2, type = 3.
CheckpointTensor sliceOf(const std::filesystem::path& file, std::span<const std::byte> message)
{
    CheckpointTensor tensor;
    std::uint64_t type = 0;
    forEachField(file, message, [&](const ProtocolField& field) {
        if (field.number == 1)
            tensor.name = printable(textOf(field.bytes));
        else if (field.number == 2)
            tensor.shape = shapeOf(file, field.bytes);
        else if (field.number == 3)
            type = field.value;
    });
    tensor.type = typeName(type);
    return tensor;
}

/// The entry without a name: BundleHeaderProto { num_shards = 1 (a number) } in version 2,
/// SavedTensorSlices { meta = 1 { repeated tensor = 1 } } in version 1.
void readHeader(TensorFlowCheckpoint& checkpoint, const ByteReader& value)
{
    const std::filesystem::path& file = value.file();
    forEachField(file, value.bytes(), [&](const ProtocolField& field) {
        if (field.number != 1)
            return;
        if (field.bytes.empty()) {
            checkpoint.shards = static_cast<std::int64_t>(field.value);
            return;
        }
        checkpoint.version = 1;
        forEachField(file, field.bytes, [&](const ProtocolField& slice) {
            if (slice.number == 1)
                checkpoint.tensors.push_back(sliceOf(file, slice.bytes));
        });
    });
}

} // namespace

bool isTensorFlowCheckpoint(std::span<const std::byte>, const std::filesystem::path& file)
{
    return hasTableMark(MappedFile(file).bytes());
}

TensorFlowCheckpoint readTensorFlowCheckpoint(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    if (!hasTableMark(mapped.bytes()))
        throw badData(file, FUSIFORM_TR("core", "a TensorFlow checkpoint (.index, or version 1)"),
                      FUSIFORM_TR("core", "something else"));
    TensorFlowCheckpoint checkpoint;
    bool isFirst = true;
    forEachTableEntry(file, mapped.bytes(), [&](const std::string& key, const ByteReader& value) {
        if (isFirst && !key.empty())
            throw badData(file, FUSIFORM_TR("core", "a TensorFlow checkpoint"),
                          FUSIFORM_TR("core", "a table of another program"));
        if (isFirst)
            readHeader(checkpoint, value);
        else
            checkpoint.tensors.push_back(entryOf(key, value));
        isFirst = false;
        return checkpoint.version == 2; // in version 1 the first entry lists them all
    });
    if (isFirst)
        throw badData(file, FUSIFORM_TR("core", "a TensorFlow checkpoint"),
                      FUSIFORM_TR("core", "an empty table"));
    return checkpoint;
}

Json describeTensorFlowCheckpoint(const std::filesystem::path& file)
{
    const TensorFlowCheckpoint checkpoint = readTensorFlowCheckpoint(file);
    Json tensors = Json::array();
    for (const CheckpointTensor& tensor : checkpoint.tensors)
        tensors.push_back({{"name", tensor.name}, {"dtype", tensor.type}, {"shape", tensor.shape}});
    return {{"format", "TensorFlow checkpoint, version " + std::to_string(checkpoint.version)},
            {"shards", checkpoint.shards},
            {"count", checkpoint.tensors.size()},
            {"tensors", tensors}};
}

} // namespace fusiform::io
