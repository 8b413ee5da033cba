// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_inputs.h"

#include "core/io/nifti.h"
#include "core/preprocess/run_decisions.h"
#include "core/preprocess/subject.h"
#include "core/task/bids_task.h"
#include "core/task/fit_run.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

namespace fusiform::task {

namespace fs = std::filesystem;

namespace {

std::string stimulusFolderOf(const std::string& subject)
{
    std::string folder = subject;
    std::erase(folder, '-');
    return folder;
}

void readRuns(FitInputs& inputs, const FitOptions& options, Progress& progress)
{
    preprocess::leaveOutDroppedRuns(inputs.subject, inputs.study.root, progress);
    progress.begin(FUSIFORM_TR("core", "Reading events and headers"),
                   inputs.subject.faceRuns.size());
    const ImageSource source(inputs.study, inputs.subject, options.images, options.space);
    inputs.images = source.pipeline();
    std::size_t withoutImage = 0;
    std::size_t withoutConfounds = 0;
    for (const bids::Run& run : inputs.subject.faceRuns) {
        progress.step();
        if (run.boldState == bids::FileState::Unreadable)
            throw failure(FUSIFORM_TR("core", "%1: permission denied.").arg(run.bold.string()));
        const RunSource files = source.of(run);
        // Preprocessed images are enough: the raw ones may have stayed where they were made.
        if ((source.pipeline().empty() && run.boldState != bids::FileState::Present)
            || files.bold.empty() || run.events.empty()) {
            ++withoutImage;
            continue;
        }
        glm::FitRun fitRun = readFitRun(run, files, options.confounds, progress);
        withoutConfounds += files.confounds.empty();
        if (options.mask == "brain" || (options.mask == "auto" && source.isForeign()))
            fitRun.mask = files.mask;
        inputs.events.push_back(fitRun.events);
        inputs.fit.runs.push_back(std::move(fitRun));
    }
    if (inputs.fit.runs.empty())
        throw badData(
            inputs.study.root / inputs.subject.label,
            FUSIFORM_TR("core", "face runs with image and events"),
            FUSIFORM_TR("core", "none of %1 runs has both").arg(inputs.subject.faceRuns.size()));
    if (withoutImage > 0)
        progress.warn(FUSIFORM_TR("core", "%1 of %2 runs have no image here and are left out.")
                          .arg(withoutImage)
                          .arg(inputs.subject.faceRuns.size()));
    if (source.pipeline().empty())
        progress.warn(
            FUSIFORM_TR("core", "The images are as they came from the scanner: no slice timing, no "
                                "realignment. `preprocess` makes better ones."));
    if (options.mask == "brain"
        && std::ranges::any_of(inputs.fit.runs, [](const auto& run) { return run.mask.empty(); }))
        throw usage(FUSIFORM_TR("core", "Not every run has a brain mask beside its image."));
    if (withoutConfounds > 0)
        progress.warn(
            FUSIFORM_TR("core", "%1 runs have no confounds table: motion is not in the model.")
                .arg(withoutConfounds));
}

void checkTraining(const FitInputs& inputs)
{
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TrainFace)
                return;
    throw badData(inputs.study.root / inputs.subject.label,
                  FUSIFORM_TR("core", "events with training faces (trial_type train_face)"),
                  FUSIFORM_TR("core", "none in %1 runs").arg(inputs.events.size()));
}

void readImagery(FitInputs& inputs)
{
    const fs::path file
        = inputs.study.root / "stimuli" / stimulusFolderOf(inputs.subject.label) / "imagery.tsv";
    if (bids::fileState(file) != bids::FileState::Present)
        return;
    const Tsv table = readTsv(file);
    const std::size_t stimulus = table.requiredColumn({"stim_file", "stimulus"});
    const std::size_t imagined = table.requiredColumn({"imagined"});
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        inputs.fit.imageryCandidates.push_back(table.rows[row][stimulus]);
        if (table.number(row, imagined) == 1)
            inputs.fit.imaginedStimulus = table.rows[row][stimulus];
    }
}

/// The grid that is asked for; none: the scans' own.
std::optional<image::Grid> fineGridOf(const FitInputs& inputs, const std::string& wanted)
{
    if (wanted == "native")
        return std::nullopt;
    const fs::path file = wanted == "t1" ? anatomyOf(inputs) : fs::path(wanted);
    if (file.empty())
        throw usage(FUSIFORM_TR("core", "--grid t1: the subject has no T1 image here."));
    return io::readNiftiHeader(file).grid();
}

glm::Criterion criterionOf(const std::string& name)
{
    using glm::Criterion;
    const std::map<std::string, Criterion> byName = {{"t", Criterion::T},
                                                     {"t_and_gain", Criterion::TAndGain},
                                                     {"fwe", Criterion::FamilyWise},
                                                     {"fdr", Criterion::FalseDiscovery},
                                                     {"top", Criterion::Top}};
    return byName.at(name);
}

void warnOfLeaks(const bids::LeakAudit& audit, const FitOptions& options, Progress& progress)
{
    if (audit.leaks.empty())
        return;
    const Text found
        = options.leaks == "drop"
              ? FUSIFORM_TR("core", "%1 training pictures are also test faces (%2 identical, %3 "
                                    "nearly identical); they are left out of training.")
              : FUSIFORM_TR("core", "%1 training pictures are also test faces (%2 identical, %3 "
                                    "nearly identical); they are kept, as asked.");
    progress.warn(found.arg(audit.leaks.size())
                      .arg(audit.count(bids::LeakKind::Identical))
                      .arg(audit.count(bids::LeakKind::NearlyIdentical)));
}

} // namespace

fs::path anatomyOf(const FitInputs& inputs)
{
    if (!inputs.images.empty())
        if (fs::path placed = preprocess::subjectFiles(inputs.images, inputs.subject.label).anatomy;
            bids::fileState(placed) == bids::FileState::Present)
            return placed;
    return bids::firstAnatomy(inputs.subject);
}

FitInputs readFitInputs(const FitOptions& options, Progress& progress)
{
    FitInputs inputs;
    inputs.study = bids::openStudy(options.study);
    inputs.subject = bids::chosenSubject(inputs.study, options.participant);
    inputs.fit.subject = inputs.subject.label;
    readRuns(inputs, options, progress);
    readImagery(inputs);
    checkTraining(inputs);
    inputs.audit = bids::auditLeaks(inputs.study, inputs.events, progress);
    inputs.split = stats::splitTestFaces(inputs.events);
    inputs.fit.explorationFaces = inputs.split.exploration;
    inputs.fit.confirmationFaces = inputs.split.confirmation;
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TestFace)
                inputs.fit.stimulusOfTestFace.try_emplace(bids::faceIdentity(event),
                                                          event.stimulus);
    inputs.fit.pictureOfStimulus
        = [study = inputs.study](const std::string& s) { return bids::stimulusFile(study, s); };

    inputs.fit.design = designOptions(options);
    if (!options.within.empty())
        inputs.fit.within = glm::Within{io::readVolume(options.within), options.withinAbove};
    inputs.fit.fineGrid = fineGridOf(inputs, options.grid);
    inputs.fit.noise = noiseModel(options);
    inputs.fit.isOrthogonalisationWanted = options.orthogonalise == "spm";
    if (options.orthogonalise == "spm" && options.hrf != "canonical")
        throw usage(FUSIFORM_TR("core", "--orthogonalise spm needs the canonical response."));
    inputs.areLeaksLeftOut = options.leaks == "drop";
    if (inputs.areLeaksLeftOut)
        for (const bids::Leak& leak : inputs.audit.leaks)
            inputs.fit.design.leftOut.insert(leak.trainStimulus);
    warnOfLeaks(inputs.audit, options, progress);
    inputs.fit.selection = {criterionOf(options.select), options.tThreshold, options.pThreshold,
                            options.level, options.top};
    return inputs;
}

} // namespace fusiform::task
