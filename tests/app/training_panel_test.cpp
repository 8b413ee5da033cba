// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/training_panel.h"

#include "app/support/figure_list.h"
#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/io/picture_file.h"
#include "core/util/random.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "widgets/faces/picture_view.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

constexpr int kLongWait = 60000;

/// The panel with 24 pictures of coloured noise.
struct TrainingHere {
    test::TemporaryFolder place;
    fs::path out = place.path() / "made.safetensors";
    TrainingPanel panel;

    TrainingHere()
    {
        const fs::path pictures = place.path() / "pictures";
        fs::create_directories(pictures);
        Random random(5);
        for (int i = 0; i < 24; ++i) {
            image::Picture small{4, 4, {}};
            for (int k = 0; k < 48; ++k)
                small.rgb.push_back(static_cast<float>(random.uniform()));
            io::writePicture(pictures / (std::to_string(i) + ".png"),
                             image::resized(small, 64, 64));
        }
        panel.setFolder(QString::fromStdString(pictures.string()), 24);
        child<QComboBox>("trainSize")->setCurrentIndex(0);
        child<QSpinBox>("trainLatents")->setValue(4);
        child<QSpinBox>("trainHeldOut")->setValue(4);
    }
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name) const
    {
        return panel.findChild<Widget*>(QLatin1String(name));
    }
};

} // namespace

class TrainingPanelTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void aPcaIsThereAtOnce()
    {
        TrainingHere t;
        t.child<QComboBox>("trainKind")->setCurrentIndex(2);
        QVERIFY(!t.child<QSpinBox>("trainMinutes")->isEnabled());
        QSignalSpy trained(&t.panel, &TrainingPanel::trained);
        t.panel.train(t.out);
        QVERIFY(trained.wait(kLongWait));
        const auto model = face_model::loadFaceModel(t.out);
        QCOMPARE(model->description().kind, std::string("pca"));
        QCOMPARE(model->description().latentSize, Eigen::Index(4));
        QCOMPARE(model->description().imageSize, 64);
        QCOMPARE(model->description().training,
                 "24 pictures of " + t.place.path().filename().string() + "/pictures, 4 held out");
    }
    void facesAreCroppedByTheEyesInAList()
    {
        TrainingHere t;
        std::string list = "picture\tleft_x\tleft_y\tright_x\tright_y\n";
        for (int i = 0; i < 24; ++i)
            list += std::to_string(i) + ".png\t20\t30\t44\t30\n";
        test::writeText(t.place.path() / "eyes.tsv", list);
        t.child<QComboBox>("trainKind")->setCurrentIndex(2);
        t.panel.setEyes(QString::fromStdString((t.place.path() / "eyes.tsv").string()));
        QVERIFY(t.child<QPushButton>("trainEyes")->isChecked());
        QSignalSpy trained(&t.panel, &TrainingPanel::trained);
        t.panel.train(t.out);
        QVERIFY(trained.wait(kLongWait));
        QCOMPARE(face_model::loadFaceModel(t.out)->description().crop, std::string("eyes"));
    }
    void aTrainingIsShownPausedAndStopped()
    {
        if (!face_model::hasTorchModule())
            QSKIP("this build has no LibTorch module");
        TrainingHere t;
        auto* const pause = t.child<QPushButton>("pause");
        QVERIFY(!pause->isEnabled());
        QSignalSpy stopped(&t.panel, &TrainingPanel::stopped);
        t.panel.train(t.out);
        QVERIFY(QTest::qWaitFor([&] { return t.panel.snapshots().size() == 1; }, kLongWait));
        // Four held-out pictures above what the model makes of them, two pixels apart.
        const QImage strip = t.child<PictureView>("trainingStrip")->picture();
        QCOMPARE(strip.width(), 4 * 64 + 3 * 2);
        QCOMPARE(strip.height(), 2 * 64 + 2);
        QVERIFY(!t.child<PictureView>("trainingSamples")->picture().isNull());
        // Paused, no step is made; resumed, they go on.
        auto& feed = *t.panel.findChild<TrainingFeed*>();
        QSignalSpy moved(&feed, &TrainingFeed::moved);
        QVERIFY(moved.wait(kLongWait));
        pause->click();
        QTest::qWait(1000);
        const auto steps = moved.count();
        QTest::qWait(1500);
        QCOMPARE(moved.count(), steps);
        pause->click();
        QVERIFY(moved.wait(kLongWait));
        QVERIFY(!t.child<FigureList>("losses")->views().empty());
        // Stopped, also while paused.
        pause->click();
        t.child<QPushButton>("cancelJob")->click();
        QVERIFY(stopped.wait(kLongWait));
        QVERIFY(!t.panel.isTraining());
        QVERIFY(!fs::exists(t.out));
        QVERIFY(t.child<QPushButton>("train")->isEnabled());
        QVERIFY(!pause->isChecked());
    }
    void withoutPicturesNothingCanBeTrained()
    {
        TrainingPanel panel;
        const auto* const train = panel.findChild<QPushButton*>(QStringLiteral("train"));
        QVERIFY(!train->isEnabled());
        QVERIFY(!train->toolTip().isEmpty());
    }
};

FUSIFORM_TEST(TrainingPanelTest)
#include "training_panel_test.moc"
