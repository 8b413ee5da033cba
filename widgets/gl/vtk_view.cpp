// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gl/vtk_view.h"

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>

#include <string_view>

namespace fusiform {

namespace {
template <class Function>
void observe(vtkObject* object, unsigned long event, VtkView* view)
{
    vtkNew<vtkCallbackCommand> command;
    command->SetClientData(view);
    command->SetCallback([](vtkObject*, unsigned long, void* client, void* data) {
        Function{}(*static_cast<VtkView*>(client), data);
    });
    object->AddObserver(event, command);
}

struct MakeCurrent {
    void operator()(VtkView& view, void*) const
    {
        if (QOpenGLContext::currentContext() != view.context())
            view.makeCurrent();
    }
};
struct IsCurrent {
    void operator()(VtkView& view, void* data) const
    {
        *static_cast<bool*>(data) = QOpenGLContext::currentContext() == view.context();
    }
};
struct AnswerYes {
    void operator()(VtkView&, void* data) const { *static_cast<int*>(data) = 1; }
};
/// Software rasterisers pay for every sample; there one sample and a finer mesh are the better
/// deal.
bool isSoftwareRenderer(QOpenGLFunctions* gl)
{
    const auto* const name = reinterpret_cast<const char*>(gl->glGetString(GL_RENDERER));
    return name && std::string_view(name).find("llvmpipe") != std::string_view::npos;
}

} // namespace

struct VtkView::Bridge {
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    QMetaObject::Connection contextGone;
};

VtkView::VtkView(vtkRenderer* renderer, QWidget* parent)
    : QOpenGLWidget(parent), m_bridge(std::make_unique<Bridge>())
{
    setObjectName(QStringLiteral("vtkView"));
    vtkGenericOpenGLRenderWindow* const window = m_bridge->window;
    window->SetOwnContext(false);
    window->SetMultiSamples(4);
    window->SetFrameBlitModeToNoBlit();
    window->SetReadyForRendering(false);
    window->AddRenderer(renderer);
    observe<MakeCurrent>(window, vtkCommand::WindowMakeCurrentEvent, this);
    observe<IsCurrent>(window, vtkCommand::WindowIsCurrentEvent, this);
    observe<AnswerYes>(window, vtkCommand::WindowSupportsOpenGLEvent, this);
    observe<AnswerYes>(window, vtkCommand::WindowIsDirectEvent, this);
}

VtkView::~VtkView()
{
    disconnect(m_bridge->contextGone);
    release();
}

void VtkView::initializeGL()
{
    disconnect(m_bridge->contextGone);
    m_bridge->contextGone = connect(context(), &QOpenGLContext::aboutToBeDestroyed, this,
                                    &VtkView::release, Qt::DirectConnection);
    vtkGenericOpenGLRenderWindow* const window = m_bridge->window;
    window->SetMultiSamples(isSoftwareRenderer(context()->functions()) ? 0 : 4);
    window->SetReadyForRendering(true);
    window->SetMapped(true);
    window->SetIsCurrent(true);
    // GLEW in Debian knows GLX only and complains about EGL contexts, which work all the same.
    vtkObject::GlobalWarningDisplayOff();
    window->OpenGLInit();
    vtkObject::GlobalWarningDisplayOn();
}

void VtkView::release()
{
    if (!isValid())
        return;
    makeCurrent();
    m_bridge->window->Finalize();
    m_bridge->window->SetReadyForRendering(false);
    doneCurrent();
}

void VtkView::adaptSize()
{
    const qreal ratio = devicePixelRatioF();
    m_bridge->window->SetSize(qRound(width() * ratio), qRound(height() * ratio));
    m_bridge->window->SetDPI(qRound(72 * ratio));
}

void VtkView::resizeGL(int, int) { adaptSize(); }

QPointF VtkView::pixelOf(const QPointF& position) const
{
    const qreal ratio = devicePixelRatioF();
    return {position.x() * ratio, height() * ratio - 1 - position.y() * ratio};
}

void VtkView::paintGL()
{
    adaptSize(); // a move to another screen changes the ratio without a resize
    vtkGenericOpenGLRenderWindow* const window = m_bridge->window;
    vtkOpenGLState* const state = window->GetState();
    state->Reset();
    state->Push();
    window->Render();

    vtkOpenGLFramebufferObject* const picture = window->GetDisplayFramebuffer();
    const int* const size = window->GetSize();
    state->PushFramebufferBindings();
    picture->Bind(GL_READ_FRAMEBUFFER);
    picture->ActivateReadBuffer(0);
    state->vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    constexpr GLenum kTarget = GL_COLOR_ATTACHMENT0;
    QOpenGLExtraFunctions* const gl = context()->extraFunctions();
    gl->glDrawBuffers(1, &kTarget);
    state->vtkglDisable(GL_SCISSOR_TEST);
    gl->glBlitFramebuffer(0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    state->PopFramebufferBindings();
    state->Pop();
    Q_EMIT painted();
}

} // namespace fusiform
