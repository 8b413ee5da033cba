// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulate/planted_coding.h"

#include <cstddef>
#include <vector>

namespace fusiform::simulate {

/// When each slice is taken after the start of a volume (s): first every second slice from below,
/// then the others, evenly over the repetition time.
[[nodiscard]] std::vector<double> interleavedSliceTimes(image::Index slices, double repetitionTime);

struct RunSettings {
    const SimulatedHead* head = nullptr;
    const PlantedCoding* coding = nullptr;
    const PictureFeatures* features = nullptr;
    image::Grid grid; ///< in the scanner
    std::vector<double> sliceTimes; ///< s
    double repetitionTime = 2; ///< s
    Movement pose = Movement::Zero(); ///< of the head when the run begins
    double noise = 1;
    double motion = 1;
    std::uint64_t seed = 1;
    std::uint64_t stream = 0; ///< another one for every run
};

struct SimulatedRun {
    std::vector<std::byte> nifti; ///< a whole NIfTI-1 file, int16
    std::vector<Movement> movements; ///< of the head at every volume
};

/// The scan of a run: the moving brain, answers by the canonical response at each slice's own time,
/// slow drift, spatially smooth AR(1) noise of the body, and white noise of the scanner. Outside
/// the brain the signal is 0. The same settings give the same bytes.
[[nodiscard]] SimulatedRun simulateRun(const PlannedRun& run, const RunSettings& settings,
                                       Progress& progress);

} // namespace fusiform::simulate
