// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rating/rating_stage.h"
#include "core/rating/practice.h"
#include "core/rating/rating_pictures.h"
#include "core/rating/rating_session.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace fusiform {

class RatingMessage;

/// Everything a session shows: pictures by the places of pairs in the plan.
struct RatingMaterial {
    rating::Comparison comparison;
    std::vector<rating::PracticeTrial> practice;
};

/// One rater's session on the whole screen, by keys alone: what it is about, practice, trials with
/// rests, an end without results. Blind: nothing in it names a face model, a face or a subject.
class RatingWindow final : public QWidget {
    Q_OBJECT
public:
    enum class Page { Welcome, Practice, PracticeDone, Trial, Rest, Paused, Problem, Done };

    static constexpr std::size_t kTrialsBetweenRests = 50;

    RatingWindow(std::unique_ptr<rating::RatingSession> session, const RatingMaterial& material,
                 QWidget* parent = nullptr);

    void openFullScreen();
    /// How long a choice is seen before the next trial; in practice too.
    void setConfirmMilliseconds(int milliseconds);
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] const rating::RatingSession& session() const { return *m_session; }
    [[nodiscard]] RatingStage* stage() const { return m_stage; }

Q_SIGNALS:
    void left(); ///< the window is closed; what was chosen is kept

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void say(Page page);
    void goOn();
    void showPractice();
    void showTrial(const QString& note = {});
    void showNext();
    void choose(rating::Side side);
    void answerPractice(rating::Side chosen);
    void takeBack();
    void pause();
    void report(const QString& problem);
    [[nodiscard]] StagedFaces facesOf(const rating::Trial& trial) const;
    void showStage();

    std::unique_ptr<rating::RatingSession> m_session;
    std::vector<std::array<QImage, 3>> m_pairs; ///< original, first model, second model
    std::vector<rating::PracticeTrial> m_practice;
    std::vector<StagedFaces> m_practiceFaces;
    std::size_t m_practised = 0;
    std::size_t m_sinceRest = 0;
    Page m_page = Page::Welcome;
    Page m_before = Page::Trial; ///< where a pause or a problem goes on
    QString m_problem;
    QTimer m_confirm;
    int m_confirmMilliseconds;
    int m_answerMilliseconds; ///< of practice, whose answer has to be read
    QStackedWidget* m_stack;
    RatingMessage* m_message;
    RatingStage* m_stage;
};

} // namespace fusiform
