// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_window.h"

#include "app/rating/rating_results.h"
#include "app/rating/rating_setup.h"
#include "app/results/section_view.h"
#include "core/util/file.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>

using namespace fusiform;
using rating::Side;
namespace fs = std::filesystem;

namespace {

constexpr float kDark = 0.2F; ///< every face of the first model
constexpr float kLight = 0.8F; ///< and of the second
const std::array<std::string, 2> kRatedModels = {"portraits-vaegan", "pca"};

image::SharedPicture greyPicture(float grey)
{
    constexpr int kSide = 8;
    return image::shared({kSide, kSide, std::vector<float>(std::size_t{kSide} * kSide * 3, grey)});
}

/// One subject whose faces two models read, each in one grey.
std::shared_ptr<const task::EvaluationRun> ratedRun(int faces, float first = kDark)
{
    evaluate::SubjectEvaluation subject;
    subject.subject = "sub-07";
    for (std::size_t m = 0; m < 2; ++m) {
        evaluate::Reconstructions made;
        made.model = kRatedModels[m];
        evaluate::ReadPictures selected{"selected", {}, {}};
        for (int f = 0; f < faces; ++f) {
            made.names.push_back("face-" + std::to_string(f) + ".png");
            made.originals.push_back(greyPicture(0.5F));
            made.fromTruth.push_back(greyPicture(0.4F));
            selected.faces.push_back(greyPicture(m == 0 ? first : kLight));
        }
        made.regions = {selected};
        subject.reconstructions.push_back(std::move(made));
    }
    auto run = std::make_shared<task::EvaluationRun>();
    run->evaluation.subjects = {subject};
    return run;
}

/// A folder with a plan, and a rater before it.
struct Sitting {
    test::TemporaryFolder place;
    fs::path folder = place.path() / "ratings";
    RatingMaterial material;
    std::unique_ptr<RatingWindow> window;

    explicit Sitting(int faces)
    {
        const auto run = ratedRun(faces);
        material.comparison = rating::comparisonOf(run->evaluation, "selected", kRatedModels);
        for (int t = 0; t < 4; ++t)
            material.practice.push_back({{"sub-07", "practice-" + std::to_string(t + 1)},
                                         greyPicture(0.5F),
                                         greyPicture(0.4F),
                                         greyPicture(0.9F),
                                         t % 3 == 0 ? Side::Left : Side::Right});
        rating::PlanRecord plan;
        plan.plan.models = kRatedModels;
        plan.plan.pairs = material.comparison.names();
        rating::writeRatingFolder(folder, plan);
        sit();
    }
    void sit(const std::string& rater = "R-1")
    {
        window.reset(); // lets go of the file
        window = std::make_unique<RatingWindow>(
            std::make_unique<rating::RatingSession>(folder, rater), material);
        window->setConfirmMilliseconds(0);
        window->resize(1280, 800);
        window->show();
    }
    void press(int key) { QTest::keyClick(window.get(), static_cast<Qt::Key>(key)); }
    /// Once the faces are on the screen; true when the choice has been shown and is over.
    bool choose(int key)
    {
        if (!QTest::qWaitFor([&] { return window->stage()->secondsShown().has_value(); }))
            return false;
        press(key);
        return QTest::qWaitFor([&] {
            return !window->stage()->marked() || window->page() == RatingWindow::Page::Done
                   || window->page() == RatingWindow::Page::Rest
                   || window->page() == RatingWindow::Page::PracticeDone;
        });
    }
    bool reachTrials()
    {
        press(Qt::Key_Return);
        for (int t = 0; t < 4 && window->page() == RatingWindow::Page::Practice; ++t)
            if (!choose(Qt::Key_Left))
                return false;
        if (window->page() == RatingWindow::Page::PracticeDone)
            press(Qt::Key_Return);
        return window->page() == RatingWindow::Page::Trial;
    }
    [[nodiscard]] std::vector<rating::Rating> lines() const
    {
        return rating::readRatingFolder(folder).lines;
    }
    [[nodiscard]] std::vector<rating::Rating> counted() const { return rating::countedOf(lines()); }
    /// Everything a rater could read or be read to.
    [[nodiscard]] QString texts() const
    {
        QStringList all = {window->stage()->question(), window->stage()->help()};
        QList<QWidget*> widgets = window->findChildren<QWidget*>();
        widgets.append(window.get());
        for (const QWidget* const widget : widgets)
            all << widget->windowTitle() << widget->toolTip() << widget->statusTip()
                << widget->whatsThis() << widget->accessibleName()
                << widget->accessibleDescription() << widget->objectName();
        for (const QLabel* const label : window->findChildren<QLabel*>())
            all << label->text();
        return all.join(QLatin1Char('\n')).toLower();
    }
    /// The grey in the middle of the picture on that side.
    [[nodiscard]] int greyAt(Side side) const
    {
        const QImage drawn = window->stage()->grab().toImage();
        const int offset = drawn.width() / 8 * (side == Side::Left ? -1 : 1);
        return qGray(drawn.pixel(drawn.width() / 2 + offset, 3 * drawn.height() / 5));
    }
};

} // namespace

class RatingWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void aWholeSessionNeedsKeysAlone()
    {
        Sitting sitting(6);
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Welcome);
        sitting.press(Qt::Key_Return);
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Practice);
        for (int t = 0; t < 4; ++t)
            QVERIFY(sitting.choose(Qt::Key_Right));
        QCOMPARE(sitting.window->page(), RatingWindow::Page::PracticeDone);
        QVERIFY(sitting.counted().empty());
        sitting.press(Qt::Key_Return);
        for (int t = 0; t < 6; ++t) {
            QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
            QVERIFY(sitting.choose(t % 2 == 0 ? Qt::Key_Left : Qt::Key_Right));
        }
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Done);
        const std::vector<rating::Rating> lines = sitting.lines();
        QCOMPARE(lines.size(), std::size_t{10});
        QCOMPARE(std::ranges::count(lines, rating::RatingKind::Practice, &rating::Rating::kind), 4);
        for (std::size_t t = 4; t < lines.size(); ++t) {
            QCOMPARE(lines[t].side(), t % 2 == 0 ? Side::Left : Side::Right);
            QVERIFY(lines[t].seconds > 0);
        }
        QSignalSpy left(sitting.window.get(), &RatingWindow::left);
        sitting.press(Qt::Key_Return);
        QCOMPARE(left.size(), 1);
    }
    void practiceSaysAfterEachChoiceWhetherItWasRight()
    {
        Sitting sitting(6);
        sitting.press(Qt::Key_Return);
        QStringList answers;
        for (int t = 0; t < 4; ++t) {
            QVERIFY(QTest::qWaitFor(
                [&] { return sitting.window->stage()->secondsShown().has_value(); }));
            QVERIFY(sitting.window->stage()->answer().isEmpty());
            sitting.window->setConfirmMilliseconds(300);
            const bool isRight = sitting.material.practice[t].ownSide == Side::Left;
            sitting.press(Qt::Key_Left);
            const QString answer = sitting.window->stage()->answer();
            QVERIFY2(answer.startsWith(isRight ? QLatin1String("Yes") : QLatin1String("No")),
                     qPrintable(answer));
            QCOMPARE(sitting.lines().back().chosen == rating::kOwnFace, isRight);
            answers << answer;
            sitting.press(Qt::Key_Right); // nothing: the answer is being read
            QTRY_VERIFY(!sitting.window->stage()->marked()
                        || sitting.window->page() == RatingWindow::Page::PracticeDone);
        }
        QCOMPARE(sitting.lines().size(), std::size_t{4});
        QVERIFY(answers.removeDuplicates() > 0 && answers.size() == 2); // both came up
    }
    /// What is on the screen on a side is what is kept as chosen there.
    void theChosenModelIsTheOneOnThatSide()
    {
        Sitting sitting(8);
        QVERIFY(sitting.reachTrials());
        int darkLeft = 0;
        for (std::size_t t = 0; t < 8; ++t) {
            const int left = sitting.greyAt(Side::Left);
            const int right = sitting.greyAt(Side::Right);
            QVERIFY2(std::min(left, right) == 51 && std::max(left, right) == 204,
                     qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));
            darkLeft += left == 51 ? 1 : 0;
            QVERIFY(sitting.choose(t % 2 == 0 ? Qt::Key_Left : Qt::Key_Right));
            const int chosen = t % 2 == 0 ? left : right;
            QCOMPARE(sitting.counted()[t].chosen, kRatedModels[chosen == 51 ? 0 : 1]);
        }
        QCOMPARE(darkLeft, 4); // each model as often on either side
    }
    void nothingARaterMeetsNamesAModelAFaceOrASubject()
    {
        Sitting sitting(6);
        const auto isBlind = [&] {
            const QString texts = sitting.texts();
            return std::ranges::none_of(
                std::initializer_list<const char*>{"vae", "gan", "pca", "portraits", "sub-07",
                                                   "face-", "fusiform"},
                [&](const char* name) { return texts.contains(QLatin1String(name)); });
        };
        QVERIFY(isBlind());
        sitting.press(Qt::Key_Return);
        for (int t = 0; t < 4; ++t) {
            QVERIFY(isBlind());
            QVERIFY(sitting.choose(Qt::Key_Left));
        }
        QVERIFY(isBlind());
        sitting.press(Qt::Key_Return);
        for (int t = 0; t < 6; ++t) {
            sitting.press(Qt::Key_Escape);
            QCOMPARE(sitting.window->page(), RatingWindow::Page::Paused);
            QVERIFY(isBlind());
            sitting.press(Qt::Key_Return);
            QVERIFY(isBlind());
            QVERIFY(sitting.choose(Qt::Key_Left));
        }
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Done);
        QVERIFY(isBlind());
    }
    void theLastChoiceIsTakenBackOnce()
    {
        Sitting sitting(4);
        QVERIFY(sitting.reachTrials());
        sitting.press(Qt::Key_Backspace); // nothing yet
        QVERIFY(sitting.choose(Qt::Key_Left));
        QVERIFY(sitting.choose(Qt::Key_Left));
        QCOMPARE(sitting.counted().size(), std::size_t{2});
        sitting.press(Qt::Key_Backspace);
        QCOMPARE(sitting.counted().size(), std::size_t{1});
        sitting.press(Qt::Key_Backspace);
        QCOMPARE(sitting.counted().size(), std::size_t{1});
        while (sitting.window->page() == RatingWindow::Page::Trial)
            QVERIFY(sitting.choose(Qt::Key_Right));
        sitting.press(Qt::Key_Backspace); // the very last one too
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
        QCOMPARE(sitting.counted().size(), std::size_t{3});
    }
    void whoeverStopsGoesOnWhereTheyWere()
    {
        Sitting sitting(5);
        QVERIFY(sitting.reachTrials());
        QVERIFY(sitting.choose(Qt::Key_Left));
        QVERIFY(sitting.choose(Qt::Key_Left));
        sitting.press(Qt::Key_Escape);
        QSignalSpy left(sitting.window.get(), &RatingWindow::left);
        sitting.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        sitting.sit();
        sitting.press(Qt::Key_Return); // no practice again
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
        QCOMPARE(sitting.window->session().done(), std::size_t{2});
        while (sitting.window->page() == RatingWindow::Page::Trial)
            QVERIFY(sitting.choose(Qt::Key_Left));
        QCOMPARE(sitting.counted().size(), std::size_t{5});
        sitting.sit();
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Done); // nothing left for them
    }
    void oneHeldKeyIsOneChoice()
    {
        Sitting sitting(5);
        QVERIFY(sitting.reachTrials());
        sitting.window->setConfirmMilliseconds(60000);
        QVERIFY(
            QTest::qWaitFor([&] { return sitting.window->stage()->secondsShown().has_value(); }));
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(sitting.window.get(), &repeated);
        QVERIFY(sitting.counted().empty());
        sitting.press(Qt::Key_Left);
        QCOMPARE(sitting.window->stage()->marked(), Side::Left); // seen
        sitting.press(Qt::Key_Right);
        sitting.press(Qt::Key_Backspace);
        QCOMPARE(sitting.counted().size(), std::size_t{1});
        QCOMPARE(sitting.counted()[0].side(), Side::Left);
    }
    void thereIsARestEveryFiftyTrials()
    {
        Sitting sitting(52);
        QVERIFY(sitting.reachTrials());
        for (int t = 0; t < 50; ++t) {
            QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
            QVERIFY(sitting.choose(Qt::Key_Left));
        }
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Rest);
        sitting.press(Qt::Key_Return);
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
        QVERIFY(sitting.choose(Qt::Key_Left));
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Trial);
    }
    void aChoiceThatCannotBeKeptIsAskedAgain()
    {
        Sitting sitting(4);
        QVERIFY(sitting.reachTrials());
        QVERIFY(sitting.choose(Qt::Key_Left));
        QVERIFY(
            QTest::qWaitFor([&] { return sitting.window->stage()->secondsShown().has_value(); }));
        {
            const test::FileLimit full(fs::file_size(sitting.folder / "ratings.tsv") + 10);
            sitting.press(Qt::Key_Left);
        }
        QCOMPARE(sitting.window->page(), RatingWindow::Page::Problem);
        QCOMPARE(sitting.counted().size(), std::size_t{1});
        sitting.press(Qt::Key_Return);
        QVERIFY(sitting.choose(Qt::Key_Left));
        QCOMPARE(sitting.counted().size(), std::size_t{2});
        QVERIFY(readTextFile(sitting.folder / "ratings.tsv").ends_with('\n'));
    }
    void theDialogMakesAPlanAndGoesOnWithIt()
    {
        const test::TemporaryFolder place;
        const fs::path folder = place.path() / "ratings";
        RatingSetup setup(ratedRun(3), {}, nullptr);
        setup.show();
        auto* const start = setup.findChild<QPushButton*>(QStringLiteral("startRating"));
        auto* const state = setup.findChild<QLabel*>(QStringLiteral("ratingState"));
        auto* const quota = setup.findChild<QSpinBox*>(QStringLiteral("ratingQuota"));
        QVERIFY(!start->isEnabled()); // no folder yet
        setup.setFolder(folder);
        QVERIFY(start->isEnabled());
        QVERIFY2(state->text().contains(QLatin1String("45")), qPrintable(state->text())); // 3 x 15
        setup.findChild<QSpinBox*>(QStringLiteral("raterQuota"))->setValue(2);
        setup.findChild<QSpinBox*>(QStringLiteral("orderQuota"))->setValue(1);
        quota->setValue(4);
        QVERIFY2(state->text().contains(QLatin1String("12")), qPrintable(state->text()));
        start->click();
        QPointer<RatingWindow> session = setup.session();
        QVERIFY(session);
        QVERIFY(session->isFullScreen());
        QCOMPARE(rating::readRatingFolder(folder).plan.plan.quotas, (rating::Quotas{4, 2, 1}));
        session->close();
        QTRY_VERIFY(!session);
        QVERIFY(!quota->isEnabled()); // settled
        QVERIFY(start->isEnabled());
        // Another look at the same pictures goes on, others are refused.
        RatingSetup again(ratedRun(3), {}, nullptr);
        again.setFolder(folder);
        QVERIFY(again.findChild<QPushButton*>(QStringLiteral("startRating"))->isEnabled());
        QCOMPARE(again.findChild<QSpinBox*>(QStringLiteral("ratingQuota"))->value(), 4);
        RatingSetup other(ratedRun(3, 0.3F), {}, nullptr);
        other.setFolder(folder);
        QVERIFY(!other.findChild<QPushButton*>(QStringLiteral("startRating"))->isEnabled());
        QVERIFY(other.findChild<QLabel*>(QStringLiteral("ratingState"))
                    ->text()
                    .contains(QLatin1String("not those that were rated")));
    }
    void whoStoppedIsOfferedTheirCodeAgain()
    {
        const test::TemporaryFolder place;
        RatingSetup setup(ratedRun(2), {}, nullptr);
        setup.setFolder(place.path() / "ratings");
        auto* const code = setup.findChild<QLineEdit*>(QStringLiteral("raterCode"));
        const QString first = code->text();
        setup.start();
        QPointer<RatingWindow> session = setup.session();
        session->close();
        QTRY_VERIFY(!session);
        QCOMPARE(code->text(), first); // goes on
        {
            rating::RatingSession rest(place.path() / "ratings", first.toStdString());
            rest.choose(Side::Left, 1);
            rest.choose(Side::Left, 1);
        }
        setup.start(); // nothing is left for this rater
        session = setup.session();
        QCOMPARE(session->page(), RatingWindow::Page::Done);
        session->close();
        QTRY_VERIFY(!session);
        QVERIFY(code->text() != first); // the next one's turn
    }
    void resultsAreShownAndSaved()
    {
        Sitting sitting(4);
        QVERIFY(sitting.reachTrials());
        while (sitting.window->page() == RatingWindow::Page::Trial)
            QVERIFY(sitting.choose(Qt::Key_Left));
        sitting.window.reset();
        RatingSetup setup(ratedRun(4), {}, nullptr);
        setup.setFolder(sitting.folder);
        setup.showResults();
        auto* const results = setup.findChild<RatingResults*>();
        QVERIFY(results);
        QVERIFY(results->view()->section()->json.at("all").at("ratings").get<int>() == 4);
        results->save(sitting.place.path() / "report");
        QVERIFY(fs::exists(sitting.place.path() / "report" / "report.html"));
        QVERIFY(fs::exists(sitting.place.path() / "report" / "preference_raters.tsv"));
        results->saveFigure(QStringLiteral("shares"), sitting.place.path() / "shares.pdf");
        QVERIFY(fs::file_size(sitting.place.path() / "shares.pdf") > 1000);
    }
    void aCodeThatIsNoneIsRefused()
    {
        const test::TemporaryFolder place;
        RatingSetup setup(ratedRun(3), {}, nullptr);
        setup.setFolder(place.path() / "ratings");
        auto* const start = setup.findChild<QPushButton*>(QStringLiteral("startRating"));
        setup.findChild<QLineEdit*>(QStringLiteral("raterCode"))
            ->setText(QStringLiteral("Jane Doe"));
        QVERIFY(!start->isEnabled());
        setup.findChild<QPushButton*>(QStringLiteral("newRaterCode"))->click();
        QVERIFY(start->isEnabled());
    }
};

FUSIFORM_TEST(RatingWindowTest)
#include "rating_window_test.moc"
