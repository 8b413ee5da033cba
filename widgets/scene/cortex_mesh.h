// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/cortex_surfaces.h"
#include "widgets/scene/brain_surface.h"

#include <memory>

namespace fusiform::scene {

/// A surface of FreeSurfer or GIFTI, to be shown: its vertices have the voxels that lie in the grey
/// matter under them, and sulci are darker.
/// @throws Error{Cancelled}
[[nodiscard]] std::shared_ptr<const BrainSurface>
cortexMesh(const import::CortexSurface& cortex, const image::Grid& functional, Progress& progress);

} // namespace fusiform::scene
