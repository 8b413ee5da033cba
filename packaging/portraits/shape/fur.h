// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/base_mesh.h"
#include "person/person.h"
#include "shape/part.h"

#include <span>
#include <vector>

namespace portraits {

/// Grown beards and cropped hair: shells of the skin, one above the other, that the renderer thins
/// out to strands.
/// @param skin, normals  of the morphed base mesh
[[nodiscard]] std::vector<Part> makeFur(const Person& person, const BaseMesh& base,
                                        std::span<const Vec3> skin, std::span<const Vec3> normals);

} // namespace portraits
