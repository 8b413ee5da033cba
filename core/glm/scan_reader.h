// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"
#include "core/image/volume.h"
#include "core/io/nifti.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <cstdint>
#include <span>
#include <vector>

namespace fusiform::glm {

/// Reads runs one after the other, scales each to a grand mean of 100, and finds out which voxels
/// can be used: those inside the runs' masks or, without one, above 0.8 of the scan's global in
/// every scan (spm_global, spm_fmri_spm_ui), finite in all and constant in no run. A voxel that the
/// first run excludes can never come back, so the first run's voxels are the candidates and one
/// pass over the images is enough.
class ScanReader {
public:
    /// Takes in the next run: its scale, and the voxels that it makes unusable. Returns the values
    /// of all candidates as `values` does; every scan is decoded once.
    /// @param mask of the brain, above 0 inside; empty: no mask
    /// @throws Error{BadData} if the run's or the mask's grid is not that of the first run.
    [[nodiscard]] ScanValues read(const io::NiftiData& run, const std::filesystem::path& mask,
                                  Progress& progress);
    /// Values of a run that was read as the r-th: scans x the candidates [begin, end), grand mean
    /// 100.
    [[nodiscard]] ScanValues values(const io::NiftiData& run, std::size_t r, Eigen::Index begin,
                                    Eigen::Index end, Progress& progress) const;
    [[nodiscard]] ScanValues read(const io::NiftiData& run, Progress& progress)
    {
        return read(run, {}, progress);
    }

    [[nodiscard]] const image::Grid& grid() const { return m_grid; }
    [[nodiscard]] const std::vector<image::Index>& candidates() const { return m_candidates; }
    /// Positions in candidates() of the voxels that every run so far could use, ascending.
    [[nodiscard]] std::vector<Eigen::Index> usable() const;
    /// Mean over all scans read, in the scaled units, of the whole grid.
    [[nodiscard]] image::Volume meanImage() const;

    struct Unusable {
        image::Index nan = 0; ///< voxels of the grid with a NaN in any scan
        image::Index infinite = 0; ///< with an infinite value and no NaN
        image::Index constant = 0; ///< inside the mask but without any change over a whole run
    };
    [[nodiscard]] Unusable unusable() const;
    /// For each run read: candidates usable before it that it made unusable.
    [[nodiscard]] const std::vector<image::Index>& lostPerRun() const { return m_lostPerRun; }

private:
    enum Flag : unsigned char { kNaN = 1, kInfinite = 2, kConstant = 4, kLow = 8, kVaries = 16 };
    /// What a few scans say of every voxel of the grid.
    struct Part {
        std::vector<std::int32_t> flags; ///< as wide as the values, which makes the loop fast
        std::vector<float> sum;
    };

    static void look(std::span<const float> values, std::span<const float> first, float limit,
                     Part& part);
    void checkGrid(const image::Grid& grid, const std::filesystem::path& file) const;
    /// Fills m_parts, and `candidates` with the values of the candidates known so far, not yet
    /// scaled; returns the global of every scan.
    [[nodiscard]] std::vector<double> lookAtScans(const io::NiftiData& run, bool isMasked,
                                                  ScanValues& candidates, Progress& progress);
    void findCandidates(const std::filesystem::path& file);
    void markOutside(const std::filesystem::path& mask);
    void addParts(double scale);

    image::Grid m_grid;
    std::vector<image::Index> m_candidates;
    std::vector<unsigned char> m_flags; ///< per voxel of the grid
    std::vector<double> m_sum;
    std::vector<double> m_scales; ///< per run: to a grand mean of 100
    std::vector<Part> m_parts; ///< of the run in hand; kept for their memory
    image::Index m_scans = 0;
    std::vector<image::Index> m_lostPerRun;
};

} // namespace fusiform::glm
