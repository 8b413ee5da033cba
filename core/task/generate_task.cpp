// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/generate_task.h"

#include "core/face_model/face_models.h"
#include "core/io/picture_file.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <cstdio>

namespace fusiform::task {

namespace {

/// Columns z1, z2, ... of every row, in that order.
Eigen::MatrixXd codesOf(const Tsv& table, Eigen::Index latentSize)
{
    std::vector<std::size_t> columns;
    while (const auto column = table.column({"z" + std::to_string(columns.size() + 1)}))
        columns.push_back(*column);
    if (static_cast<Eigen::Index>(columns.size()) != latentSize)
        throw badData(table.file,
                      FUSIFORM_TR("core", "codes of %1 numbers, in columns z1 to z%1")
                          .arg(static_cast<long long>(latentSize)),
                      FUSIFORM_TR("core", "%1 such columns").arg(columns.size()));
    Eigen::MatrixXd codes(static_cast<Eigen::Index>(table.rows.size()), latentSize);
    for (Eigen::Index row = 0; row < codes.rows(); ++row)
        for (Eigen::Index k = 0; k < latentSize; ++k)
            codes(row, k)
                = table.number(static_cast<std::size_t>(row), columns[static_cast<std::size_t>(k)]);
    return codes;
}

std::string pictureName(const Tsv& table, std::size_t row)
{
    if (const auto column = table.column({"picture"})) {
        // Only the last part of a name: a table must not choose the folder.
        const std::string stem
            = std::filesystem::path(table.rows[row][*column]).filename().stem().string();
        if (!stem.empty() && stem != "." && stem != "..")
            return stem + ".png";
    }
    char name[32];
    std::snprintf(name, sizeof name, "face-%05zu.png", row + 1);
    return name;
}

} // namespace

void describe(GenerateOptions& options, Fields& fields)
{
    fields.add("model", &options.model, FUSIFORM_TR("core", "A model file or a built-in model."))
        .positional();
    fields.add("latents", &options.latents, FUSIFORM_TR("core", "Table with columns z1, z2, ..."))
        .required();
    fields.add("out", &options.out, FUSIFORM_TR("core", "Folder for the pictures (PNG)."))
        .required();
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome generatePictures(const GenerateOptions& options, Progress& progress)
{
    const auto model = face_model::loadFaceModel(face_model::findModelFile(options.model));
    const Tsv table = readTsv(options.latents);
    const Eigen::MatrixXd codes = codesOf(table, model->description().latentSize);
    const std::vector<image::Picture> pictures = model->generate(codes, progress);
    AtomicFolder folder(options.out, AtomicFolder::existing(options.overwrite));
    Json names = Json::array();
    for (std::size_t row = 0; row < pictures.size(); ++row) {
        const std::string name = pictureName(table, row);
        io::writePicture(folder.path() / name, pictures[row]);
        names.push_back((options.out / name).string());
    }
    folder.commit();
    return {{{"count", pictures.size()},
             {"latent_dim", codes.cols()},
             {"model", model->description().name},
             {"pictures", names}},
            std::to_string(pictures.size()) + " pictures in " + options.out.string() + "\n"};
}

} // namespace fusiform::task
