// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/torch_door.h"

namespace fusiform::face_model {

// TorchScript programs: the entries of TorchDoor with these names.

DoorStatus openScript(const void* bytes, std::int64_t size, void** script, ScriptFacts* facts,
                      DoorMessage* message);
void closeScript(void* script);
DoorStatus scriptPicture(void* script, const double* code, std::int64_t latentSize, TakeArray take,
                         void* receiver, const DoorWatch* doorWatch, DoorMessage* message);
DoorStatus scriptCode(void* script, const float* picture, std::int64_t imageSize, TakeArray take,
                      void* receiver, const DoorWatch* doorWatch, DoorMessage* message);

} // namespace fusiform::face_model
