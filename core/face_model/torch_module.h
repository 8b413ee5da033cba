// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/torch_door.h"
#include "core/util/progress.h"

#include <functional>

namespace fusiform::face_model {

/// The functions of the LibTorch module. The first call finds and opens it (0.4 s); it stays open.
/// @throws Error{Failure} that says where it was looked for, if this build has none.
[[nodiscard]] const TorchDoor& torchDoor();

/// Whether torchDoor() would find a module; opens nothing.
[[nodiscard]] bool hasTorchModule();

/// Calls a function of the module with a place for its message, and turns what it returns into
/// nothing, Error{Cancelled} or Error{Failure}.
void callTorch(const std::function<DoorStatus(DoorMessage*)>& call);

/// Threads and cancellation for one call of the module; valid while `progress` is.
[[nodiscard]] DoorWatch watchOf(const Progress& progress);
/// One thread, for a picture: several would wait for each other (docs/performance.md), and so the
/// result is the same whatever their number.
[[nodiscard]] DoorWatch watchOfOne(const Progress& progress);

} // namespace fusiform::face_model
