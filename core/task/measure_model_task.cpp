// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/measure_model_task.h"

#include "core/face_model/face_folder.h"
#include "core/face_model/face_models.h"
#include "core/task/face_crop.h"
#include "core/task/model_measure.h"
#include "core/task/overwrite.h"
#include "core/task/picture_codes.h"
#include "core/task/training_attributes.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::task {

using namespace face_model;
using image::Picture;

namespace {

Tsv tableOf(std::span<const std::filesystem::path> files, std::span<const FaceQuality> faces)
{
    Tsv table;
    table.columns = {"picture", "pix_corr", "ssim", "sharpness", "rank"};
    for (std::size_t i = 0; i < files.size(); ++i)
        table.rows.push_back({files[i].filename().string(), numberText(faces[i].pixCorr),
                              numberText(faces[i].ssim), numberText(faces[i].relativeSharpness()),
                              std::to_string(faces[i].rank)});
    return table;
}

/// One table of several lists that name the same attributes.
AttributeTable readLists(std::span<const std::filesystem::path> files)
{
    AttributeTable all = readAttributes(files.front());
    for (const std::filesystem::path& file : files.subspan(1)) {
        AttributeTable more = readAttributes(file);
        if (more.names != all.names)
            throw badData(file,
                          FUSIFORM_TR("core", "the attributes of %1").arg(files.front().string()),
                          FUSIFORM_TR("core", "others"));
        all.values.merge(more.values);
    }
    return all;
}

} // namespace

void describe(MeasureModelOptions& options, Fields& fields)
{
    fields.add("model", &options.model, FUSIFORM_TR("core", "A model file or a built-in model."))
        .positional();
    fields
        .add("images", &options.images,
             FUSIFORM_TR("core", "Folder of pictures that the model has not seen."))
        .required();
    fields.add("attributes", &options.attributes,
               FUSIFORM_TR("core", "What the pictures show: CelebA's list, or a table (.tsv); may "
                                   "be given more than once. Needs --learn."));
    fields.add("learn", &options.learn,
               FUSIFORM_TR("core", "Folder of pictures from whose codes attributes are learned, "
                                   "before they are told from those of --images."));
    describeEyes(options.eyes, fields);
    fields.add("out", &options.out,
               FUSIFORM_TR("core", "A table (.tsv) of every picture's figures to write."));
    fields.add("sheets", &options.sheets,
               FUSIFORM_TR("core", "Folder for pictures of reconstructions and random faces."));
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Which random faces."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing table."));
}

Outcome measureModel(const MeasureModelOptions& options, Progress& progress)
{
    if (!options.out.empty())
        refuseExisting(options.out, options.overwrite);
    if (options.attributes.empty() != options.learn.empty())
        throw usage(FUSIFORM_TR("core", "To tell attributes, say both --attributes and --learn."));
    const auto model = loadFaceModel(findModelFile(options.model));
    const io::FaceCrop crop = faceCrop(model->description().imageSize, options.eyes);
    std::optional<AttributeTable> table;
    if (!options.attributes.empty())
        table = readLists(options.attributes);
    else
        compareCrop(*model, crop, progress); // else when the others are coded

    std::vector<std::filesystem::path> files = pictureFiles(options.images);
    const std::size_t all = files.size();
    std::vector<Error> skipped;
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), all);
    const std::vector<Picture> pictures = io::readReadableFaces(files, crop, skipped, progress);
    if (pictures.empty())
        throw skipped.front();
    warnOfSkipped(skipped, all, progress);

    const Eigen::MatrixXd codes = model->encode(pictures, progress);
    std::optional<ReadableCodes> learned;
    if (table)
        learned = codesOfReadable(*model, pictureFiles(options.learn), crop, progress);
    Outcome outcome;
    Json& json = outcome.json;
    const Measured found = measured(*model, pictures, codes, learned ? learned->codes : codes,
                                    static_cast<std::uint64_t>(options.seed),
                                    {options.sheets, model->description().name}, progress);
    json = found.json();
    json["model"] = model->description().name;
    json["skipped"] = skippedJson(skipped);
    outcome.text = qualityText(model->description().name, json);
    if (table) {
        json["attributes"]
            = attributesRead({learned->codes, learned->files}, {codes, files}, *table, progress);
        json["learned_from"] = learned->files.size();
        for (const auto& [name, read] : json["attributes"].items())
            outcome.text += name + ": " + numberText(read.at("accuracy").get<double>())
                            + " right, base rate " + numberText(read.at("base_rate").get<double>())
                            + ", " + std::to_string(read.at("pictures").get<int>()) + " pictures\n";
    }
    if (!options.out.empty()) {
        writeFileAtomically(options.out, tsvText(tableOf(files, found.faces)));
        json["out"] = options.out.string();
    }
    outcome.text += skippedText(skipped);
    return outcome;
}

} // namespace fusiform::task
