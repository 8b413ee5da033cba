// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/attribute_axes.h"
#include "core/face_model/code_statistics.h"
#include "core/face_model/face_model.h"
#include "core/face_model/latent_space.h"
#include "core/face_model/network_layers.h"
#include "core/report/plots_eigenfaces.h"
#include "core/report/plots_network.h"
#include "core/task/coded_folder.h"

#include <QString>

#include <memory>

namespace fusiform {

/// A face model as it was opened, with the axes of attributes that lie beside it.
struct ExploredModel {
    std::filesystem::path file;
    std::shared_ptr<const face_model::FaceModel> model;
    std::vector<face_model::AttributeAxis> axes; ///< the best told first; empty: none beside it
    QString axesPictures; ///< what the axes were found on, one line
    QString axesProblem; ///< why there are none
    std::optional<face_model::NetworkLayers> layers; ///< of a network
    std::optional<report::Eigenfaces> eigenfaces; ///< of a PCA
};

/// @throws Error{BadData} for a file that is none, or a model of codes alone.
[[nodiscard]] std::shared_ptr<const face_model::FaceModel>
loadPictureModel(const std::filesystem::path& file);
/// @throws as loadPictureModel(); a problem of the axes is told in the result.
[[nodiscard]] std::shared_ptr<const ExploredModel>
openExploredModel(const std::filesystem::path& file);

/// The pictures of a folder and where their codes lie.
struct ExploredPictures {
    task::CodedFolder coded;
    std::string modelHash;
    std::unique_ptr<const face_model::LatentSpace> space;
    face_model::CodeStatistics statistics;
};

[[nodiscard]] std::shared_ptr<const ExploredPictures>
openExploredPictures(const ExploredModel& model, const std::filesystem::path& folder,
                     Progress& progress);

} // namespace fusiform
