// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/explored_model.h"

#include "app/support/text.h"
#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

namespace fusiform {

namespace {

constexpr Eigen::Index kEigenfaces = 48;

double bestAccuracy(const face_model::AttributeAxis& axis)
{
    return std::max(axis.meanDifference.balancedAccuracy, axis.logistic.balancedAccuracy);
}

void readAxesOf(ExploredModel& explored)
{
    const std::filesystem::path file = face_model::axesFileOf(explored.file);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        explored.axesProblem = QCoreApplication::translate(
            "fusiform::ExploredModel", "No axes of attributes were found for this model yet.");
        return;
    }
    try {
        face_model::AttributeAxes axes = face_model::readAxes(file);
        const auto& description = explored.model->description();
        const bool isItsOwn
            = axes.modelHash == description.hash
              && (axes.axes.empty()
                  || axes.axes.front().logistic.direction.size() == description.latentSize);
        if (!isItsOwn) {
            explored.axesProblem = QCoreApplication::translate(
                "fusiform::ExploredModel", "The axes beside this model are of another model.");
            return;
        }
        explored.axes = std::move(axes.axes);
        explored.axesPictures = QString::fromStdString(axes.pictures);
        std::ranges::stable_sort(explored.axes, std::ranges::greater(), bestAccuracy);
    } catch (const Error& problem) {
        explored.axesProblem = errorText(problem);
    }
}

} // namespace

std::shared_ptr<const face_model::FaceModel> loadPictureModel(const std::filesystem::path& file)
{
    auto model = face_model::loadFaceModel(file);
    if (!face_model::hasGenerator(model->description()))
        throw badData(file, FUSIFORM_TR("core", "a model that makes pictures"),
                      FUSIFORM_TR("core", "codes alone"));
    return model;
}

std::shared_ptr<const ExploredModel> openExploredModel(const std::filesystem::path& file)
{
    auto explored = std::make_shared<ExploredModel>();
    explored->file = file;
    explored->model = loadPictureModel(file);
    readAxesOf(*explored);
    explored->layers = face_model::networkLayersOf(*explored->model);
    if (const auto* const pca = dynamic_cast<const face_model::PcaModel*>(explored->model.get()))
        explored->eigenfaces = report::eigenfacesOf(*pca, kEigenfaces);
    return explored;
}

std::shared_ptr<const ExploredPictures> openExploredPictures(const ExploredModel& model,
                                                             const std::filesystem::path& folder,
                                                             Progress& progress)
{
    const std::filesystem::path cache
        = pathOf(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)) / "codes";
    auto explored = std::make_shared<ExploredPictures>();
    explored->coded = task::codedFolder(*model.model, folder, cache, progress);
    if (explored->coded.files.size() < 2)
        throw badData(folder, FUSIFORM_TR("core", "at least two pictures"),
                      FUSIFORM_TR("core", "fewer that can be read"));
    explored->modelHash = model.model->description().hash;
    const auto* const pca = dynamic_cast<const face_model::PcaModel*>(model.model.get());
    explored->statistics = face_model::codeStatistics(explored->coded.codes,
                                                      pca ? pca->variances() : Eigen::VectorXd());
    explored->space = std::make_unique<const face_model::LatentSpace>(explored->coded.codes);
    return explored;
}

} // namespace fusiform
