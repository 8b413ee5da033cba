// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/fields.h"

#include <string>

namespace fusiform::task {

/// "fusiform-cli figure recognition_pca_pairwise fits/sub-01 --width-cm 8.9": options as they would
/// be typed, those that have their default left out.
template <class Options>
[[nodiscard]] std::string commandText(const std::string& name, Options options)
{
    Options standard;
    Fields fields;
    Fields defaults;
    describe(options, fields);
    describe(standard, defaults);
    std::string command = "fusiform-cli " + name;
    for (const std::string& word : fieldsToArguments(fields, defaults))
        command += " " + word;
    return command;
}

} // namespace fusiform::task
