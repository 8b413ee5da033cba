// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/brain_surface.h"

namespace fusiform::scene {

/// Gives a surface a mesh of fewer triangles, to be drawn while it turns. Meshes that are quick to
/// draw as they are get none.
void addCoarseMesh(BrainSurface& surface);

} // namespace fusiform::scene
