// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// What the files in a session are called.
namespace fusiform::session {

constexpr const char* kFormatName = "fusiform session";
constexpr const char* kManifestName = "session.json";
constexpr const char* kJournalName = "journal.jsonl";
constexpr const char* kThumbnailName = "thumbnail.png";
constexpr std::string_view kRegionFolder = "regions/";
constexpr std::string_view kDataFolder = "data/";

} // namespace fusiform::session
