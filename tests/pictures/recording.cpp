// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of a short recording, made by the running program: a region is painted stroke by stroke
// on the demonstration's brain, and the faces follow.
//   fusiform_recording FOLDER      (packaging/recording.sh makes one picture of them)
#include "app/docks/brain_panel.h"
#include "app/docks/faces_panel.h"
#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "app/shell/main_window.h"
#include "app/shell/theme.h"
#include "app/support/library_settings.h"
#include "widgets/brain/slice_view.h"
#include "widgets/gl/gl_probe.h"

#include <QApplication>
#include <QDir>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdio>

using namespace fusiform;

namespace {

constexpr double kBrushMm = 9;
constexpr std::size_t kStepsOfStroke = 9;

/// The selected voxels of one side in the slice through the cursor, from the back of the head
/// forwards, a few of them: the way of a stroke.
std::vector<image::MmPoint> wayThrough(const Session& session, bool isLeft)
{
    const auto opened = session.opened();
    const image::Grid& grid = opened->fit.grid;
    const image::Voxel at = grid.nearest(session.cursor());
    std::vector<image::MmPoint> met;
    for (const image::Index index : opened->fit.models.front().selected.indices())
        if (grid.voxel(index).k == at.k && (grid.mm(index).at[0] < 0) == isLeft)
            met.push_back(grid.mm(index));
    std::ranges::sort(met, {}, [](const image::MmPoint& p) { return p.at[1]; });
    std::vector<image::MmPoint> way;
    for (std::size_t step = 0; step < kStepsOfStroke && !met.empty(); ++step)
        way.push_back(met[step * (met.size() - 1) / (kStepsOfStroke - 1)]);
    return way;
}

/// The height at which a slice meets most of the selected voxels.
image::MmPoint fullestSlice(const OpenedFit& opened)
{
    const image::Grid& grid = opened.fit.grid;
    std::vector<image::Index> counts(static_cast<std::size_t>(grid.shape[2]));
    for (const image::Index index : opened.fit.models.front().selected.indices())
        ++counts[static_cast<std::size_t>(grid.voxel(index).k)];
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return grid.mm({grid.shape[0] / 2, grid.shape[1] / 4, most});
}

class Recorder {
public:
    Recorder(QString folder, const LivePipeline& live, MainWindow& window)
        : m_folder(std::move(folder)), m_live(live), m_window(window)
    {
    }
    /// Waits until faces and fades have come to rest, and keeps what the window shows.
    void take()
    {
        QElapsedTimer waited;
        waited.start();
        do
            QTest::qWait(50);
        while (m_live.isBusy() && waited.elapsed() < 5000);
        QTest::qWait(450);
        m_window.grab().save(
            QStringLiteral("%1/%2.png").arg(m_folder).arg(m_frame++, 3, 10, QLatin1Char('0')));
    }

private:
    QString m_folder;
    const LivePipeline& m_live;
    MainWindow& m_window;
    int m_frame = 0;
};

int record(const QString& folder)
{
    loadFonts();
    applyTheme(ThemeChoice::Dark);
    Session session;
    JobRunner jobs;
    LivePipeline live;
    MainWindow window(session, jobs, live, openGlProblem());
    window.resize(1500, 940);
    window.show();
    QSignalSpy faces(&window.faces(), &FacesPanel::facesShown);
    QSignalSpy brain(window.findChild<BrainPanel*>(), &BrainPanel::surfacePainted);
    window.openFolder({});
    if (!faces.wait(60'000) || (brain.isEmpty() && !brain.wait(60'000)))
        return 1;
    Recorder recorder(folder, live, window);
    session.setCursor(fullestSlice(*session.opened()));
    recorder.take();
    session.newRegion();
    window.actionTable()[ActionId::BrushTool]->trigger();
    window.findChild<QDoubleSpinBox*>(QStringLiteral("brushRadius"))->setValue(kBrushMm);
    auto* const slice = window.findChild<SliceView*>(QStringLiteral("axialView"));
    const auto pixel = [&](const image::MmPoint& at) {
        const Eigen::Vector2d p = slice->frame().pixel(at);
        return QPoint(qRound(p.x()), qRound(p.y()));
    };
    recorder.take();
    for (const bool isLeft : {true, false}) {
        const std::vector<image::MmPoint> way = wayThrough(session, isLeft);
        if (way.empty())
            continue;
        QTest::mouseMove(slice, pixel(way.front()));
        recorder.take();
        QTest::mousePress(slice, Qt::LeftButton, {}, pixel(way.front()));
        for (const image::MmPoint& at : way) {
            QTest::mouseMove(slice, pixel(at));
            recorder.take();
        }
        QTest::mouseRelease(slice, Qt::LeftButton, {}, pixel(way.back()));
    }
    recorder.take();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    restartWithLibrarySettings(argv);
    requestOpenGlFormat();
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: fusiform_recording FOLDER\n", stderr);
        return 2;
    }
    return record(QString::fromLocal8Bit(argv[1]));
}
