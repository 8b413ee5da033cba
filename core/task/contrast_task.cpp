// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/contrast_task.h"

#include "core/glm/contrast.h"
#include "core/glm/fit.h"
#include "core/io/nifti.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>

namespace fusiform::task {

void describe(ContrastOptions& options, Fields& fields)
{
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of the fit.")).positional();
    fields
        .add("contrast", &options.expression,
             FUSIFORM_TR("core", "Conditions by name: \"face - Fix\", \"0.5 F1145 + 0.5 F1148 - "
                                 "Fix\"."))
        .positional();
    fields
        .add("out", &options.out,
             FUSIFORM_TR("core", "The folder for t.nii.gz, effect.nii.gz, resms.nii.gz and "
                                 "r2.nii.gz (of all conditions)."))
        .required();
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runContrast(const ContrastOptions& options, Progress& progress)
{
    const glm::Fit fit = glm::readFit(options.fit);
    progress.checkpoint();
    const glm::ConditionEstimates estimates
        = glm::readConditionEstimates(options.fit, static_cast<Eigen::Index>(fit.voxels.size()));
    const Eigen::VectorXd weights = glm::contrastNamed(options.expression, estimates.names);
    const glm::ContrastMaps maps = glm::contrastMaps(estimates, weights);
    AtomicFolder output(options.out, AtomicFolder::existing(options.overwrite));
    io::NiftiWriteOptions described;
    described.description = options.expression.substr(0, 79);
    io::writeVolume(output.path() / "t.nii.gz", fit.volumeOf(maps.t), described);
    io::writeVolume(output.path() / "effect.nii.gz", fit.volumeOf(maps.effect), described);
    io::writeVolume(output.path() / "resms.nii.gz", fit.volumeOf(estimates.residualMeanSquare));
    io::writeVolume(output.path() / "r2.nii.gz", fit.volumeOf(estimates.explained));
    output.commit();

    Json used = Json::object();
    for (std::size_t c = 0; c < estimates.names.size(); ++c)
        if (const double weight = weights[static_cast<Eigen::Index>(c)]; weight != 0)
            used[estimates.names[c]] = weight;
    const auto peak = std::ranges::max_element(maps.t, {}, [](float t) {
        return std::isfinite(t) ? t : -std::numeric_limits<float>::infinity();
    });
    const image::MmPoint at
        = fit.grid.mm(fit.voxels[static_cast<std::size_t>(peak - maps.t.begin())]);
    Outcome outcome;
    outcome.json = {{"contrast", options.expression},
                    {"weights", used},
                    {"degrees_of_freedom", estimates.degreesOfFreedom},
                    {"peak_t", *peak},
                    {"peak_mm", {at.at[0], at.at[1], at.at[2]}},
                    {"out", options.out.string()}};
    outcome.text = options.expression + ": largest t " + numberText(static_cast<double>(*peak))
                   + " with " + numberText(std::round(estimates.degreesOfFreedom))
                   + " degrees of freedom; maps in " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
