// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gl/vtk_view.h"

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include <QElapsedTimer>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QPainter>

#include <string_view>
#include <utility>

namespace fusiform {

namespace {
/// Software rasterisers pay for every sample; there one sample and a finer mesh are the better
/// deal.
bool isSoftwareRenderer(QOpenGLFunctions* gl)
{
    const auto* const name = reinterpret_cast<const char*>(gl->glGetString(GL_RENDERER));
    return name && std::string_view(name).find("llvmpipe") != std::string_view::npos;
}
} // namespace

struct VtkView::Bridge {
    QOffscreenSurface surface;
    QOpenGLContext context;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    bool isStarted = false;

    bool makeCurrent()
    {
        return QOpenGLContext::currentContext() == &context || context.makeCurrent(&surface);
    }
    /// Answers VTK, which asks for its context through events.
    template <class Answer>
    void answer(unsigned long event, Answer)
    {
        vtkNew<vtkCallbackCommand> command;
        command->SetClientData(this);
        command->SetCallback([](vtkObject*, unsigned long, void* client, void* data) {
            Answer{}(*static_cast<Bridge*>(client), data);
        });
        window->AddObserver(event, command);
    }
};

VtkView::VtkView(vtkRenderer* renderer, QWidget* parent)
    : QWidget(parent), m_bridge(std::make_unique<Bridge>())
{
    setObjectName(QStringLiteral("vtkView"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    vtkGenericOpenGLRenderWindow* const window = m_bridge->window;
    window->SetOwnContext(false);
    window->SetFrameBlitModeToNoBlit();
    window->SetReadyForRendering(false);
    window->AddRenderer(renderer);
    m_bridge->answer(vtkCommand::WindowMakeCurrentEvent,
                     [](Bridge& bridge, void*) { bridge.makeCurrent(); });
    m_bridge->answer(vtkCommand::WindowIsCurrentEvent, [](Bridge& bridge, void* answer) {
        *static_cast<bool*>(answer) = QOpenGLContext::currentContext() == &bridge.context;
    });
    const auto yes = [](Bridge&, void* answer) { *static_cast<int*>(answer) = 1; };
    m_bridge->answer(vtkCommand::WindowSupportsOpenGLEvent, yes);
    m_bridge->answer(vtkCommand::WindowIsDirectEvent, yes);
}

VtkView::~VtkView()
{
    if (!m_bridge->isStarted || !m_bridge->makeCurrent())
        return;
    m_bridge->window->Finalize();
    m_bridge->context.doneCurrent();
}

/// Returns whether VTK can draw.
bool VtkView::start()
{
    Bridge& bridge = *m_bridge;
    if (!bridge.isStarted) {
        if (!bridge.context.isValid() && !bridge.context.create())
            return false;
        bridge.surface.setFormat(bridge.context.format());
        bridge.surface.create();
        if (!bridge.makeCurrent())
            return false;
        bridge.window->SetMultiSamples(isSoftwareRenderer(bridge.context.functions()) ? 0 : 4);
        bridge.window->SetReadyForRendering(true);
        bridge.window->SetMapped(true);
        bridge.window->SetIsCurrent(true);
        // GLEW in Debian knows GLX only and complains about EGL contexts, which work all the same.
        vtkObject::GlobalWarningDisplayOff();
        bridge.window->OpenGLInit();
        vtkObject::GlobalWarningDisplayOn();
        bridge.isStarted = true;
    }
    return bridge.makeCurrent();
}

void VtkView::redraw()
{
    m_isStale = true;
    update();
}

QPointF VtkView::pixelOf(const QPointF& position) const
{
    const qreal ratio = devicePixelRatioF();
    return {position.x() * ratio, height() * ratio - 1 - position.y() * ratio};
}

QImage VtkView::render(const QSize& pixels, QImage::Format format)
{
    vtkGenericOpenGLRenderWindow* const window = m_bridge->window;
    window->SetSize(pixels.width(), pixels.height());
    window->SetDPI(qRound(72 * devicePixelRatioF()));
    vtkOpenGLState* const state = window->GetState();
    state->Reset();
    state->Push();
    window->Render();
    QImage upsideDown(pixels, format);
    state->PushFramebufferBindings();
    window->GetDisplayFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    window->GetDisplayFramebuffer()->ActivateReadBuffer(0);
    m_bridge->context.functions()->glReadPixels(0, 0, pixels.width(), pixels.height(), GL_BGRA,
                                                GL_UNSIGNED_BYTE, upsideDown.bits());
    state->PopFramebufferBindings();
    state->Pop();
    return std::move(upsideDown).mirrored();
}

QImage VtkView::picture(const QSize& pixels)
{
    if (pixels.isEmpty() || !start())
        return {};
    return render(pixels, QImage::Format_ARGB32_Premultiplied);
}

void VtkView::paintEvent(QPaintEvent*)
{
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    const bool isNew = (m_isStale || m_picture.size() != pixels) && !pixels.isEmpty() && start();
    if (isNew) {
        QElapsedTimer clock;
        clock.start();
        m_picture = render(pixels, QImage::Format_RGB32);
        m_milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        m_isStale = false;
    }
    QPainter painter(this);
    if (m_picture.isNull())
        painter.fillRect(rect(), palette().window());
    else
        painter.drawImage(QRectF(rect()), m_picture);
    painter.end();
    if (isNew)
        Q_EMIT painted();
}

} // namespace fusiform
