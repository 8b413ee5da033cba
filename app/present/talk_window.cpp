// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/talk_window.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

namespace fusiform {

TalkWindow::TalkWindow(Session& session, SlideBuilder& builder, const QString& glProblem,
                       QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_session(session),
      m_builder(builder),
      m_stage(new SlideStage(glProblem, this))
{
    setObjectName(QStringLiteral("talkWindow"));
    setWindowTitle(tr("Talk"));
    setFocusPolicy(Qt::StrongFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stage);
    connect(m_stage, &SlideStage::pressed, this, [this](Qt::MouseButton button) {
        if (button == Qt::RightButton)
            goBack();
        else
            goOn();
    });
    connect(&builder, &SlideBuilder::changed, this, [this] {
        if (isVisible())
            show(SlideBrain::Move::Smoothly);
    });
}

void TalkWindow::begin(std::size_t slide, std::shared_ptr<const scene::BrainSurface> surface)
{
    m_slides = m_session.document().scenes;
    if (m_slides.empty())
        return;
    m_score = {};
    m_said.reset();
    m_stage->brain().setSource(m_session.opened(), std::move(surface));
    m_stage->setBlack(false);
    // All faces are read before they are needed, from the first slide on.
    for (const auto& one : m_slides)
        (void)m_builder.contentOf(*one);
    m_place = {std::min(slide, m_slides.size() - 1), 0};
    m_clock.start();
    showFullScreen();
    raise();
    activateWindow();
    setFocus();
    show(SlideBrain::Move::AtOnce);
    Q_EMIT placeChanged();
}

void TalkWindow::show(SlideBrain::Move move)
{
    if (m_slides.empty())
        return;
    const present::Scene& scene = *m_slides[m_place.slide];
    const present::SceneStep step = present::stepsOf(scene)[m_place.step];
    SlideContent content = m_builder.contentOf(scene);
    content.score = m_score;
    content.said = m_said;
    m_stage->show(std::move(content), step, m_builder.brainOf(scene, step), move);
}

void TalkWindow::move(const present::TalkPlace& place)
{
    if (place == m_place)
        return;
    if (place.slide != m_place.slide) {
        // A round counts once the answer was seen.
        const SlideContent& content = m_stage->content();
        if (m_said && content.round)
            m_score = present::withRound(m_score, *content.round, *m_said);
        m_said.reset();
    }
    m_place = place;
    m_stage->setBlack(false);
    show(SlideBrain::Move::Smoothly);
    Q_EMIT placeChanged();
}

void TalkWindow::goOn() { move(present::next(m_slides, m_place)); }

void TalkWindow::goBack() { move(present::previous(m_slides, m_place)); }

void TalkWindow::goTo(std::size_t slide)
{
    if (slide < m_slides.size())
        move({slide, 0});
}

void TalkWindow::guess(std::size_t choice)
{
    const bool isGuess
        = m_slides[m_place.slide]->kind == present::SceneKind::GuessWho && m_stage->content().round;
    if (!isGuess || m_said)
        return;
    m_said = choice;
    const present::TalkPlace answered = present::next(m_slides, m_place);
    if (m_place.step == 0 && answered.slide == m_place.slide)
        m_place = answered;
    show(SlideBrain::Move::Smoothly);
    Q_EMIT placeChanged();
}

bool TalkWindow::handleKey(QKeyEvent* event)
{
    const int key = event->key();
    const int choices = static_cast<int>(present::GuessRound::kChoices);
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown: goOn(); return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Backspace:
    case Qt::Key_PageUp: goBack(); return true;
    case Qt::Key_Home: goTo(0); return true;
    case Qt::Key_End: goTo(m_slides.size() - 1); return true;
    case Qt::Key_Period:
    case Qt::Key_F9: m_stage->setBlack(!m_stage->isBlack()); return true;
    case Qt::Key_Escape: close(); return true;
    default: break;
    }
    if (key >= Qt::Key_A && key < Qt::Key_A + choices) {
        guess(static_cast<std::size_t>(key - Qt::Key_A));
        return true;
    }
    if (key >= Qt::Key_1 && key < Qt::Key_1 + choices) {
        guess(static_cast<std::size_t>(key - Qt::Key_1));
        return true;
    }
    return false;
}

void TalkWindow::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

void TalkWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT ended();
}

} // namespace fusiform
