// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/tasks.h"

#include "core/task/attributes_task.h"
#include "core/task/bids_task.h"
#include "core/task/contrast_task.h"
#include "core/task/decode_task.h"
#include "core/task/demo_task.h"
#include "core/task/design_task.h"
#include "core/task/doctor_task.h"
#include "core/task/encode_task.h"
#include "core/task/evaluate_task.h"
#include "core/task/figure_task.h"
#include "core/task/fit_task.h"
#include "core/task/generate_task.h"
#include "core/task/import_checkpoint_task.h"
#include "core/task/import_derivatives_task.h"
#include "core/task/import_spm_task.h"
#include "core/task/info_task.h"
#include "core/task/localizer_task.h"
#include "core/task/map_task.h"
#include "core/task/measure_model_task.h"
#include "core/task/preprocess_task.h"
#include "core/task/ratings_task.h"
#include "core/task/region_task.h"
#include "core/task/replay_task.h"
#include "core/task/searchlight_task.h"
#include "core/task/simulate_task.h"
#include "core/task/stats_task.h"
#include "core/task/train_model_task.h"

#include <algorithm>
#include <array>

namespace fusiform::task {

namespace {
const std::array kTasks = {
    Task{"info", FUSIFORM_TR("core", "Describes a file of any format the program reads."),
         RunOf<InfoOptions, runInfo>::make},
    Task{"bids", FUSIFORM_TR("core", "Lists what a BIDS study holds, and its problems."),
         RunOf<BidsOptions, runBids>::make},
    Task{"simulate",
         FUSIFORM_TR("core", "Writes a synthetic BIDS study in which the truth is known."),
         RunOf<SimulateOptions, simulateStudy>::make},
    Task{"design", FUSIFORM_TR("core", "Makes the design matrix of one run."),
         RunOf<DesignTaskOptions, runDesign>::make},
    Task{"preprocess",
         FUSIFORM_TR("core", "Corrects slice timing and head movement, and measures the quality."),
         RunOf<PreprocessOptions, runPreprocess>::make},
    Task{"localizer", FUSIFORM_TR("core", "Maps a contrast of a subject's localizer runs."),
         RunOf<LocalizerOptions, runLocalizer>::make},
    Task{"fit", FUSIFORM_TR("core", "Fits a subject: from scans and events to W."),
         RunOf<FitOptions, runFit>::make},
    Task{"contrast", FUSIFORM_TR("core", "Maps a contrast between the conditions of a fit."),
         RunOf<ContrastOptions, runContrast>::make},
    Task{"decode", FUSIFORM_TR("core", "Reads faces from the brain patterns of a fit."),
         RunOf<DecodeTaskOptions, runDecode>::make},
    Task{"evaluate",
         FUSIFORM_TR("core", "Tests how well faces are recognised, in subjects and over them."),
         RunOf<EvaluateOptions, runEvaluate>::make},
    Task{"figure",
         FUSIFORM_TR("core", "Writes one figure of an evaluation, with its numbers and settings."),
         RunOf<FigureOptions, runFigure>::make},
    Task{"map",
         FUSIFORM_TR("core", "Maps what each voxel says: evidence, attributes, reliability."),
         RunOf<MapOptions, runMap>::make},
    Task{"searchlight",
         FUSIFORM_TR("core", "Maps how well faces can be told apart around every voxel."),
         RunOf<SearchlightTaskOptions, runSearchlight>::make},
    Task{"import-derivatives",
         FUSIFORM_TR("core", "Makes a fit of the files published with the paper."),
         RunOf<ImportDerivativesOptions, runImportDerivatives>::make},
    Task{"import-spm", FUSIFORM_TR("core", "Makes a fit of a model that SPM estimated."),
         RunOf<ImportSpmOptions, runImportSpm>::make},
    Task{"region",
         FUSIFORM_TR("core", "Makes, combines, measures and exports regions on the grid of a fit."),
         RunOf<RegionOptions, runRegion>::make},
    Task{"ratings", FUSIFORM_TR("core", "Tells which of two face models raters preferred."),
         RunOf<RatingsOptions, runRatings>::make},
    Task{"demo",
         FUSIFORM_TR("core", "Shows the demonstration without a display: pictures and scores."),
         RunOf<DemoOptions, runDemo>::make},
    Task{"stats", FUSIFORM_TR("core", "Tests and intervals of numbers that are given."),
         RunOf<StatsOptions, runStats>::make},
    Task{"doctor", FUSIFORM_TR("core", "Checks whether the program finds what it needs here."),
         RunOf<DoctorOptions, runDoctor>::make},
    Task{"replay",
         FUSIFORM_TR("core", "Does again what a session's journal says, and checks every entry."),
         RunOf<ReplayOptions, runReplay>::make},
    Task{"train-model",
         FUSIFORM_TR("core", "Trains a face model on a folder of pictures and measures it."),
         RunOf<TrainModelOptions, trainModel>::make},
    Task{"measure-model",
         FUSIFORM_TR("core", "Measures how near a face model comes to pictures it has not seen."),
         RunOf<MeasureModelOptions, measureModel>::make},
    Task{"attributes",
         FUSIFORM_TR("core", "Finds the axes of labelled attributes in a face model."),
         RunOf<AttributesOptions, findAttributes>::make},
    Task{"import-checkpoint",
         FUSIFORM_TR("core", "Makes a face model of the published network's weights, or of a "
                             "generator that is a program."),
         RunOf<ImportCheckpointOptions, importCheckpoint>::make},
    Task{"encode", FUSIFORM_TR("core", "Writes the latent codes of pictures as a table."),
         RunOf<EncodeOptions, encodePictures>::make},
    Task{"generate", FUSIFORM_TR("core", "Makes pictures of latent codes."),
         RunOf<GenerateOptions, generatePictures>::make},
};
} // namespace

std::span<const Task> allTasks() { return kTasks; }

const Task* findTask(std::string_view name)
{
    const auto found = std::ranges::find(kTasks, name, &Task::name);
    return found == kTasks.end() ? nullptr : &*found;
}

} // namespace fusiform::task
