// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_pack.h"

#include "core/io/nifti.h"
#include "core/journal/entry.h"
#include "core/session/session_names.h"
#include "core/util/error.h"
#include "core/util/zip.h"

#include <algorithm>
#include <cstdio>

namespace fusiform::session {

namespace {

namespace fs = std::filesystem;

/// Letters and digits stay, so that the name is one on every system.
std::string plainName(const std::string& name)
{
    constexpr std::size_t kLongest = 60;
    std::string plain;
    for (const char c : name.substr(0, kLongest))
        plain
            += (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '_';
    return plain;
}

std::string maskBytes(const image::VoxelSet& voxels, const image::Grid& grid,
                      const std::string& name)
{
    io::NiftiWriteOptions options;
    options.storage = io::NiftiStorage::UInt8;
    options.description = name;
    const std::vector<std::byte> header = io::niftiHeaderBytes(grid, 1, options);
    std::string bytes(reinterpret_cast<const char*>(header.data()), header.size());
    bytes.resize(header.size() + static_cast<std::size_t>(grid.size()), '\0');
    for (const image::Index index : voxels.indices())
        bytes[header.size() + static_cast<std::size_t>(index)] = 1;
    return bytes;
}

/// Without the path of the fit: only this machine knows it.
std::string portable(const std::string& journal)
{
    const std::size_t end = journal.find('\n');
    journal::Start start
        = journal::startIn(std::string_view(journal).substr(0, end), {kJournalName, 1});
    start.fit = start.fit.filename();
    return journal::lineOf(start) + journal.substr(end + 1);
}

void addFolder(ZipWriter& zip, const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::ranges::sort(files); // the same bytes whatever order the disk has
    for (const fs::path& file : files)
        zip.addFile(std::string(kDataFolder) + file.lexically_relative(folder).generic_string(),
                    file);
}

} // namespace

void writeSession(const fs::path& file, const Snapshot& snapshot, Data data, Progress& progress)
{
    const fs::path target = fs::absolute(file);
    SessionFile session;
    session.version = FUSIFORM_VERSION;
    session.saved = snapshot.time;
    session.fit.subject = snapshot.subject;
    session.fit.hash = fitHash(snapshot.fit);
    if (data == Data::Apart)
        session.fit.place = fs::absolute(snapshot.fit)
                                .lexically_normal()
                                .lexically_relative(target.parent_path().lexically_normal());
    session.view = snapshot.view;
    ZipWriter zip(target);
    zip.add(kManifestName, manifestText(session));
    zip.add(kJournalName, portable(snapshot.journal));
    if (!snapshot.thumbnail.empty())
        zip.add(kThumbnailName, snapshot.thumbnail);
    int number = 0;
    for (const auto& region : snapshot.document->regions) {
        char place[16];
        std::snprintf(place, sizeof place, "%02d-", ++number);
        zip.add(std::string(kRegionFolder) + place + plainName(region->name) + ".nii",
                maskBytes(region->voxels, snapshot.grid, region->name));
    }
    if (data == Data::Inside)
        addFolder(zip, snapshot.fit);
    zip.commit(progress);
}

} // namespace fusiform::session
