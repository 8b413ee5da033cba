// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_task.h"

#include "core/bids/leak_audit.h"
#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"
#include "core/glm/confounds.h"
#include "core/glm/study_fit.h"
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/roi/region.h"
#include "core/stats/sealed_faces.h"
#include "core/task/bids_task.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/tsv.h"

#include <chrono>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

/// Everything of the study that the fit needs, read and checked before any long work.
struct Inputs {
    bids::Study study;
    bids::Subject subject;
    std::vector<std::vector<bids::Event>> events;
    glm::StudyFitInput fit;
    bids::LeakAudit audit;
    stats::FaceSplit split;
};

std::string stimulusFolderOf(const std::string& subject)
{
    std::string folder = subject;
    std::erase(folder, '-');
    return folder;
}

double repetitionTimeOf(const bids::Run& run, const io::NiftiHeader& header)
{
    if (!run.sidecar.empty())
        if (const auto sidecar = bids::readSidecar(run.sidecar); sidecar.repetitionTime)
            return *sidecar.repetitionTime;
    const double time = header.zooms.size() > 3 ? header.zooms[3] : 0;
    if (!(time > 0))
        throw badData(run.bold,
                      FUSIFORM_TR("core", "a repetition time in the sidecar or the header"),
                      FUSIFORM_TR("core", "none"));
    return time;
}

void readRuns(Inputs& inputs, const FitOptions& options, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading events and headers"),
                   inputs.subject.faceRuns.size());
    std::size_t withoutImage = 0;
    std::size_t withoutConfounds = 0;
    for (const bids::Run& run : inputs.subject.faceRuns) {
        progress.step();
        if (run.boldState == bids::FileState::Unreadable)
            throw failure(FUSIFORM_TR("core", "%1: permission denied.").arg(run.bold.string()));
        if (run.boldState != bids::FileState::Present || run.events.empty()) {
            ++withoutImage;
            continue;
        }
        glm::FitRun fitRun;
        const io::NiftiHeader header = io::readNiftiHeader(run.bold);
        fitRun.name = run.name;
        fitRun.bold = run.bold;
        fitRun.events = bids::readEvents(run.events);
        fitRun.repetitionTime = repetitionTimeOf(run, header);
        const fs::path confounds
            = glm::findConfounds(inputs.study.root, inputs.subject.label, run.session, run.name);
        if (confounds.empty()) {
            ++withoutConfounds;
            fitRun.confounds.resize(header.volumeCount(), 0);
        } else {
            fitRun.confounds
                = glm::readConfounds(confounds, options.confounds, header.volumeCount(), progress);
        }
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
    if (withoutConfounds > 0)
        progress.warn(
            FUSIFORM_TR("core", "%1 runs have no confounds table: motion is not in the model.")
                .arg(withoutConfounds));
}

void checkTraining(const Inputs& inputs)
{
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TrainFace)
                return;
    throw badData(inputs.study.root / inputs.subject.label,
                  FUSIFORM_TR("core", "events with training faces (trial_type train_face)"),
                  FUSIFORM_TR("core", "none in %1 runs").arg(inputs.events.size()));
}

void readImagery(Inputs& inputs)
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

void checkPicture(const fs::path& file)
{
    const auto complain = [&](Text found) {
        throw badData(file, FUSIFORM_TR("core", "the picture of a stimulus"), std::move(found));
    };
    switch (bids::fileState(file)) {
    case bids::FileState::Present: return;
    case bids::FileState::Missing: complain(FUSIFORM_TR("core", "nothing of that name")); return;
    case bids::FileState::BrokenLink:
        complain(FUSIFORM_TR("core", "a link to a file that is not here"));
        return;
    case bids::FileState::NotDownloaded:
        complain(FUSIFORM_TR("core", "a file that was not downloaded; to get it: %1")
                     .arg(bids::fetchCommand(file)));
        return;
    case bids::FileState::Unreadable:
        throw failure(FUSIFORM_TR("core", "%1: permission denied.").arg(file.string()));
    }
}

/// Every picture that must be coded: training, test and imagery candidates.
std::vector<std::string> stimuliToCode(const Inputs& inputs)
{
    std::set<std::string> stimuli(inputs.fit.imageryCandidates.begin(),
                                  inputs.fit.imageryCandidates.end());
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TrainFace)
                stimuli.insert(event.stimulus);
    for (const auto& [name, stimulus] : inputs.fit.stimulusOfTestFace)
        stimuli.insert(stimulus);
    for (const std::string& stimulus : stimuli)
        checkPicture(bids::stimulusFile(inputs.study, stimulus));
    return {stimuli.begin(), stimuli.end()};
}

/// Pictures a PCA of the study may learn from: shown in training, and stimuli/extra; never by the
/// names of test or imagery faces.
std::vector<fs::path> trainingPictures(const Inputs& inputs)
{
    std::set<fs::path> files;
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TrainFace && !event.isOneBack)
                files.insert(bids::stimulusFile(inputs.study, event.stimulus));
    std::error_code error;
    for (const auto& entry :
         fs::directory_iterator(inputs.study.root / "stimuli" / "extra", error)) {
        const std::string extension = lowerCase(entry.path().extension().string());
        if (extension == ".jpg" || extension == ".jpeg" || extension == ".png")
            files.insert(entry.path());
    }
    return {files.begin(), files.end()};
}

std::shared_ptr<const face_model::FaceModel>
trainedPca(const Inputs& inputs, const FitOptions& options, Progress& progress)
{
    const std::vector<fs::path> files = trainingPictures(inputs);
    std::size_t trainingFaces = 0;
    for (const fs::path& file : files)
        trainingFaces += file.parent_path().filename() != "extra";
    face_model::PcaOptions pca;
    // The design must support the columns: four training faces a latent, and never more than 1,024.
    const auto supported = static_cast<Eigen::Index>(
        std::min<std::size_t>(1024, std::max<std::size_t>(1, trainingFaces / 4)));
    pca.components = options.components > 0 ? options.components : supported;
    pca.training = inputs.study.name + ", " + inputs.subject.label + ": "
                   + std::to_string(files.size()) + " pictures";
    return face_model::trainPca(
        files.size(),
        [&](std::size_t p) {
            const image::Picture picture = image::centreSquare(io::readPicture(files[p]));
            return image::resized(picture, pca.imageSize, pca.imageSize);
        },
        pca, progress);
}

std::map<std::string, Eigen::VectorXd> codesOf(const face_model::FaceModel& model,
                                               const bids::Study& study,
                                               const std::vector<std::string>& stimuli,
                                               Progress& progress)
{
    // In portions, so that thousands of pictures do not have to be in memory at once.
    constexpr std::size_t kPortion = 128;
    std::map<std::string, Eigen::VectorXd> codes;
    for (std::size_t begin = 0; begin < stimuli.size(); begin += kPortion) {
        const std::size_t end = std::min(stimuli.size(), begin + kPortion);
        std::vector<fs::path> files;
        for (std::size_t s = begin; s < end; ++s)
            files.push_back(bids::stimulusFile(study, stimuli[s]));
        Progress silent(progress.token());
        const Eigen::MatrixXd part
            = model.encode(io::readFaces(files, model.description().imageSize, silent), silent);
        for (std::size_t s = begin; s < end; ++s)
            codes[stimuli[s]] = part.row(static_cast<Eigen::Index>(s - begin)).transpose();
        progress.step(end - begin);
    }
    return codes;
}

/// Files of models trained here, kept until the fit has copied them.
struct ScratchFolder {
    fs::path path;
    explicit ScratchFolder(fs::path folder) : path(std::move(folder))
    {
        fs::create_directories(path);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

void codeModels(Inputs& inputs, const FitOptions& options, const fs::path& scratch,
                Progress& progress)
{
    const std::vector<std::string> stimuli = stimuliToCode(inputs);
    for (const std::string& name : options.models) {
        glm::CodedModel coded;
        if (name == "pca") {
            coded.model = trainedPca(inputs, options, progress);
            coded.file = scratch / "pca.safetensors";
            coded.model->save(coded.file);
        } else {
            coded.file = face_model::findModelFile(name);
            coded.model = face_model::loadFaceModel(coded.file);
        }
        progress.begin(
            FUSIFORM_TR("core", "Encoding pictures with %1").arg(coded.model->description().name),
            stimuli.size());
        coded.codes = codesOf(*coded.model, inputs.study, stimuli, progress);
        inputs.fit.models.push_back(std::move(coded));
    }
}

fs::path anatomyOf(const bids::Subject& subject)
{
    for (const bids::Anatomy& anatomy : subject.anatomies)
        if (anatomy.state == bids::FileState::Present)
            return anatomy.file;
    return {};
}

Inputs readInputs(const FitOptions& options, Progress& progress)
{
    Inputs inputs;
    inputs.study = bids::openStudy(options.study);
    const bool isOnlyOne = options.participant.empty() && inputs.study.subjectLabels.size() == 1;
    if (options.participant.empty() && !isOnlyOne)
        throw usage(
            FUSIFORM_TR("core", "The study has %1 subjects: choose one with --participant-label.")
                .arg(inputs.study.subjectLabels.size()));
    inputs.subject = bids::indexSubject(inputs.study, isOnlyOne ? inputs.study.subjectLabels.front()
                                                                : options.participant);
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

    inputs.fit.design.baseline
        = options.baseline == "fix" ? glm::Baseline::Fixation : glm::Baseline::Implicit;
    inputs.fit.design.oneBacks
        = options.oneBacks == "count" ? glm::OneBacks::Count : glm::OneBacks::Nuisance;
    inputs.fit.design.highPass = options.highPass;
    if (options.leaks == "drop")
        for (const bids::Leak& leak : inputs.audit.leaks)
            inputs.fit.design.leftOut.insert(leak.trainStimulus);
    if (!inputs.audit.leaks.empty())
        progress.warn(
            FUSIFORM_TR("core", "%1 training pictures are also test faces; they are %2.")
                .arg(inputs.audit.leaks.size())
                .arg(options.leaks == "drop" ? "left out of training" : "kept, as asked"));
    inputs.fit.selection = {options.select == "t_and_gain", options.tThreshold, options.pThreshold};
    return inputs;
}

Json describe(const bids::LeakAudit& audit)
{
    Json leaks = Json::array();
    for (const bids::Leak& leak : audit.leaks)
        leaks.push_back({{"train_file", leak.trainStimulus},
                         {"test_face", leak.testFace},
                         {"sha256", leak.hash}});
    return leaks;
}

Json describeCounts(const glm::StudyFit& result, const Inputs& inputs)
{
    const glm::FitCounts& counts = result.counts;
    Json models = Json::array();
    for (std::size_t m = 0; m < result.fit.models.size(); ++m) {
        const glm::ModelFit& model = result.fit.models[m];
        Json one = {{"name", model.model.name},
                    {"kind", model.model.kind},
                    {"latent_size", model.model.latentSize},
                    {"voxels_selected", model.selected.count()},
                    {"condition_number", counts.conditionNumbers[m]},
                    {"training", model.model.training}};
        if (const auto* pca
            = dynamic_cast<const face_model::PcaModel*>(inputs.fit.models[m].model.get()))
            one["share_of_variance"] = pca->shareOfVariance();
        models.push_back(one);
    }
    return {{"subject", result.fit.subject},
            {"runs", inputs.fit.runs.size()},
            {"scans", counts.scans},
            {"regressors", counts.regressors},
            {"nuisance_regressors", counts.nuisance},
            {"training_trials", counts.trainingTrials},
            {"events_clipped", counts.clippedEvents},
            {"voxels_mask", counts.maskVoxels},
            {"voxels_selected", result.fit.models.front().selected.count()},
            {"voxels_unusable",
             {{"nan", counts.nan}, {"infinite", counts.infinite}, {"constant", counts.constant}}},
            {"voxels_lost_per_run", counts.lostPerRun},
            {"leaks", describe(inputs.audit)},
            {"exploration_faces", inputs.split.exploration},
            {"confirmation_faces", inputs.split.confirmation.size()},
            {"split", inputs.split.rule},
            {"models", models}};
}

std::string textOf(const Json& json, const fs::path& output)
{
    return json["subject"].get<std::string>() + ": " + std::to_string(json["scans"].get<long>())
           + " scans of " + std::to_string(json["runs"].get<long>()) + " runs, "
           + std::to_string(json["regressors"].get<long>()) + " regressors; "
           + std::to_string(json["voxels_mask"].get<long>()) + " voxels in the mask, "
           + std::to_string(json["voxels_selected"].get<long>()) + " selected. Written to "
           + output.string() + "\n";
}

} // namespace

void describe(FitOptions& options, Fields& fields)
{
    fields.add("study", &options.study, FUSIFORM_TR("core", "The BIDS study.")).positional();
    fields.add("output", &options.output, FUSIFORM_TR("core", "The folder of the fit to write."))
        .positional();
    fields.add("participant-label", &options.participant,
               FUSIFORM_TR("core", "The subject, with or without \"sub-\"."));
    fields.add("model", &options.models,
               FUSIFORM_TR("core",
                           "Face models: \"pca\" (trained on the study's own pictures), a model "
                           "file, or a built-in model's name; may be given more than once."));
    fields
        .add("components", &options.components,
             FUSIFORM_TR(
                 "core",
                 "Components of \"pca\"; 0: a quarter of the training faces, at most 1,024."))
        .between(0, 1024);
    fields.add("confounds", &options.confounds,
               FUSIFORM_TR("core",
                           "Columns of the confounds tables; default: the six motion parameters."));
    fields
        .add("baseline", &options.baseline,
             FUSIFORM_TR("core",
                         "fix: fixation events are a regressor; implicit: they are the baseline."))
        .oneOf({"fix", "implicit"});
    fields
        .add("one-backs", &options.oneBacks,
             FUSIFORM_TR("core", "nuisance: one-back repeats get a regressor of their own; count: "
                                 "they count as their face."))
        .oneOf({"nuisance", "count"});
    fields
        .add("leaks", &options.leaks,
             FUSIFORM_TR(
                 "core",
                 "drop: training pictures that are also test faces do not train; keep: they do."))
        .oneOf({"drop", "keep"});
    fields
        .add("select", &options.select,
             FUSIFORM_TR("core",
                         "Voxels: t(face - fixation) alone, or also the F test of the latents."))
        .oneOf({"t", "t_and_gain"});
    fields.add("t", &options.tThreshold, FUSIFORM_TR("core", "Threshold of t."));
    fields.add("p", &options.pThreshold, FUSIFORM_TR("core", "Threshold of the F test's p."))
        .between(0, 1);
    fields
        .add("high-pass", &options.highPass,
             FUSIFORM_TR("core", "Cut-off of the high-pass filter; 0: none."))
        .in("s")
        .between(0, 1e6);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing fit."));
}

Outcome runFit(const FitOptions& options, Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    if (options.models.empty())
        throw usage(FUSIFORM_TR("core", "At least one --model is needed."));
    AtomicFolder output(options.output, options.overwrite ? AtomicFolder::Existing::Replace
                                                          : AtomicFolder::Existing::Refuse);
    Inputs inputs = readInputs(options, progress);
    const ScratchFolder scratch(output.path() / ".scratch");
    codeModels(inputs, options, scratch.path, progress);

    glm::StudyFit result = glm::fitStudy(inputs.fit, progress);
    result.fit.anatomy = anatomyOf(inputs.subject);

    Outcome outcome;
    outcome.json = describeCounts(result, inputs);
    FitOptions copy = options;
    Fields fields;
    describe(copy, fields);
    result.fit.provenance = {{"program", "fusiform"},
                             {"version", FUSIFORM_VERSION},
                             {"options", fieldsToJson(fields)},
                             {"orthogonalisation", "off"},
                             {"noise", "none"},
                             {"stimuli_encoded", "once, without sampling noise"},
                             {"counts", outcome.json}};
    progress.begin(FUSIFORM_TR("core", "Writing the fit"));
    std::error_code ignored;
    glm::writeFit(result.fit, output.path());
    fs::remove_all(scratch.path, ignored);
    output.commit();

    outcome.json["seconds"]
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    outcome.json["peak_rss_mb"] = peakMemoryMb();
    outcome.text = textOf(outcome.json, options.output);
    return outcome;
}

} // namespace fusiform::task
