// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/session/document.h"
#include "core/decode/training_score.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <thread>

namespace fusiform {

/// Which region is checked on training faces, and how it is decoded.
struct TrainingCheckRequest {
    std::shared_ptr<const OpenedFit> opened;
    std::size_t model = 0;
    std::shared_ptr<const roi::Region> region;
    decode::DecodeOptions options;
};

struct TrainingCheckResult {
    TrainingCheckRequest request;
    decode::TrainingScore score;
    std::string unit; ///< "session" or "run"
    double seconds = 0; ///< that the scoring took
};

/// The score that a region has without any test face: training faces, cross-validated. It is worked
/// out on a thread of its own once edits have rested for a moment; a newer request ends the one
/// that runs. What folds need is made at the first request of a fit.
class TrainingCheck final : public QObject {
    Q_OBJECT
public:
    explicit TrainingCheck(QObject* parent = nullptr);
    ~TrainingCheck() override;

    void check(TrainingCheckRequest request);
    /// The ridge that recognises most training faces; at once.
    void chooseRidge(TrainingCheckRequest request);
    /// Nothing is wanted any more.
    void cancel();

    static constexpr int kRestMilliseconds = 700;

Q_SIGNALS:
    void started();
    void checked(std::shared_ptr<const fusiform::TrainingCheckResult> result);
    void ridgeChosen(double strength);
    void failed(const QString& reason);

private:
    enum class Wanted { Score, Ridge };
    struct Input {
        TrainingCheckRequest request;
        Wanted wanted = Wanted::Score;
        std::uint64_t generation = 0;
        std::stop_token token;
    };
    /// What scoring one face model of the fit needs.
    struct Prepared {
        decode::TrainingFolds folds;
        bool hasInputs = false;
        std::unique_ptr<decode::TrainingScorer> scorer;
    };
    void put(TrainingCheckRequest request, Wanted wanted);
    void work(const std::stop_token& token);
    void pass(const Input& input);
    [[nodiscard]] Prepared& prepared(const TrainingCheckRequest& request, Progress& progress);
    void answer(std::uint64_t generation, const std::function<void()>& emitIt);

    Mailbox<Input> m_mailbox;
    std::stop_source m_stop;
    std::uint64_t m_generation = 0;
    TrainingCheckRequest m_waiting;
    QTimer m_rest;
    // Of the worker alone:
    std::filesystem::path m_folder; ///< of the fit that these are of
    std::map<std::size_t, Prepared> m_prepared; ///< by face model
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
