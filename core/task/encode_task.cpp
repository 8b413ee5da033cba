// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/encode_task.h"

#include "core/face_model/face_models.h"
#include "core/task/face_crop.h"
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
    describeEyes(options.eyes, fields);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing table."));
}

Outcome encodePictures(const EncodeOptions& options, Progress& progress)
{
    refuseExisting(options.out, options.overwrite);
    const auto model = face_model::loadFaceModel(face_model::findModelFile(options.model));
    const io::FaceCrop crop = faceCrop(model->description().imageSize, options.eyes);
    const auto [files, codes, skipped] = codesOfReadable(*model, options.images, crop, progress);
    writeFileAtomically(options.out, tsvText(codeTable(files, codes)));
    const std::string cropped = crop.eyes ? "put in place by the eyes" : "cropped at the centre";
    return {{{"count", codes.rows()},
             {"latent_dim", codes.cols()},
             {"model", model->description().name},
             {"crop", crop.name()},
             {"model_crop", model->description().crop},
             {"skipped", skippedJson(skipped)},
             {"out", options.out.string()}},
            std::to_string(codes.rows()) + " codes of " + std::to_string(codes.cols())
                + " numbers, of pictures " + cropped + ", in " + options.out.string() + "\n"
                + skippedText(skipped)};
}

} // namespace fusiform::task
