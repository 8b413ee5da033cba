// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/design_fields.h"

namespace fusiform::task {

namespace {

glm::HrfModel hrfModelOf(const std::string& name)
{
    if (name == "derivatives")
        return glm::HrfModel::Derivatives;
    return name == "fir" ? glm::HrfModel::Fir : glm::HrfModel::Canonical;
}

} // namespace

void describeDesign(DesignFields& design, Fields& fields)
{
    fields
        .add("baseline", &design.baseline,
             FUSIFORM_TR("core",
                         "fix: fixation events are a regressor; implicit: they are the baseline."))
        .oneOf({"fix", "implicit"});
    fields
        .add("one-backs", &design.oneBacks,
             FUSIFORM_TR("core", "nuisance: one-back repeats get a regressor of their own; count: "
                                 "they count as their face."))
        .oneOf({"nuisance", "count"});
    fields
        .add("imagery", &design.imagery,
             FUSIFORM_TR("core",
                         "pooled: one regressor for all imagery trials; trials: one for each."))
        .oneOf({"pooled", "trials"});
    fields
        .add("hrf", &design.hrf,
             FUSIFORM_TR("core",
                         "Response to an event: canonical; derivatives: with its derivatives in "
                         "time and dispersion, which are fitted but not read; fir: a box for each "
                         "bin of time, read as the size of a canonical response."))
        .oneOf({"canonical", "derivatives", "fir"});
    fields
        .add("fir-length", &design.firLength,
             FUSIFORM_TR("core", "Time after an event that the boxes of fir cover."))
        .in("s")
        .between(1, 60);
    fields.add("fir-bins", &design.firBins, FUSIFORM_TR("core", "Number of boxes of fir."))
        .between(1, 60);
    fields
        .add("high-pass", &design.highPass,
             FUSIFORM_TR("core", "Cut-off of the high-pass filter; 0: none."))
        .in("s")
        .between(0, 1e6);
}

void describeModel(ModelFields& model, Fields& fields)
{
    describeDesign(model, fields);
    fields
        .add("noise", &model.noise,
             FUSIFORM_TR("core",
                         "Serial correlations of the scans, estimated run by run: none, ar1 (SPM's "
                         "default), fast (for short repetition times)."))
        .oneOf({"none", "ar1", "fast"});
}

glm::NoiseModel noiseModel(const ModelFields& model)
{
    if (model.noise == "none")
        return glm::NoiseModel::None;
    return model.noise == "fast" ? glm::NoiseModel::Fast : glm::NoiseModel::Ar1;
}

glm::DesignOptions designOptions(const DesignFields& design)
{
    glm::DesignOptions options;
    options.baseline = design.baseline == "fix" ? glm::Baseline::Fixation : glm::Baseline::Implicit;
    options.oneBacks = design.oneBacks == "count" ? glm::OneBacks::Count : glm::OneBacks::Nuisance;
    options.imagery = design.imagery == "trials" ? glm::Imagery::Trials : glm::Imagery::Pooled;
    options.hrf = {hrfModelOf(design.hrf), design.firLength, static_cast<int>(design.firBins)};
    options.highPass = design.highPass;
    return options;
}

} // namespace fusiform::task
