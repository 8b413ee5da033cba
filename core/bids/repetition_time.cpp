// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/repetition_time.h"

#include "core/util/error.h"

namespace fusiform::bids {

double repetitionTime(const Run& run, const io::NiftiHeader& header)
{
    if (!run.sidecar.empty())
        if (const auto sidecar = readSidecar(run.sidecar); sidecar.repetitionTime)
            return *sidecar.repetitionTime;
    const double time = header.zooms.size() > 3 ? header.zooms[3] : 0;
    if (!(time > 0))
        throw badData(run.bold,
                      FUSIFORM_TR("core", "a repetition time in the sidecar or the header"),
                      FUSIFORM_TR("core", "none"));
    return time;
}

} // namespace fusiform::bids
