// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QOpenGLWidget>
#include <QPoint>

#include <memory>

class vtkRenderer;

namespace fusiform {

/// Shows a VTK renderer in a Qt window: the one bridge between the two. VTK draws into its own
/// framebuffer inside paintGL, and the picture is copied to the widget's; nothing is drawn at any
/// other time. Make one only where openGlProblem() is empty.
class VtkView final : public QOpenGLWidget {
    Q_OBJECT
public:
    /// @param renderer outlives the view.
    explicit VtkView(vtkRenderer* renderer, QWidget* parent = nullptr);
    ~VtkView() override;

    /// A point of the widget in VTK's pixels, counted from the lower left corner.
    [[nodiscard]] QPointF pixelOf(const QPointF& position) const;

Q_SIGNALS:
    void painted();

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

private:
    void release();
    void adaptSize();
    struct Bridge;
    std::unique_ptr<Bridge> m_bridge;
};

} // namespace fusiform
