// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/zip.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <zip.h>

namespace fusiform {

namespace {

constexpr std::size_t kPiece = 1 << 18;

/// What a file of a zip archive may be called: a path that stays below the folder it is unpacked
/// into, on every system.
bool isSafeName(std::string_view name)
{
    if (name.empty() || name.front() == '/'
        || name.find_first_of(std::string_view("\\:\0", 3)) != std::string_view::npos)
        return false;
    const std::filesystem::path path(name);
    return path.lexically_normal().string() == name // a path equals itself with "//" in it
           && std::ranges::none_of(path, [](const auto& part) { return part == ".."; });
}

/// By the mode that Unix programs write.
bool isLink(zip_t* archive, zip_uint64_t index)
{
    constexpr zip_uint32_t kKind = 0170000;
    constexpr zip_uint32_t kLink = 0120000;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
           && system == ZIP_OPSYS_UNIX && ((attributes >> 16U) & kKind) == kLink;
}

Text archiveExpected() { return FUSIFORM_TR("core", "a zip archive"); }

} // namespace

struct ZipReader::Archive {
    zip_t* zip = nullptr;
};

ZipReader::ZipReader(const std::filesystem::path& file)
    : m_file(file), m_archive(std::make_unique<Archive>())
{
    std::error_code absent;
    if (!std::filesystem::is_regular_file(file, absent))
        throw badData(file, archiveExpected(), FUSIFORM_TR("core", "no file"));
    int error = 0;
    m_archive->zip = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!m_archive->zip) {
        zip_error_t reason;
        zip_error_init_with_code(&reason, error);
        const std::string text = zip_error_strerror(&reason);
        zip_error_fini(&reason);
        throw badData(file, archiveExpected(), FUSIFORM_TR("core", "%1").arg(text));
    }
    const zip_int64_t count = zip_get_num_entries(m_archive->zip, 0);
    std::set<std::string_view> names;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive->zip, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME)
            || !(stat.valid & ZIP_STAT_SIZE))
            throw badData(file, archiveExpected(),
                          FUSIFORM_TR("core", "one whose list of files is damaged"));
        std::string_view name = stat.name;
        if (name.ends_with('/'))
            continue;
        if (!isSafeName(name) || isLink(m_archive->zip, index) || !names.insert(name).second)
            throw badData(file, FUSIFORM_TR("core", "files with names of their own in the archive"),
                          FUSIFORM_TR("core", "%1").arg(std::string(name)));
        m_items.push_back({std::string(name), stat.size});
    }
}

ZipReader::~ZipReader()
{
    if (m_archive->zip)
        zip_discard(m_archive->zip);
}

bool ZipReader::has(std::string_view name) const
{
    return std::ranges::find(m_items, name, &Item::name) != m_items.end();
}

template <class Take>
void ZipReader::readPieces(std::string_view name, std::uint64_t most, const Take& take) const
{
    const auto item = std::ranges::find(m_items, name, &Item::name);
    if (item == m_items.end())
        throw badData(m_file, FUSIFORM_TR("core", "the file %1 in it").arg(std::string(name)),
                      FUSIFORM_TR("core", "none"));
    if (item->size > most)
        throw badData(m_file,
                      FUSIFORM_TR("core", "at most %1 bytes in its file %2")
                          .arg(std::to_string(most))
                          .arg(item->name),
                      FUSIFORM_TR("core", "%1").arg(std::to_string(item->size)));
    const auto damaged = [&] {
        return badData(m_file, FUSIFORM_TR("core", "a whole file %1 in it").arg(item->name),
                       FUSIFORM_TR("core", "a damaged one"));
    };
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
        zip_fopen(m_archive->zip, item->name.c_str(), 0), &zip_fclose);
    if (!file)
        throw damaged();
    std::vector<char> piece(kPiece);
    std::uint64_t done = 0;
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
        if (count == 0)
            break;
        // A size that was a lie ends here, before it fills memory or a disk.
        if (count < 0 || done + static_cast<std::uint64_t>(count) > item->size)
            throw damaged();
        done += static_cast<std::uint64_t>(count);
        take(std::string_view(piece.data(), static_cast<std::size_t>(count)));
    }
    if (done != item->size)
        throw damaged();
}

std::string ZipReader::read(std::string_view name, std::uint64_t most) const
{
    std::string content;
    readPieces(name, most, [&](std::string_view piece) { content += piece; });
    return content;
}

void ZipReader::unpack(std::string_view name, const std::filesystem::path& target,
                       Progress& progress) const
{
    AtomicFile file(target);
    readPieces(name, UINT64_MAX, [&](std::string_view piece) {
        file.write(piece);
        progress.step(piece.size());
    });
    file.commit();
}

struct ZipWriter::Archive {
    AtomicFile file;
    std::filesystem::path target;
    zip_t* zip = nullptr;
    std::deque<std::string> contents; ///< read by zip_close

    explicit Archive(std::filesystem::path where) : file(where), target(std::move(where))
    {
        int error = 0;
        zip = zip_open(file.temporaryPath().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        if (!zip)
            throw failed();
    }
    ~Archive()
    {
        if (zip)
            zip_discard(zip);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    [[nodiscard]] Error failed() const
    {
        return failure(FUSIFORM_TR("core", "%1 could not be written: %2")
                           .arg(target.string())
                           .arg(zip ? zip_strerror(zip) : "zip_open"));
    }

    void add(const std::string& name, zip_source_t* source) const
    {
        const zip_int64_t index
            = source ? zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            throw failed();
        }
        // 1980-01-01, the first date that the format has.
        constexpr zip_uint16_t kFirstDate = (1U << 5U) | 1U;
        if (zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, kFirstDate, 0) != 0)
            throw failed();
    }
};

ZipWriter::ZipWriter(std::filesystem::path target)
    : m_archive(std::make_unique<Archive>(std::move(target)))
{
}

ZipWriter::~ZipWriter() = default;

void ZipWriter::add(const std::string& name, std::string content)
{
    const std::string& kept = m_archive->contents.emplace_back(std::move(content));
    m_archive->add(name, zip_source_buffer(m_archive->zip, kept.data(), kept.size(), 0));
}

void ZipWriter::addFile(const std::string& name, const std::filesystem::path& file)
{
    m_archive->add(name, zip_source_file(m_archive->zip, file.c_str(), 0, -1));
}

void ZipWriter::commit(Progress& progress)
{
    constexpr std::uint64_t kSteps = 1000;
    struct Follower {
        Progress& progress;
        std::uint64_t told = 0;
    } follower{progress};
    progress.begin(FUSIFORM_TR("core", "Writing %1").arg(m_archive->target.filename().string()),
                   kSteps);
    zip_register_progress_callback_with_state(
        m_archive->zip, 1.0 / kSteps,
        [](zip_t*, double part, void* state) {
            auto& to = *static_cast<Follower*>(state);
            const auto now = static_cast<std::uint64_t>(part * kSteps);
            if (now <= to.told || to.progress.isCancelled())
                return;
            to.progress.step(now - to.told);
            to.told = now;
        },
        nullptr, &follower);
    zip_register_cancel_callback_with_state(
        m_archive->zip,
        [](zip_t*, void* state) {
            return static_cast<Follower*>(state)->progress.isCancelled() ? 1 : 0;
        },
        nullptr, &follower);
    if (zip_close(m_archive->zip) != 0) {
        if (progress.isCancelled())
            throw cancelled();
        throw m_archive->failed();
    }
    m_archive->zip = nullptr;
    m_archive->file.commit();
}

} // namespace fusiform
