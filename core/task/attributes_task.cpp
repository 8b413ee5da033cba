// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/attributes_task.h"

#include "core/face_model/attribute_axes.h"
#include "core/face_model/face_folder.h"
#include "core/face_model/face_models.h"
#include "core/task/overwrite.h"
#include "core/task/picture_codes.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fusiform::task {

using namespace face_model;

namespace {

namespace fs = std::filesystem;

/// The pictures that the table lists, in the order of their names.
std::vector<fs::path> listedPictures(const AttributesOptions& options, const AttributeTable& table,
                                     Progress& progress)
{
    std::vector<fs::path> files = pictureFiles(options.images);
    const std::size_t before = files.size();
    std::erase_if(files, [&](const fs::path& file) {
        return !table.values.contains(file.filename().string());
    });
    if (files.empty())
        throw badData(
            options.attributes,
            FUSIFORM_TR("core", "names of the pictures in %1").arg(options.images.string()),
            FUSIFORM_TR("core", "others"));
    if (files.size() < before)
        progress.warn(FUSIFORM_TR("core", "%1 lists %2 of %3 pictures; the others are left out.")
                          .arg(options.attributes.string())
                          .arg(files.size())
                          .arg(before));
    return files;
}

std::string percent(double share)
{
    return std::to_string(std::lround(1000 * share) / 10) + "."
           + std::to_string(std::lround(1000 * share) % 10) + " %";
}

} // namespace

void describe(AttributesOptions& options, Fields& fields)
{
    fields.add("model", &options.model, FUSIFORM_TR("core", "A model file or a built-in model."))
        .positional();
    fields.add("images", &options.images, FUSIFORM_TR("core", "Folder of JPEG or PNG pictures."))
        .required();
    fields
        .add("attributes", &options.attributes,
             FUSIFORM_TR("core",
                         "What the pictures show: CelebA's list, or a table (.tsv) with one "
                         "picture a row."))
        .required();
    fields.add("out", &options.out,
               FUSIFORM_TR("core",
                           "The file of axes to write; default: beside the model, where the "
                           "program looks for it."));
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "All random numbers follow from it."))
        .between(0, 9e15);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace existing axes."));
}

Outcome findAttributes(const AttributesOptions& options, Progress& progress)
{
    const fs::path modelFile = findModelFile(options.model);
    const fs::path out = options.out.empty() ? axesFileOf(modelFile) : options.out;
    refuseExisting(out, options.overwrite);
    const AttributeTable table = readAttributes(options.attributes);
    const std::vector<fs::path> files = listedPictures(options, table, progress);
    const auto model = loadFaceModel(modelFile);
    const Eigen::MatrixXd codes = codesOfFiles(*model, files, progress);
    Eigen::MatrixXi labels(std::ssize(files), std::ssize(table.names));
    for (std::size_t i = 0; i < files.size(); ++i)
        for (std::size_t a = 0; a < table.names.size(); ++a)
            labels(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(a))
                = table.values.at(files[i].filename().string())[a];

    AttributeAxes axes{model->description().hash,
                       std::to_string(files.size()) + " pictures of "
                           + options.images.filename().string(),
                       attributeAxes(codes, labels, table.names,
                                     static_cast<std::uint64_t>(options.seed), progress)};
    writeAxes(out, axes);

    Outcome outcome;
    Json list = Json::array();
    for (const AttributeAxis& axis : axes.axes) {
        list.push_back({{"name", axis.name},
                        {"with", axis.with},
                        {"without", axis.without},
                        {"mean_difference", axis.meanDifference.accuracy},
                        {"logistic", axis.logistic.accuracy},
                        {"logistic_balanced", axis.logistic.balancedAccuracy}});
        outcome.text += axis.name + ": mean difference " + percent(axis.meanDifference.accuracy)
                        + ", logistic " + percent(axis.logistic.accuracy) + " held out\n";
    }
    outcome.json = {{"out", out.string()}, {"pictures", files.size()}, {"axes", std::move(list)}};
    outcome.text += "Written to " + out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
