// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/series.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <string>
#include <string_view>
#include <vector>

namespace fusiform::preprocess {

/// When the slices of a volume were taken. The names are those of the option --slice-order.
enum class SliceOrder {
    OddThenEven, ///< 1, 3, 5, ..., 2, 4, ... (Philips' default for one package)
    Ascending,
    Descending,
    Interleaved, ///< Philips: in steps of round(sqrt(slices))
    Sidecar, ///< SliceTiming of the run's sidecar
    Custom, ///< a list of slice numbers
    Off,
};
/// "odd-even", "ascending", "descending", "interleaved", "sidecar", "off"; a list of numbers
/// ("1,3,2") is Custom. @throws Error{Usage}
[[nodiscard]] SliceOrder sliceOrderNamed(std::string_view name);

/// Start of every slice after the start of its volume (s), slices in the order of the third voxel
/// axis, spread evenly over the repetition time. Empty for Sidecar, Custom and Off.
[[nodiscard]] std::vector<double> sliceTimes(SliceOrder order, image::Index slices,
                                             double repetitionTime);
/// The same from a list of slice numbers, first taken first, counted from 1.
/// @throws Error{Usage} if it is not a permutation of 1 ... slices.
[[nodiscard]] std::vector<double> sliceTimesOfList(std::string_view list, image::Index slices,
                                                   double repetitionTime);
/// Start of the slice in the temporal middle (s): rank (n + 1) / 2 of n, rounded down.
[[nodiscard]] double middleSliceTime(std::vector<double> times);

/// SPM's shift in time (spm_slice_timing) of a series of `scans` values, as a matrix: the series is
/// extended to a power of two by a straight line back to its first value and shifted by the phase
/// of its Fourier transform. All of that is linear. out = M in, out(n) = in(n - shift).
/// @param shift in scans.
[[nodiscard]] Eigen::MatrixXd shiftOperator(Eigen::Index scans, double shift);

/// Moves every slice to what it would have been at `referenceTime`, in place.
/// @param times one a slice, s.
void correctSliceTiming(image::Series& series, const std::vector<double>& times,
                        double referenceTime, double repetitionTime, Progress& progress);

} // namespace fusiform::preprocess
