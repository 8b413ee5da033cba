// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/deck_writer.h"
#include "app/present/film.h"
#include "app/present/film_writer.h"
#include "app/present/present_page.h"
#include "app/present/talk_export.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "tests/app/running_window.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

QString textOf(const fs::path& path) { return QString::fromStdString(path.string()); }

struct Program : test::RunningWindow {
    PresentPage* page = nullptr;

    bool start(const fs::path& fit)
    {
        if (!open(fit))
            return false;
        action(ActionId::PresentPage)->trigger();
        page = child<PresentPage>("presentPage");
        return QTest::qWaitFor([&] { return page->isVisible(); });
    }
    [[nodiscard]] const present::Scene& slide(std::size_t at)
    {
        return *session.document().scenes.at(at);
    }
    void change(std::size_t at, const std::function<void(present::Scene&)>& how)
    {
        present::Scene scene = slide(at);
        how(scene);
        session.changeScene(at, scene, QStringLiteral("test"));
    }
    bool waitUntilRead(std::size_t at)
    {
        return QTest::qWaitFor([&] { return page->builder().contentOf(slide(at)).isReady; }, 20000);
    }
    /// Exports, and says what went wrong.
    QString exportTo(const fs::path& file, TalkExportOptions options)
    {
        TalkExport work(session, page->builder(), page->talk().stage().brain(), 0, options,
                        textOf(file), nullptr);
        QSignalSpy ended(&work, &TalkExport::ended);
        work.start();
        if (!ended.wait(60000))
            return QStringLiteral("it did not end");
        return ended.front().front().toString();
    }
};

} // namespace

class PresentPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        test::writeSmallFit(m_folder->path() / "fit");
    }
    void slidesAreMadeChangedAndTakenBack()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        QCOMPARE(program.page->slideCount(), 0);
        program.session.selectRegion(1);
        program.action(ActionId::NewSlide)->trigger();
        QCOMPARE(program.page->slideCount(), 1);
        QCOMPARE(program.slide(0).region, program.session.activeRegion()->name);
        program.session.selectRegion(2);
        program.page->addSlide();
        QTRY_COMPARE(program.child<QListWidget>("slideList")->count(), 2);
        QCOMPARE(program.page->current(), 1);
        auto* const title = program.child<QLineEdit>("slideTitle");
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Temporal"));
        QCOMPARE(program.slide(1).title, std::string("Temporal"));
        program.child<QAbstractButton>("slideUp")->click();
        QTRY_COMPARE(program.slide(0).title, std::string("Temporal"));
        QCOMPARE(program.page->current(), 0);
        // One step of undo for the move, one for all that was typed.
        program.session.undo();
        QCOMPARE(program.slide(1).title, std::string("Temporal"));
        program.session.undo();
        QVERIFY(program.slide(1).title != "Temporal");
        program.session.redo();
        program.child<QAbstractButton>("slideRemove")->click();
        QTRY_COMPARE(program.page->slideCount(), 1);
    }
    void theTalkGoesStepByStepAndCountsGuesses()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        program.page->addSlide();
        program.change(0, [](present::Scene& scene) {
            scene.isRevealed = true;
            scene.notes = "slowly";
        });
        program.page->addSlide();
        program.change(1, [](present::Scene& scene) {
            scene.kind = present::SceneKind::GuessWho;
            scene.faces = {2};
        });
        QVERIFY(program.waitUntilRead(1));
        program.page->choose(0);
        TalkWindow& talk = program.page->talk();
        program.action(ActionId::PresentSlides)->trigger();
        QTRY_VERIFY(talk.isVisible());
        std::size_t steps = 0;
        while (talk.place().slide == 0 && steps < 10) {
            QTest::keyClick(&talk, Qt::Key_Space);
            ++steps;
        }
        QCOMPARE(steps, std::size_t{5}); // brain, region, covered, read, shown
        const auto round = talk.stage().content().round;
        QVERIFY(round);
        QCOMPARE(round->choices[round->answer], 2);
        // A wrong answer first: the decoder may be ahead, the audience is not.
        const auto wrong = static_cast<int>((round->answer + 1) % 4);
        QTest::keyClick(&talk, static_cast<Qt::Key>(Qt::Key_A + wrong));
        QCOMPARE(talk.place().step, std::size_t{1});
        QCOMPARE(*talk.stage().content().said, static_cast<std::size_t>(wrong));
        // It cannot be said twice.
        QTest::keyClick(&talk, static_cast<Qt::Key>(Qt::Key_A + static_cast<int>(round->answer)));
        QCOMPARE(*talk.stage().content().said, static_cast<std::size_t>(wrong));
        QTest::keyClick(&talk, Qt::Key_Backspace);
        QTest::keyClick(&talk, Qt::Key_Home);
        QCOMPARE(talk.place().slide, std::size_t{0});
        QCOMPARE(talk.stage().content().score.rounds, 1);
        QCOMPARE(talk.stage().content().score.audience, 0);
        QCOMPARE(talk.stage().content().score.decoder, round->decoder == round->answer ? 1 : 0);
        QTest::keyClick(&talk, Qt::Key_Escape);
        QTRY_VERIFY(!talk.isVisible());
    }
    void thePresenterSeesNotesAndPlace()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        program.page->addSlide();
        program.change(0, [](present::Scene& scene) { scene.notes = "slowly"; });
        PresenterWindow window(
            program.page->talk(), [](std::size_t) { return QImage(64, 36, QImage::Format_RGB32); },
            nullptr);
        window.show();
        program.page->present();
        QTRY_COMPARE(window.findChild<QLabel*>(QStringLiteral("presenterNotes"))->text(),
                     QStringLiteral("slowly"));
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("presenterTime"))
                    ->text()
                    .startsWith(QLatin1String("00:0")));
        QTest::keyClick(&window, Qt::Key_Escape); // keys of the talk work here too
        QTRY_VERIFY(!program.page->talk().isVisible());
    }
    void sealedFacesAreOnNoSlide()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        program.page->addSlide();
        QVERIFY(program.waitUntilRead(0));
        const SlideContent content = program.page->builder().contentOf(program.slide(0));
        QCOMPARE(static_cast<Eigen::Index>(content.originals.size()),
                 program.session.opened()->fit.models.front().exploration.count());
        QVERIFY(content.origin.contains(QLatin1String("exploratory")));
        // Nor when a slide asks for them.
        program.change(0, [](present::Scene& scene) { scene.faces = {0, 7, 99, -1}; });
        QCOMPARE(program.page->builder().contentOf(program.slide(0)).originals.size(),
                 std::size_t{1});
    }
    void aTalkIsWrittenWithWhereItComesFrom()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        program.page->addSlide();
        program.change(0, [](present::Scene& scene) {
            scene.title = "<script>alert(1)</script>";
            scene.isRevealed = true;
        });
        TalkExportOptions options;
        options.width = 640;
        const fs::path page = m_folder->path() / "talk.html";
        options.format = TalkFormat::Html;
        QCOMPARE(program.exportTo(page, options), QString());
        const std::string html = readTextFile(page);
        QVERIFY(html.find("<script>alert") == std::string::npos);
        std::size_t pictures = 0;
        for (std::size_t at = html.find("<section>"); at != std::string::npos;
             at = html.find("<section>", at + 1))
            ++pictures;
        QCOMPARE(pictures, std::size_t{5});
        QVERIFY(html.find("src=\"http") == std::string::npos);
        const Json record = readJson(page.string() + ".json");
        QCOMPARE(record.at("slides").size(), std::size_t{1});
        QCOMPARE(record.at("regions").at(0).at("hash").get<std::string>(),
                 program.session.document().regions.front()->voxels.hash());
        const fs::path paper = m_folder->path() / "talk.pdf";
        options.format = TalkFormat::Pdf;
        options.isStepByStep = false;
        QCOMPARE(program.exportTo(paper, options), QString());
        QCOMPARE(readTextFile(paper).substr(0, 5), std::string("%PDF-"));
        const fs::path folder = m_folder->path() / "pictures";
        options.format = TalkFormat::Pictures;
        QCOMPARE(program.exportTo(folder, options), QString());
        QCOMPARE(QImage(textOf(folder / "picture-00000.png")).size(), slideSize(640));
        QVERIFY(fs::exists(folder / "film.json"));
        // Once more into the same folder: nothing is overwritten.
        QVERIFY_THROWS_EXCEPTION(Error, (void)program.exportTo(folder, options));
    }
    void anExportThatIsGivenUpLeavesNothing()
    {
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        constexpr int kSlides = 40;
        for (int slide = 0; slide < kSlides; ++slide)
            program.session.addScene(0, {});
        fs::create_directories(m_folder->path() / "out");
        TalkExportOptions options;
        options.format = TalkFormat::Pictures;
        options.width = 320;
        {
            TalkExport work(program.session, program.page->builder(),
                            program.page->talk().stage().brain(), 0, options,
                            textOf(m_folder->path() / "out" / "talk"), nullptr);
            QSignalSpy advanced(&work, &TalkExport::advanced);
            QSignalSpy ended(&work, &TalkExport::ended);
            work.start();
            QVERIFY(advanced.wait(30000));
            QVERIFY(ended.isEmpty());
            QVERIFY(!fs::is_empty(m_folder->path() / "out")); // begun, beside its name
        }
        QVERIFY(fs::is_empty(m_folder->path() / "out"));
    }
    void filmsHoldMoveAndFade()
    {
        present::Scene one;
        one.kind = present::SceneKind::Brain;
        one.isRevealed = true; // two steps
        present::Scene two = one;
        two.isRevealed = false;
        two.look.azimuth += 90;
        const present::Slides slides = {std::make_shared<const present::Scene>(one),
                                        std::make_shared<const present::Scene>(two)};
        const std::vector<FilmFrame> film = talkFilm(slides, 2);
        // 2 s, half a second of fading, 2 s, 1 s of way, 2 s at 25 a second.
        QCOMPARE(film.size(), std::size_t{50 + 12 + 50 + 25 + 50});
        QVERIFY(film.front().look == one.look && film.back().look == two.look);
        for (std::size_t frame = 1; frame < film.size(); ++frame)
            QVERIFY(std::abs(film[frame].look.azimuth - film[frame - 1].look.azimuth) < 8);
        const std::vector<FilmFrame> turn = turntable(slides, 1, 4);
        QCOMPARE(turn.size(), std::size_t{100});
        QVERIFY(std::abs(turn.back().look.azimuth + 3.6 - turn.front().look.azimuth - 360) < 1e-9);
    }
    void ffmpegMakesFilms()
    {
        if (!FilmWriter::canEncode())
            QSKIP("ffmpeg is not installed on this machine");
        Program program;
        QVERIFY(program.start(m_folder->path() / "fit"));
        program.page->addSlide();
        TalkExportOptions options;
        options.width = 320;
        options.seconds = 0.5;
        for (const auto& [format, name, mark] :
             {std::tuple(TalkFormat::FilmMp4, "talk.mp4", "ftyp"),
              std::tuple(TalkFormat::FilmWebM, "talk.webm", "webm"),
              std::tuple(TalkFormat::FilmGif, "talk.gif", "GIF89a")}) {
            options.format = format;
            const fs::path file = m_folder->path() / name;
            QCOMPARE(program.exportTo(file, options), QString());
            QVERIFY(readTextFile(file).substr(0, 80).find(mark) != std::string::npos);
            QVERIFY(fs::exists(file.string() + ".json"));
        }
    }

private:
    std::optional<test::TemporaryFolder> m_folder;
};

FUSIFORM_TEST(PresentPageTest)
#include "present_page_test.moc"
