// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/coded_study.h"

#include "core/glm/series_weights.h"
#include "core/math/normals.h"

#include <algorithm>
#include <numeric>

namespace fusiform::test {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Correlations whose eigenvalues fall like 1 / rank, in random directions.
MatrixXd fallingCorrelations(Index size, Random& random)
{
    const Eigen::HouseholderQR<MatrixXd> qr(math::standardNormals(size, size, random));
    const MatrixXd basis = qr.householderQ();
    const VectorXd values = VectorXd::LinSpaced(size, 1, static_cast<double>(size)).cwiseInverse();
    const MatrixXd covariance = basis * values.asDiagonal() * basis.transpose();
    const VectorXd perSd = covariance.diagonal().cwiseSqrt().cwiseInverse();
    return perSd.asDiagonal() * covariance * perSd.asDiagonal();
}

struct Noise {
    MatrixXd factors; ///< factors x voxels
    VectorXd own; ///< sd a voxel

    [[nodiscard]] MatrixXd draw(Index scans, Random& random) const
    {
        return math::standardNormals(scans, factors.rows(), random) * factors
               + math::standardNormals(scans, factors.cols(), random) * own.asDiagonal();
    }
};

Noise plantNoise(Index voxels, const CodedStudyOptions& options, Random& random)
{
    constexpr Index kFactors = 12;
    Noise noise = {math::standardNormals(kFactors, voxels, random), VectorXd(voxels)};
    noise.factors *= std::sqrt(options.sharedNoise / kFactors);
    for (Index v = 0; v < voxels; ++v) {
        const double sd = options.noise * std::exp(0.4 * random.normal());
        noise.factors.col(v) *= sd;
        noise.own[v] = sd * std::sqrt(1 - options.sharedNoise);
    }
    return noise;
}

std::string numbered(const char* prefix, Index number)
{
    return prefix + std::to_string(10000 + number) + ".jpg";
}

} // namespace

CodedStudy makeCodedStudy(const std::filesystem::path& folder, const CodedStudyOptions& options)
{
    Random random(options.seed);
    CodedStudy study;
    glm::Fit& fit = study.fit;
    fit.folder = folder;
    fit.subject = "sub-01";
    fit.grid.shape = options.shape;
    fit.grid.affine = image::Affine(Eigen::Vector4d(3, 3, 3, 1).asDiagonal());
    const Index voxels = fit.grid.size();
    fit.voxels.resize(static_cast<std::size_t>(voxels));
    std::iota(fit.voxels.begin(), fit.voxels.end(), image::Index(0));
    fit.tFace.assign(fit.voxels.size(), 5.0F);
    fit.selection = "all";
    fit.meanImage = {fit.grid, std::vector<float>(fit.voxels.size(), 100.0F)};

    const Index latents = options.latents;
    study.codeCovariance = fallingCorrelations(latents, random);
    const MatrixXd root = study.codeCovariance.llt().matrixL();
    const VectorXd mean = 0.6 * math::standardNormals(latents, 1, random);
    const auto drawCodes = [&](Index count) {
        return MatrixXd((math::standardNormals(count, latents, random) * root.transpose()).rowwise()
                        + mean.transpose());
    };
    MatrixXd weights(latents + 1, voxels);
    weights.topRows(latents) = options.signal * math::standardNormals(latents, voxels, random)
                               / std::sqrt(static_cast<double>(latents));
    weights.bottomRows(1) = 1 + 0.3 * math::standardNormals(1, voxels, random).array();
    const Noise noise = plantNoise(voxels, options, random);
    study.noiseCovariance = noise.factors.transpose() * noise.factors;
    study.noiseCovariance += MatrixXd(noise.own.cwiseAbs2().asDiagonal());

    // Exploration faces have columns of their own name; confirmation faces are "sealed" ones.
    const MatrixXd testCodes = drawCodes(options.faces);
    std::vector<std::string> conditions = {"train_face"};
    std::vector<std::string> faceNames;
    for (Index f = 0; f < options.faces; ++f) {
        faceNames.push_back(numbered("F", f));
        conditions.push_back(f % 2 == 0 ? faceNames.back() : "sealed " + std::to_string(f));
    }
    const bool hasOneBacks = options.oneBacks > 0;
    if (hasOneBacks)
        conditions.emplace_back("one_back");
    const Index explorationFaces = (options.faces + 1) / 2;
    const Index oneBacks = hasOneBacks ? options.oneBacks + explorationFaces : 0;
    glm::SeriesWriter writer(
        folder / "series",
        {"sub-01", "none", fit.voxels, conditions, {}, {}, hasOneBacks ? "nuisance" : ""});
    glm::TrainingCodes codes;
    std::vector<Eigen::RowVectorXf> rows;
    const int runs = options.sessions * options.runsASession;
    const Index showings = options.faces * options.showings / runs;
    for (int r = 0; r < runs; ++r) {
        glm::SeriesRun run;
        run.name = "run-" + std::to_string(r + 1);
        run.session = "ses-0" + std::to_string(r / options.runsASession + 1);
        run.scans = options.trialsARun + showings + oneBacks;
        run.conditions = MatrixXd::Zero(run.scans, static_cast<Index>(conditions.size()));
        run.trainingResponses = MatrixXd::Zero(run.scans, options.trialsARun);
        run.trainingResponses.topRows(options.trialsARun).setIdentity();
        run.conditions.col(0).head(options.trialsARun).setOnes();
        MatrixXd trialCodes = drawCodes(options.trialsARun);
        if (r == runs - 1)
            for (Index p = 0; p < options.repeatedPictures; ++p)
                trialCodes.row(p) = rows[static_cast<std::size_t>(p)].cast<double>();
        MatrixXd shown(run.scans, latents + 1);
        shown.rightCols(1).setOnes();
        shown.topLeftCorner(options.trialsARun, latents) = trialCodes;
        for (Index t = 0; t < options.trialsARun; ++t) {
            codes.stimuli.push_back(numbered("T", r * options.trialsARun + t));
            rows.emplace_back(trialCodes.row(t).cast<float>());
            run.training.push_back({2.0 * static_cast<double>(t), 1, codes.stimuli.back()});
        }
        std::vector<Index> explorationScans;
        for (Index s = 0; s < showings; ++s) {
            const Index face = s % options.faces;
            const Index scan = options.trialsARun + s;
            run.conditions(scan, 1 + face) = 1;
            shown.row(scan).head(latents) = testCodes.row(face);
            if (face % 2 == 0) {
                run.exploration.push_back({2.0 * static_cast<double>(scan), 1,
                                           faceNames[static_cast<std::size_t>(face)]});
                explorationScans.push_back(scan);
            }
        }
        run.explorationResponses
            = MatrixXd::Zero(run.scans, static_cast<Index>(explorationScans.size()));
        for (std::size_t s = 0; s < explorationScans.size(); ++s)
            run.explorationResponses(explorationScans[s], static_cast<Index>(s)) = 1;
        run.trainingOneBackResponses = MatrixXd::Zero(run.scans, options.oneBacks);
        run.explorationOneBackResponses
            = MatrixXd::Zero(run.scans, hasOneBacks ? explorationFaces : 0);
        for (Index b = 0; b < oneBacks; ++b) {
            const Index scan = options.trialsARun + showings + b;
            const double onset = 2.0 * static_cast<double>(scan);
            const Index face = 2 * (b - options.oneBacks); // where it is an exploration face
            run.conditions(scan, run.conditions.cols() - 1) = 1;
            if (b < options.oneBacks) {
                shown.row(scan).head(latents) = options.oneBackSignal * trialCodes.row(b);
                run.trainingOneBackResponses(scan, b) = 1;
                run.trainingOneBacks.push_back(
                    {onset, 1, run.training[static_cast<std::size_t>(b)].stimulus});
            } else {
                shown.row(scan).head(latents) = options.oneBackSignal * testCodes.row(face);
                run.explorationOneBackResponses(scan, b - options.oneBacks) = 1;
                run.explorationOneBacks.push_back(
                    {onset, 1, faceNames[static_cast<std::size_t>(face)]});
            }
        }
        const MatrixXd values = shown * weights + noise.draw(run.scans, random);
        writer.add(std::move(run), values.cast<float>());
    }
    codes.codes.resize(static_cast<Index>(rows.size()), latents);
    for (std::size_t t = 0; t < rows.size(); ++t)
        codes.codes.row(static_cast<Index>(t)) = rows[t];
    writer.addCodes("codes", codes);
    writer.finish();
    study.series = glm::KeptSeries::read(folder / "series");

    glm::ModelFit& model = fit.models.emplace_back();
    model.model.name = "codes";
    model.model.latentSize = latents;
    const MatrixXd all = codes.codes.cast<double>();
    model.latentMean = all.colwise().mean();
    model.latentSd = (all.rowwise() - model.latentMean.transpose()).colwise().norm()
                     / std::sqrt(static_cast<double>(all.rows()));
    model.selected = image::VoxelSet::of(fit.grid.shape, fit.voxels);
    const std::vector<MatrixXd> scaled
        = glm::scaledTrialCodes(study.series, codes, model.latentMean, model.latentSd);
    std::vector<std::size_t> order(static_cast<std::size_t>(runs));
    std::iota(order.begin(), order.end(), std::size_t(0));
    Progress progress;
    const glm::SeriesSums sums = glm::sumsOf(study.series, scaled, order, progress);
    const glm::SeriesEstimates estimates = glm::estimate(sums);
    model.weights
        = glm::Weights(glm::weightsOf(study.series, sums, estimates).matrix.cast<float>());
    glm::FaceSet sealed;
    for (Index f = 0; f < options.faces; ++f) {
        glm::FaceSet& set = f % 2 == 0 ? model.exploration : sealed;
        set.names.push_back(faceNames[static_cast<std::size_t>(f)]);
        set.pictures.emplace_back();
        set.patterns.conservativeResize(set.count(), voxels);
        set.codes.conservativeResize(set.count(), latents);
        set.patterns.bottomRows(1) = estimates.beta.row(1 + f).cast<float>();
        set.codes.bottomRows(1) = testCodes.row(f);
    }
    model.confirmation = glm::SealedFaces(std::move(sealed));
    glm::writeOpenings(fit, folder);
    return study;
}

} // namespace fusiform::test
