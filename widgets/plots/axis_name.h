// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace fusiform {

/// The name of a vertical axis, read from below, centred on `board`'s height with its foot at
/// `right`; cut short with an ellipsis where the board is too low for it.
void paintAxisName(QPainter& painter, const QRectF& board, double right, const QString& name);

} // namespace fusiform
