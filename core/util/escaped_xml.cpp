// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/escaped_xml.h"

namespace fusiform {

std::string escapedXml(std::string_view text)
{
    std::string result;
    for (const char c : text)
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
                result += c;
        }
    return result;
}

} // namespace fusiform
