// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/training_follower.h"

#include <QImage>
#include <QObject>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace fusiform {

/// A snapshot as it is shown.
struct ShownSnapshot {
    face_model::TrainingMoment moment;
    QImage reconstructions; ///< originals above, what the model makes of them below
    QImage samples;
};

/// Brings a training to the window: moments a few times a second, snapshots at growing intervals.
/// Made and shown on the GUI thread; the training's thread calls what it follows with.
class TrainingFeed final : public QObject, public task::TrainingFollower {
    Q_OBJECT
public:
    explicit TrainingFeed(QObject* parent = nullptr);

    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const;
    /// The next step makes a snapshot.
    void askSnapshot();

    void begin(std::vector<image::Picture> pictures) override;
    void follow(const face_model::TrainingMoment& moment) override;
    [[nodiscard]] bool wantsSnapshot(const face_model::TrainingMoment& moment) override;
    void show(task::TrainingSnapshot snapshot) override;
    void waitWhilePaused(Progress& progress) override;

Q_SIGNALS:
    /// Every moment since the last time.
    void moved(const std::vector<fusiform::face_model::TrainingMoment>& moments);
    void snapshotMade(const fusiform::ShownSnapshot& snapshot);

private:
    using Clock = std::chrono::steady_clock;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_resumed;
    bool m_isPaused = false;
    bool m_isSnapshotAsked = true; ///< the first step has one
    // Of the training's thread alone:
    std::vector<image::Picture> m_pictures;
    std::vector<face_model::TrainingMoment> m_waiting;
    Clock::time_point m_lastMoved = {};
    Clock::time_point m_lastSnapshot = {};
    double m_snapshotSeconds = 0; ///< how long making one took
};

} // namespace fusiform
