// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pictures.h"

#include <algorithm>
#include <cmath>

namespace fusiform {

QImage imageOf(const image::Picture& picture)
{
    if (picture.isEmpty())
        return {};
    QImage image(picture.width, picture.height, QImage::Format_RGB888);
    const float* value = picture.rgb.data();
    for (int y = 0; y < picture.height; ++y) {
        uchar* const line = image.scanLine(y);
        for (int x = 0; x < 3 * picture.width; ++x)
            line[x] = static_cast<uchar>(std::lround(255 * std::clamp(*value++, 0.F, 1.F)));
    }
    return image;
}

} // namespace fusiform
