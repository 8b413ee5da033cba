// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/hdf5_handle.h"
#include "core/io/mat5.h"

namespace fusiform::io {

/// What an object of HDF5 is to MATLAB: class and shape, without a name.
[[nodiscard]] MatVariable mat73Variable(hid_t object);

} // namespace fusiform::io
