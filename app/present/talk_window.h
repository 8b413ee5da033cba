// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_builder.h"
#include "app/present/slide_stage.h"
#include "core/present/talk.h"

#include <QElapsedTimer>

namespace fusiform {

/// What the audience sees: the slides on a whole screen, led by keys, mouse or a remote control.
class TalkWindow final : public QWidget {
    Q_OBJECT
public:
    TalkWindow(Session& session, SlideBuilder& builder, const QString& glProblem, QWidget* parent);

    /// @param surface of the brain, as the window shows it
    void begin(std::size_t slide, std::shared_ptr<const scene::BrainSurface> surface);
    [[nodiscard]] const present::TalkPlace& place() const { return m_place; }
    [[nodiscard]] const present::Slides& slides() const { return m_slides; }
    [[nodiscard]] SlideStage& stage() { return *m_stage; }
    /// Since the talk began.
    [[nodiscard]] qint64 milliseconds() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }
    void restartClock() { m_clock.restart(); }

    void goOn();
    void goBack();
    void goTo(std::size_t slide);
    /// What the audience says in a round of "guess who"; shows the answer.
    void guess(std::size_t choice);
    /// Keys of a talk work in every one of its windows. @return whether it is one
    bool handleKey(QKeyEvent* event);

Q_SIGNALS:
    void placeChanged();
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void show(SlideBrain::Move move);
    void move(const present::TalkPlace& place);

    Session& m_session;
    SlideBuilder& m_builder;
    SlideStage* m_stage;
    present::Slides m_slides; ///< as they were when the talk began
    present::TalkPlace m_place;
    present::GuessScore m_score;
    std::optional<std::size_t> m_said; ///< of the round that is shown
    QElapsedTimer m_clock;
};

} // namespace fusiform
