// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/training_feed.h"

#include "core/io/picture_file.h"
#include "widgets/controls/pictures.h"

#include <algorithm>

namespace fusiform {

namespace {

constexpr std::chrono::milliseconds kBetweenMoves{250};
constexpr double kLeastBetween = 10; // s
constexpr double kMostBetween = 120;
constexpr double kShareForSnapshots = 0.2; // of the time
constexpr int kSampleColumns = 6;

double secondsBetween(std::chrono::steady_clock::time_point from)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

} // namespace

TrainingFeed::TrainingFeed(QObject* parent) : QObject(parent) { }

void TrainingFeed::setPaused(bool isPaused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_isPaused = isPaused;
    }
    m_resumed.notify_all();
}

bool TrainingFeed::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_isPaused;
}

void TrainingFeed::askSnapshot()
{
    const std::lock_guard lock(m_mutex);
    m_isSnapshotAsked = true;
}

void TrainingFeed::begin(std::vector<image::Picture> pictures) { m_pictures = std::move(pictures); }

void TrainingFeed::follow(const face_model::TrainingMoment& moment)
{
    m_waiting.push_back(moment);
    if (Clock::now() - m_lastMoved < kBetweenMoves && moment.share < 1)
        return;
    m_lastMoved = Clock::now();
    QMetaObject::invokeMethod(
        this, [this, moments = std::exchange(m_waiting, {})] { Q_EMIT moved(moments); },
        Qt::QueuedConnection);
}

bool TrainingFeed::wantsSnapshot(const face_model::TrainingMoment& moment)
{
    const double interval
        = std::clamp(m_snapshotSeconds / kShareForSnapshots, kLeastBetween, kMostBetween);
    const std::lock_guard lock(m_mutex);
    const bool isWanted = std::exchange(m_isSnapshotAsked, false)
                          || secondsBetween(m_lastSnapshot) >= interval || moment.share >= 1;
    if (isWanted)
        m_lastSnapshot = Clock::now();
    return isWanted;
}

void TrainingFeed::show(task::TrainingSnapshot snapshot)
{
    m_snapshotSeconds = secondsBetween(m_lastSnapshot);
    m_lastSnapshot = Clock::now();
    std::vector<image::Picture> strip = m_pictures;
    strip.insert(strip.end(), snapshot.reconstructions.begin(), snapshot.reconstructions.end());
    const ShownSnapshot shown{
        snapshot.moment, imageOf(io::contactSheet(strip, static_cast<int>(m_pictures.size()), 2)),
        imageOf(io::contactSheet(snapshot.samples, kSampleColumns, 2))};
    QMetaObject::invokeMethod(
        this, [this, shown] { Q_EMIT snapshotMade(shown); }, Qt::QueuedConnection);
}

void TrainingFeed::waitWhilePaused(Progress& progress)
{
    {
        std::unique_lock lock(m_mutex);
        m_resumed.wait(lock, progress.token(), [this] { return !m_isPaused; });
    }
    progress.checkpoint();
}

} // namespace fusiform
