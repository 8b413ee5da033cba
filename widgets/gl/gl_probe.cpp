// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gl/gl_probe.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QSurfaceFormat>

namespace fusiform {

void requestOpenGlFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
}

QString openGlProblem()
{
    const auto sentence = [] {
        return QCoreApplication::translate("GlProbe",
                                           "There is no OpenGL on this display, so the brain is "
                                           "shown in slices only; everything else works.");
    };
    const QString platform = QGuiApplication::platformName();
    const bool isWindowless = platform == QLatin1String("offscreen")
                              || platform == QLatin1String("minimal")
                              || platform == QLatin1String("vnc");
    if (isWindowless || qEnvironmentVariableIntValue("FUSIFORM_NO_GL") != 0)
        return sentence();
    QOpenGLContext context;
    if (!context.create())
        return sentence();
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    const bool isUsable
        = context.makeCurrent(&surface) && context.format().version() >= qMakePair(3, 2);
    if (isUsable)
        context.doneCurrent();
    return isUsable ? QString() : sentence();
}

} // namespace fusiform
