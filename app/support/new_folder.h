// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

class QString;
class QWidget;

namespace fusiform {

/// Asks where a folder is made and what it is called, beginning with `name` (or name-2, ... where
/// there is one already). Folders around it can be made in the dialog. None: cancelled.
[[nodiscard]] std::optional<std::filesystem::path>
askForNewFolder(QWidget* parent, const QString& title, const std::string& name);

} // namespace fusiform
