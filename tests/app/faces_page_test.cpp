// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/faces_page.h"

#include "app/faces/comparison_panel.h"
#include "app/faces/explorer_panel.h"
#include "app/support/figure_list.h"
#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"
#include "core/face_model/torch_module.h"
#include "core/face_model/trusted_programs.h"
#include "core/io/picture_file.h"
#include "core/report/figure_file.h"
#include "core/report/svg.h"
#include "core/util/file.h"
#include "core/util/hash.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/faces/attribute_sliders.h"
#include "widgets/faces/code_bars.h"
#include "widgets/faces/face_slot.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTabWidget>
#include <QUndoStack>
#include <QUrl>

#include <set>

using namespace fusiform;
namespace fs = std::filesystem;

#ifndef FUSIFORM_TORCHSCRIPT_FILES
#define FUSIFORM_TORCHSCRIPT_FILES ""
#endif

namespace {

constexpr int kSide = 16;
constexpr Eigen::Index kLatents = 5;
constexpr int kWait = 20000;

image::Picture randomFace(std::uint64_t seed)
{
    Random random(seed);
    image::Picture picture{kSide, kSide, {}};
    for (int i = 0; i < kSide * kSide * 3; ++i)
        picture.rgb.push_back(static_cast<float>(random.uniform()));
    return picture;
}

/// The page with a PCA of twelve pictures, and two axes beside it that point along latents.
struct Exploring {
    test::TemporaryFolder place;
    fs::path pictures = place.path() / "pictures";
    fs::path modelFile = place.path() / "small.safetensors";
    std::shared_ptr<const face_model::FaceModel> model;
    JobRunner jobs;
    FacesPage page{jobs};
    ExplorerPanel& explorer = *page.explorer();

    Exploring()
    {
        QStandardPaths::setTestModeEnabled(true);
        fs::create_directories(pictures);
        std::vector<image::Picture> faces;
        for (int i = 0; i < 12; ++i) {
            faces.push_back(randomFace(static_cast<std::uint64_t>(i)));
            io::writePicture(file(i), faces.back());
        }
        train(faces, modelFile);
        model = face_model::loadFaceModel(modelFile);
        writeAxesOf(model->description().hash);
        page.resize(1200, 800);
    }
    static void train(const std::vector<image::Picture>& faces, const fs::path& to)
    {
        face_model::PcaOptions options;
        options.components = kLatents;
        options.imageSize = kSide;
        Progress progress;
        face_model::trainPca(faces, options, progress)->save(to);
    }
    void writeAxesOf(const std::string& hash) const
    {
        face_model::AttributeAxes axes{hash, "twelve pictures", {}};
        for (Eigen::Index a = 0; a < 2; ++a) {
            face_model::AttributeAxis axis;
            axis.name = a == 0 ? "Wearing_Hat" : "Smiling";
            axis.meanDifference.direction = 0.5 * Eigen::VectorXd::Unit(kLatents, a);
            axis.logistic.direction = 0.25 * Eigen::VectorXd::Unit(kLatents, a + 2);
            axis.meanDifference.balancedAccuracy = axis.logistic.balancedAccuracy = 0.9 - 0.1 * a;
            axes.axes.push_back(std::move(axis));
        }
        face_model::writeAxes(face_model::axesFileOf(modelFile), axes);
    }
    [[nodiscard]] fs::path file(int picture) const
    {
        return pictures / (QString::number(10 + picture).toStdString() + ".png");
    }
    /// By the model itself, one picture at a time.
    [[nodiscard]] Eigen::VectorXd codeOf(int picture) const
    {
        Progress progress;
        const std::array<image::Picture, 1> one = {io::readPicture(file(picture))};
        return model->encode(one, progress).row(0);
    }
    [[nodiscard]] bool open()
    {
        QSignalSpy coded(&page, &FacesPage::picturesCoded);
        page.openPictures(QString::fromStdString(pictures.string()));
        page.openModel(modelFile);
        return coded.wait(kWait)
               && QTest::qWaitFor([this] { return explorer.code().size() > 0; }, kWait);
    }
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name) const
    {
        return page.findChild<Widget*>(QLatin1String(name));
    }
    void placePicture(int picture)
    {
        explorer.placeFile(QString::fromStdString(file(picture).string()));
    }
    [[nodiscard]] bool showsCode(const Eigen::VectorXd& wanted) const
    {
        return QTest::qWaitFor(
                   [&] {
                       return explorer.code().size() == wanted.size()
                              && (explorer.code() - wanted).cwiseAbs().maxCoeff() < 1e-4;
                   },
                   kWait)
               || test::near(explorer.code(), wanted, 1e-4);
    }
    void choose(face_model::MixKind kind) const
    {
        page.findChild<QButtonGroup*>()->button(static_cast<int>(kind))->click();
    }
    void drop(const char* slot, const fs::path& dropped) const
    {
        dropOn(child<FaceSlot>(slot), dropped);
    }
    /// @return whether it was taken
    static bool dropOn(QWidget* widget, const fs::path& dropped)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(dropped.string()))});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
        return true;
    }
};

} // namespace

class FacesPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPictureIsShownWithItsCode()
    {
        Exploring e;
        QVERIFY(e.open());
        QVERIFY(e.showsCode(e.codeOf(0)));
        QVERIFY(test::near(e.child<CodeBars>("codeBars")->code(), e.codeOf(0), 1e-4));
        // Its face, and the pictures near it: itself first.
        auto* const face = e.child<FaceSlot>("exploredFace");
        QVERIFY(QTest::qWaitFor([&] { return !face->face().picture.isNull(); }, kWait));
        QCOMPARE(face->face().picture.width(), kSide);
        QCOMPARE(e.child<QLabel>("codePlace")->property("role").toString(),
                 QStringLiteral("faint"));
    }
    void slidersMoveTheFaceAlongTheirAxes()
    {
        Exploring e;
        QVERIFY(e.open());
        auto* const sliders = e.child<AttributeSliders>("attributeSliders");
        QCOMPARE(sliders->amounts().size(), 2U);
        sliders->slider(0)->setValue(sliders->slider(0)->maximum()); // 2
        sliders->slider(1)->setValue(sliders->slider(1)->minimum() / 2); // -1
        Eigen::VectorXd wanted = e.codeOf(0);
        wanted[0] += 2 * 0.5;
        wanted[1] -= 0.5;
        QVERIFY(e.showsCode(wanted));
        QVERIFY(
            e.child<QLabel>("explorerCaption")->text().contains(QLatin1String("2.0 Wearing Hat")));
        // The other kind of axes, the amounts kept.
        auto* const kind = e.child<QComboBox>("axisKind");
        kind->setCurrentIndex(1);
        Q_EMIT kind->activated(1);
        wanted = e.codeOf(0);
        wanted[2] += 2 * 0.25;
        wanted[3] -= 0.25;
        QVERIFY(e.showsCode(wanted));
        e.child<QPushButton>("resetFace")->click();
        QVERIFY(e.showsCode(e.codeOf(0)));
    }
    void facesAreMixed()
    {
        Exploring e;
        QVERIFY(e.open());
        e.choose(face_model::MixKind::Between);
        e.placePicture(3);
        QVERIFY(e.showsCode((e.codeOf(0) + e.codeOf(3)) / 2));
        e.child<QSlider>("position")->setValue(25);
        QVERIFY(e.showsCode(0.75 * e.codeOf(0) + 0.25 * e.codeOf(3)));
        e.choose(face_model::MixKind::Arithmetic);
        e.drop("slotC", e.file(7));
        QVERIFY(e.showsCode(e.codeOf(0) - e.codeOf(3) + e.codeOf(7)));
        e.choose(face_model::MixKind::One);
        QVERIFY(e.showsCode(e.codeOf(0)));
    }
    void aBarThatIsDraggedChangesOneLatent()
    {
        Exploring e;
        e.page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&e.page));
        QVERIFY(e.open());
        auto* const bars = e.child<CodeBars>("codeBars");
        const int x = bars->width() * 5 / 10; // of five bars the third
        QCOMPARE(bars->latentAt(x), 2);
        QTest::mousePress(bars, Qt::LeftButton, {}, {x, bars->height() / 2});
        QTest::mouseMove(bars, {x, bars->height() / 2 - 1});
        QMouseEvent up(QEvent::MouseMove, QPointF(x, 2), bars->mapToGlobal(QPointF(x, 2)),
                       Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bars, &up);
        QTest::mouseRelease(bars, Qt::LeftButton, {}, {x, 2});
        const Eigen::VectorXd before = e.codeOf(0);
        Eigen::VectorXd others = e.explorer.code() - before;
        QVERIFY(others[2] > 0.1);
        others[2] = 0;
        QVERIFY(others.cwiseAbs().maxCoeff() < 1e-4);
        QTest::mouseDClick(bars, Qt::LeftButton, {}, {x, 2});
        QTest::mouseRelease(bars, Qt::LeftButton, {}, {x, 2});
        QVERIFY(e.showsCode(before));
    }
    void everyStepCanBeTakenBack()
    {
        Exploring e;
        QVERIFY(e.open());
        QUndoStack& stack = e.page.undoStack();
        const Eigen::VectorXd first = e.codeOf(0);
        const int before = stack.count();
        auto* const sliders = e.child<AttributeSliders>("attributeSliders");
        for (int value = 0; value <= sliders->slider(0)->maximum(); value += 20)
            sliders->slider(0)->setValue(value); // a drag
        QCOMPARE(stack.count(), before + 1);
        QCOMPARE(stack.undoText(), QStringLiteral("Wearing Hat"));
        const Eigen::VectorXd withHat = e.explorer.code();
        e.choose(face_model::MixKind::Between);
        e.placePicture(3);
        QVERIFY(QTest::qWaitFor([&] { return stack.count() == before + 3; }, kWait));
        const Eigen::VectorXd between = e.explorer.code();
        QVERIFY((between - withHat).norm() > 0.1);
        stack.undo();
        stack.undo();
        QVERIFY(e.showsCode(withHat));
        stack.undo();
        QVERIFY(e.showsCode(first));
        QVERIFY(sliders->amounts() == (std::vector<double>{0, 0}));
        for (int i = 0; i < 3; ++i)
            stack.redo();
        QVERIFY(e.showsCode(between));
        QVERIFY(!stack.canRedo());
        // Codes of one model mean nothing to another.
        std::vector<image::Picture> others;
        for (std::uint64_t i = 100; i < 108; ++i)
            others.push_back(randomFace(i));
        const fs::path file = e.place.path() / "other.safetensors";
        Exploring::train(others, file);
        e.page.openModel(file);
        QVERIFY(QTest::qWaitFor([&] { return !stack.canUndo() && !stack.canRedo(); }, kWait));
    }
    void randomFacesStayAmongThePictures()
    {
        Exploring e;
        QVERIFY(e.open());
        const Eigen::VectorXd before = e.explorer.code();
        e.child<QPushButton>("randomFace")->click();
        QVERIFY(QTest::qWaitFor([&] { return e.explorer.code() != before; }, kWait));
        const face_model::LatentSpace& space = *e.page.pictures()->space;
        QVERIFY((e.explorer.code().array() >= space.low().array() - 1e-9).all());
        QVERIFY((e.explorer.code().array() <= space.high().array() + 1e-9).all());
    }
    void anotherModelCodesTheFacesAnew()
    {
        Exploring e;
        QVERIFY(e.open());
        std::vector<image::Picture> others;
        for (std::uint64_t i = 100; i < 108; ++i)
            others.push_back(randomFace(i));
        const fs::path file = e.place.path() / "other.safetensors";
        Exploring::train(others, file);
        e.model = face_model::loadFaceModel(file);
        e.page.openModel(file);
        QVERIFY(e.showsCode(e.codeOf(0)));
        // It has no axes, and the page says so.
        QCOMPARE(e.child<AttributeSliders>("attributeSliders")->amounts().size(), 0U);
    }
    void modelsAreComparedAndSorted()
    {
        Exploring e;
        QVERIFY(e.open());
        ComparisonPanel& panel = *e.page.comparison();
        QSignalSpy shown(&panel, &ComparisonPanel::shown);
        e.page.offerModels({e.modelFile});
        // The built-in model takes larger pictures than these: leave it out.
        for (QAction* const action : panel.findChild<QMenu*>()->actions())
            action->setChecked(action->data().toString().contains(QLatin1String("small")));
        e.child<QPushButton>("compare")->click();
        QVERIFY(shown.wait(kWait));
        const report::ComparisonPictures& comparison = *panel.comparison();
        QCOMPARE(comparison.originals.size(), 12U);
        QCOMPARE(comparison.numbers.models.size(), 1U);
        // Twelve different pictures of the folder, and the numbers of a plain comparison.
        std::set<fs::path> files(comparison.numbers.files.begin(), comparison.numbers.files.end());
        QCOMPARE(files.size(), 12U);
        Progress progress;
        const std::array models = {e.model};
        const auto plain = face_model::compareModels(comparison.numbers.files, models, progress);
        QVERIFY(test::near(comparison.numbers.models[0].mean.pixCorr, plain.models[0].mean.pixCorr,
                           1e-12));
        // Sorted by correlation, the figure's first face is the best.
        auto* const sortBy = e.child<QComboBox>("sortBy");
        sortBy->setCurrentIndex(1);
        Q_EMIT sortBy->activated(1);
        const auto& faces = comparison.numbers.models[0].faces;
        const auto best = std::ranges::max_element(faces, {}, &face_model::FaceQuality::pixCorr);
        const auto rasters = e.child<FigureList>("comparisonFigure")
                                 ->views()
                                 .front()
                                 ->figure()
                                 .all<report::Raster>();
        QVERIFY(rasters.front().picture
                == comparison.originals[static_cast<std::size_t>(best - faces.begin())]);
        // Out of the program it goes as SVG or PNG.
        QSignalSpy wanted(&panel, &ComparisonPanel::figureExportRequested);
        e.child<QPushButton>("exportComparison")->click();
        QCOMPARE(wanted.count(), 1);
        const auto figure = wanted.front().front().value<report::Figure>();
        report::writeFigure(figure, e.place.path() / "figure.svg", {});
        report::writeFigure(figure, e.place.path() / "figure.png", {});
        QVERIFY(readTextFile(e.place.path() / "figure.svg").find("pca") != std::string::npos);
        const QImage png(QString::fromStdString((e.place.path() / "figure.png").string()));
        QCOMPARE(png.width(), qRound(figure.widthMm * 300 / 25.4));
    }
    void codesAndEigenfacesAreShown()
    {
        Exploring e;
        QVERIFY(e.open());
        auto* const tabs = e.child<QTabWidget>("facesTabs");
        const auto* const codes = e.child<FigureList>("codeFigures");
        tabs->setCurrentWidget(tabs->findChild<QWidget*>(QStringLiteral("codeFigures")));
        QCOMPARE(codes->views().size(), 3U);
        // All twelve codes are counted, and the one that is looked at is marked.
        QVERIFY(report::svgText(codes->views()[2]->figure()).find("12 codes") != std::string::npos);
        QVERIFY(report::svgText(codes->views()[2]->figure()).find("code shown")
                != std::string::npos);
        tabs->setCurrentWidget(tabs->findChild<QWidget*>(QStringLiteral("insideFigures")));
        const auto* const inside = e.child<FigureList>("insideFigures");
        QCOMPARE(inside->views().size(), 2U);
        // The mean face and every component.
        QCOMPARE(inside->views()[0]->figure().all<report::Raster>().size(),
                 std::size_t{1 + kLatents});
    }
    void thePageTakesPicturesFoldersAndModels()
    {
        Exploring e;
        QVERIFY(e.open());
        QVERIFY(Exploring::dropOn(&e.page, e.file(5)));
        QVERIFY(e.showsCode(e.codeOf(5)));
        QSignalSpy coded(&e.page, &FacesPage::picturesCoded);
        QVERIFY(Exploring::dropOn(&e.page, e.pictures));
        QVERIFY(coded.wait(kWait));
        QVERIFY(Exploring::dropOn(&e.page, e.modelFile));
        QVERIFY(coded.wait(kWait));
        // A folder without pictures may be a study: that is the window's.
        QVERIFY(!Exploring::dropOn(&e.page, e.place.path()));
    }
    void aProgramRunsOnceItIsTrusted()
    {
        if (!face_model::hasTorchModule() || std::string(FUSIFORM_TORCHSCRIPT_FILES).empty())
            QSKIP("this build has no LibTorch module");
        Exploring e;
        QVERIFY(e.open());
        qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((e.place.path() / "config").string()));
        QCOMPARE(QProcess::execute(QStringLiteral(FUSIFORM_TORCHSCRIPT_FILES),
                                   {QString::fromStdString(e.place.path().string())}),
                 0);
        const fs::path program = e.place.path() / "whole.pt";
        const auto dialog
            = [&e] { return e.page.findChild<QDialog*>(QStringLiteral("trustDialog")); };
        const auto* const models = e.child<QComboBox>("facesModel");
        const QString before = models->currentText();

        // Refused: nothing changes, and the question comes again.
        e.page.openModel(program);
        QVERIFY(QTest::qWaitFor([&] { return dialog() != nullptr; }, kWait));
        QCOMPARE(dialog()->findChild<QLabel*>(QStringLiteral("programHash"))->text().toStdString(),
                 fileHash(program));
        dialog()->reject();
        QVERIFY(QTest::qWaitFor([&] { return dialog() == nullptr; }, kWait));
        QCOMPARE(models->currentText(), before);
        QVERIFY(!face_model::trustedProgram(fileHash(program)));

        e.page.openModel(program);
        QVERIFY(QTest::qWaitFor([&] { return dialog() != nullptr; }, kWait));
        dialog()->findChild<QPushButton*>(QStringLiteral("trustProgram"))->click();
        QVERIFY(QTest::qWaitFor([&] { return models->currentText() != before; }, kWait));
        QVERIFY(models->currentData().toString().endsWith(QLatin1String("whole.pt")));
        QVERIFY(face_model::trustedProgram(fileHash(program)));
        qunsetenv("XDG_CONFIG_HOME");
    }
    void axesOfAnotherModelAreNotUsed()
    {
        Exploring e;
        e.writeAxesOf("another");
        QVERIFY(e.open());
        QCOMPARE(e.child<AttributeSliders>("attributeSliders")->amounts().size(), 0U);
    }
    void aDamagedPictureIsToldAndChangesNothing()
    {
        Exploring e;
        QVERIFY(e.open());
        test::writeText(e.place.path() / "damaged.png", "no picture");
        QSignalSpy problem(&e.page, &FacesPage::problem);
        e.drop("slotA", e.place.path() / "damaged.png");
        QVERIFY(problem.wait(kWait));
        QVERIFY(problem.front().front().toString().contains(QLatin1String("damaged.png")));
        QVERIFY(e.showsCode(e.codeOf(0)));
        // What is no picture is not even taken.
        e.drop("slotA", e.modelFile);
        QTest::qWait(50);
        QCOMPARE(problem.count(), 1);
    }
};

FUSIFORM_TEST(FacesPageTest)
#include "faces_page_test.moc"
