// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorflow_checkpoint.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <nlohmann/json.hpp>
#include <snappy-c.h>

#include <functional>

namespace fusiform::io {

namespace {

// Both versions are tables in the format of LevelDB: blocks of sorted keys and values, an index of
// the blocks, and a footer with the place of the index.
constexpr std::size_t kFooterBytes = 48;
constexpr std::uint64_t kTableMark = 0xDB4775248B80FB57U;
constexpr std::size_t kTrailerBytes = 5; // the kind of compression, and a checksum

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

bool hasTableMark(std::span<const std::byte> bytes)
{
    if (bytes.size() < kFooterBytes)
        return false;
    ByteReader reader({}, bytes.last(8), std::endian::little);
    return reader.next<std::uint64_t>() == kTableMark;
}

/// The content of the block at `offset`, decompressed.
std::vector<std::byte> blockAt(ByteReader& file, std::uint64_t offset, std::uint64_t size)
{
    file.seek(offset);
    const std::span<const std::byte> stored = file.take(size);
    const auto kind = file.next<std::uint8_t>();
    if (kind == 0)
        return {stored.begin(), stored.end()};
    const auto* const text = reinterpret_cast<const char*>(stored.data());
    std::size_t length = 0;
    // Snappy cannot shrink by more than 64 copied bytes for a tag of two.
    const bool isSane = kind == 1
                        && snappy_uncompressed_length(text, stored.size(), &length) == SNAPPY_OK
                        && length <= 64 * (stored.size() + 1);
    std::vector<std::byte> block(isSane ? length : 0);
    if (!isSane
        || snappy_uncompress(text, stored.size(), reinterpret_cast<char*>(block.data()), &length)
               != SNAPPY_OK)
        throw badData(file.file(), FUSIFORM_TR("core", "a plain or snappy-compressed block"),
                      FUSIFORM_TR("core", "damage from byte %1 on")
                          .arg(static_cast<unsigned long long>(offset)));
    return block;
}

using Visit = std::function<void(const std::string& key, ByteReader value)>;

/// Every key and value of a block; a key repeats the beginning of the one before.
void forEachEntry(const std::filesystem::path& file, std::span<const std::byte> block,
                  const Visit& visit)
{
    ByteReader tail(file, block, std::endian::little);
    tail.skip(block.size() - std::min<std::size_t>(4, block.size()));
    const std::uint64_t restarts = tail.next<std::uint32_t>();
    if (4 * restarts + 4 > block.size())
        throw badData(file, FUSIFORM_TR("core", "a block of entries"),
                      FUSIFORM_TR("core", "one with %1 restarts in %2 bytes")
                          .arg(static_cast<unsigned long long>(restarts))
                          .arg(block.size()));
    ByteReader reader(file, block.first(block.size() - 4 - 4 * static_cast<std::size_t>(restarts)),
                      std::endian::little);
    std::string key;
    while (!reader.isAtEnd()) {
        const std::uint64_t shared = reader.nextVarint();
        const std::uint64_t own = reader.nextVarint();
        const std::uint64_t length = reader.nextVarint();
        if (shared > key.size())
            throw badData(file, FUSIFORM_TR("core", "a key that shares with the one before"),
                          FUSIFORM_TR("core", "one that shares %1 of %2 bytes")
                              .arg(static_cast<unsigned long long>(shared))
                              .arg(key.size()));
        key.resize(static_cast<std::size_t>(shared));
        key += textOf(reader.take(own));
        visit(key, ByteReader(file, reader.take(length), std::endian::little));
    }
}

/// One field of a protocol buffer: its number, and a number or bytes.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;
    std::span<const std::byte> bytes;
};

Field nextField(ByteReader& reader)
{
    const std::uint64_t tag = reader.nextVarint();
    Field field{tag >> 3U, 0, {}};
    switch (tag & 7U) {
    case 0: field.value = reader.nextVarint(); break;
    case 1: field.value = reader.next<std::uint64_t>(); break;
    case 2: field.bytes = reader.take(reader.nextVarint()); break;
    case 5: field.value = reader.next<std::uint32_t>(); break;
    default:
        throw badData(reader.file(), FUSIFORM_TR("core", "a protocol buffer"),
                      FUSIFORM_TR("core", "a field of kind %1").arg(tag & 7U));
    }
    return field;
}

void forEachField(const std::filesystem::path& file, std::span<const std::byte> message,
                  const std::function<void(const Field&)>& visit)
{
    ByteReader reader(file, message, std::endian::little);
    while (!reader.isAtEnd())
        visit(nextField(reader));
}

/// TensorShapeProto: repeated dim = 2 { size = 1 }.
std::vector<std::int64_t> shapeOf(const std::filesystem::path& file,
                                  std::span<const std::byte> message)
{
    std::vector<std::int64_t> shape;
    forEachField(file, message, [&](const Field& dimension) {
        if (dimension.number != 2)
            return;
        std::int64_t size = 0; // a size of 0 is left out
        forEachField(file, dimension.bytes, [&](const Field& part) {
            if (part.number == 1)
                size = static_cast<std::int64_t>(part.value);
        });
        shape.push_back(size);
    });
    return shape;
}

/// Version 2, BundleEntryProto: dtype = 1, shape = 2, shard_id = 3, offset = 4, size = 5.
CheckpointTensor entryOf(const std::string& key, const ByteReader& value)
{
    CheckpointTensor tensor;
    tensor.name = printable(key);
    std::uint64_t type = 0;
    forEachField(value.file(), value.bytes(), [&](const Field& field) {
        const auto number = static_cast<std::int64_t>(field.value);
        switch (field.number) {
        case 1: type = field.value; break;
        case 2: tensor.shape = shapeOf(value.file(), field.bytes); break;
        case 3: tensor.shard = number; break;
        case 4: tensor.offset = number; break;
        case 5: tensor.size = number; break;
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
    forEachField(file, message, [&](const Field& field) {
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
    forEachField(file, value.bytes(), [&](const Field& field) {
        if (field.number != 1)
            return;
        if (field.bytes.empty()) {
            checkpoint.shards = static_cast<std::int64_t>(field.value);
            return;
        }
        checkpoint.version = 1;
        forEachField(file, field.bytes, [&](const Field& slice) {
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
    ByteReader reader(file, mapped.bytes(), std::endian::little);
    reader.seek(mapped.bytes().size() - kFooterBytes);
    (void)reader.nextVarint(); // the place of a list that TensorFlow leaves empty
    (void)reader.nextVarint();
    const std::uint64_t offset = reader.nextVarint();
    const std::uint64_t size = reader.nextVarint();

    TensorFlowCheckpoint checkpoint;
    bool isFirst = true;
    forEachEntry(file, blockAt(reader, offset, size), [&](const std::string&, ByteReader place) {
        const std::uint64_t begin = place.nextVarint();
        const std::uint64_t length = place.nextVarint();
        forEachEntry(file, blockAt(reader, begin, length),
                     [&](const std::string& key, const ByteReader& value) {
                         if (isFirst && !key.empty())
                             throw badData(file, FUSIFORM_TR("core", "a TensorFlow checkpoint"),
                                           FUSIFORM_TR("core", "a table of another program"));
                         if (isFirst)
                             readHeader(checkpoint, value);
                         else if (checkpoint.version == 2)
                             checkpoint.tensors.push_back(entryOf(key, value));
                         isFirst = false;
                     });
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
