// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/option_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace fusiform::results {

namespace {

using Words = std::pair<std::string_view, Text>;

Text wordsIn(std::span<const Words> known, std::string_view name)
{
    const auto found = std::ranges::find(known, name, &Words::first);
    return found == known.end() ? Text{} : found->second;
}

} // namespace

Text wordsOfOption(std::string_view name)
{
    static const std::array kOptions = std::to_array<Words>({
        {"study", FUSIFORM_TR("core", "Study")},
        {"output", FUSIFORM_TR("core", "Folder of the fit")},
        {"participant_label", FUSIFORM_TR("core", "Subject")},
        {"model", FUSIFORM_TR("core", "Face models")},
        {"components", FUSIFORM_TR("core", "Components of PCA")},
        {"confounds", FUSIFORM_TR("core", "Confounds in the design")},
        {"images", FUSIFORM_TR("core", "Images that were read")},
        {"space", FUSIFORM_TR("core", "Space of the images")},
        {"mask", FUSIFORM_TR("core", "Voxels that are fitted")},
        {"within", FUSIFORM_TR("core", "Image that limits the selection")},
        {"within_above", FUSIFORM_TR("core", "What that image must exceed")},
        {"grid", FUSIFORM_TR("core", "Grid of the voxels")},
        {"baseline", FUSIFORM_TR("core", "Baseline")},
        {"one_backs", FUSIFORM_TR("core", "One-back repeats")},
        {"imagery", FUSIFORM_TR("core", "Imagery trials")},
        {"hrf", FUSIFORM_TR("core", "Response to an event")},
        {"fir_length", FUSIFORM_TR("core", "Time that the boxes cover, s")},
        {"fir_bins", FUSIFORM_TR("core", "Number of boxes")},
        {"high_pass", FUSIFORM_TR("core", "High-pass filter, s")},
        {"noise", FUSIFORM_TR("core", "Serial correlations")},
        {"leaks", FUSIFORM_TR("core", "Training pictures that are test faces")},
        {"select", FUSIFORM_TR("core", "How voxels are selected")},
        {"t", FUSIFORM_TR("core", "Threshold of t")},
        {"level", FUSIFORM_TR("core", "Level of the correction")},
        {"top", FUSIFORM_TR("core", "Number of best voxels")},
        {"p", FUSIFORM_TR("core", "Threshold of p of the F test")},
        {"orthogonalise", FUSIFORM_TR("core", "Orthogonalisation beside W")},
        {"series", FUSIFORM_TR("core", "Filtered scans")},
        {"series_limit", FUSIFORM_TR("core", "Largest series kept, GB")},
        {"trials", FUSIFORM_TR("core", "Single trials")},
        {"memory", FUSIFORM_TR("core", "Memory, GB")},
        {"overwrite", FUSIFORM_TR("core", "Replaced an older fit")},
    });
    return wordsIn(kOptions, name);
}

Text wordsOfCount(std::string_view name)
{
    static const std::array kCounts = std::to_array<Words>({
        {"subject", FUSIFORM_TR("core", "Subject")},
        {"images", FUSIFORM_TR("core", "Images that were read")},
        {"images_made_by", FUSIFORM_TR("core", "Images made by")},
        {"runs", FUSIFORM_TR("core", "Runs")},
        {"scans", FUSIFORM_TR("core", "Scans")},
        {"regressors", FUSIFORM_TR("core", "Regressors")},
        {"nuisance_regressors", FUSIFORM_TR("core", "Nuisance regressors")},
        {"training_trials", FUSIFORM_TR("core", "Training trials")},
        {"events_clipped", FUSIFORM_TR("core", "Events cut at the end of a run")},
        {"voxels_mask", FUSIFORM_TR("core", "Voxels in the mask")},
        {"voxels_selected", FUSIFORM_TR("core", "Voxels selected")},
        {"voxels_lost_per_run", FUSIFORM_TR("core", "Voxels lost, by run")},
        {"slabs", FUSIFORM_TR("core", "Slabs of voxels")},
        {"voxels_within", FUSIFORM_TR("core", "Voxels within the limit")},
        {"voxels_fine_grid", FUSIFORM_TR("core", "Voxels of the fine grid")},
        {"noise_correlations", FUSIFORM_TR("core", "Serial correlation, by run")},
        {"noise_voxels", FUSIFORM_TR("core", "Voxels it was estimated from, by run")},
        {"leaks", FUSIFORM_TR("core", "Training pictures that are test faces")},
        {"near_leaks", FUSIFORM_TR("core", "Training pictures nearly like test faces")},
        {"exploration_faces", FUSIFORM_TR("core", "Exploration faces")},
        {"confirmation_faces", FUSIFORM_TR("core", "Confirmation faces, sealed")},
        {"split", FUSIFORM_TR("core", "How faces were divided")},
        {"models", FUSIFORM_TR("core", "Face models")},
        {"series", FUSIFORM_TR("core", "Filtered scans")},
        {"reliability", FUSIFORM_TR("core", "Reliability of W, face models")},
        {"imagery_trials", FUSIFORM_TR("core", "Imagery trials")},
    });
    return wordsIn(kCounts, name);
}

} // namespace fusiform::results
