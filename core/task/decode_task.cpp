// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/decode_task.h"

#include "core/decode/decode_region.h"
#include "core/decode/decoders.h"
#include "core/decode/training_score.h"
#include "core/evaluate/picture_maker.h"
#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/import/region_file.h"
#include "core/io/picture_file.h"
#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/stats/sealed_faces.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <numeric>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

/// A region of the fit by name, or a mask or label from a file.
roi::Region regionOf(const glm::Fit& fit, const glm::ModelFit& model, const std::string& name,
                     Progress& progress)
{
    std::string all;
    for (roi::Region& region : roi::offeredRegions(fit, model)) {
        if (region.name == name)
            return std::move(region);
        (all += all.empty() ? "" : ", ") += region.name;
    }
    if (!fs::exists(name))
        throw usage(
            FUSIFORM_TR("core",
                        "There is no region called %1 and no file of that name; the fit has %2.")
                .arg(name)
                .arg(all));
    roi::Region region = import::readRegion(name, fit, {}, progress);
    region.name = fs::path(name).filename().string();
    return region;
}

struct Chosen {
    glm::FaceSet faces;
    Json opened = nullptr;
};

Json describe(const glm::Opening& opening)
{
    return {{"faces", opening.faces},
            {"region", opening.regionName},
            {"time", opening.time},
            {"confirmatory", opening.isConfirmatory}};
}

Chosen facesFor(glm::Fit& fit, const glm::ModelFit& model, const DecodeTaskOptions& options,
                const roi::Region& region, Progress& progress)
{
    const bool hasFaces = model.exploration.count() > 0
                          || (options.faces == "all" && model.confirmation.count() > 0);
    if (options.faces != "imagery" && !hasFaces)
        throw badData(options.fit, FUSIFORM_TR("core", "test faces to read"),
                      FUSIFORM_TR("core", "none: the study shows no test face"));
    if (options.faces == "explore")
        return {model.exploration, nullptr};
    const bool isImagery = options.faces == "imagery";
    if (isImagery && model.imagery.count() == 0)
        throw usage(FUSIFORM_TR("core", "The study has no imagery trials."));
    glm::FaceSet opened = stats::SealOpener::open(
        fit, model, isImagery ? stats::SealedPart::Imagery : stats::SealedPart::Confirmation,
        region);
    progress.warn(FUSIFORM_TR("core", "The seal of the %1 was opened; this is recorded in the fit.")
                      .arg(isImagery ? "imagery pattern" : "confirmation faces"));
    const Json record = describe(fit.openings.back());
    if (isImagery)
        return {std::move(opened), record};
    return {stats::joined(model.exploration, opened), record};
}

/// Correlation of each decoded imagery code with every candidate's code: share of the others
/// beaten, and its mean over the patterns.
void addImagery(Json& json, const decode::Decoded& decoded, const glm::ModelFit& model,
                const glm::FaceSet& imagery, bool isInSd)
{
    const glm::FaceSet& candidates = model.imageryCandidates;
    const auto own = std::ranges::find(candidates.names, imagery.names.front());
    if (own == candidates.names.end()) {
        json["pairwise"] = nullptr;
        return;
    }
    const Eigen::MatrixXd unit
        = isInSd ? Eigen::MatrixXd(glm::inverseOfSd(model.latentMean, model.latentSd).asDiagonal())
                 : Eigen::MatrixXd(
                     Eigen::MatrixXd::Identity(model.latentSd.size(), model.latentSd.size()));
    const Eigen::MatrixXd r
        = math::rowCorrelations(decoded.latents * unit, candidates.codes * unit);
    const Index at = own - candidates.names.begin();
    std::vector<double> shares;
    for (Index trial = 0; trial < r.rows(); ++trial) {
        Index beaten = 0;
        for (Index c = 0; c < r.cols(); ++c)
            beaten += c != at && r(trial, at) > r(trial, c);
        shares.push_back(static_cast<double>(beaten)
                         / static_cast<double>(std::max<Index>(1, r.cols() - 1)));
    }
    json["pairwise"]
        = std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
    if (shares.size() > 1)
        json["pairwise_of_trials"] = shares;
    json["n_candidates"] = candidates.count();
    json["imagined"] = imagery.names.front();
}

Tsv latentTable(const decode::Decoded& decoded)
{
    Tsv table;
    table.columns.emplace_back("face");
    for (Index l = 0; l < decoded.latents.cols(); ++l)
        table.columns.push_back("z" + std::to_string(l + 1));
    for (std::size_t f = 0; f < decoded.names.size(); ++f) {
        auto& row = table.rows.emplace_back();
        row.push_back(decoded.names[f]);
        for (Index l = 0; l < decoded.latents.cols(); ++l)
            row.push_back(numberText(decoded.latents(static_cast<Index>(f), l)));
    }
    return table;
}

/// Pictures of the decoded faces, a sheet of originals above reconstructions, and the codes.
Json writeResults(const fs::path& folder, const decode::Decoded& decoded, const glm::FaceSet& faces,
                  const glm::ModelFit& model, decode::ShownCodes shown, Progress& progress)
{
    const auto faceModel = face_model::loadFaceModel(model.modelFile);
    writeFileAtomically(folder / "latents.tsv", tsvText(latentTable(decoded)));
    if (!face_model::hasGenerator(faceModel->description())) {
        progress.warn(face_model::withoutGenerator(model.model.name));
        return Json::array();
    }
    const std::vector<image::Picture> decodedPictures
        = faceModel->generate(decode::shownCodes(decoded.latents, model, shown), progress);
    Json files = Json::array();
    std::vector<image::Picture> sheet
        = evaluate::originalsOf(faces, faceModel->description().imageSize);
    if (std::ranges::any_of(sheet, &image::Picture::isEmpty))
        sheet.clear();
    for (std::size_t f = 0; f < decodedPictures.size(); ++f) {
        // Imagery trials bear the name of the one imagined face.
        const auto begin = decoded.names.begin();
        const auto here = begin + static_cast<std::ptrdiff_t>(f);
        const bool isShared = std::ranges::count(decoded.names, *here) > 1;
        const fs::path name
            = fs::path(*here).stem().string()
              + (isShared ? "_" + std::to_string(std::count(begin, here + 1, *here)) : "")
              + "_reconstructed.png";
        io::writePicture(folder / name, decodedPictures[f]);
        files.push_back(name.string());
        sheet.push_back(decodedPictures[f]);
    }
    io::writePicture(folder / "faces.png",
                     io::contactSheet(sheet, static_cast<int>(decodedPictures.size()), 4));
    files.push_back("faces.png");
    return files;
}

/// What cross-validation needs of a fit: folds, and what decoders know beyond W.
class CrossValidation {
public:
    CrossValidation(const glm::Fit& fit, const glm::ModelFit& model,
                    const decode::DecodeOptions& options, Progress& progress)
        : m_folds(decode::makeTrainingFolds(fit, model, progress)),
          m_scorer(m_folds, fit,
                   decode::decoderNamed(options.decoder).needsInputs()
                       ? std::make_shared<const decode::DecoderInputs>(
                           decode::decoderInputs(fit, model, progress))
                       : nullptr)
    {
    }
    [[nodiscard]] const decode::TrainingFolds& folds() const { return m_folds; }
    [[nodiscard]] decode::TrainingScorer& scorer() { return m_scorer; }
    [[nodiscard]] double ridgeFor(const roi::Region& region, const decode::DecodeOptions& options,
                                  Progress& progress)
    {
        return m_scorer.chooseRidge(region.voxels, decode::choiceOf(region), options, progress);
    }

private:
    decode::TrainingFolds m_folds;
    decode::TrainingScorer m_scorer;
};

Outcome crossValidated(const glm::Fit& fit, const glm::ModelFit& model, const roi::Region& region,
                       const DecodeTaskOptions& options, const decode::DecodeOptions& how,
                       Progress& progress)
{
    if (!options.output.empty())
        throw usage(FUSIFORM_TR("core", "--faces cv gives numbers, not pictures: not with --out."));
    CrossValidation validation(fit, model, how, progress);
    const decode::VoxelChoice choice = decode::choiceOf(region);
    const decode::TrainingScore score
        = options.chooseRidge
              ? validation.scorer().scoreWithChosenRidge(region.voxels, choice, how, progress)
              : validation.scorer().score(region.voxels, choice, how, progress);
    Outcome outcome;
    Json& json = outcome.json;
    json["fit"] = options.fit.string();
    json["model"] = model.model.name;
    json["region"] = region.name;
    json["faces"] = "cv";
    json["pairwise"] = score.pairwise;
    json["standard_error"] = score.standardError;
    json["fold_unit"] = validation.folds().unit;
    json["folds"] = Json::array();
    for (std::size_t f = 0; f < score.folds.size(); ++f)
        json["folds"].push_back({{"held_out", validation.folds().folds[f].name},
                                 {"pairwise", score.folds[f]},
                                 {"n_voxels", score.voxels[f]},
                                 {"ridge", score.ridge[f]}});
    json["n_faces"] = score.trials;
    json["n_dropped"] = validation.folds().dropped;
    json["voxels_chosen"] = choice == decode::VoxelChoice::ByCriterion ? "inside each fold, among "
                                                                         "the selected"
                                                                       : "as given";
    json["decoder"] = options.decoder;
    json["opened"] = nullptr;
    outcome.text = region.name + ", " + model.model.name + ", " + std::to_string(score.trials)
                   + " single training faces, held out by " + validation.folds().unit
                   + ": pairwise " + numberText(100 * score.pairwise) + " % +- "
                   + numberText(100 * score.standardError) + " %\n";
    return outcome;
}

} // namespace

void describe(DecodeTaskOptions& options, Fields& fields)
{
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of a fit.")).positional();
    fields.add("region", &options.region,
               FUSIFORM_TR("core", "A region of the fit (selected, occipital, temporal, "
                                   "frontoparietal), or a mask or label file; a mask on another "
                                   "grid is resampled with a word about it."));
    fields.add("model", &options.model,
               FUSIFORM_TR("core", "A face model of the fit; default: the first."));
    fields
        .add("faces", &options.faces,
             FUSIFORM_TR("core", "explore: the exploration half; all: also the sealed half "
                                 "(recorded); imagery: the imagined face (recorded); cv: single "
                                 "training faces, by a W that has not seen their session."))
        .oneOf({"explore", "all", "imagery", "cv"});
    fields
        .add("decoder", &options.decoder,
             FUSIFORM_TR("core", "ols: the paper's Eq. 3; ridge: the same with a ridge; gls: "
                                 "noise between voxels whitened; bayes: that, and codes as "
                                 "training codes vary; ceiling: voxels weighed by their noise "
                                 "ceiling. The last three need the fit's kept series."))
        .oneOf(decode::decoderNames());
    fields
        .add("ridge", &options.ridge,
             FUSIFORM_TR(
                 "core",
                 "Strength, relative to the mean diagonal of W Wᵀ; default 0.1; 0 is Eq. 3."))
        .between(0, 1e6);
    fields.add("choose-ridge", &options.chooseRidge,
               FUSIFORM_TR("core", "Choose the ridge on training faces, cross-validated; with "
                                   "--faces cv inside each fold. Needs the fit's kept series."));
    fields
        .add("bias", &options.bias,
             FUSIFORM_TR("core", "The response to any face: solved for beside the latents (the "
                                 "paper), or fixed as W has it."))
        .oneOf({"solved", "fixed"});
    fields
        .add("score-units", &options.scoreUnits,
             FUSIFORM_TR("core",
                         "Scores on codes in the model's units, or divided by the training sd."))
        .oneOf({"model", "sd"});
    fields
        .add("shown", &options.shown,
             FUSIFORM_TR("core", "Pictures of codes with the contrast of training codes, or of "
                                 "codes as decoded. Scores and latents.tsv do not change."))
        .oneOf({"matched", "decoded"});
    fields.add("out", &options.output, FUSIFORM_TR("core", "A folder for pictures and codes."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runDecode(const DecodeTaskOptions& options, Progress& progress)
{
    if (options.chooseRidge && options.ridge)
        throw usage(FUSIFORM_TR("core", "--ridge gives the ridge, --choose-ridge looks for it: use "
                                        "one of them."));
    glm::Fit fit = glm::readFit(options.fit);
    const glm::ModelFit& model = fit.modelNamed(options.model);
    const roi::Region region = regionOf(fit, model, options.region, progress);
    decode::DecodeOptions decodeOptions;
    decodeOptions.decoder = options.decoder;
    decodeOptions.ridge = options.ridge.value_or(0.1);
    decodeOptions.bias = options.bias == "fixed" ? decode::Bias::Fixed : decode::Bias::Solved;
    decodeOptions.scoreInSd = options.scoreUnits == "sd";
    if (options.faces == "cv")
        return crossValidated(fit, model, region, options, decodeOptions, progress);
    if (options.chooseRidge)
        decodeOptions.ridge = CrossValidation(fit, model, decodeOptions, progress)
                                  .ridgeFor(region, decodeOptions, progress);
    std::optional<AtomicFolder> output;
    if (!options.output.empty())
        output.emplace(options.output, AtomicFolder::existing(options.overwrite));
    const Chosen chosen = facesFor(fit, model, options, region, progress);

    const decode::Decoded decoded
        = decode::decodeRegion(fit, model, region.voxels, chosen.faces, decodeOptions, progress);
    if (decoded.warning)
        progress.warn(*decoded.warning);

    Outcome outcome;
    Json& json = outcome.json;
    json["fit"] = options.fit.string();
    json["model"] = model.model.name;
    json["region"] = region.name;
    json["faces"] = options.faces;
    if (options.faces == "imagery") {
        addImagery(json, decoded, model, chosen.faces, decodeOptions.scoreInSd);
    } else {
        json["pairwise"] = decoded.pairwise;
        json["full_recognition"] = decoded.fullRecognition;
        json["mean_r"] = decoded.similarity.diagonal().mean();
        json["ranks"] = scores::ranks(decoded.similarity);
    }
    json["n_faces"] = decoded.names.size();
    json["names"] = decoded.names;
    json["n_voxels"] = decoded.voxels;
    json["condition_number"]
        = std::isfinite(decoded.conditionNumber) ? Json(decoded.conditionNumber) : Json(nullptr);
    json["n_voxels_left_out"] = decoded.leftOut;
    json["decoder"] = options.decoder;
    json["bias"] = options.bias;
    json["ridge"] = decoded.ridge;
    json["ridge_chosen_on"] = options.chooseRidge ? Json("training faces") : Json(nullptr);
    json["form"] = decoded.form;
    json["warning"] = decoded.warning ? Json(decoded.warning->english()) : Json(nullptr);
    json["opened"] = chosen.opened;
    json["shown"] = options.shown;
    const auto shown = options.shown == "matched" ? decode::ShownCodes::ContrastMatched
                                                  : decode::ShownCodes::AsDecoded;
    json["pictures"] = Json::array();
    if (output) {
        json["pictures"]
            = writeResults(output->path(), decoded, chosen.faces, model, shown, progress);
        writeJson(output->path() / "decode.json", json);
        output->commit();
    }
    outcome.text = region.name + " (" + std::to_string(decoded.voxels) + " voxels), "
                   + model.model.name + ", " + std::to_string(decoded.names.size()) + " faces: ";
    if (json["pairwise"].is_number() && std::isfinite(json["pairwise"].get<double>()))
        outcome.text += "pairwise " + numberText(100 * json["pairwise"].get<double>()) + " %";
    if (options.faces != "imagery" && std::isfinite(decoded.fullRecognition))
        outcome.text += ", full recognition " + numberText(100 * decoded.fullRecognition) + " %";
    outcome.text += "\n";
    return outcome;
}

} // namespace fusiform::task
