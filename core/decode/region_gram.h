// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/util/progress.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fusiform::decode {

/// How voxels count against each other: the inverse of diag(1 / weights) + Fᵀ F.
struct VoxelMetric {
    Eigen::VectorXf weights; ///< per voxel of the fit; none but those above 0 are usable. Empty: 1
    std::shared_ptr<const Eigen::MatrixXf> factors; ///< F, factors x columns; null: none
    std::vector<Eigen::Index> factorColumns; ///< per voxel of the fit: its column of `factors`
};

/// What every voxel adds to the sums of a region: u = √q [w; y; f], its numbers in W, the patterns
/// of the faces there, and its part of the noise that voxels share. Only looks at W and patterns,
/// which have to live as long.
class VoxelColumns {
public:
    /// @param patterns faces x voxels of the fit
    VoxelColumns(glm::Weights weights, const Eigen::MatrixXf& patterns, VoxelMetric metric = {});

    [[nodiscard]] Eigen::Index weightRows() const { return m_weights.rows(); }
    [[nodiscard]] Eigen::Index patternRows() const { return m_patterns->rows(); }
    [[nodiscard]] Eigen::Index factorRows() const
    {
        return m_metric.factors ? m_metric.factors->rows() : 0;
    }
    [[nodiscard]] Eigen::Index rows() const { return weightRows() + patternRows() + factorRows(); }
    /// Whether all of its numbers are finite.
    [[nodiscard]] bool isUsable(Eigen::Index position) const;
    /// rows() x positions.
    [[nodiscard]] Eigen::MatrixXd gather(std::span<const Eigen::Index> positions) const;

private:
    glm::Weights m_weights;
    const Eigen::MatrixXf* m_patterns;
    VoxelMetric m_metric;
    mutable std::vector<std::int8_t> m_isUsable; ///< by position; -1: not looked at yet
};

/// The sums G = W Q Wᵀ and C = Y Q Wᵀ over the voxels of a region (paper, Eq. 3: Q = 1), and those
/// of the noise factors with them, kept while the region
/// changes: a stroke adds and subtracts only its own voxels (rank-k updates in double). Whichever
/// of that and summing anew has lately cost less a voxel is done; and sums are made anew when the
/// bound of their rounding error passes 1e-12 of the trace, so that they stay those of a fresh
/// summation to 1e-9 after any number of edits. One thread at a time.
class RegionGram {
public:
    explicit RegionGram(VoxelColumns columns);

    /// Brings the sums to `region`. With fewer usable voxels than rows of W no sums are kept: the
    /// voxel form of the decoder is made of positions().
    /// @throws Error{Cancelled} at any moment; the sums are then those of a region in between, and
    /// the next call goes on from there.
    void follow(const glm::Fit& fit, const image::VoxelSet& region, Progress& progress);

    [[nodiscard]] const VoxelColumns& columns() const { return m_columns; }
    /// Usable voxels of the region.
    [[nodiscard]] Eigen::Index voxels() const { return m_voxels; }
    [[nodiscard]] bool hasSums() const { return m_hasSums; }
    /// rows of W x rows of W; only the lower triangle holds it.
    [[nodiscard]] auto gram() const
    {
        return m_sums.topLeftCorner(m_columns.weightRows(), m_columns.weightRows());
    }
    /// faces x rows of W.
    [[nodiscard]] auto cross() const
    {
        return m_sums.block(m_columns.weightRows(), 0, m_columns.patternRows(),
                            m_columns.weightRows());
    }
    /// F Q [Wᵀ Yᵀ]: factors x (rows of W, then faces).
    [[nodiscard]] auto factorCross() const
    {
        return m_sums.bottomLeftCorner(m_columns.factorRows(),
                                       m_columns.weightRows() + m_columns.patternRows());
    }
    /// F Q Fᵀ; only the lower triangle holds it.
    [[nodiscard]] auto factorGram() const
    {
        return m_sums.bottomRightCorner(m_columns.factorRows(), m_columns.factorRows());
    }
    /// Of the region's usable voxels, in the order of the fit.
    [[nodiscard]] std::vector<Eigen::Index> positions(const glm::Fit& fit) const
    {
        return usable(fit, m_members);
    }

    /// How the sums came about so far.
    struct Counts {
        std::int64_t updates = 0; ///< regions reached by adding and subtracting voxels
        std::int64_t recounts = 0; ///< summed anew, as that was cheaper or there was nothing yet
        std::int64_t renewals = 0; ///< summed anew because of the rounding error
    };
    [[nodiscard]] const Counts& counts() const { return m_counts; }

private:
    struct Change { ///< usable voxels, positions in the fit
        std::vector<Eigen::Index> added;
        std::vector<Eigen::Index> removed;
    };
    /// Seconds a voxel that one way of summing has lately taken.
    struct Pace {
        double secondsAVoxel = 0; ///< 0: not measured yet
        void measure(double seconds, std::size_t voxels);
    };
    [[nodiscard]] std::vector<Eigen::Index> usable(const glm::Fit& fit,
                                                   const image::VoxelSet& voxels) const;
    [[nodiscard]] Change changeTo(const glm::Fit& fit, const image::VoxelSet& region) const;
    void recount(const glm::Fit& fit, const image::VoxelSet& region, Progress& progress);
    void move(const glm::Fit& fit, std::span<const Eigen::Index> positions, double sign,
              Progress& progress);
    [[nodiscard]] double trace() const;
    [[nodiscard]] bool isUpdateCheaper(std::size_t moved, Eigen::Index wanted) const;

    VoxelColumns m_columns;
    Eigen::MatrixXd m_sums; ///< of u uᵀ, lower triangle
    image::VoxelSet m_members; ///< whose sums these are
    Eigen::Index m_voxels = 0;
    bool m_hasSums = false;
    double m_errorBound = 0; ///< of the trace
    Pace m_update;
    Pace m_recount;
    Counts m_counts;
};

} // namespace fusiform::decode
