// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <filesystem>
#include <optional>
#include <stdexcept>

namespace fusiform {

enum class ErrorKind {
    Failure, ///< disk full, a library failed: exit code 1
    Usage, ///< impossible option or combination: exit code 2
    BadData, ///< a file is not what it should be: exit code 3
    Cancelled, ///< the user stopped it: exit code 130
};

/// The one error type of the program. The message is for a person; what() is its English.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, Text message);
    /// Bad data: what a user needs to know is the file, what was expected there and what was found.
    Error(std::filesystem::path file, Text expected, Text found);

    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    [[nodiscard]] const Text& message() const { return m_message; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] const std::optional<Text>& expected() const { return m_expected; }
    [[nodiscard]] const std::optional<Text>& found() const { return m_found; }
    [[nodiscard]] int exitCode() const;

private:
    ErrorKind m_kind;
    Text m_message;
    std::filesystem::path m_file;
    std::optional<Text> m_expected;
    std::optional<Text> m_found;
};

[[nodiscard]] Error badData(std::filesystem::path file, Text expected, Text found);
[[nodiscard]] Error failure(Text message);
[[nodiscard]] Error usage(Text message);
[[nodiscard]] Error cancelled();
/// A failed system call on `file`: the operation in words and the system's reason.
[[nodiscard]] Error systemFailure(const std::filesystem::path& file, int errorNumber);

} // namespace fusiform
