// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/glm/patterns.h"
#include "core/glm/weights.h"
#include "core/image/volume.h"
#include "core/image/voxel_set.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::glm {

/// One opening of the seal: who looked at which sealed faces, with which region, and when.
struct Opening {
    std::string faces; ///< "confirmation" or "imagery"
    std::string regionName;
    std::string regionHash; ///< of its voxel set
    std::string regionMade; ///< how the region was made: "published criterion", "brush", ...
    bool isConfirmatory
        = true; ///< false: the region was changed while faces or scores were showing
    std::string time; ///< UTC, ISO 8601
    std::string version; ///< of the program
};

/// A part of the selected voxels, as who made the fit has cut them.
struct SelectedPart {
    std::string name; ///< "occipital"
    std::string made; ///< how, for a person
    image::VoxelSet voxels;
};

/// What one face model gave: its W, its selection of voxels, and the test faces in its terms.
struct ModelFit {
    face_model::ModelDescription model;
    std::filesystem::path modelFile; ///< inside the fit, or a built-in model's file
    Eigen::VectorXd latentMean; ///< of the training codes, model units
    Eigen::VectorXd latentSd; ///< of the training codes; W's latent rows are per this
    Weights weights; ///< (latents + 1) x voxels()
    std::vector<float> gain; ///< per voxel: 1 - residual variance with latents / without
    std::vector<float> gainP; ///< per voxel: p of the F test of all latents
    image::VoxelSet selected; ///< the criterion named in Fit::selection
    std::vector<SelectedPart> parts; ///< of `selected`, apart; empty: roi/region cuts them
    FaceSet exploration;
    SealedFaces confirmation;
    SealedFaces
        imagery; ///< one row, or one a trial: the imagery pattern; its true code (NaN if not known)
    FaceSet imageryCandidates; ///< the candidates' pictures and codes; no patterns
};

/// 1 / sd, and 0 for dead latents: those that vary less than a hundredth of their mean. A VAE
/// leaves some of its latents at a constant; a constant cannot be told from the answer to any face.
[[nodiscard]] Eigen::VectorXd inverseOfSd(const Eigen::VectorXd& mean, const Eigen::VectorXd& sd);

/// A fitted subject: everything decoding needs, without the scans.
struct Fit {
    std::filesystem::path folder;
    std::string subject; ///< "sub-01"
    image::Grid grid; ///< of the functional images
    std::vector<image::Index> voxels; ///< in-mask voxels, linear indices of `grid`, ascending
    image::Volume meanImage; ///< mean functional image
    std::vector<float> tFace; ///< per voxel: t of faces - fixation (conditions-only model)
    std::filesystem::path anatomy; ///< T1 picture of the brain, or empty
    std::string selection; ///< "t" or "t_and_gain", with thresholds, for a person
    std::vector<ModelFit> models;
    std::vector<Opening> openings;
    Json provenance; ///< options, counts, file hashes, program version

    /// The position of a grid voxel in `voxels`, or -1.
    [[nodiscard]] Eigen::Index positionOf(image::Index gridIndex) const;
    /// Positions of the members of `set` that are in the mask, ascending.
    [[nodiscard]] std::vector<Eigen::Index> positionsOf(const image::VoxelSet& set) const;
    /// One value per in-mask voxel as an image; NaN elsewhere.
    [[nodiscard]] image::Volume volumeOf(const std::vector<float>& perVoxel) const;
    /// By name; the first if the name is empty. @throws Error{Usage} naming the models there are.
    [[nodiscard]] const ModelFit& modelNamed(std::string_view name) const;
};

/// Whether `folder` is one of a fit, by its fit.json.
[[nodiscard]] bool isFit(const std::filesystem::path& folder);
/// Reads a fit folder; W stays on disk, mapped. @throws Error{BadData}
[[nodiscard]] Fit readFit(const std::filesystem::path& folder);
/// Writes every file of the fit into `folder` (which exists): the models' files and the faces'
/// pictures too, so that a fit can be moved. Built-in models are named, not copied.
void writeFit(const Fit& fit, const std::filesystem::path& folder);
/// The ledger of openings of a fit folder, oldest first. @throws Error{BadData}
[[nodiscard]] std::vector<Opening> readOpenings(const std::filesystem::path& folder);
/// Writes the ledger of openings anew, whole or not at all.
void writeOpenings(const Fit& fit, const std::filesystem::path& folder);

} // namespace fusiform::glm
