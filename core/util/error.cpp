// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/error.h"

#include <system_error>

namespace fusiform {

Error::Error(ErrorKind kind, Text message)
    : std::runtime_error(message.english()), m_kind(kind), m_message(std::move(message))
{
}

Error::Error(std::filesystem::path file, Text expected, Text found)
    : Error(ErrorKind::BadData, FUSIFORM_TR("core", "%1: expected %2, found %3.")
                                    .arg(file.string())
                                    .arg(expected.english())
                                    .arg(found.english()))
{
    m_file = std::move(file);
    m_expected = std::move(expected);
    m_found = std::move(found);
}

int Error::exitCode() const
{
    switch (m_kind) {
    case ErrorKind::Failure: return 1;
    case ErrorKind::Usage: return 2;
    case ErrorKind::BadData: return 3;
    case ErrorKind::Cancelled: return 130;
    }
    return 1;
}

Error badData(std::filesystem::path file, Text expected, Text found)
{
    return {std::move(file), std::move(expected), std::move(found)};
}

Error failure(Text message) { return {ErrorKind::Failure, std::move(message)}; }
Error usage(Text message) { return {ErrorKind::Usage, std::move(message)}; }
Error cancelled() { return {ErrorKind::Cancelled, FUSIFORM_TR("core", "Cancelled.")}; }

Error systemFailure(const std::filesystem::path& file, int errorNumber)
{
    return failure(FUSIFORM_TR("core", "%1: %2.")
                       .arg(file.string())
                       .arg(std::generic_category().message(errorNumber)));
}

} // namespace fusiform
