// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the demonstration's brain at 1000 x 700, and what a stroke costs there:
//   xvfb-run -s "-screen 0 1600x1000x24" env LIBGL_ALWAYS_SOFTWARE=1
//   build/dev/bin/fusiform_scene_benchmarks
#include "app/session/document.h"
#include "core/glm/fit.h"
#include "core/task/demo_task.h"
#include "widgets/brain/brain_view.h"
#include "widgets/gl/gl_probe.h"
#include "widgets/gl/vtk_view.h"
#include "widgets/scene/brain_surface.h"
#include "widgets/scene/cut_faces.h"
#include "widgets/scene/region_outline.h"
#include "widgets/scene/vertex_colors.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdio>

using namespace fusiform;

namespace {

constexpr int kRounds = 40;

void printTimes(const char* name, std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    std::printf("%-40s median %6.1f   worst %6.1f ms\n", name,
                milliseconds[milliseconds.size() / 2], milliseconds.back());
}

template <class Work>
std::vector<double> timesOf(Work work)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        work(round);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

/// The voxels of a ball about a vertex, another one with every round.
image::VoxelSet ballAt(const scene::BrainSurface& surface, const glm::Fit& fit, int round)
{
    Eigen::Vector3d middle;
    surface.mesh->GetPoint(surface.mesh->GetNumberOfPoints() / 3 + 50 * round, middle.data());
    image::VoxelSet ball(fit.grid.shape);
    for (const image::Index v : fit.voxels)
        if ((fit.grid.mm(v).at - middle).norm() < 15)
            ball.insert(fit.grid.voxel(v));
    return ball;
}

void measureColouring(const std::shared_ptr<const scene::BrainSurface>& surface,
                      const glm::Fit& fit)
{
    scene::VertexColors colors;
    colors.setSurface(surface);
    std::shared_ptr<const scene::RegionLabels> labels;
    printTimes("stroke: colours of its vertices", timesOf([&](int round) {
                   labels = scene::labelsOf(fit.grid,
                                            {{ballAt(*surface, fit, round), {230, 159, 0}, true}});
                   colors.setRegions(labels);
               }));
    printTimes("stroke: outlines of all regions", timesOf([&](int) {
                   const auto lines
                       = scene::regionOutlines(*surface, colors.members(), *labels, {});
                   if (lines->GetNumberOfCells() == 0)
                       std::printf("no outline\n");
               }));
}

void measureFrames(BrainView& view, const glm::Fit& fit,
                   const std::shared_ptr<const OpenedFit>& demo)
{
    auto* const frame = view.findChild<VtkView*>();
    const auto drawn = [&] {
        frame->redraw();
        frame->repaint();
    };
    drawn();
    printTimes("frame, still", timesOf([&](int) { drawn(); }));
    QTest::mousePress(frame, Qt::LeftButton, {}, {500, 350});
    printTimes("frame, turned by hand", timesOf([&](int round) {
                   QTest::mouseMove(frame, {510 + 4 * round, 350});
                   frame->repaint();
               }));
    QTest::mouseRelease(frame, Qt::LeftButton, {}, {510 + 4 * kRounds, 350});
    view.setAnatomy(scene::backgroundOf(demo->background));
    view.setCuts(
        {scene::SlicePlane::Axial, scene::SlicePlane::Coronal, scene::SlicePlane::Sagittal});
    const auto cursorAt = [&](int round) {
        view.setCursor(image::MmPoint{fit.grid.mm(fit.voxels[fit.voxels.size() / 2]).at
                                      + Eigen::Vector3d(0.5 * round, -0.5 * round, 0.25 * round)});
    };
    printTimes("three faces of a cut painted", timesOf([&](int round) {
                   cursorAt(round);
                   view.scene().cutFaces().refresh();
               }));
    printTimes("frame with three faces, following", timesOf([&](int round) {
                   cursorAt(round + 1);
                   drawn();
               }));
}

} // namespace

int main(int argc, char** argv)
{
    requestOpenGlFormat();
    QApplication application(argc, argv);
    const auto demo = opened(glm::readFit(task::demonstrationFit()));
    const glm::Fit& fit = demo->fit;
    Progress progress;
    QElapsedTimer clock;
    clock.start();
    const auto surface
        = scene::buildBrainSurface(*demo->background, fit.grid, fit.voxels, {}, progress);
    std::printf("surface of %zu triangles (%lld while turning), made in %lld ms\n",
                surface->triangles.size(),
                surface->coarse ? static_cast<long long>(surface->coarse->GetNumberOfPolys()) : 0,
                static_cast<long long>(clock.elapsed()));
    measureColouring(surface, fit);
    BrainView view(openGlProblem());
    view.resize(1000, 700);
    view.show();
    view.setSurface(surface);
    view.setRegions(scene::labelsOf(fit.grid, {{ballAt(*surface, fit, 0), {230, 159, 0}, true}}));
    if (!view.isThreeDimensional() || !QTest::qWaitForWindowExposed(&view))
        return 1;
    measureFrames(view, fit, demo);
    return 0;
}
