// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/journal/entry.h"
#include "core/journal/journal_folder.h"
#include "core/session/session_names.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/zip.h"

#include <algorithm>

namespace fusiform::session {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostManifest = 64 << 20;
constexpr std::uint64_t kMostThumbnail = 8 << 20;

/// Journals are packed to a twentieth or so. What claims to be far more is a trap for memory.
std::uint64_t mostJournal(const fs::path& file)
{
    constexpr std::uint64_t kSmall = 64 << 20;
    constexpr std::uint64_t kMostPacked = 200;
    std::error_code unknown;
    const std::uintmax_t size = fs::file_size(file, unknown);
    return unknown ? kSmall : std::max<std::uint64_t>(kSmall, kMostPacked * size);
}

Text sessionExpected() { return FUSIFORM_TR("core", "a session of Fusiform"); }

SessionFile sessionIn(const ZipReader& zip, const fs::path& file)
{
    if (!zip.has(kManifestName))
        throw badData(file, sessionExpected(),
                      FUSIFORM_TR("core", "a zip archive without %1").arg(kManifestName));
    return sessionFrom(zip.read(kManifestName, kMostManifest), file);
}

} // namespace

bool isSession(const fs::path& file)
try {
    return ZipReader(file).has(kManifestName);
} catch (const Error&) {
    return false;
}

SessionFile sessionFrom(std::string_view manifest, const fs::path& file)
{
    const Json json = parseJson(manifest, file / kManifestName);
    try {
        if (json.at("format") != kFormatName)
            throw badData(file, sessionExpected(), FUSIFORM_TR("core", "something else"));
        const int version = json.at("format_version").get<int>();
        if (version > kVersion)
            throw badData(file, FUSIFORM_TR("core", "format version %1 or older").arg(kVersion),
                          FUSIFORM_TR("core", "version %1; a newer Fusiform made it").arg(version));
        if (version < 1)
            throw badData(file, sessionExpected(),
                          FUSIFORM_TR("core", "format version %1").arg(version));
        SessionFile session;
        session.version = json.at("version").get<std::string>();
        session.saved = json.at("saved").get<std::string>();
        const Json& fit = json.at("fit");
        session.fit.place = fit.at("place").get<std::string>();
        session.fit.subject = fit.at("subject").get<std::string>();
        session.fit.hash = fit.at("sha256").get<std::string>();
        session.view = json.at("view");
        if (!session.view.is_object())
            throw badData(file, FUSIFORM_TR("core", "a view"),
                          FUSIFORM_TR("core", "something else"));
        return session;
    } catch (const Json::exception& error) {
        throw badData(file / kManifestName, FUSIFORM_TR("core", "the fields of a session"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

std::string manifestText(const SessionFile& session)
{
    return jsonText({{"format", kFormatName},
                     {"format_version", kVersion},
                     {"version", session.version},
                     {"saved", session.saved},
                     {"fit",
                      {{"place", session.fit.place.generic_string()},
                       {"subject", session.fit.subject},
                       {"sha256", session.fit.hash}}},
                     {"view", session.view}});
}

SessionFile readSession(const fs::path& file) { return sessionIn(ZipReader(file), file); }

std::string readThumbnail(const fs::path& file)
{
    const ZipReader zip(file);
    const auto item = std::ranges::find(zip.items(), kThumbnailName, &ZipReader::Item::name);
    return item == zip.items().end() || item->size > kMostThumbnail
               ? std::string()
               : zip.read(kThumbnailName, kMostThumbnail);
}

void unpackJournal(const fs::path& file, const fs::path& journal, const fs::path& fit,
                   Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading %1").arg(file.filename().string()));
    const std::string text = ZipReader(file).read(kJournalName, mostJournal(file));
    progress.checkpoint();
    const std::size_t end = text.find('\n');
    if (end == std::string::npos)
        throw badData(file / kJournalName, FUSIFORM_TR("core", "the start of a Fusiform journal"),
                      FUSIFORM_TR("core", "no whole line"));
    journal::Start start
        = journal::startIn(std::string_view(text).substr(0, end), {file / kJournalName, 1});
    if (!fit.empty())
        start.fit = fit;
    AtomicFile target(journal);
    target.write(journal::lineOf(start));
    target.write(std::string_view(text).substr(end + 1));
    target.commit();
}

journal::Journal replayedJournal(const fs::path& file, Progress& progress)
{
    // The journal reads old lines again when it is asked for an old document: its file is kept
    // open, without a name.
    const fs::path copy = journal::newJournalName(fs::temp_directory_path());
    unpackJournal(file, copy, {}, progress);
    const auto removed = [&] {
        std::error_code isLeft;
        fs::remove(copy, isLeft);
    };
    try {
        journal::Journal journal = journal::Journal::replayed(copy, progress);
        removed();
        return journal;
    } catch (...) {
        removed();
        throw;
    }
}

void unpackData(const fs::path& file, const fs::path& folder, Progress& progress)
{
    const ZipReader zip(file);
    const SessionFile session = sessionIn(zip, file);
    std::uint64_t size = 0;
    for (const ZipReader::Item& item : zip.items())
        if (item.name.starts_with(kDataFolder))
            size += item.size;
    if (size == 0)
        throw badData(file, FUSIFORM_TR("core", "a session saved with its data"),
                      FUSIFORM_TR("core", "one without"));
    progress.begin(FUSIFORM_TR("core", "Unpacking the data of %1").arg(file.filename().string()),
                   size);
    AtomicFolder target(folder, AtomicFolder::Existing::Refuse);
    for (const ZipReader::Item& item : zip.items())
        if (item.name.starts_with(kDataFolder))
            zip.unpack(item.name, target.path() / item.name.substr(kDataFolder.size()), progress);
    if (fitHash(target.path()) != session.fit.hash)
        throw badData(file, FUSIFORM_TR("core", "the fit that the session is about"),
                      FUSIFORM_TR("core", "another one"));
    target.commit();
}

Json describeSession(const fs::path& file)
{
    const ZipReader zip(file);
    const SessionFile session = sessionIn(zip, file);
    Json regions = Json::array();
    bool hasData = false;
    for (const ZipReader::Item& item : zip.items()) {
        if (item.name.starts_with(kRegionFolder))
            regions.push_back(item.name);
        hasData = hasData || item.name.starts_with(kDataFolder);
    }
    return {{"format", "Fusiform session"},
            {"version", session.version},
            {"saved", session.saved},
            {"subject", session.fit.subject},
            {"fit", session.fit.place.generic_string()},
            {"fit_sha256", session.fit.hash},
            {"with_data", hasData},
            {"regions", regions}};
}

} // namespace fusiform::session
