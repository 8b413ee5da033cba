// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/roi/region.h"
#include "core/util/error.h"

#include <QString>

#include <functional>

namespace fusiform {

/// A message of the core in the language of the window.
[[nodiscard]] QString translated(const Text& text);
/// An error as one sentence; for bad data it names the file, what was expected and what was found.
[[nodiscard]] QString errorText(const Error& error);
/// Runs `work`; what went wrong in words, empty if nothing did or it was cancelled.
[[nodiscard]] QString problemOf(const std::function<void()>& work);
[[nodiscard]] QString pathText(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path pathOf(const QString& text);
/// The name of a region for a person: names the fit offers are translated, own names are kept.
[[nodiscard]] QString regionTitle(const roi::Region& region);
/// The decoder that read codes, with the strength of its ridge: "Ridge, λ 0.1".
[[nodiscard]] QString decoderText(const decode::Decoded& decoded);
[[nodiscard]] QString decoderText(const decode::DecodeOptions& options);
/// A share as a whole number of per cent, without the sign; a dash where it is not known (NaN).
[[nodiscard]] QString percentText(double share);
[[nodiscard]] QString modelTitle(const std::string& modelName);

} // namespace fusiform
