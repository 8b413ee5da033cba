// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/attributes_task.h"

#include "core/face_model/attribute_axes.h"
#include "core/face_model/face_folder.h"
#include "core/face_model/face_models.h"
#include "core/task/face_crop.h"
#include "core/task/overwrite.h"
#include "core/task/picture_codes.h"
#include "core/util/error.h"
#include "core/util/joined.h"

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
    if (const std::optional<Text> gaps = listingGaps(table, options.attributes, files))
        progress.warn(*gaps);
    std::erase_if(files, [&](const fs::path& file) {
        return !table.values.contains(file.filename().string());
    });
    if (files.empty())
        throw badData(
            options.attributes,
            FUSIFORM_TR("core", "names of the pictures in %1").arg(options.images.string()),
            FUSIFORM_TR("core", "others"));
    return files;
}

/// The columns that are wanted, in the order of the table. Names that it does not have are said
/// once, and are an error where none is left.
std::vector<std::size_t> wantedColumns(const AttributesOptions& options,
                                       const AttributeTable& table, Progress& progress)
{
    std::vector<std::string> unknown = options.only;
    std::vector<std::size_t> columns;
    for (std::size_t a = 0; a < table.names.size(); ++a)
        if (options.only.empty() || std::erase(unknown, table.names[a]) > 0)
            columns.push_back(a);
    if (columns.empty())
        throw usage(FUSIFORM_TR("core", "%1 has none of the attributes %2; it has %3.")
                        .arg(options.attributes.string())
                        .arg(joined(unknown))
                        .arg(joined(table.names)));
    if (!unknown.empty())
        progress.warn(FUSIFORM_TR("core", "%1 of %2 attributes are not in %3: %4.")
                          .arg(unknown.size())
                          .arg(options.only.size())
                          .arg(options.attributes.string())
                          .arg(joined(unknown)));
    return columns;
}

std::string percent(double share)
{
    return std::to_string(std::lround(1000 * share) / 10) + "."
           + std::to_string(std::lround(1000 * share) % 10) + " %";
}

/// With the folder above: "pictures" alone says little.
std::string nameOfFolder(const fs::path& folder)
{
    const fs::path whole = fs::absolute(folder / "").parent_path();
    return (whole.parent_path().filename() / whole.filename()).string();
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
    fields.add(
        "only", &options.only,
        FUSIFORM_TR("core", "Only the attribute of this name; may be given more than once."));
    describeEyes(options.eyes, fields);
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
    const std::vector<std::size_t> columns = wantedColumns(options, table, progress);
    const std::vector<fs::path> listed = listedPictures(options, table, progress);
    const auto model = loadFaceModel(modelFile);
    const io::FaceCrop crop = faceCrop(model->description().imageSize, options.eyes);
    const auto [files, codes, skipped] = codesOfReadable(*model, listed, crop, progress);
    std::vector<std::string> names;
    Eigen::MatrixXi labels(std::ssize(files), std::ssize(columns));
    for (const std::size_t column : columns) {
        for (std::size_t i = 0; i < files.size(); ++i)
            labels(static_cast<Eigen::Index>(i), std::ssize(names))
                = table.values.at(files[i].filename().string())[column];
        names.push_back(table.names[column]);
    }

    AttributeAxes axes{
        model->description().hash,
        std::to_string(files.size()) + " pictures of " + nameOfFolder(options.images),
        attributeAxes(codes, labels, names, static_cast<std::uint64_t>(options.seed), progress)};
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
    outcome.json = {{"out", out.string()},
                    {"pictures", files.size()},
                    {"crop", crop.name()},
                    {"axes", std::move(list)},
                    {"skipped", skippedJson(skipped)}};
    outcome.text += skippedText(skipped) + "Written to " + out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
