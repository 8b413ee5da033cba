// SPDX-License-Identifier: GPL-3.0-or-later
// From the press of the brush to the painted frames, in the running window, for a fit of 100,000
// voxels that is made up here:
//   xvfb-run -s "-screen 0 1600x1000x24" build/dev/bin/fusiform_stroke_benchmarks [MODEL [STROKES]]
// MODEL: a face model's file; default: the built-in one. Every stroke adds or takes away about
// 2,000 voxels.
#include "app/docks/faces_panel.h"
#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/live/preference_engine.h"
#include "app/session/session.h"
#include "app/shell/main_window.h"
#include "app/shell/theme.h"
#include "app/support/library_settings.h"
#include "core/face_model/face_models.h"
#include "core/util/memory.h"
#include "core/util/random.h"
#include "widgets/brain/slice_view.h"
#include "widgets/faces/face_gallery.h"
#include "widgets/faces/face_tile.h"
#include "widgets/gl/gl_probe.h"
#include "widgets/gl/vtk_view.h"
#include "widgets/plots/identification_matrix.h"

#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QToolButton>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

using namespace fusiform;

namespace {

constexpr int kFaces = 10;

/// A head of voxels of 3 mm with weights and patterns at random; all of it is brain.
glm::Fit madeFit(const std::filesystem::path& modelFile)
{
    const auto faceModel = face_model::loadFaceModel(modelFile);
    const Eigen::Index latents = faceModel->description().latentSize;
    glm::Fit fit;
    fit.subject = "made up";
    fit.folder = "made-up";
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 3;
    affine.topRightCorner<3, 1>() = Eigen::Vector3d(-73.5, -73.5, -58.5);
    fit.grid = {{50, 50, 40}, image::Affine(affine)};
    fit.voxels.resize(static_cast<std::size_t>(fit.grid.size()));
    std::iota(fit.voxels.begin(), fit.voxels.end(), Eigen::Index{0});
    Random random(1);
    fit.meanImage = {fit.grid, {}};
    for (const image::Index v : fit.voxels) {
        const double r = fit.grid.mm(v).at.norm();
        fit.meanImage.values.push_back(static_cast<float>(r < 70 ? 100 + 10 * std::sin(r) : 1));
        fit.tFace.push_back(static_cast<float>(random.normal(0, 3)));
    }
    glm::ModelFit& model = fit.models.emplace_back();
    model.model = faceModel->description();
    model.modelFile = modelFile;
    model.latentMean = Eigen::VectorXd::Zero(latents);
    model.latentSd = Eigen::VectorXd::Ones(latents);
    Eigen::MatrixXf weights(latents + 1, fit.grid.size());
    for (float& value : weights.reshaped())
        value = static_cast<float>(random.uniform() - 0.5);
    model.weights = glm::Weights(std::move(weights));
    model.gain.assign(fit.voxels.size(), 0.01F);
    model.gainP.assign(fit.voxels.size(), 0.5F);
    std::vector<image::Index> selected;
    for (const image::Index v : fit.voxels)
        if (fit.grid.mm(v).at.norm() < 50)
            selected.push_back(v);
    model.selected = image::VoxelSet::of(fit.grid.shape, selected);
    glm::FaceSet& faces = model.exploration;
    faces.codes.resize(kFaces, latents);
    faces.patterns.resize(kFaces, fit.grid.size());
    for (double& value : faces.codes.reshaped())
        value = random.normal();
    for (float& value : faces.patterns.reshaped())
        value = static_cast<float>(random.normal());
    for (int face = 0; face < kFaces; ++face) {
        std::string number = std::to_string(face + 1);
        number.insert(0, 6 - number.size(), '0');
        faces.names.push_back(number + ".jpg");
        faces.pictures.push_back(std::filesystem::path(FUSIFORM_PORTRAITS) / (number + ".jpg"));
    }
    return fit;
}

/// Tells when a widget has been painted after it was told of news.
class PaintWatch final : public QObject {
public:
    PaintWatch(QWidget* widget, const QElapsedTimer& clock) : QObject(widget), m_clock(clock)
    {
        widget->installEventFilter(this);
    }
    void expect() { m_isExpected = true; }
    void reset()
    {
        m_isExpected = false;
        m_milliseconds = -1;
    }
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_isExpected && m_milliseconds < 0) {
            m_isExpected = false;
            // When the event loop has its turn again the frame has been handed over.
            QTimer::singleShot(0, this, [this] {
                m_milliseconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
            });
        }
        return false;
    }

private:
    const QElapsedTimer& m_clock;
    bool m_isExpected = false;
    double m_milliseconds = -1;
};

/// Brings a dock that is a tab among others to the front.
void raise(const QWidget* inside)
{
    for (QWidget* widget = inside->parentWidget(); widget; widget = widget->parentWidget())
        if (auto* const dock = qobject_cast<QDockWidget*>(widget)) {
            dock->show();
            dock->raise();
        }
}

void printRow(const char* name, std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return std::lround(values[static_cast<std::size_t>(std::min(
            share * static_cast<double>(values.size()), static_cast<double>(values.size() - 1)))]);
    };
    std::printf("%-24s median %4ld   95th %4ld   worst %4ld ms\n", name, at(0.5), at(0.95), at(1));
}

int run(int strokes, const std::filesystem::path& modelFile)
{
    loadFonts();
    applyTheme(ThemeChoice::Dark);
    Session session;
    JobRunner jobs;
    LivePipeline live;
    MainWindow window(session, jobs, live, openGlProblem());
    window.resize(1600, 1000);
    window.show();
    session.open(opened(madeFit(modelFile)));
    const auto waitUntil = [](const auto& isDone) {
        QElapsedTimer waited;
        waited.start();
        while (!isDone() && waited.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    };
    waitUntil([&] { return session.opened() != nullptr; });
    QTest::qWait(3000);
    waitUntil([&] { return !live.isBusy() && !jobs.isBusy(); });

    window.actionTable()[ActionId::BrushTool]->trigger();
    window.findChild<QDoubleSpinBox*>(QStringLiteral("brushRadius"))->setValue(23);
    auto* const slice = window.findChild<SliceView*>(QStringLiteral("axialView"));
    auto* const matrix
        = window.findChild<IdentificationMatrix*>(QStringLiteral("identificationMatrix"));
    const QString row = QString::fromStdString(session.opened()->fit.models.front().model.name);
    FaceTile* const first = window.faces().gallery()->tile(row, 0);
    FaceTile* const last = window.faces().gallery()->tile(row, kFaces - 1);

    QElapsedTimer clock;
    clock.start();
    PaintWatch matrixWatch(matrix, clock);
    PaintWatch firstWatch(first, clock);
    PaintWatch lastWatch(last, clock);
    std::uint64_t shown = 0;
    std::uint64_t wanted = 0;
    QObject::connect(&live, &LivePipeline::resultReady, &window, [&](const auto& result) {
        if (result->generation < wanted)
            return;
        shown = result->generation;
        matrixWatch.expect();
        if (!result->faces.front().isNull())
            firstWatch.expect();
        if (result->hasAllFaces)
            lastWatch.expect();
    });
    std::vector<double> toMatrix, toFirst, toLast, toBrain;
    Random random(5);
    for (int stroke = 0; stroke < strokes; ++stroke) {
        matrixWatch.reset();
        firstWatch.reset();
        lastWatch.reset();
        const auto before = session.activeRegion()->voxels.count();
        wanted = shown + 1;
        const QPointF at(slice->width() * (0.3 + 0.4 * random.uniform()),
                         slice->height() * (0.3 + 0.4 * random.uniform()));
        const Qt::MouseButton button = stroke % 2 == 0 ? Qt::RightButton : Qt::LeftButton;
        clock.restart();
        QTest::mouseClick(slice, button, {}, at.toPoint());
        toBrain.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
        if (session.activeRegion()->voxels.count() == before)
            continue;
        waitUntil([&] { return lastWatch.milliseconds() >= 0 && !live.isBusy(); });
        toMatrix.push_back(matrixWatch.milliseconds());
        toFirst.push_back(firstWatch.milliseconds());
        toLast.push_back(lastWatch.milliseconds());
    }
    // While one long stroke is painted: from each move to the slice that shows it.
    std::vector<double> toSlice;
    PaintWatch sliceWatch(slice, clock);
    const auto painted = [&](const PaintWatch& watch) { return watch.milliseconds() >= 0; };
    QElapsedTimer strokeClock;
    strokeClock.start();
    constexpr int kMoves = 100;
    QTest::mousePress(slice, Qt::RightButton, {}, slice->rect().center());
    for (int move = 0; move < kMoves; ++move) {
        const double angle = 0.15 * move;
        const double radius = 20 + 0.5 * move;
        sliceWatch.reset();
        sliceWatch.expect();
        clock.restart();
        QTest::mouseMove(slice, slice->rect().center()
                                    + QPoint(qRound(radius * std::cos(angle)),
                                             qRound(radius * std::sin(angle))));
        waitUntil([&] { return painted(sliceWatch); });
        toSlice.push_back(sliceWatch.milliseconds());
    }
    const double perMove = static_cast<double>(strokeClock.elapsed()) / kMoves;
    QTest::mouseRelease(slice, Qt::RightButton, {}, slice->rect().center());
    waitUntil([&] { return !live.isBusy(); });

    // Over voxel after voxel: from the move to the faces that it prefers.
    window.findChild<QToolButton*>(QStringLiteral("navigateTool"))->click();
    auto* const preferred = window.findChild<QWidget*>(QStringLiteral("preferenceFaces"));
    auto* const engine = window.findChild<PreferenceEngine*>();
    raise(preferred);
    QTest::qWait(1500);
    PaintWatch preferredWatch(preferred, clock);
    QObject::connect(engine, &PreferenceEngine::facesMade, &window,
                     [&] { preferredWatch.expect(); });
    std::vector<double> toPreferred;
    for (int move = 0; move < strokes / 2; ++move) {
        preferredWatch.reset();
        clock.restart();
        QTest::mouseMove(slice, QPointF(slice->width() * (0.35 + 0.3 * random.uniform()),
                                        slice->height() * (0.35 + 0.3 * random.uniform()))
                                    .toPoint());
        QElapsedTimer waited;
        waited.start();
        while (!painted(preferredWatch) && waited.elapsed() < 1000) // the same voxel as before
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (painted(preferredWatch))
            toPreferred.push_back(preferredWatch.milliseconds());
        QTest::qWait(30);
    }
    auto* const brain = window.findChild<VtkView*>();
    const auto frames = [&](QWidget* widget) {
        std::vector<double> times;
        for (int frame = 0; widget && frame < 20; ++frame) {
            clock.restart();
            if (widget == brain)
                brain->redraw();
            widget->repaint();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        return times;
    };
    if (brain)
        printRow("a frame of the brain", frames(brain));
    printRow("a frame of a slice", frames(slice));
    std::printf("%zu strokes, %s, %ld latents\n", toMatrix.size(), row.toUtf8().constData(),
                static_cast<long>(session.opened()->fit.models.front().model.latentSize));
    printRow("press handled", toBrain);
    printRow("identification matrix", toMatrix);
    printRow("first face", toFirst);
    printRow("all ten faces", toLast);
    printRow("slice while painting", toSlice);
    std::printf("%-24s %.0f ms a move\n", "a stroke of 100 moves", perMove);
    printRow("preferred faces", toPreferred);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    restartWithLibrarySettings(argv);
    keepFreedMemory();
    requestOpenGlFormat();
    QApplication application(argc, argv);
    const auto builtIn = face_model::builtInModelFiles();
    if (argc < 2 && builtIn.empty())
        return 2;
    const std::filesystem::path model = argc > 1 ? std::filesystem::path(argv[1]) : builtIn.front();
    return run(argc > 2 ? std::atoi(argv[2]) : 200, model);
}
