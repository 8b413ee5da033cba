// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace fusiform {

/// Set what every OpenGL context of the program needs; before the application object is made.
void requestOpenGlFormat();
/// Empty if a 3-D view can be made here; else one sentence for the user that says why it cannot.
[[nodiscard]] QString openGlProblem();

} // namespace fusiform
