// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_window.h"

#include "app/rating/rating_message.h"
#include "app/support/text.h"
#include "widgets/controls/pictures.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fusiform {

namespace {

constexpr int kConfirmMilliseconds = 350; // seen, and no wait
constexpr int kAnswerMilliseconds = 1800; // a line is read

bool isOnwardKey(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
}

} // namespace

RatingWindow::RatingWindow(std::unique_ptr<rating::RatingSession> session,
                           const RatingMaterial& material, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_session(std::move(session)),
      m_practice(material.practice),
      m_confirmMilliseconds(kConfirmMilliseconds),
      m_answerMilliseconds(kAnswerMilliseconds),
      m_stack(new QStackedWidget(this)),
      m_message(new RatingMessage(this)),
      m_stage(new RatingStage(this))
{
    setObjectName(QStringLiteral("ratingWindow"));
    setWindowTitle(tr("Rating session"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 480);
    setCursor(Qt::BlankCursor); // a pointer over a face would point at it
    // Decoded before the first trial, so that none waits for its pictures.
    for (const rating::PairPictures& one : material.comparison.pairs)
        m_pairs.push_back({imageOf(*one.original), imageOf(*one.reconstructions[0]),
                           imageOf(*one.reconstructions[1])});
    for (const rating::PracticeTrial& one : m_practice)
        m_practiceFaces.push_back({imageOf(*one.original), imageOf(*one.at(rating::Side::Left)),
                                   imageOf(*one.at(rating::Side::Right))});
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_stage);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_confirm.setSingleShot(true);
    connect(&m_confirm, &QTimer::timeout, this, &RatingWindow::showNext);
    say(m_session->current() ? Page::Welcome : Page::Done);
}

void RatingWindow::setConfirmMilliseconds(int milliseconds)
{
    m_confirmMilliseconds = milliseconds;
    m_answerMilliseconds = milliseconds;
}

void RatingWindow::openFullScreen()
{
    setGeometry(screen()->geometry()); // as large too where no window manager does it
    showFullScreen();
    raise();
    activateWindow();
    setFocus();
}

void RatingWindow::say(Page page)
{
    m_page = page;
    const QString enter = tr("Enter");
    const QString escape = tr("Esc");
    const KeyLine arrows{QStringLiteral("←  →"), tr("chooses the left or the right face")};
    switch (page) {
    case Page::Welcome:
        m_message->say(
            m_session->isResumed() ? tr("Welcome back") : tr("Comparing faces"),
            tr("You will see a face, and two others below it. Choose the one that is more "
               "like the face above; trust your first impression."),
            {arrows,
             {tr("Backspace"), tr("takes the last choice back")},
             {escape, tr("pauses; nothing is lost")},
             {enter, m_session->isResumed() ? tr("goes on where you stopped")
                                            : tr("starts with a short practice")}});
        break;
    case Page::PracticeDone:
        m_message->say(tr("This was practice"),
                       tr("Now it counts. The faces are harder to tell apart: choose even when you "
                          "are not sure."),
                       {arrows, {enter, tr("starts")}});
        break;
    case Page::Rest:
        m_message->say(tr("A short rest"),
                       tr("%1 of %2 are done. Look away from the screen for a moment if you like.")
                           .arg(m_session->done())
                           .arg(m_session->total()),
                       {{enter, tr("goes on")}, {escape, tr("stops for today")}});
        break;
    case Page::Paused:
        m_message->say(
            tr("Pause"),
            tr("What you chose is kept. Your code is %1; with it you can also go on another "
               "day.")
                .arg(QString::fromStdString(m_session->rater())),
            {{enter, tr("goes on")}, {escape, tr("stops for today")}});
        break;
    case Page::Problem:
        m_message->say(tr("Your last choice could not be kept"), m_problem,
                       {{enter, tr("shows these faces again")}, {escape, tr("stops for today")}});
        break;
    case Page::Done:
        m_message->say(tr("Thank you"),
                       m_session->done() > 0 ? tr("All faces are done, and every choice is kept.")
                                             : tr("There is nothing left to rate."),
                       {{enter, tr("ends the session")}});
        break;
    case Page::Practice:
    case Page::Trial: break;
    }
    m_stack->setCurrentWidget(m_message);
}

void RatingWindow::showStage() { m_stack->setCurrentWidget(m_stage); }

void RatingWindow::showPractice()
{
    m_page = Page::Practice;
    m_stage->setProgress(std::nullopt);
    //: %1: the number of a practice trial, %2: of how many
    m_stage->setQuestion(tr("Practice %1 of %2: which one is more like the face above?")
                             .arg(m_practised + 1)
                             .arg(m_practice.size()));
    m_stage->setHelp(tr("Esc pauses"));
    m_stage->setFaces(m_practiceFaces[m_practised]);
    if (m_practised + 1 < m_practice.size())
        m_stage->prepare(m_practiceFaces[m_practised + 1]);
    showStage();
}

StagedFaces RatingWindow::facesOf(const rating::Trial& trial) const
{
    const std::array<QImage, 3>& pair = m_pairs[trial.pair];
    return {pair[0], pair[1 + trial.modelAt(rating::Side::Left)],
            pair[1 + trial.modelAt(rating::Side::Right)]};
}

void RatingWindow::showTrial(const QString& note)
{
    m_page = Page::Trial;
    m_stage->setProgress(static_cast<double>(m_session->done())
                         / static_cast<double>(m_session->total()));
    m_stage->setQuestion(note.isEmpty() ? tr("Which one is more like the face above?") : note);
    m_stage->setHelp(m_session->canTakeBack() ? tr("Backspace takes the last choice back · "
                                                   "Esc pauses")
                                              : tr("Esc pauses"));
    m_stage->setFaces(facesOf(*m_session->current()));
    if (const rating::Trial* const next = m_session->following())
        m_stage->prepare(facesOf(*next));
    showStage();
}

/// From a page of words to what comes after it.
void RatingWindow::goOn()
{
    const bool isPractising
        = m_page == Page::Welcome
              ? !m_session->isResumed() && !m_practice.empty()
              : m_before == Page::Practice && (m_page == Page::Paused || m_page == Page::Problem);
    if (isPractising)
        showPractice();
    else if (m_session->current())
        showTrial();
    else
        say(Page::Done);
}

/// After a choice was seen for a moment.
void RatingWindow::showNext()
{
    if (m_page == Page::Practice) {
        if (m_practised < m_practice.size())
            return showPractice();
        return say(Page::PracticeDone);
    }
    if (!m_session->current())
        return say(Page::Done);
    if (m_sinceRest >= kTrialsBetweenRests) {
        m_sinceRest = 0;
        return say(Page::Rest);
    }
    showTrial();
}

void RatingWindow::choose(rating::Side side)
{
    const std::optional<double> seconds = m_stage->secondsShown();
    if (!seconds || m_confirm.isActive())
        return; // not seen yet, or chosen already
    const QString problem = problemOf([&] {
        if (m_page == Page::Practice) {
            const rating::PracticeTrial& trial = m_practice[m_practised];
            m_session->practise(trial.pair, trial.ownSide, side, *seconds);
        } else {
            m_session->choose(side, *seconds);
        }
    });
    if (!problem.isEmpty())
        return report(problem);
    m_stage->mark(side);
    if (m_page == Page::Practice)
        return answerPractice(side);
    ++m_sinceRest;
    m_confirm.start(m_confirmMilliseconds);
}

/// Here it is known which one is right: who took the task for another one learns it now.
void RatingWindow::answerPractice(rating::Side chosen)
{
    const bool isRight = m_practice[m_practised].ownSide == chosen;
    m_stage->setAnswer(isRight ? tr("Yes: this is the face above.")
                               : tr("No: the other one is the face above."));
    ++m_practised;
    m_confirm.start(m_answerMilliseconds);
}

void RatingWindow::takeBack()
{
    if (!m_session->canTakeBack() || m_confirm.isActive())
        return;
    const QString problem = problemOf([&] { m_session->takeBack(); });
    if (!problem.isEmpty())
        return report(problem);
    if (m_sinceRest > 0)
        --m_sinceRest;
    showTrial(tr("Taken back: which one is more like the face above?"));
}

void RatingWindow::pause()
{
    m_before = m_page;
    say(Page::Paused);
}

void RatingWindow::report(const QString& problem)
{
    m_before = m_page;
    m_problem = problem;
    say(Page::Problem);
}

void RatingWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat() || m_confirm.isActive())
        return; // one press, one choice
    const int key = event->key();
    const bool isStage = m_page == Page::Practice || m_page == Page::Trial;
    const bool canTakeBack = m_page == Page::Trial || m_page == Page::Rest || m_page == Page::Done;
    if (isStage && (key == Qt::Key_Left || key == Qt::Key_Right))
        choose(key == Qt::Key_Left ? rating::Side::Left : rating::Side::Right);
    else if (canTakeBack && key == Qt::Key_Backspace)
        takeBack();
    else if (isStage && key == Qt::Key_Escape)
        pause();
    else if (!isStage && key == Qt::Key_Escape)
        close();
    else if (!isStage && isOnwardKey(key))
        m_page == Page::Done ? void(close()) : goOn();
}

void RatingWindow::closeEvent(QCloseEvent* event)
{
    m_confirm.stop();
    event->accept();
    Q_EMIT left();
}

} // namespace fusiform
