// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/evaluate/open_subject.h"
#include "core/glm/kept_series.h"
#include "core/glm/series_sums.h"

namespace fusiform::evaluate {

/// Reads the test faces of one face model again with another W: one from some of the runs, or from
/// codes of other faces. It knows the voxels of the kept series, which holds those that were
/// selected; the test patterns stay those of the fit. What it is made of has to live as long.
class Refit {
public:
    /// @throws Error{BadData} if the series has no codes of the model
    Refit(const OpenSubject& subject, const OpenModel& open, const glm::KeptSeries& series);

    [[nodiscard]] const glm::KeptSeries& series() const { return m_series; }
    [[nodiscard]] const OpenModel& open() const { return m_open; }
    [[nodiscard]] const glm::TrainingCodes& codes() const { return m_codes; }
    /// Codes of every run's training trials in W's units. @param codes of the series' stimuli
    [[nodiscard]] std::vector<Eigen::MatrixXd> scaled(const glm::TrainingCodes& codes) const;

    /// The faces read with the W of these sums.
    /// @param region voxels outside the series count for nothing
    /// @throws Error{Usage} as decodeRegion, Error{Cancelled}
    /// A decoder that needs more than W (decode::Decoder::needsInputs) gives way to the ridge.
    [[nodiscard]] std::vector<decode::Decoded> read(const glm::SeriesSums& sums,
                                                    std::span<const roi::Region> regions,
                                                    const decode::DecodeOptions& options,
                                                    Progress& progress) const;

    /// The same, where the patterns of those faces that the series has columns of (exploration
    /// faces) are from these sums too.
    [[nodiscard]] std::vector<decode::Decoded>
    readWithPatterns(const glm::SeriesSums& sums, std::span<const roi::Region> regions,
                     const decode::DecodeOptions& options, Progress& progress) const;

    /// The same with W from all runs and these codes of the training pictures.
    [[nodiscard]] std::vector<decode::Decoded> readTrainedOn(const glm::TrainingCodes& codes,
                                                             std::span<const roi::Region> regions,
                                                             const decode::DecodeOptions& options,
                                                             Progress& progress) const;

private:
    [[nodiscard]] std::vector<decode::Decoded>
    readFaces(const glm::FaceSet& faces, const glm::SeriesSums& sums,
              const glm::SeriesEstimates& estimates, std::span<const roi::Region> regions,
              const decode::DecodeOptions& options, Progress& progress) const;

    const glm::KeptSeries& m_series;
    const OpenModel& m_open;
    glm::TrainingCodes m_codes;
    glm::Fit m_fit; ///< grid and voxels of the series only
    glm::FaceSet m_faces; ///< patterns at the voxels of the series
};

/// Of decoders that need more than W, whose inputs are those of the fit's own W: the ridge.
[[nodiscard]] decode::DecodeOptions ofWeightsAlone(decode::DecodeOptions options);

/// The kept series of a fit; none if it kept none. @throws Error{BadData}
[[nodiscard]] std::optional<glm::KeptSeries> keptSeriesOf(const glm::Fit& fit);

} // namespace fusiform::evaluate
