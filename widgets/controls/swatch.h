// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace fusiform {

/// A dot of a colour, the same when its row is selected.
[[nodiscard]] QIcon swatch(const QColor& color);

} // namespace fusiform
