// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/provenance.h"

namespace fusiform::glm {

std::string recordedText(const Fit& fit, const char* part, const char* key)
{
    if (!fit.provenance.is_object() || !fit.provenance.contains(part))
        return {};
    const Json& of = fit.provenance.at(part);
    return of.is_object() && of.contains(key) && of.at(key).is_string()
               ? of.at(key).get<std::string>()
               : "";
}

} // namespace fusiform::glm
