// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm_faces.h"

#include "core/io/face_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <limits>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

std::string bareName(const std::string& name) { return lowerCase(fs::path(name).stem().string()); }

/// The pictures of a folder by their bare names.
std::map<std::string, fs::path> picturesIn(const fs::path& folder)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error)
        throw systemFailure(folder, error.value());
    std::map<std::string, fs::path> pictures;
    for (const auto& entry : entries) {
        const std::string end = lowerCase(entry.path().extension().string());
        if (end == ".jpg" || end == ".jpeg" || end == ".png")
            pictures[bareName(entry.path().filename().string())] = entry.path();
    }
    return pictures;
}

Eigen::MatrixXd codesIn(const fs::path& file, const std::vector<std::string>& names, Index latents)
{
    const Tsv table = readTsv(file);
    if (static_cast<Index>(table.columns.size()) != latents + 1)
        throw badData(file,
                      FUSIFORM_TR("core", "a column of names and %1 of codes, as many as latents")
                          .arg(latents),
                      FUSIFORM_TR("core", "%1 columns").arg(table.columns.size()));
    Eigen::MatrixXd codes(static_cast<Index>(names.size()), latents);
    for (std::size_t f = 0; f < names.size(); ++f) {
        const auto row = std::ranges::find_if(table.rows, [&](const auto& cells) {
            return bareName(cells[0]) == bareName(names[f]);
        });
        if (row == table.rows.end())
            throw badData(file, FUSIFORM_TR("core", "a row for the test face %1").arg(names[f]),
                          FUSIFORM_TR("core", "none"));
        for (Index k = 0; k < latents; ++k)
            codes(static_cast<Index>(f), k)
                = table.number(static_cast<std::size_t>(row - table.rows.begin()),
                               static_cast<std::size_t>(k) + 1);
    }
    return codes;
}

} // namespace

glm::FaceSet testFaces(const std::vector<std::string>& names, Index latents,
                       const TestFaceSources& sources, Progress& progress)
{
    glm::FaceSet faces;
    faces.names = names;
    faces.pictures.resize(names.size());
    if (!sources.pictures.empty()) {
        const std::map<std::string, fs::path> pictures = picturesIn(sources.pictures);
        for (std::size_t f = 0; f < names.size(); ++f) {
            const auto found = pictures.find(bareName(names[f]));
            if (found == pictures.end())
                throw badData(sources.pictures,
                              FUSIFORM_TR("core", "a picture of the test face %1").arg(names[f]),
                              FUSIFORM_TR("core", "none"));
            faces.pictures[f] = found->second;
            faces.names[f] = found->second.filename().string();
        }
    }
    if (!sources.codes.empty()) {
        faces.codes = codesIn(sources.codes, names, latents);
    } else if (sources.model != nullptr && !sources.pictures.empty()) {
        faces.codes = sources.model->encode(
            io::readFaces(faces.pictures, {sources.model->description().imageSize}, progress),
            progress);
    } else {
        faces.codes = Eigen::MatrixXd::Constant(static_cast<Index>(names.size()), latents,
                                                std::numeric_limits<double>::quiet_NaN());
        progress.warn(FUSIFORM_TR(
            "core", "The codes of the test faces are not known: they can be read from the brain, "
                    "but scores count every one as wrong. Give them with --codes, or with --model "
                    "and --pictures."));
    }
    return faces;
}

} // namespace fusiform::import
