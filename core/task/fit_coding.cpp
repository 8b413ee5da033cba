// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/fit_coding.h"

#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"
#include "core/io/face_file.h"
#include "core/io/picture_file.h"
#include "core/task/bids_task.h"
#include "core/task/picture_codes.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

namespace fusiform::task {

namespace fs = std::filesystem;

namespace {

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
std::vector<std::string> stimuliToCode(const FitInputs& inputs)
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

/// Pictures a PCA of the study may learn from: shown in training and not left out of it, and
/// stimuli/extra; never by the names of test or imagery faces.
std::vector<fs::path> trainingPictures(const FitInputs& inputs)
{
    std::set<fs::path> files;
    for (const auto& events : inputs.events)
        for (const bids::Event& event : events)
            if (event.kind == bids::EventKind::TrainFace && !event.isOneBack
                && !inputs.fit.design.leftOut.contains(event.stimulus))
                files.insert(bids::stimulusFile(inputs.study, event.stimulus));
    std::error_code error;
    for (const auto& entry :
         fs::directory_iterator(inputs.study.root / "stimuli" / "extra", error)) {
        if (io::isPictureName(entry.path()))
            files.insert(entry.path());
    }
    return {files.begin(), files.end()};
}

std::shared_ptr<const face_model::FaceModel>
trainedPca(const FitInputs& inputs, const FitOptions& options, Progress& progress)
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
        files.size(), [&](std::size_t p) { return io::readFace(files[p], {pca.imageSize}); }, pca,
        progress);
}

std::map<std::string, Eigen::VectorXd> codesOf(const face_model::FaceModel& model,
                                               const bids::Study& study,
                                               const std::vector<std::string>& stimuli,
                                               Progress& progress)
{
    std::vector<fs::path> files;
    for (const std::string& stimulus : stimuli)
        files.push_back(bids::stimulusFile(study, stimulus));
    const Eigen::MatrixXd rows = codesOfFiles(model, files, progress);
    std::map<std::string, Eigen::VectorXd> codes;
    for (std::size_t s = 0; s < stimuli.size(); ++s)
        codes[stimuli[s]] = rows.row(static_cast<Eigen::Index>(s)).transpose();
    return codes;
}

} // namespace

void codeModels(FitInputs& inputs, const FitOptions& options, const fs::path& scratch,
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
        coded.codes = codesOf(*coded.model, inputs.study, stimuli, progress);
        inputs.fit.models.push_back(std::move(coded));
    }
}

} // namespace fusiform::task
