// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace fusiform::io {

/// Hears of the parts of an XML file one by one; what it throws ends the walk.
class XmlListener {
public:
    using Attributes = std::map<std::string, std::string>;

    virtual ~XmlListener() = default;
    virtual void begin(const std::string& element, const Attributes& attributes) = 0;
    virtual void end(const std::string& element) = 0;
    /// A piece of the text between two of the others; may come in several.
    virtual void text(std::string_view part) = 0;
};

/// @param expected what the file should be, for messages.
/// @throws Error{BadData} naming the line if it is not XML, or declares entities of its own: no
/// format that is read needs them, and they can grow without end.
void walkXml(std::span<const std::byte> bytes, const std::filesystem::path& file,
             const Text& expected, XmlListener& listener);

} // namespace fusiform::io
