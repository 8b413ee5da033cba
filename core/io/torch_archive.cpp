// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_archive.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"
#include "core/util/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform::io {

namespace {

// Marks and sizes of the zip format.
constexpr std::string_view kFile = "PK\x03\x04";
constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::uint32_t kEntryMark = 0x02014B50;
constexpr std::uint32_t kLongEndMark = 0x06064B50;
constexpr std::uint32_t kLongPlaceMark = 0x07064B50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLongPlaceSize = 20;
constexpr std::size_t kLongestComment = 0xFFFF;

/// Where the list of files is, and how many it has.
struct Directory {
    std::uint64_t position = 0;
    std::uint64_t count = 0;
};

Error notAnArchive(const std::filesystem::path& file, const Text& found)
{
    return badData(file, FUSIFORM_TR("core", "a TorchScript program (a zip archive with code)"),
                   found);
}

Directory directoryOf(ByteReader& reader)
{
    const std::string_view text = textOf(reader.bytes());
    const std::size_t end = text.rfind(kEnd);
    if (end == std::string_view::npos || text.size() - end < kEndSize
        || text.size() - end > kEndSize + kLongestComment)
        throw notAnArchive(reader.file(), FUSIFORM_TR("core", "an archive without its end"));
    reader.seek(end + 10);
    Directory directory;
    directory.count = reader.next<std::uint16_t>();
    reader.skip(4); // its size
    directory.position = reader.next<std::uint32_t>();
    if (directory.count != 0xFFFF && directory.position != 0xFFFFFFFF)
        return directory;
    // Archives of more than 4 GB or 65,534 files keep the numbers in a longer record.
    reader.seek(end < kLongPlaceSize ? 0 : end - kLongPlaceSize);
    if (reader.next<std::uint32_t>() != kLongPlaceMark)
        throw notAnArchive(reader.file(), FUSIFORM_TR("core", "an archive with a damaged end"));
    reader.skip(4);
    reader.seek(reader.next<std::uint64_t>());
    if (reader.next<std::uint32_t>() != kLongEndMark)
        throw notAnArchive(reader.file(), FUSIFORM_TR("core", "an archive with a damaged end"));
    reader.skip(28);
    directory.count = reader.next<std::uint64_t>();
    reader.skip(8);
    directory.position = reader.next<std::uint64_t>();
    return directory;
}

/// "code/..." of "generator/code/...": PyTorch puts everything into one folder.
std::string_view inside(std::string_view name) { return name.substr(name.find('/') + 1); }

} // namespace

bool TorchArchive::isProgram() const
{
    return std::ranges::any_of(
        names, [](const std::string& name) { return inside(name).starts_with("code/"); });
}

bool isTorchArchive(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    const std::string extension = file.extension().string();
    if (extension == ".pt" || extension == ".pth")
        return true;
    constexpr std::size_t kNameLength = 26;
    constexpr std::size_t kName = 30;
    const std::string_view text = textOf(prefix);
    if (!text.starts_with(kFile) || text.size() < kName)
        return false;
    const auto length = static_cast<std::size_t>(prefix[kNameLength])
                        + 256 * static_cast<std::size_t>(prefix[kNameLength + 1]);
    const std::string_view first = inside(text.substr(kName, length));
    return first == "data.pkl" || first == "version" || first.starts_with("code/");
}

bool isTorchArchive(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return isTorchArchive({}, file);
    constexpr std::size_t kPrefix = 1024;
    const MappedFile mapped(file);
    const auto bytes = mapped.bytes();
    return isTorchArchive(bytes.first(std::min(bytes.size(), kPrefix)), file);
}

TorchArchive readTorchArchive(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    if (text.starts_with("\x80"))
        throw notAnArchive(file, FUSIFORM_TR("core", "a pickle, as torch.save writes weights"));
    if (!text.starts_with(kFile))
        throw notAnArchive(file, FUSIFORM_TR("core", "something else"));
    ByteReader reader(file, bytes, std::endian::little);
    const Directory directory = directoryOf(reader);
    reader.seek(directory.position);
    TorchArchive archive;
    for (std::uint64_t i = 0; i < directory.count; ++i) {
        if (reader.next<std::uint32_t>() != kEntryMark)
            throw notAnArchive(file, FUSIFORM_TR("core", "a damaged list of files"));
        reader.skip(24);
        const auto name = reader.next<std::uint16_t>();
        const auto extra = reader.next<std::uint16_t>();
        const auto comment = reader.next<std::uint16_t>();
        reader.skip(12);
        archive.names.push_back(printable(reader.text(name)));
        reader.skip(std::uint64_t{extra} + comment);
    }
    return archive;
}

void requireProgram(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    if (!readTorchArchive(file, bytes).isProgram())
        throw notAnArchive(file, FUSIFORM_TR("core", "weights without code, as torch.save writes "
                                                     "them; as safetensors they can be imported"));
}

Json describeTorchArchive(const std::filesystem::path& file)
{
    const MappedFile mapped(file);
    const TorchArchive archive = readTorchArchive(file, mapped.bytes());
    return {{"format", archive.isProgram() ? "TorchScript program" : "PyTorch weights"},
            {"files", archive.names.size()}};
}

} // namespace fusiform::io
