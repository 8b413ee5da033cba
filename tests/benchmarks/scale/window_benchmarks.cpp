// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does under the hand, at the size of the real study. Without a screen:
// QT_QPA_PLATFORM=offscreen build/dev/bin/fusiform_window_benchmarks
#include "core/util/random.h"
#include "widgets/plots/selection_scatter.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QPainter>

using namespace fusiform;

namespace {

struct Voxels {
    std::vector<float> t, gain;
    explicit Voxels(std::size_t count)
    {
        Random random(3);
        for (std::size_t v = 0; v < count; ++v) {
            t.push_back(static_cast<float>(random.normal(1, 3)));
            gain.push_back(static_cast<float>(random.normal(0.002, 0.004)));
        }
    }
};

/// One step of dragging a line of the criterion: the plot is painted anew.
void dragCriterion(benchmark::State& state)
{
    const Voxels voxels(static_cast<std::size_t>(state.range(0)));
    SelectionScatter scatter;
    scatter.resize(600, 520);
    scatter.setVoxels(voxels.t, voxels.gain);
    QImage picture(scatter.size(), QImage::Format_ARGB32_Premultiplied);
    double t = 0;
    for (auto _ : state) {
        scatter.setCriterion({t, 0.004});
        t = t > 8 ? 0 : t + 0.05;
        scatter.render(&picture);
    }
    state.counters["frames_per_second"]
        = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(dragCriterion)
    ->Arg(10'000)
    ->Arg(162'000)
    ->Arg(1'400'000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// The baseline: a dot for every voxel, as plots are often drawn.
void dotForEveryVoxel(benchmark::State& state)
{
    const Voxels voxels(static_cast<std::size_t>(state.range(0)));
    QImage picture(600, 520, QImage::Format_ARGB32_Premultiplied);
    for (auto _ : state) {
        picture.fill(Qt::black);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(90, 160, 240, 120), 2));
        for (std::size_t v = 0; v < voxels.t.size(); ++v)
            painter.drawPoint(QPointF(300 + 30 * static_cast<double>(voxels.t[v]),
                                      260 - 10'000 * static_cast<double>(voxels.gain[v])));
    }
}
BENCHMARK(dotForEveryVoxel)->Arg(162'000)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Another face model or fit: the density is counted.
void showVoxels(benchmark::State& state)
{
    const Voxels voxels(static_cast<std::size_t>(state.range(0)));
    SelectionScatter scatter;
    for (auto _ : state)
        scatter.setVoxels(voxels.t, voxels.gain);
}
BENCHMARK(showVoxels)->Arg(162'000)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
