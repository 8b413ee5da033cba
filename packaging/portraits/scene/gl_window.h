// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vtkSmartPointer.h>

#include <memory>

class vtkRenderWindow;

namespace portraits {

/// An OpenGL context without a display (EGL, surfaceless) and a VTK window that draws in it.
class GlWindow {
public:
    /// @throws std::runtime_error if this machine offers no such context.
    explicit GlWindow(int size);
    ~GlWindow();
    GlWindow(const GlWindow&) = delete;
    GlWindow& operator=(const GlWindow&) = delete;

    [[nodiscard]] vtkRenderWindow* window() const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace portraits
