// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/refit.h"

#include "core/decode/decoders.h"
#include "core/decode/region_decoder.h"
#include "core/glm/series_weights.h"

#include <limits>
#include <numeric>

namespace fusiform::evaluate {

using Eigen::Index;

namespace {

/// The same faces with their patterns at the voxels of a series; NaN where the fit has none.
glm::FaceSet onSeries(const glm::FaceSet& faces, const glm::Fit& fit, const glm::KeptSeries& series)
{
    glm::FaceSet part{faces.names, faces.pictures, {}, faces.codes};
    part.patterns.setConstant(faces.patterns.rows(), series.voxels(),
                              std::numeric_limits<float>::quiet_NaN());
    for (Index v = 0; v < series.voxels(); ++v)
        if (const Index at = fit.positionOf(series.index().voxels[static_cast<std::size_t>(v)]);
            at >= 0)
            part.patterns.col(v) = faces.patterns.col(at);
    return part;
}

} // namespace

Refit::Refit(const OpenSubject& subject, const OpenModel& open, const glm::KeptSeries& series)
    : m_series(series),
      m_open(open),
      m_codes(series.codes(open.model->model.name)),
      m_faces(onSeries(open.shown, *subject.fit, series))
{
    m_fit.folder = subject.fit->folder;
    m_fit.subject = subject.fit->subject;
    m_fit.grid = subject.fit->grid;
    m_fit.voxels = series.index().voxels;
}

std::vector<Eigen::MatrixXd> Refit::scaled(const glm::TrainingCodes& codes) const
{
    return glm::scaledTrialCodes(m_series, codes, m_open.model->latentMean, m_open.model->latentSd);
}

std::vector<decode::Decoded> Refit::read(const glm::SeriesSums& sums,
                                         std::span<const roi::Region> regions,
                                         const decode::DecodeOptions& options,
                                         Progress& progress) const
{
    return readFaces(m_faces, sums, glm::estimate(sums), regions, options, progress);
}

std::vector<decode::Decoded> Refit::readWithPatterns(const glm::SeriesSums& sums,
                                                     std::span<const roi::Region> regions,
                                                     const decode::DecodeOptions& options,
                                                     Progress& progress) const
{
    const glm::SeriesEstimates estimates = glm::estimate(sums);
    glm::FaceSet faces = m_faces;
    for (std::size_t f = 0; f < faces.names.size(); ++f)
        if (const Index column = m_series.index().condition(faces.names[f]); column >= 0)
            faces.patterns.row(static_cast<Index>(f)) = estimates.beta.row(column).cast<float>();
    return readFaces(faces, sums, estimates, regions, options, progress);
}

std::vector<decode::Decoded>
Refit::readFaces(const glm::FaceSet& faces, const glm::SeriesSums& sums,
                 const glm::SeriesEstimates& estimates, std::span<const roi::Region> regions,
                 const decode::DecodeOptions& options, Progress& progress) const
{
    glm::ModelFit model;
    model.model = m_open.model->model;
    model.latentMean = m_open.model->latentMean;
    model.latentSd = m_open.model->latentSd;
    model.weights = glm::Weights(glm::weightsOf(m_series, sums, estimates).matrix.cast<float>());
    std::vector<decode::Decoded> decoded;
    for (const roi::Region& region : regions)
        decoded.push_back(decode::RegionDecoder(m_fit, model, faces)
                              .decode(region.voxels, ofWeightsAlone(options), progress));
    return decoded;
}

std::vector<decode::Decoded> Refit::readTrainedOn(const glm::TrainingCodes& codes,
                                                  std::span<const roi::Region> regions,
                                                  const decode::DecodeOptions& options,
                                                  Progress& progress) const
{
    std::vector<std::size_t> runs(m_series.runs().size());
    std::iota(runs.begin(), runs.end(), std::size_t{0});
    return read(glm::sumsOf(m_series, scaled(codes), runs, progress), regions, options, progress);
}

decode::DecodeOptions ofWeightsAlone(decode::DecodeOptions options)
{
    if (decode::decoderNamed(options.decoder).needsInputs())
        options.decoder = "ridge";
    return options;
}

std::optional<glm::KeptSeries> keptSeriesOf(const glm::Fit& fit)
{
    if (!glm::isKeptSeries(fit.folder / "series"))
        return {};
    return glm::KeptSeries::read(fit.folder / "series");
}

} // namespace fusiform::evaluate
