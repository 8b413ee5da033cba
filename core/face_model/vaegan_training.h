// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One training in progress: used by vaegan_trainer.cpp only.

#include "core/face_model/early_stop.h"
#include "core/face_model/module_trainer.h"
#include "core/face_model/training_group.h"
#include "core/face_model/vaegan_trainer.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>

namespace fusiform::face_model {

struct NamedLoss {
    const char* column;
    double TrainingLosses::*value;
};
inline constexpr std::array kLosses = {
    NamedLoss{"pixel", &TrainingLosses::pixel},
    NamedLoss{"chroma", &TrainingLosses::chroma},
    NamedLoss{"ssim_loss", &TrainingLosses::ssim},
    NamedLoss{"kl", &TrainingLosses::kl},
    NamedLoss{"attribute", &TrainingLosses::attribute},
    NamedLoss{"bound", &TrainingLosses::bound},
    NamedLoss{"feature", &TrainingLosses::feature},
    NamedLoss{"adversarial", &TrainingLosses::adversarial},
    NamedLoss{"discriminator", &TrainingLosses::discriminator},
    NamedLoss{"gradient", &TrainingLosses::gradient},
    NamedLoss{"mean_sigma", &TrainingLosses::meanSigma},
};

/// Runs the steps of a training from its start, or from where it was, to its end.
class Training {
public:
    Training(const TrainingSet& pictures, const VaeganOptions& options, const MeasureModel& measure,
             Progress& progress, TrainingObserver* observer);
    /// Null in all processes but the leader.
    std::unique_ptr<VaeganModel> run();

private:
    using Clock = std::chrono::steady_clock;

    void agree();
    void start();
    void shareStart();
    [[nodiscard]] bool isLeader() const { return m_group.place().isLeader(); }
    /// Pictures of a batch that are this process's.
    [[nodiscard]] std::size_t ownBatch() const
    {
        return m_batch / static_cast<std::size_t>(m_group.place().nodes);
    }
    [[nodiscard]] std::size_t choosePortion() const;
    void choosePrecision();
    [[nodiscard]] double timeOfSteps(Precision precision);
    [[nodiscard]] std::vector<float> batchOf(std::uint64_t step, int shift);
    [[nodiscard]] std::vector<float> labelsOf(std::uint64_t step);
    TrainingLosses stepInPortions(ModuleTrainer& trainer, const std::vector<float>& pictures,
                                  const std::vector<float>& labels,
                                  const TrainingStep& settings) const;
    /// Of the training that lies behind, 0..1; stages that ended early count as whole.
    [[nodiscard]] double shareDone() const;
    void endStage();
    void readClock();
    void beginStage();
    [[nodiscard]] Error brokenDown(const std::string& what) const;
    void step();
    void tellObserver();
    void endEpoch();
    [[nodiscard]] Json measure();
    void writeLog() const;
    [[nodiscard]] Json identity() const;
    void writeCheckpoint();
    [[nodiscard]] bool restoreCheckpoint();
    void takeWeights(const std::filesystem::path& checkpoint);
    void restoreArrays(const io::Safetensors& file);
    [[nodiscard]] std::unique_ptr<VaeganModel> model();
    [[nodiscard]] std::uint64_t totalSteps() const
    {
        return m_order.stepsPerEpoch() * static_cast<std::uint64_t>(m_options.epochs);
    }
    [[nodiscard]] int epoch() const { return static_cast<int>(m_step / m_order.stepsPerEpoch()); }

    const TrainingSet& m_pictures;
    const VaeganOptions& m_options;
    const MeasureModel& m_measure;
    Progress& m_progress;
    TrainingObserver* m_observer; ///< may be null
    NetShape m_shape;
    TrainingGroup m_group;
    std::size_t m_batch; ///< of all processes
    std::size_t m_portion; ///< of a batch, pictures
    BatchOrder m_order;
    ModuleTrainer m_trainer;
    Precision m_precision = Precision::Float32;
    std::uint64_t m_step = 0;
    std::uint64_t m_stageStart = 0;
    int m_stage = 1;
    double m_skipped = 0; ///< share of the training left out by ending a stage early
    double m_seconds = 0; ///< since the start, over all resumptions: the clock of the schedule
    double m_stepSeconds = 0; ///< of these in steps, the rest in measurements and checkpoints
    Clock::time_point m_clock = Clock::now(); ///< when m_seconds was last brought up to date
    TrainingLosses m_losses = {}; ///< of the last step
    TrainingLosses m_sums = {}; ///< of this epoch
    std::uint64_t m_stepsInSums = 0;
    double m_stepSecondsAtSums = 0;
    Tsv m_log;
    EarlyStop m_earlyStop;
    Clock::time_point m_lastCheckpoint;
};

} // namespace fusiform::face_model
