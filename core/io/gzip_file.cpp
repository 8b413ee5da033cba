// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip_file.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/memory.h"

#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace fusiform::io {

namespace {

// zlib's window size of 2^15, and which header it shall expect.
constexpr int kZlib = 15;
constexpr int kGzip = 15 + 16;

bool isGzip(std::span<const std::byte> bytes)
{
    return bytes.size() >= 2 && bytes[0] == std::byte{0x1F} && bytes[1] == std::byte{0x8B};
}

Error tooShort(const std::filesystem::path& file, std::size_t expected, std::size_t found)
{
    return badData(file, FUSIFORM_TR("core", "%1 bytes of data").arg(expected),
                   FUSIFORM_TR("core", "%1 (the file is truncated or damaged)").arg(found));
}

struct Inflated {
    std::size_t written = 0;
    bool isWhole = false; ///< the last member's checksum was reached and is right
};

/// Decompresses with zlib, which gives what can be had of a damaged file. What does not fit the
/// target is decompressed all the same to reach the checksum.
Inflated inflateInto(std::span<std::byte> target, std::span<const std::byte> source)
{
    z_stream stream = {};
    if (inflateInit2(&stream, kGzip) != Z_OK)
        throw failure(FUSIFORM_TR("core", "zlib could not be started."));
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, &inflateEnd);
    constexpr std::size_t kPiece = 1U << 30U;
    std::array<std::byte, 65536> rest;
    Inflated result;
    std::size_t used = 0;
    for (;;) {
        const std::span<std::byte> out = result.written < target.size()
                                             ? target.subspan(result.written)
                                             : std::span<std::byte>(rest);
        const std::size_t in = std::min(kPiece, source.size() - used);
        const std::size_t room = std::min(kPiece, out.size());
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(source.data() + used));
        stream.avail_in = static_cast<uInt>(in);
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(room);
        const int status = inflate(&stream, Z_NO_FLUSH);
        used += in - stream.avail_in;
        if (result.written < target.size())
            result.written += room - stream.avail_out;
        if (status == Z_STREAM_END) {
            result.isWhole = true;
            if (!isGzip(source.subspan(used)) || inflateReset(&stream) != Z_OK)
                return result;
            result.isWhole = false;
        } else if (status != Z_OK) {
            return result;
        }
    }
}

/// Only as much as the target holds, whatever comes after.
std::size_t inflatePrefix(std::span<std::byte> target, std::span<const std::byte> source,
                          int header)
{
    z_stream stream = {};
    if (inflateInit2(&stream, header) != Z_OK)
        throw failure(FUSIFORM_TR("core", "zlib could not be started."));
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(source.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(source.size(), 1U << 20U));
    stream.next_out = reinterpret_cast<Bytef*>(target.data());
    stream.avail_out = static_cast<uInt>(target.size());
    inflate(&stream, Z_SYNC_FLUSH);
    return target.size() - stream.avail_out;
}

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};
struct CompressorDeleter {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

/// One member that holds exactly the target: the ordinary case, twice as fast as zlib.
bool deflateWhole(std::span<std::byte> target, std::span<const std::byte> source)
{
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    std::size_t written = 0;
    return decompressor
           && libdeflate_gzip_decompress(decompressor.get(), source.data(), source.size(),
                                         target.data(), target.size(), &written)
                  == LIBDEFLATE_SUCCESS
           && written == target.size();
}

} // namespace

GzipContent readGzipPrefix(const std::filesystem::path& file, std::size_t count)
{
    const MappedFile mapped(file);
    GzipContent content;
    content.isCompressed = isGzip(mapped.bytes());
    if (content.isCompressed) {
        content.bytes.resize(count);
        content.bytes.resize(inflatePrefix(content.bytes, mapped.bytes(), kGzip));
    } else {
        const auto prefix = mapped.bytes().first(std::min(count, mapped.bytes().size()));
        content.bytes.assign(prefix.begin(), prefix.end());
    }
    return content;
}

GzipContent readGzip(const std::filesystem::path& file, std::size_t count,
                     std::vector<std::byte> storage)
{
    const MappedFile mapped(file);
    const std::span<const std::byte> source = mapped.bytes();
    if (!isGzip(source)) {
        if (source.size() < count)
            throw tooShort(file, count, source.size());
        storage.assign(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(count));
        return {std::move(storage), false};
    }
    // Deflate cannot shrink by more than 1032: a header that promises more is lying, and is not
    // allocated.
    if (count / 1032 > source.size())
        throw tooShort(file, count, source.size() * 1032);
    if (storage.capacity() < count) {
        storage = {}; // growing would copy it, to twice the room
        storage.reserve(count);
        preferLargePages(storage.data(), count);
    }
    storage.resize(count);
    GzipContent content{std::move(storage), true};
    if (!deflateWhole(content.bytes, source)) {
        const Inflated inflated = inflateInto(content.bytes, source);
        if (inflated.written < count || !inflated.isWhole)
            throw tooShort(file, count, inflated.written);
    }
    return content;
}

GzipContent readGzipWhole(const std::filesystem::path& file, std::size_t most)
{
    const MappedFile mapped(file);
    const std::span<const std::byte> source = mapped.bytes();
    const auto tooLong = [&] {
        return badData(file, FUSIFORM_TR("core", "at most %1 bytes of data").arg(most),
                       FUSIFORM_TR("core", "more"));
    };
    if (!isGzip(source)) {
        if (source.size() > most)
            throw tooLong();
        return {{source.begin(), source.end()}, false};
    }
    // The last member tells its length: a good first guess where it is likely; growing covers the
    // rest.
    std::uint32_t guess = 0;
    if (source.size() >= 18)
        std::memcpy(&guess, source.data() + source.size() - sizeof guess, sizeof guess);
    GzipContent content{{}, true};
    for (std::size_t room = std::min<std::size_t>({guess, most, source.size() * 16}) + 1;;
         room = std::min(room * 2, most + 1)) {
        content.bytes.resize(room);
        const Inflated inflated = inflateInto(content.bytes, source);
        if (inflated.written < room) {
            if (!inflated.isWhole)
                throw badData(file, FUSIFORM_TR("core", "whole gzip data"),
                              FUSIFORM_TR("core", "%1 bytes (the file is truncated or damaged)")
                                  .arg(inflated.written));
            content.bytes.resize(inflated.written);
            return content;
        }
        if (room > most)
            throw tooLong();
    }
}

std::vector<std::byte> zlibPrefix(std::span<const std::byte> source, std::size_t most)
{
    std::vector<std::byte> bytes(most);
    bytes.resize(inflatePrefix(bytes, source, kZlib));
    return bytes;
}

std::vector<std::byte> zlibWhole(const std::filesystem::path& file,
                                 std::span<const std::byte> source, std::size_t count)
{
    if (count / 1032 > source.size()) // as in readGzip
        throw tooShort(file, count, source.size() * 1032);
    std::vector<std::byte> bytes(count);
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor)
        throw failure(FUSIFORM_TR("core", "libdeflate could not be started."));
    if (libdeflate_zlib_decompress(decompressor.get(), source.data(), source.size(), bytes.data(),
                                   count, nullptr)
        != LIBDEFLATE_SUCCESS)
        throw badData(file, FUSIFORM_TR("core", "%1 bytes of compressed numbers").arg(count),
                      FUSIFORM_TR("core", "damaged ones, or another number"));
    return bytes;
}

std::vector<std::byte> gzipCompressed(std::span<const std::byte> bytes, int level)
{
    const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor)
        throw failure(FUSIFORM_TR("core", "libdeflate could not be started."));
    std::vector<std::byte> result(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()));
    result.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(),
                                           result.data(), result.size()));
    return result;
}

} // namespace fusiform::io
