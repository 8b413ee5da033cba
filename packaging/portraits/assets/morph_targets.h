// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace portraits {

/// A weight for each morph target, by its path without folder and ending
/// ("nose/nose-hump-morehump").
using MorphWeights = std::map<std::string, float>;

/// MakeHuman's 1,258 displacement fields of the base mesh.
class MorphTargets {
public:
    explicit MorphTargets(const std::filesystem::path& package);

    /// The neutral positions plus the weighted sum of displacements.
    /// @throws std::runtime_error if a target does not exist.
    [[nodiscard]] std::vector<Vec3> morphed(std::span<const Vec3> neutral,
                                            const MorphWeights& weights) const;

private:
    std::map<std::string, std::size_t> m_rowOf;
    std::vector<std::int16_t> m_displacements;
};

} // namespace portraits
