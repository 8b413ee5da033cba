// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/study_fit.h"

#include "core/glm/fine_study.h"
#include "core/glm/model_collector.h"
#include "core/glm/run_noise.h"
#include "core/glm/scan_reader.h"
#include "core/glm/series_keeper.h"
#include "core/glm/slabs.h"
#include "core/io/runs_ahead.h"
#include "core/util/error.h"
#include "core/util/memory.h"

#include <algorithm>
#include <cmath>

namespace fusiform::glm {

namespace {

using Eigen::Index;

std::string describe(NoiseModel noise)
{
    switch (noise) {
    case NoiseModel::Ar1: return "serial correlations AR(1)";
    case NoiseModel::Fast: return "serial correlations FAST";
    case NoiseModel::None: break;
    }
    return "no serial correlations";
}

std::string describe(const HrfOptions& hrf)
{
    switch (hrf.model) {
    case HrfModel::Derivatives: return "; HRF with derivatives";
    case HrfModel::Fir: return "; finite impulse response, read with the canonical HRF";
    case HrfModel::Canonical: break;
    }
    return "";
}

/// The passes over the scans: the first finds out which voxels can be used and each run's noise,
/// and every one adds up the sums of a slab of voxels.
class Passes {
public:
    Passes(const StudyFitInput& input, const std::vector<io::NiftiHeader>& headers,
           const StudyDesign& design, FitCounts& counts)
        : m_input(input),
          m_headers(headers),
          m_design(design),
          m_counts(counts),
          m_whitening(headers.size())
    {
    }

    [[nodiscard]] const ScanReader& reader() const { return m_reader; }
    [[nodiscard]] const std::vector<Slab>& slabs() const { return m_slabs; }
    /// With a fine grid only.
    [[nodiscard]] FineSums& fine() { return m_fine; }
    [[nodiscard]] SeriesSource seriesSource() const
    {
        return {m_input, m_design, m_reader, m_headers, m_whitening};
    }

    [[nodiscard]] NormalEquations first(Progress& progress)
    {
        io::RunsAhead runs(m_headers, m_buffers);
        std::optional<NormalEquations> sums;
        progress.begin(FUSIFORM_TR("core", "Adding runs"), m_headers.size());
        for (std::size_t r = 0; r < m_headers.size(); ++r) {
            io::NiftiData run = runs.take(progress);
            const ScanValues values = m_reader.read(run, m_input.runs[r].mask, progress);
            runs.giveBack(std::move(run));
            if (r == 0) {
                if (m_input.fineGrid)
                    m_fine = FineSums(m_reader, m_input.models.size());
                m_slabs = slabsOf(values.cols(), m_design, m_input.memoryMb - residentMemoryMb(),
                                  m_fine.reach());
                sums.emplace(m_design.columns(), m_slabs.front().sums(), progress);
            }
            estimateNoise(r, values, progress);
            add(m_slabs.front(), r, values.leftCols(m_slabs.front().sums()), *sums, progress);
            progress.step();
        }
        sums->finish(progress);
        return std::move(*sums);
    }

    [[nodiscard]] NormalEquations again(std::size_t s, Progress& progress)
    {
        const Slab& slab = m_slabs[s];
        io::RunsAhead runs(m_headers, m_buffers);
        NormalEquations sums(m_design.columns(), slab.sums(), progress);
        progress.begin(
            FUSIFORM_TR("core", "Adding runs, pass %1 of %2").arg(s + 1).arg(m_slabs.size()),
            m_headers.size());
        for (std::size_t r = 0; r < m_headers.size(); ++r) {
            io::NiftiData run = runs.take(progress);
            add(slab, r, m_reader.values(run, r, slab.begin, slab.sumsEnd, progress), sums,
                progress);
            runs.giveBack(std::move(run));
            progress.step();
        }
        sums.finish(progress);
        return sums;
    }

private:
    [[nodiscard]] RunColumns columnsOf(std::size_t r) const
    {
        const RunDesign& run = m_design.run(r);
        return {.design = run.conditions,
                .trials = run.trainResponses,
                .codes = m_design.codes(r),
                .nuisance = run.nuisance,
                .whitening = m_whitening[r]};
    }
    void add(const Slab& slab, std::size_t r, const Eigen::Ref<const ScanValues>& values,
             NormalEquations& sums, Progress& progress)
    {
        ScanValues cleaned;
        sums.add(columnsOf(r), values, progress, m_input.fineGrid ? &cleaned : nullptr);
        if (m_input.fineGrid)
            m_fine.addRun(slab, cleaned, progress);
    }
    void estimateNoise(std::size_t r, const ScanValues& values, Progress& progress)
    {
        const std::vector<Index> usable = m_reader.usable();
        if (m_input.noise == NoiseModel::None || usable.empty())
            return;
        const RunNoise noise = estimateRunNoise(
            covarianceComponents(m_input.noise, values.rows(), m_input.runs[r].repetitionTime),
            m_design.run(r), values, usable, progress);
        m_whitening[r] = whitening(noise.covariance);
        m_counts.noiseVoxels.push_back(noise.pooledVoxels);
        m_counts.noiseCorrelations.push_back(noise.covariance(0, 1) / noise.covariance(0, 0));
    }

    const StudyFitInput& m_input;
    const std::vector<io::NiftiHeader>& m_headers;
    const StudyDesign& m_design;
    FitCounts& m_counts;
    std::shared_ptr<BufferPool> m_buffers = std::make_shared<BufferPool>();
    ScanReader m_reader;
    std::vector<Slab> m_slabs;
    FineSums m_fine;
    std::vector<Eigen::MatrixXd> m_whitening; ///< per run; empty: its noise is white
};

std::vector<Index> openConditions(const StudyDesign& design)
{
    std::vector<Index> open;
    for (Index c = 0; c < design.conditionCount(); ++c)
        if (design.isOpen(c))
            open.push_back(c);
    return open;
}

/// Appends the estimates of a slab.
void add(const Estimates& slab, const std::vector<Index>& open, const StudyDesign& design,
         ConditionEstimates& conditions)
{
    const Index before = conditions.beta.cols();
    conditions.beta.conservativeResize(static_cast<Index>(open.size()), before + slab.beta.cols());
    conditions.beta.rightCols(slab.beta.cols()) = slab.beta(open, Eigen::all);
    conditions.inverse = unitCovariance(slab, design.sizeOfConditions())(open, open);
    conditions.degreesOfFreedom = slab.degreesOfFreedom;
    conditions.names.clear();
    for (const Index condition : open)
        conditions.names.push_back(design.conditionName(condition));
    for (Index v = 0; v < slab.beta.cols(); ++v) {
        const double rss = slab.residualSquares[v];
        conditions.residualMeanSquare.push_back(static_cast<float>(rss / slab.degreesOfFreedom));
        conditions.explained.push_back(static_cast<float>(1 - rss / slab.squares[v]));
    }
}

std::vector<Index> inside(const Slab& slab, const std::vector<Index>& positions)
{
    std::vector<Index> result;
    for (const Index position : positions)
        if (position >= slab.begin && position < slab.end)
            result.push_back(position - slab.begin);
    return result;
}

std::vector<ModelCollector> collectorsOf(const StudyFitInput& input, const StudyDesign& design)
{
    std::vector<ModelCollector> collectors;
    for (std::size_t m = 0; m < input.models.size(); ++m)
        collectors.emplace_back(input, design, m,
                                input.scratch.empty()
                                    ? std::filesystem::path()
                                    : input.scratch / ("W" + std::to_string(m) + ".bin"));
    return collectors;
}

void checkRank(const StudyDesign& design, const ModelCollector& collector, std::size_t m,
               const face_model::ModelDescription& model, Progress& progress)
{
    const auto columns = static_cast<Index>(design.columnsWith(m).size());
    const CodeScale& scale = design.scale(m);
    // Columns of zeros do not matter.
    const Index dead
        = design.functions() * (inverseOfSd(scale.mean, scale.sd).array() == 0).count();
    if (collector.rank() + dead < columns)
        progress.warn(
            FUSIFORM_TR("core", "%1: the design has %2 columns but rank %3; use fewer components.")
                .arg(model.name)
                .arg(columns)
                .arg(collector.rank()));
}

void count(const Passes& passes, const StudyFitInput& input, const StudyDesign& design,
           const NormalEquations& sums, FitCounts& counts)
{
    const ScanReader::Unusable unusable = passes.reader().unusable();
    counts.scans = sums.scans();
    counts.nuisance = sums.nuisanceRank();
    counts.maskVoxels = static_cast<Index>(passes.reader().usable().size());
    counts.nan = unusable.nan;
    counts.infinite = unusable.infinite;
    counts.constant = unusable.constant;
    counts.lostPerRun = passes.reader().lostPerRun();
    counts.slabs = passes.slabs().size();
    for (std::size_t m = 0; m < input.models.size(); ++m)
        counts.regressors
            = std::max(counts.regressors,
                       static_cast<Index>(design.columnsWith(m).size()) + sums.nuisanceRank());
    for (std::size_t r = 0; r < input.runs.size(); ++r) {
        counts.clippedEvents += design.run(r).clippedEvents;
        counts.trainingTrials += design.run(r).trainStimuli.size();
    }
}

} // namespace

StudyFit fitStudy(const StudyFitInput& input, Progress& progress)
{
    std::vector<io::NiftiHeader> headers;
    for (const FitRun& run : input.runs)
        headers.push_back(io::readNiftiHeader(run.bold));
    const StudyDesign design(input, headers);
    const bool hasFixation = design.condition("fixation") >= 0;
    if (input.design.baseline == Baseline::Fixation && !hasFixation)
        progress.warn(FUSIFORM_TR("core", "No run has fixation events: faces are compared with the "
                                          "time between events instead of with fixation."));

    if (const double needed = equationsMb(design); needed > input.memoryMb)
        throw usage(FUSIFORM_TR("core", "The model has %1 columns, whose equations alone need %2 "
                                        "GB: use fewer components or response functions, or "
                                        "allow more memory.")
                        .arg(design.columns())
                        .arg(needed / 1000));

    StudyFit result;
    Fit& fit = result.fit;
    Passes passes(input, headers, design, result.counts);
    std::vector<ModelCollector> collectors = collectorsOf(input, design);
    NormalEquations sums = passes.first(progress);
    const std::vector<Index> usable = passes.reader().usable();
    if (usable.empty())
        throw badData(input.runs.back().bold, FUSIFORM_TR("core", "voxels that every run can use"),
                      FUSIFORM_TR("core", "none"));
    count(passes, input, design, sums, result.counts);
    const std::vector<Index> open = openConditions(design);
    for (std::size_t s = 0; s < passes.slabs().size(); ++s) {
        if (s > 0) {
            sums = NormalEquations(0, 0); // before the next takes its memory
            sums = passes.again(s, progress);
        }
        progress.begin(FUSIFORM_TR("core", "Estimating"), collectors.size());
        const std::vector<Index> kept = inside(passes.slabs()[s], usable);
        const Estimates conditionsOnly
            = estimate(sums, design.columnsWith(), design.sizeOfConditions(), kept, progress);
        add(conditionsOnly, open, design, result.conditions);
        std::ranges::copy(
            tContrast(conditionsOnly, design.sizeOfConditions(), design.faceContrast()),
            std::back_inserter(fit.tFace));
        for (ModelCollector& collector : collectors) {
            collector.add(sums, conditionsOnly, kept, progress);
            progress.step();
        }
        if (input.fineGrid)
            passes.fine().addSlab(passes.slabs()[s], sums, design, collectors, conditionsOnly, kept,
                                  progress);
    }

    fit.subject = input.subject;
    fit.grid = passes.reader().grid();
    for (const Index position : usable)
        fit.voxels.push_back(passes.reader().candidates()[static_cast<std::size_t>(position)]);
    fit.meanImage = passes.reader().meanImage();
    fit.selection = describe(input.selection, hasFixation) + "; " + describe(input.noise)
                    + describe(input.design.hrf);
    for (std::size_t m = 0; m < collectors.size(); ++m) {
        checkRank(design, collectors[m], m, input.models[m].model->description(), progress);
        result.counts.conditionNumbers.push_back(collectors[m].conditionNumber());
        result.maps.push_back({collectors[m].tests(), {}});
        if (input.isOrthogonalisationWanted)
            result.maps.back().orthogonalisation = design.orthogonalisation(m);
    }
    if (input.fineGrid) {
        moveToFineGrid({input, passes.reader(), passes.fine(), collectors}, result, progress);
        if (!input.series.empty())
            progress.warn(FUSIFORM_TR("core",
                                      "Series are kept of the scans' own voxels only, not of "
                                      "a fine grid: there is no reliability and no noise "
                                      "ceiling."));
        return result;
    }
    const std::vector<bool> inside = placesToSelect(input, fit.grid, fit.voxels, result.counts);
    for (ModelCollector& collector : collectors) {
        fit.models.push_back(collector.finish());
        ModelFit& model = fit.models.back();
        model.selected = voxelsAt(
            fit.grid, fit.voxels,
            selectedVoxels({fit.tFace, result.conditions.degreesOfFreedom, model.gain, model.gainP},
                           input.selection, inside));
    }
    if (!input.series.empty()) {
        sums = NormalEquations(0, 0); // before another reading takes its memory
        result.hasSeries = keepSeries(passes.seriesSource(), fit, progress);
    }
    return result;
}

} // namespace fusiform::glm
