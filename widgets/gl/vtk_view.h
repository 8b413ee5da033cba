// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <memory>

class vtkRenderer;

namespace fusiform {

/// Shows a VTK renderer in a Qt window: the one bridge between the two. VTK draws into a
/// framebuffer of an OpenGL context of its own, and the picture is read back and painted like any
/// other. So the window itself stays free of OpenGL, which would compose all of it anew whenever
/// any part changes, and without a graphics card that takes longer than drawing the part. Make one
/// only where openGlProblem() is empty.
class VtkView final : public QWidget {
    Q_OBJECT
public:
    /// @param renderer outlives the view.
    explicit VtkView(vtkRenderer* renderer, QWidget* parent = nullptr);
    ~VtkView() override;

    /// The scene is another one: it is drawn with the next frame. update() alone shows the picture
    /// that is there.
    void redraw();
    /// The scene at another size than the widget's, with what lies behind it see-through if it is
    /// so in the scene. Null if OpenGL cannot draw it.
    [[nodiscard]] QImage picture(const QSize& pixels);
    /// What the last frame took to draw.
    [[nodiscard]] double lastFrameMilliseconds() const { return m_milliseconds; }
    /// Whether there is a picture yet.
    [[nodiscard]] bool isValid() const { return !m_picture.isNull(); }
    /// A point of the widget in VTK's pixels, counted from the lower left corner.
    [[nodiscard]] QPointF pixelOf(const QPointF& position) const;

Q_SIGNALS:
    /// A new picture of the scene is shown.
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool start();
    [[nodiscard]] QImage render(const QSize& pixels, QImage::Format format);
    struct Bridge;
    std::unique_ptr<Bridge> m_bridge;
    QImage m_picture;
    double m_milliseconds = 0;
    bool m_isStale = true; ///< the scene has changed since m_picture
};

} // namespace fusiform
