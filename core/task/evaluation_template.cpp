// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluation_template.h"

#include "core/import/template_transform.h"
#include "core/import/white_matter.h"
#include "core/util/error.h"

#include <algorithm>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using evaluate::SubjectEvaluation;

/// What a name says of its template: "MNI152NLin2009cAsym" of "..._to-MNI152NLin2009cAsym_...".
std::string templateInName(const fs::path& file)
{
    const std::string name = file.filename().string();
    const std::size_t to = name.find("_to-");
    return to == std::string::npos ? name : name.substr(to + 4, name.find('_', to + 1) - to - 4);
}

/// One transform a fit, all to one template; empty if there are none.
std::vector<fs::path> transformsOf(std::span<const glm::Fit> fits, const EvaluateOptions& options)
{
    if (!options.transforms.empty()) {
        if (options.transforms.size() != fits.size())
            throw usage(FUSIFORM_TR("core", "%1 transforms are given for %2 fits: one a fit, in "
                                            "their order.")
                            .arg(options.transforms.size())
                            .arg(fits.size()));
        return options.transforms;
    }
    for (const fs::path& first : import::templateTransforms(fits.front())) {
        std::vector<fs::path> files;
        for (const glm::Fit& fit : fits)
            for (const fs::path& file : import::templateTransforms(fit))
                if (templateInName(file) == templateInName(first)) {
                    files.push_back(file);
                    break;
                }
        if (files.size() == fits.size())
            return files;
    }
    return {};
}

void addBorder(const glm::Fit& fit, const std::string& space,
               const preprocess::SpaceTransform* transform, const image::Grid& grid,
               SubjectEvaluation& found, Progress& progress)
{
    const auto image = import::whiteMatterImage(fit, space);
    if (!image)
        return;
    try {
        found.border = evaluate::corticalBorder(import::readWhiteMatter(*image),
                                                image->file.filename().string(), transform, grid);
    } catch (const Error& problem) { // lines that are nice to have
        progress.warn(problem.message());
    }
}

} // namespace

void placeInTemplate(std::span<const glm::Fit> fits, const EvaluateOptions& options,
                     std::span<SubjectEvaluation> found, Progress& progress)
{
    const bool isWanted = options.only.empty()
                          || std::ranges::find(options.only, "selection") != options.only.end();
    if (fits.size() < 2 || !isWanted)
        return;
    const bool hasBorders = options.borders != "off";
    const std::vector<fs::path> files = transformsOf(fits, options);
    if (files.empty()) {
        // Fits in one template have no transforms; their borders may lie there too.
        for (std::size_t f = 0; f < fits.size() && hasBorders; ++f)
            if (const std::string space = import::spaceOf(fits[f]); space.starts_with("MNI"))
                addBorder(fits[f], space, nullptr, fits[f].grid, found[f], progress);
        return;
    }
    const image::Grid grid = preprocess::templateGrid();
    progress.begin(FUSIFORM_TR("core", "Bringing selected voxels to a template"), fits.size());
    std::string space;
    for (std::size_t f = 0; f < fits.size(); ++f) {
        const auto transform = import::readTemplateTransform(fits[f], files[f]);
        if (f > 0 && transform.space() != space)
            throw usage(FUSIFORM_TR("core", "The transforms go to different templates: %1 and %2.")
                            .arg(space)
                            .arg(transform.space()));
        space = transform.space();
        found[f].placed = evaluate::inTemplate(found[f].selections, transform, grid);
        if (hasBorders)
            addBorder(fits[f], {}, &transform, grid, found[f], progress);
        progress.step();
    }
}

} // namespace fusiform::task
