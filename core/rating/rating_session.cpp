// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_session.h"

#include "core/util/time.h"

#include <algorithm>

namespace fusiform::rating {

RatingSession::RatingSession(const std::filesystem::path& folder, std::string rater)
    : m_writer(folder), m_record(readRatingFolder(folder)), m_rater(std::move(rater))
{
    const std::vector<Rating> counted = countedOf(m_record.lines);
    m_trials = trialsFor(m_record.plan.plan, counted, m_rater);
    m_doneBefore = static_cast<std::size_t>(std::ranges::count(counted, m_rater, &Rating::rater));
    m_isResumed = std::ranges::any_of(m_record.lines, [&](const Rating& line) {
        return line.rater == m_rater && line.kind == RatingKind::Test;
    });
}

const Trial* RatingSession::current() const
{
    return m_next < m_trials.size() ? &m_trials[m_next] : nullptr;
}

const Trial* RatingSession::following() const
{
    return m_next + 1 < m_trials.size() ? &m_trials[m_next + 1] : nullptr;
}

Rating RatingSession::ratingOf(Side chosen, double seconds) const
{
    const Plan& plan = m_record.plan.plan;
    const Trial& trial = m_trials[m_next];
    Rating rating;
    rating.time = utcNow();
    rating.rater = m_rater;
    rating.trial = static_cast<long>(done()) + 1;
    rating.pair = plan.pairs[trial.pair];
    rating.left = plan.models[trial.modelAt(Side::Left)];
    rating.right = plan.models[trial.modelAt(Side::Right)];
    rating.chosen = chosen == Side::Left ? rating.left : rating.right;
    rating.seconds = seconds;
    return rating;
}

void RatingSession::choose(Side side, double seconds)
{
    if (!current())
        return;
    const Rating rating = ratingOf(side, seconds);
    m_writer.append(rating);
    m_lastChoice = rating;
    ++m_next;
}

void RatingSession::practise(const Pair& pair, Side ownSide, Side chosen, double seconds)
{
    Rating rating;
    rating.time = utcNow();
    rating.rater = m_rater;
    rating.trial = ++m_practised;
    rating.pair = pair;
    rating.left = ownSide == Side::Left ? kOwnFace : kAnotherFace;
    rating.right = ownSide == Side::Left ? kAnotherFace : kOwnFace;
    rating.chosen = chosen == Side::Left ? rating.left : rating.right;
    rating.seconds = seconds;
    rating.kind = RatingKind::Practice;
    m_writer.append(rating);
}

void RatingSession::takeBack()
{
    if (!canTakeBack())
        return;
    Rating line = *m_lastChoice;
    line.time = utcNow();
    line.kind = RatingKind::TakenBack;
    m_writer.append(line);
    m_lastChoice.reset();
    --m_next;
}

} // namespace fusiform::rating
