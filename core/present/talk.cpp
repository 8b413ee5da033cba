// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/talk.h"

namespace fusiform::present {

TalkPlace next(const Slides& slides, const TalkPlace& place)
{
    if (place.step + 1 < stepsOf(*slides[place.slide]).size())
        return {place.slide, place.step + 1};
    return place.slide + 1 < slides.size() ? TalkPlace{place.slide + 1, 0} : place;
}

TalkPlace previous(const Slides& slides, const TalkPlace& place)
{
    if (place.step > 0)
        return {place.slide, place.step - 1};
    if (place.slide == 0)
        return place;
    return {place.slide - 1, stepsOf(*slides[place.slide - 1]).size() - 1};
}

} // namespace fusiform::present
