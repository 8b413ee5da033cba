// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/glm/fit.h"
#include "core/journal/command.h"
#include "core/util/error.h"

namespace fusiform::journal {

/// The first line: what is worked on, and the document that was there before the first command.
struct Start {
    std::string time; ///< UTC, ISO 8601
    std::string version; ///< of the program
    std::filesystem::path fit;
    std::string subject;
    std::int64_t process = 0; ///< the program's process id
    Document document;
    std::string hash; ///< of the document
};

/// A command was done.
struct Done {
    Command command;
    std::string name; ///< of the step, as it was shown
    bool isAmending = false; ///< in the place of the last step, which it carries further
};
/// So many steps back, or forth again where the number is below 0.
struct Undone {
    std::int64_t steps = 0;
};

// What is kept of the session beside its document; no undo takes it back.

struct ModelChosen {
    std::string name;
};
struct CodesChosen {
    decode::ShownCodes codes = decode::ShownCodes::ContrastMatched;
};
struct DecoderChosen {
    decode::DecodeOptions options;
};
struct LiveSwitched {
    bool isLive = false;
};
/// The seal was opened; the fit's ledger has the same record.
struct SealOpened {
    glm::Opening opening;
};
/// The session was closed in order.
struct Closed { };

using Happening = std::variant<Done, Undone, ModelChosen, CodesChosen, DecoderChosen, LiveSwitched,
                               SealOpened, Closed>;

/// Any other line.
struct Entry {
    std::string time; ///< UTC, ISO 8601
    Happening happening;
    std::string before; ///< hash of the document
    std::string after;
};

/// Where a line stands, for messages.
struct LinePlace {
    const std::filesystem::path& file;
    std::size_t number = 1; ///< from 1
};

/// With the line feed.
[[nodiscard]] std::string lineOf(const Start& start);
[[nodiscard]] std::string lineOf(const Entry& entry);
/// @param line without the line feed. @throws Error{BadData} naming file and line.
[[nodiscard]] Start startIn(std::string_view line, const LinePlace& place);
/// @param shape of the journal's grid. @throws Error{BadData} naming file and line.
[[nodiscard]] Entry entryIn(std::string_view line, const std::array<image::Index, 3>& shape,
                            const LinePlace& place);
/// A line that is not what it should be; the file is named with the line, as "FILE:LINE".
[[nodiscard]] Error badLine(const LinePlace& place, Text expected, Text found);

} // namespace fusiform::journal
