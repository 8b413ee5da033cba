// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure.h"

namespace fusiform::report {

const Spot* spotAt(const Figure& figure, const Point& p)
{
    for (auto spot = figure.spots.rbegin(); spot != figure.spots.rend(); ++spot)
        if (spot->box.contains(p))
            return &*spot;
    return nullptr;
}

Text plain(std::string_view text) { return Text{"core", "%1", {}}.arg(text); }

Area boxArea(const Box& box, Ink ink, double opacity)
{
    return {{{box.left, box.top},
             {box.right(), box.top},
             {box.right(), box.bottom()},
             {box.left, box.bottom()}},
            ink,
            opacity};
}

} // namespace fusiform::report
