// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_task.h"

#include "core/bids/leak_audit.h"
#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"
#include "core/glm/study_fit.h"
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/math/blas.h"
#include "core/preprocess/run_decisions.h"
#include "core/preprocess/subject.h"
#include "core/roi/region.h"
#include "core/stats/sealed_faces.h"
#include "core/task/bids_task.h"
#include "core/task/costs.h"
#include "core/task/fit_run.h"
#include "core/task/series_results.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <limits>

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
    fs::path images; ///< folder of the preprocessed images; empty: the raw ones
};

std::string stimulusFolderOf(const std::string& subject)
{
    std::string folder = subject;
    std::erase(folder, '-');
    return folder;
}

void readRuns(Inputs& inputs, const FitOptions& options, Progress& progress)
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

/// The T1 image, where it was put beside the preprocessed images, else as it came.
fs::path anatomyOf(const Inputs& inputs)
{
    if (!inputs.images.empty())
        if (fs::path placed = preprocess::subjectFiles(inputs.images, inputs.subject.label).anatomy;
            bids::fileState(placed) == bids::FileState::Present)
            return placed;
    return bids::firstAnatomy(inputs.subject);
}

/// The grid that is asked for; none: the scans' own.
std::optional<image::Grid> fineGridOf(const Inputs& inputs, const std::string& wanted)
{
    if (wanted == "native")
        return std::nullopt;
    const fs::path file = wanted == "t1" ? anatomyOf(inputs) : fs::path(wanted);
    if (file.empty())
        throw usage(FUSIFORM_TR("core", "--grid t1: the subject has no T1 image here."));
    return io::readNiftiHeader(file).grid();
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
            progress.begin(FUSIFORM_TR("core", "Loading the face model %1").arg(name));
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

glm::TrialMethod trialMethodOf(const std::string& name)
{
    if (name == "none")
        return glm::TrialMethod::None;
    return name == "lsa" ? glm::TrialMethod::AllAtOnce : glm::TrialMethod::Separate;
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

Inputs readInputs(const FitOptions& options, Progress& progress)
{
    Inputs inputs;
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
    if (options.leaks == "drop")
        for (const bids::Leak& leak : inputs.audit.leaks)
            inputs.fit.design.leftOut.insert(leak.trainStimulus);
    if (!inputs.audit.leaks.empty())
        progress.warn(
            FUSIFORM_TR("core", "%1 training pictures are also test faces; they are %2.")
                .arg(inputs.audit.leaks.size())
                .arg(options.leaks == "drop" ? "left out of training" : "kept, as asked"));
    inputs.fit.selection = {criterionOf(options.select), options.tThreshold, options.pThreshold,
                            options.level, options.top};
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
            {"images", inputs.images.empty() ? "raw" : inputs.images.filename().string()},
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
            {"slabs", counts.slabs},
            {"voxels_within", inputs.fit.within ? Json(counts.within) : Json(nullptr)},
            {"voxels_fine_grid", result.fine ? Json(result.fine->voxels.size()) : Json(nullptr)},
            {"noise_correlations", counts.noiseCorrelations},
            {"noise_voxels", counts.noiseVoxels},
            {"leaks", describe(inputs.audit)},
            {"exploration_faces", inputs.split.exploration},
            {"confirmation_faces", inputs.split.confirmation.size()},
            {"split", inputs.split.rule},
            {"models", models}};
}

/// W as SPM would give it, and T, of which W_spm = T W: both raw, little-endian, column after
/// column; float32 and float64.
void writeOrthogonalised(const glm::Weights& weights, const Eigen::MatrixXd& t,
                         const fs::path& folder)
{
    writeFileAtomically(folder / "orthogonalisation.bin",
                        std::as_bytes(std::span(t.data(), static_cast<std::size_t>(t.size()))));
    AtomicFile file(folder / "W_spm.bin");
    constexpr Eigen::Index kVoxelsTogether = 4096;
    const auto raw = weights.matrix();
    for (Eigen::Index v = 0; v < raw.cols(); v += kVoxelsTogether) {
        const Eigen::Index count = std::min(kVoxelsTogether, raw.cols() - v);
        const Eigen::MatrixXf spm
            = math::product(t, raw.middleCols(v, count).cast<double>()).cast<float>();
        file.write(std::as_bytes(std::span(spm.data(), static_cast<std::size_t>(spm.size()))));
    }
    file.commit();
}

/// t and gain of all voxels of a fine grid, of which the fit keeps the selected ones.
void writeFineMaps(const glm::StudyFit& result, const fs::path& folder)
{
    const glm::FineMaps& maps = *result.fine;
    const auto volume = [&](const std::vector<float>& values) {
        image::Volume all{maps.grid, std::vector<float>(static_cast<std::size_t>(maps.grid.size()),
                                                        std::numeric_limits<float>::quiet_NaN())};
        for (std::size_t v = 0; v < maps.voxels.size(); ++v)
            all.values[static_cast<std::size_t>(maps.voxels[v])] = values[v];
        return all;
    };
    io::writeVolume(folder / "t_face_all.nii.gz", volume(maps.t));
    for (std::size_t m = 0; m < maps.models.size(); ++m)
        io::writeVolume(folder / "models" / result.fit.models[m].model.name / "gain_all.nii.gz",
                        volume(maps.models[m].gain));
}

/// What is not needed to decode, for those who look closer.
void writeEstimates(const glm::StudyFit& result, const fs::path& folder)
{
    const glm::Fit& fit = result.fit;
    glm::writeConditionEstimates(result.conditions, folder);
    if (result.fine)
        writeFineMaps(result, folder);
    for (std::size_t m = 0; m < fit.models.size(); ++m) {
        const fs::path own = folder / "models" / fit.models[m].model.name;
        io::writeVolume(own / "f.nii.gz", fit.volumeOf(result.maps[m].tests.f));
        io::writeVolume(own / "r2.nii.gz", fit.volumeOf(result.maps[m].tests.explained));
        if (result.maps[m].orthogonalisation.size() > 0)
            writeOrthogonalised(fit.models[m].weights, result.maps[m].orthogonalisation, own);
    }
}

Json stageTimes(const Progress& progress)
{
    Json stages = Json::array();
    for (const StageTime& time : progress.stageTimes())
        stages.push_back({{"stage", time.stage.english()}, {"seconds", time.seconds}});
    return stages;
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
                           "Columns of the confounds tables; motion12: motion and its differences; "
                           "motion24: and their squares; default: the six motion parameters."));
    fields.add(
        "images", &options.images,
        FUSIFORM_TR(
            "core",
            "auto: preprocessed images below derivatives/ (Fusiform's, then fMRIPrep's), else the "
            "raw ones; raw; or a folder of derivatives."));
    fields.add("space", &options.space,
               FUSIFORM_TR("core",
                           "Space of the preprocessed images: native, or as in their names: T1w, "
                           "MNI152NLin2009cAsym:res-2, ..."));
    fields
        .add("mask", &options.mask,
             FUSIFORM_TR("core",
                         "Voxels that are fitted: spm: above 0.8 of the global in every scan; "
                         "brain: inside the brain masks beside the images; auto: brain for other "
                         "programs' results, else spm."))
        .oneOf({"auto", "spm", "brain"});
    fields.add("within", &options.within,
               FUSIFORM_TR("core", "An image (a region's mask, a localizer's t map): voxels are "
                                   "selected only where it lies above --within-above."));
    fields.add("within-above", &options.withinAbove,
               FUSIFORM_TR("core", "What the image of --within must lie above."));
    fields.add(
        "grid", &options.grid,
        FUSIFORM_TR("core",
                    "native: the scans' own voxels; t1: those of the T1 image, as if every "
                    "scan had been resliced to it by linear interpolation; or an image whose "
                    "voxels are taken. Of such a grid the fit keeps the selected voxels."));
    describeModel(options, fields);
    fields
        .add("leaks", &options.leaks,
             FUSIFORM_TR(
                 "core",
                 "drop: training pictures that are also test faces do not train; keep: they do."))
        .oneOf({"drop", "keep"});
    fields
        .add("select", &options.select,
             FUSIFORM_TR("core",
                         "Voxels: t(face - fixation) alone, or also the F test of the latents; "
                         "fwe, fdr: t corrected for the number of voxels; top: as many as --top."))
        .oneOf({"t", "t_and_gain", "fwe", "fdr", "top"});
    fields.add("t", &options.tThreshold, FUSIFORM_TR("core", "Threshold of t."));
    fields
        .add("level", &options.level,
             FUSIFORM_TR("core", "Of fwe (Bonferroni) and fdr (Benjamini-Hochberg)."))
        .between(0, 1);
    fields
        .add("top", &options.top,
             FUSIFORM_TR("core", "Voxels with the best sum of the ranks of t and gain."))
        .between(1, 1e9);
    fields.add("p", &options.pThreshold, FUSIFORM_TR("core", "Threshold of the F test's p."))
        .between(0, 1);
    fields
        .add("orthogonalise", &options.orthogonalise,
             FUSIFORM_TR("core",
                         "none; spm: write beside W what SPM's serial orthogonalisation of the "
                         "latents makes of it, and the matrix that maps one to the other."))
        .oneOf({"none", "spm"});
    fields
        .add("series", &options.series,
             FUSIFORM_TR("core",
                         "keep: the filtered scans of the selected voxels stay with the fit, which "
                         "gives the reliability of W and the noise ceiling; none: they do not."))
        .oneOf({"keep", "none"});
    fields
        .add("series-limit", &options.seriesLimit,
             FUSIFORM_TR("core", "A larger series is not kept; a warning says so."))
        .in("GB")
        .between(0, 1000);
    fields
        .add(
            "trials", &options.trials,
            FUSIFORM_TR("core",
                        "Responses to single training faces, of the kept series: lss: a model for "
                        "each (Mumford et al. 2012); lsa: one model with a column for each; none."))
        .oneOf({"none", "lss", "lsa"});
    fields
        .add("memory", &options.memory,
             FUSIFORM_TR("core",
                         "About what the fit may use; more voxels than that allows are estimated "
                         "in slabs, with one more reading of the scans each."))
        .in("GB")
        .between(0.2, 1000);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing fit."));
}

Outcome runFit(const FitOptions& options, Progress& progress)
{
    const Costs costs;
    if (options.models.empty())
        throw usage(FUSIFORM_TR("core", "At least one --model is needed."));
    if (options.trials != "none" && options.series == "none")
        throw usage(FUSIFORM_TR("core", "--trials %1 needs the series: not --series none.")
                        .arg(options.trials));
    AtomicFolder output(options.output, AtomicFolder::existing(options.overwrite));
    Inputs inputs = readInputs(options, progress);
    const ScratchFolder scratch(output.path() / ".scratch");
    codeModels(inputs, options, scratch.path, progress);
    inputs.fit.scratch = scratch.path;
    inputs.fit.memoryMb = 1000 * options.memory;
    if (options.series == "keep")
        inputs.fit.series = output.path() / "series";
    inputs.fit.seriesLimit = 1e9 * options.seriesLimit;

    glm::StudyFit result = glm::fitStudy(inputs.fit, progress);
    result.fit.anatomy = anatomyOf(inputs);
    if (!options.within.empty())
        result.fit.selection += "; within " + options.within.filename().string() + " > "
                                + numberText(options.withinAbove);

    Outcome outcome;
    outcome.json = describeCounts(result, inputs);
    Json ofSeries = Json::object();
    if (result.hasSeries)
        ofSeries = writeSeriesResults(result.fit, output.path(), trialMethodOf(options.trials),
                                      progress);
    else if (options.trials != "none")
        progress.warn(FUSIFORM_TR("core", "--trials %1 needs the series, and none is kept: there "
                                          "are no single trials.")
                          .arg(options.trials));
    outcome.json.update(ofSeries);
    FitOptions copy = options;
    Fields fields;
    describe(copy, fields);
    result.fit.provenance
        = {{"program", "fusiform"},
           {"version", FUSIFORM_VERSION},
           {"options", fieldsToJson(fields)},
           {"orthogonalisation", options.orthogonalise == "spm" ? "beside W" : "off"},
           {"noise", options.noise},
           {"stimuli_encoded", "once, without sampling noise"},
           {"counts", outcome.json}};
    progress.begin(FUSIFORM_TR("core", "Writing the fit"));
    std::error_code ignored;
    glm::writeFit(result.fit, output.path());
    writeEstimates(result, output.path());
    fs::remove_all(scratch.path, ignored);
    output.commit();

    costs.addTo(outcome.json);
    outcome.json["stages"] = stageTimes(progress);
    outcome.text = textOf(outcome.json, options.output) + seriesText(ofSeries);
    return outcome;
}

} // namespace fusiform::task
