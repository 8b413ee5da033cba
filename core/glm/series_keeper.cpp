// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_keeper.h"

#include "core/glm/kept_series.h"
#include "core/glm/run_projection.h"
#include "core/io/runs_ahead.h"
#include "core/util/random.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <set>

namespace fusiform::glm {

namespace {

using Eigen::Index;

/// The session in a BIDS name: "ses-01" of "sub-01_ses-01_task-faces_run-01"; or nothing.
std::string sessionOf(const std::string& runName)
{
    for (const std::string& entity : splitText(runName, '_'))
        if (entity.starts_with("ses-"))
            return entity;
    return {};
}

std::string nameOf(NoiseModel noise)
{
    switch (noise) {
    case NoiseModel::Ar1: return "ar1";
    case NoiseModel::Fast: return "fast";
    case NoiseModel::None: break;
    }
    return "none";
}

std::vector<image::Index> selectedForAny(const Fit& fit)
{
    std::set<image::Index> all;
    for (const ModelFit& model : fit.models)
        for (const image::Index voxel : model.selected.indices())
            all.insert(voxel);
    return {all.begin(), all.end()};
}

/// The columns of the sealed faces and of imagery.
std::vector<Index> sealedColumns(const SeriesSource& source)
{
    std::vector<Index> columns;
    for (Index c = 0; c < source.design.conditionCount(); ++c)
        if (!source.design.isOpen(c))
            columns.push_back(c);
    return columns;
}

/// A rotation of `size` dimensions, the same for every run and every fit.
Eigen::MatrixXd rotation(Index size)
{
    Random random(1);
    Eigen::MatrixXd numbers(size, size);
    for (Index c = 0; c < size; ++c)
        for (Index r = 0; r < size; ++r)
            numbers(r, c) = random.normal();
    return Eigen::HouseholderQR<Eigen::MatrixXd>(numbers).householderQ();
}

Eigen::MatrixXd withSealedMixed(Eigen::MatrixXd conditions, const std::vector<Index>& sealed)
{
    if (sealed.empty())
        return conditions;
    const Eigen::MatrixXd mixed
        = conditions(Eigen::all, sealed) * rotation(static_cast<Index>(sealed.size()));
    conditions(Eigen::all, sealed) = mixed;
    return conditions;
}

std::vector<std::string> namesOf(const SeriesSource& source, const std::vector<Index>& sealed)
{
    std::vector<std::string> names;
    for (Index c = 0; c < source.design.conditionCount(); ++c)
        names.push_back(source.design.conditionName(c));
    for (std::size_t s = 0; s < sealed.size(); ++s)
        names[static_cast<std::size_t>(sealed[s])] = "sealed " + std::to_string(s + 1);
    return names;
}

ShownFace shown(const bids::Event& event, std::string name)
{
    return {event.onset, event.duration, std::move(name)};
}

/// Which trials repeat the one before; those of sealed faces are only counted.
void describeOneBacks(const SeriesSource& source, const FitRun& input, SeriesRun& run)
{
    const std::vector<std::string>& faces = source.input.explorationFaces;
    for (const bids::Event& event : input.events) {
        if (!event.isOneBack)
            continue;
        const std::string name = bids::faceIdentity(event);
        if (event.kind == bids::EventKind::TrainFace
            && std::ranges::find(run.training, event.stimulus, &ShownFace::stimulus)
                   != run.training.end())
            run.trainingOneBacks.push_back(shown(event, event.stimulus));
        else if (event.kind == bids::EventKind::TestFace
                 && std::ranges::find(faces, name) != faces.end())
            run.explorationOneBacks.push_back(shown(event, name));
        else
            ++run.otherOneBacks;
    }
}

/// What was shown in a run, and its columns.
SeriesRun describeRun(const SeriesSource& source, std::size_t r, const RunProjection& projection,
                      const std::vector<Index>& sealed)
{
    const FitRun& input = source.input.runs[r];
    const RunDesign& design = source.design.run(r);
    SeriesRun run;
    run.name = input.name;
    run.session = sessionOf(input.name);
    run.repetitionTime = input.repetitionTime;
    run.scans = design.conditions.rows();
    run.confounds = input.confounds.cols();
    run.cosines = design.nuisance.cols() - run.confounds - 1;
    run.nuisanceRank = projection.rank();
    for (const std::size_t event : design.trainEvents)
        run.training.push_back(shown(input.events[event], input.events[event].stimulus));

    const std::vector<std::string>& faces = source.input.explorationFaces;
    for (const std::size_t e : design.testEvents) {
        const bids::Event& event = input.events[e];
        if (std::string name = bids::faceIdentity(event);
            std::ranges::find(faces, name) != faces.end())
            run.exploration.push_back(shown(event, std::move(name)));
    }
    describeOneBacks(source, input, run);
    const auto responsesTo = [&](const std::vector<ShownFace>& shownFaces) {
        std::vector<Stimulation> events;
        for (const ShownFace& face : shownFaces)
            events.push_back({face.onset, face.duration});
        return projection.ofColumns(
            eventResponses(events, run.repetitionTime, run.scans, source.input.design.microtime));
    };
    run.conditions = projection.ofColumns(withSealedMixed(design.conditions, sealed));
    run.trainingResponses = projection.ofColumns(design.trainResponses);
    run.explorationResponses = responsesTo(run.exploration);
    run.trainingOneBackResponses = responsesTo(run.trainingOneBacks);
    run.explorationOneBackResponses = responsesTo(run.explorationOneBacks);
    return run;
}

/// Selected voxels of a run: scans x positions.
ScanValues selectedScans(const SeriesSource& source, const io::NiftiData& data, std::size_t r,
                         const std::vector<Index>& positions, Progress& progress)
{
    const Index first = positions.front();
    const ScanValues all = source.reader.values(data, r, first, positions.back() + 1, progress);
    ScanValues scans(all.rows(), static_cast<Index>(positions.size()));
    for (Index t = 0; t < scans.rows(); ++t)
        for (std::size_t p = 0; p < positions.size(); ++p)
            scans(t, static_cast<Index>(p)) = all(t, positions[p] - first);
    return scans;
}

TrainingCodes codesOf(const CodedModel& model, const std::vector<SeriesRun>& runs)
{
    std::set<std::string> stimuli;
    for (const SeriesRun& run : runs)
        for (const ShownFace& face : run.training)
            stimuli.insert(face.stimulus);
    TrainingCodes codes;
    codes.stimuli.assign(stimuli.begin(), stimuli.end());
    codes.codes.resize(static_cast<Index>(stimuli.size()), model.model->description().latentSize);
    for (std::size_t s = 0; s < codes.stimuli.size(); ++s)
        codes.codes.row(static_cast<Index>(s))
            = model.codes.at(codes.stimuli[s]).transpose().cast<float>();
    return codes;
}

bool isWanted(const SeriesSource& source, std::size_t voxels, Progress& progress)
{
    if (source.design.functions() > 1) {
        progress.warn(FUSIFORM_TR("core", "Series are kept of models with the canonical response "
                                          "only: there is no reliability and no noise ceiling."));
        return false;
    }
    double scans = 0;
    for (const io::NiftiHeader& header : source.headers)
        scans += static_cast<double>(header.volumeCount());
    const double bytes = scans * static_cast<double>(voxels) * sizeof(float);
    if (voxels == 0)
        progress.warn(FUSIFORM_TR("core", "No voxel is selected: no series is kept, so there is no "
                                          "reliability and no noise ceiling."));
    else if (bytes > source.input.seriesLimit)
        progress.warn(FUSIFORM_TR("core",
                                  "The series of %1 selected voxels would take %2 MB, more than %3 "
                                  "MB: none is kept, so there is no reliability and no noise "
                                  "ceiling. A stricter --select keeps fewer voxels.")
                          .arg(voxels)
                          .arg(bytes / 1e6)
                          .arg(source.input.seriesLimit / 1e6));
    return voxels > 0 && bytes <= source.input.seriesLimit;
}

} // namespace

bool keepSeries(const SeriesSource& source, const Fit& fit, Progress& progress)
{
    const std::vector<image::Index> voxels = selectedForAny(fit);
    if (!isWanted(source, voxels.size(), progress))
        return false;
    std::vector<Index> positions; // among the reader's candidates
    for (const image::Index voxel : voxels)
        positions.push_back(std::ranges::lower_bound(source.reader.candidates(), voxel)
                            - source.reader.candidates().begin());
    const std::vector<Index> sealed = sealedColumns(source);
    const std::string oneBacks
        = source.input.design.oneBacks == OneBacks::Count ? "count" : "nuisance";
    SeriesWriter writer(source.input.series, {source.input.subject,
                                              nameOf(source.input.noise),
                                              voxels,
                                              namesOf(source, sealed),
                                              {},
                                              {},
                                              oneBacks});
    io::RunsAhead images({source.headers.begin(), source.headers.end()});
    std::vector<SeriesRun> runs;
    progress.begin(FUSIFORM_TR("core", "Keeping the series of the selected voxels"),
                   source.headers.size());
    for (std::size_t r = 0; r < source.headers.size(); ++r) {
        io::NiftiData image = images.take(progress);
        const ScanValues scans = selectedScans(source, image, r, positions, progress);
        images.giveBack(std::move(image));
        const RunProjection projection(source.design.run(r).nuisance, source.whitening[r]);
        runs.push_back(describeRun(source, r, projection, sealed));
        writer.add(runs.back(), projection.ofScans(scans, progress));
        progress.step();
    }
    for (const CodedModel& model : source.input.models)
        writer.addCodes(model.model->description().name, codesOf(model, runs));
    writer.finish();
    return true;
}

} // namespace fusiform::glm
