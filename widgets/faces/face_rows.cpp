// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_rows.h"

namespace fusiform {

QImage smoothScaled(const QImage& picture, int devicePixels)
{
    if (picture.isNull() || devicePixels <= 0)
        return {};
    return picture.scaled(devicePixels, devicePixels, Qt::IgnoreAspectRatio,
                          Qt::SmoothTransformation);
}

} // namespace fusiform
