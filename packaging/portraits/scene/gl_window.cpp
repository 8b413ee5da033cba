// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/gl_window.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>

#include <stdexcept>

namespace portraits {

namespace {

void require(bool holds, const char* what)
{
    if (!holds)
        throw std::runtime_error(std::string("no off-screen OpenGL: ") + what);
}

void answerQuestion(vtkObject*, unsigned long event, void*, void* answer)
{
    if (event == vtkCommand::WindowIsCurrentEvent)
        *static_cast<bool*>(answer) = true; // there is only one context and it is always current
    else if (answer != nullptr)
        *static_cast<int*>(answer) = 1;
}

} // namespace

struct GlWindow::Context {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
};

GlWindow::GlWindow(int size) : m_context(std::make_unique<Context>())
{
    auto& c = *m_context;
    const auto getDisplay = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    require(getDisplay != nullptr, "EGL has no platform displays");
    c.display = getDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    require(eglInitialize(c.display, nullptr, nullptr) == EGL_TRUE, "EGL does not start");
    require(eglBindAPI(EGL_OPENGL_API) == EGL_TRUE, "EGL offers no desktop OpenGL");
    const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION,
                                 3,
                                 EGL_CONTEXT_MINOR_VERSION,
                                 2,
                                 EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                 EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                 EGL_NONE};
    c.context = eglCreateContext(c.display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    require(c.context != EGL_NO_CONTEXT, "no OpenGL 3.2");
    require(eglMakeCurrent(c.display, EGL_NO_SURFACE, EGL_NO_SURFACE, c.context) == EGL_TRUE,
            "the context needs a surface");

    vtkNew<vtkCallbackCommand> answer;
    answer->SetCallback(answerQuestion);
    for (const auto event :
         {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent,
          vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
        c.window->AddObserver(event, answer);
    vtkObject::GlobalWarningDisplayOff(); // GLEW looks for GLX and says before every picture that
                                          // there is none
    c.window->SetOwnContext(false);
    c.window->SetFrameBlitModeToNoBlit();
    c.window->SetMultiSamples(0);
    c.window->SetSize(size, size);
    c.window->SetReadyForRendering(true);
    c.window->SetMapped(true);
    c.window->SetIsCurrent(true);
    c.window->OpenGLInit();
}

GlWindow::~GlWindow()
{
    m_context->window->Finalize();
    eglMakeCurrent(m_context->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(m_context->display, m_context->context);
    eglTerminate(m_context->display);
}

vtkRenderWindow* GlWindow::window() const { return m_context->window; }

} // namespace portraits
