// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/contrast_task.h"

#include "core/glm/contrast.h"
#include "core/glm/fit.h"
#include "core/task/contrast_maps.h"
#include "core/util/atomic_file.h"

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
    AtomicFolder output(options.out, AtomicFolder::existing(options.overwrite));
    Outcome outcome;
    outcome.json
        = writeContrast({options.expression, estimates, fit.grid, fit.voxels}, output.path());
    output.commit();
    outcome.json["out"] = options.out.string();
    outcome.text = contrastText(outcome.json) + "; maps in " + options.out.string() + "\n";
    return outcome;
}

} // namespace fusiform::task
