// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/decoder_controls.h"

#include "core/decode/decode_region.h"
#include "tests/app/running_window.h"
#include "tests/support/near.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QToolButton>

using namespace fusiform;
using test::near;

namespace {

std::filesystem::path demonstration()
{
    return std::filesystem::path(FUSIFORM_SOURCE_DIR) / "resources" / "demo" / "fit";
}

} // namespace

/// On the demonstration, which came with what decoders need, and on a fit that did not.
class DecoderControlsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::writeSmallFit(m_folder.path() / "fit"); }

    void theChosenDecoderReadsTheFaces()
    {
        test::RunningWindow program;
        QVERIFY(program.open(demonstration()));
        auto* const decoder = program.child<QComboBox>("decoder");
        auto* const ridge = program.child<QDoubleSpinBox>("ridge");
        QVERIFY(ridge->isVisibleTo(&program.window));
        const OpenedFit& opened = *program.session.opened();
        QSignalSpy results(&program.live, &LivePipeline::resultReady);
        for (int index = 0; index < decoder->count(); ++index) {
            const std::string name = decoder->itemData(index).toString().toStdString();
            results.clear();
            decoder->setCurrentIndex(index);
            Q_EMIT decoder->activated(index);
            decode::DecodeOptions options;
            options.decoder = name;
            Progress progress;
            const decode::Decoded expected = decode::decodeRegion(
                opened.fit, opened.fit.models[0], program.session.activeRegion()->voxels,
                opened.fit.models[0].exploration, options, progress);
            const auto arrived = [&] {
                for (const auto& arguments : results) {
                    const auto result = arguments[0].value<std::shared_ptr<const LiveResult>>();
                    if (result->decoded.decoder == name && result->model == 0)
                        return near(result->decoded.latents, expected.latents, 1e-6);
                }
                return false;
            };
            if (name != "ridge") // shown already
                QTRY_VERIFY_WITH_TIMEOUT(arrived(), 20000);
            QTRY_VERIFY(
                program.child<QLabel>("updateText")->text().contains(decoder->itemText(index)));
            QCOMPARE(ridge->isVisibleTo(&program.window),
                     name == "ridge" || name == "gls" || name == "ceiling");
        }
    }
    void theRidgeCanBeSetAndChosenOnTrainingFaces()
    {
        test::RunningWindow program;
        QVERIFY(program.open(demonstration()));
        auto* const ridge = program.child<QDoubleSpinBox>("ridge");
        QCOMPARE(ridge->value(), 0.1);
        ridge->setValue(5);
        QTRY_VERIFY(program.child<QLabel>("updateText")->text().contains(QStringLiteral("λ 5")));
        auto* const training = program.child<QLabel>("trainingScore");
        QTRY_VERIFY_WITH_TIMEOUT(
            training->isEnabled() && training->text().contains(QStringLiteral("±")), 30000);
        QTest::mouseClick(program.child<QToolButton>("chooseRidge"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(program.session.decodeOptions().ridge != 5, 30000);
        QCOMPARE(ridge->value(), program.session.decodeOptions().ridge);
        // And the score of training faces follows.
        QTRY_VERIFY_WITH_TIMEOUT(
            training->isEnabled() && training->text().contains(QStringLiteral("±")), 30000);
    }
    void theTrainingScoreFollowsTheRegion()
    {
        test::RunningWindow program;
        QVERIFY(program.open(demonstration()));
        auto* const training = program.child<QLabel>("trainingScore");
        QTRY_VERIFY_WITH_TIMEOUT(
            training->isEnabled() && training->text().contains(QStringLiteral("±")), 30000);
        const QString before = training->text();
        program.session.selectRegion(3); // frontoparietal says little of faces
        QTRY_VERIFY(!training->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(training->isEnabled() && training->text() != before, 30000);
        QVERIFY(training->text().contains(QStringLiteral("sessions held out")));
    }
    void whatAFitLacksCannotBeTakenAndSaysWhy()
    {
        test::RunningWindow program;
        QVERIFY(program.open(m_folder.path() / "fit"));
        auto* const decoder = program.child<QComboBox>("decoder");
        auto* const items = qobject_cast<QStandardItemModel*>(decoder->model());
        QVERIFY(items->item(decoder->findData(QStringLiteral("ridge")))->isEnabled());
        const auto* const bayes = items->item(decoder->findData(QStringLiteral("bayes")));
        QVERIFY(!bayes->isEnabled());
        QVERIFY(bayes->toolTip().contains(QStringLiteral("series")));
        QVERIFY(!program.child<QToolButton>("chooseRidge")->isEnabled());
        QVERIFY(program.child<QLabel>("trainingScore")->text().contains(QStringLiteral("series")));
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(DecoderControlsTest)
#include "decoder_controls_test.moc"
