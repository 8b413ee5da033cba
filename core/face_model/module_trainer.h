// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch_module.h"

#include <functional>
#include <span>
#include <vector>

namespace fusiform::face_model {

/// A trainer of the module, closed whatever happens.
class ModuleTrainer {
public:
    /// @param attributes how many the pictures are labelled with; 0: none.
    /// @param group of the module; may be null.
    ModuleTrainer(const NetShape& shape, std::size_t attributes, std::uint64_t seed, Device device,
                  void* group)
    {
        callTorch([&](DoorMessage* message) {
            return torchDoor().openTrainer(&shape, static_cast<std::int64_t>(attributes), seed,
                                           device, group, &m_trainer, message);
        });
    }
    ~ModuleTrainer() { torchDoor().closeTrainer(m_trainer); }
    ModuleTrainer(const ModuleTrainer&) = delete;
    ModuleTrainer& operator=(const ModuleTrainer&) = delete;

    void setPrecision(Precision precision)
    {
        callTorch([&](DoorMessage* message) {
            return torchDoor().setPrecision(m_trainer, precision, message);
        });
    }
    /// Every process goes on with the state of the leader.
    void shareState(const Progress& progress)
    {
        const DoorWatch watch = watchOf(progress);
        callTorch([&](DoorMessage* message) {
            return torchDoor().shareState(m_trainer, &watch, message);
        });
    }
    void startFromComponents(const std::vector<float>& pooled, std::int64_t count,
                             std::uint64_t seed, const Progress& progress)
    {
        const DoorWatch watch = watchOf(progress);
        callTorch([&](DoorMessage* message) {
            return torchDoor().startFromComponents(m_trainer, pooled.data(), count, seed, &watch,
                                                   message);
        });
    }
    /// @param labels count x attributes, or none
    TrainingLosses step(std::span<const float> pictures, std::span<const float> labels,
                        std::size_t count, const TrainingStep& settings, const Progress& progress)
    {
        const DoorWatch watch = watchOf(progress);
        TrainingLosses losses = {};
        callTorch([&](DoorMessage* message) {
            return torchDoor().step(
                m_trainer, pictures.data(), labels.empty() ? nullptr : labels.data(),
                static_cast<std::int64_t>(count), &settings, &losses, &watch, message);
        });
        return losses;
    }
    void calibrate(std::span<const float> pictures, std::size_t count, std::size_t index,
                   const Progress& progress)
    {
        const DoorWatch watch = watchOf(progress);
        callTorch([&](DoorMessage* message) {
            return torchDoor().calibrate(m_trainer, pictures.data(),
                                         static_cast<std::int64_t>(count),
                                         static_cast<std::int64_t>(index), &watch, message);
        });
    }
    /// Calls `take(array)` for every array of the state.
    void eachState(const std::function<void(const DoorArray&)>& take)
    {
        callTorch([&](DoorMessage* message) {
            return torchDoor().saveState(m_trainer, forward, const_cast<void*>(asContext(take)),
                                         message);
        });
    }
    void eachCodecArray(const std::function<void(const DoorArray&)>& take)
    {
        callTorch([&](DoorMessage* message) {
            return torchDoor().saveCodec(m_trainer, forward, const_cast<void*>(asContext(take)),
                                         message);
        });
    }
    void restore(const std::vector<DoorArray>& arrays)
    {
        callTorch([&](DoorMessage* message) {
            return torchDoor().restoreState(m_trainer, arrays.data(),
                                            static_cast<std::int64_t>(arrays.size()), message);
        });
    }

private:
    static const void* asContext(const std::function<void(const DoorArray&)>& take)
    {
        return &take;
    }
    static void forward(void* take, const DoorArray* array)
    {
        (*static_cast<const std::function<void(const DoorArray&)>*>(take))(*array);
    }

    void* m_trainer = nullptr;
};

} // namespace fusiform::face_model
