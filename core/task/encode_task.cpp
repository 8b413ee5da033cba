// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/encode_task.h"

#include "core/face_model/face_models.h"
#include "core/task/overwrite.h"
#include "core/task/picture_codes.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <array>
#include <charconv>

namespace fusiform::task {

namespace {

/// The fewest digits that give the same float again.
std::string codeText(double value)
{
    std::array<char, 32> buffer;
    const auto end
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<float>(value));
    return {buffer.data(), end.ptr};
}

Tsv codeTable(std::span<const std::filesystem::path> files, const Eigen::MatrixXd& codes)
{
    Tsv table;
    table.columns.emplace_back("picture");
    for (Eigen::Index k = 0; k < codes.cols(); ++k)
        table.columns.push_back("z" + std::to_string(k + 1));
    for (Eigen::Index row = 0; row < codes.rows(); ++row) {
        std::vector<std::string>& cells = table.rows.emplace_back();
        cells.push_back(files[static_cast<std::size_t>(row)].filename().string());
        for (const double value : codes.row(row))
            cells.push_back(codeText(value));
    }
    return table;
}

} // namespace

void describe(EncodeOptions& options, Fields& fields)
{
    fields.add("model", &options.model, FUSIFORM_TR("core", "A model file or a built-in model."))
        .positional();
    fields.add("images", &options.images, FUSIFORM_TR("core", "Pictures of faces.")).positional();
    fields.add("out", &options.out, FUSIFORM_TR("core", "The table to write (.tsv).")).required();
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing table."));
}

Outcome encodePictures(const EncodeOptions& options, Progress& progress)
{
    refuseExisting(options.out, options.overwrite);
    const auto model = face_model::loadFaceModel(face_model::findModelFile(options.model));
    const Eigen::MatrixXd codes = codesOfFiles(*model, options.images, progress);
    writeFileAtomically(options.out, tsvText(codeTable(options.images, codes)));
    return {{{"count", codes.rows()},
             {"latent_dim", codes.cols()},
             {"model", model->description().name},
             {"out", options.out.string()}},
            std::to_string(codes.rows()) + " codes of " + std::to_string(codes.cols())
                + " numbers in " + options.out.string() + "\n"};
}

} // namespace fusiform::task
