// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/matlab_arrays.h"

#include "core/io/mat5_parts.h"

namespace fusiform::import {

void forEachRunOfVersion5(const std::filesystem::path& file, const io::MatVariable& variable,
                          const WantsRun& wants, const VisitRun& visit, Progress& progress)
{
    io::visitMat5Variable(
        file, variable.name, [&](io::Mat5Reader& reader, const io::MatVariable&, std::uint64_t) {
            reader.numbers(elementsOf(variable), wants, visit, [&](std::int64_t count) {
                progress.step(static_cast<std::uint64_t>(count));
            });
        });
}

} // namespace fusiform::import
