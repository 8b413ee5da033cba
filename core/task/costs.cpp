// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/costs.h"

#include "core/util/memory.h"

namespace fusiform::task {

void Costs::addTo(Json& json) const
{
    json["seconds"] = seconds();
    json["peak_rss_mb"] = peakMemoryMb();
}

} // namespace fusiform::task
