// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/region_task.h"

#include "core/task/region_actions.h"
#include "core/util/error.h"

#include <array>

namespace fusiform::task {

namespace {

struct Action {
    std::string_view name;
    Outcome (*run)(const RegionOptions&, Progress&);
    bool hasRegion; ///< after the fit
    bool hasOutput;
};
constexpr std::array kActions
    = {Action{"make", makeRegions, false, true}, Action{"combine", combineRegions, true, true},
       Action{"resample", resampleMask, true, true}, Action{"measure", measureRegion, true, false},
       Action{"export", exportRegion, true, true}};

/// Options of some actions only.
struct Owned {
    const char* option;
    const char* actions;
};
constexpr std::array kOwned = {
    Owned{"atlas", "make"},
    Owned{"names", "make"},
    Owned{"label", "make"},
    Owned{"depth-from", "make"},
    Owned{"depth-to", "make"},
    Owned{"thirds", "make"},
    Owned{"occipital-behind", "make"},
    Owned{"temporal-below", "make"},
    Owned{"sphere", "make"},
    Owned{"radius", "make"},
    Owned{"box", "make"},
    Owned{"criterion", "make"},
    Owned{"flood", "make"},
    Owned{"above", "make"},
    Owned{"below", "make"},
    Owned{"tolerance", "make"},
    Owned{"mask", "combine"},
    Owned{"mirror", "combine"},
    Owned{"shrink", "combine"},
    Owned{"grow", "combine"},
    Owned{"fill", "combine"},
    Owned{"drop-below", "combine"},
    Owned{"largest", "combine"},
    Owned{"neighbours", "make, combine"},
    Owned{"surface", "make, resample, measure, export"},
    Owned{"pial", "make, resample, measure"},
    Owned{"map", "make, measure"},
    Owned{"threshold", "combine, resample, measure, export"},
    Owned{"resampling", "combine, resample, measure, export"},
    Owned{"share", "combine, resample, measure, export"},
    Owned{"other-grid", "combine, measure, export"},
    Owned{"like", "resample, export"},
    Owned{"name", "make, combine, resample, export"},
    Owned{"out", "make, combine, resample, export"},
    Owned{"overwrite", "make, combine, resample, export"},
};

void refuseOptionsOfOthers(const RegionOptions& options)
{
    RegionOptions given = options;
    RegionOptions standard;
    Fields fields;
    Fields defaults;
    describe(given, fields);
    describe(standard, defaults);
    for (const Owned& owned : kOwned) {
        const bool isGiven
            = fieldValue(*fields.find(owned.option)) != fieldValue(*defaults.find(owned.option));
        if (isGiven && std::string_view(owned.actions).find(options.action) == std::string::npos)
            throw usage(FUSIFORM_TR("core", "--%1 is of region %2, not of region %3.")
                            .arg(owned.option)
                            .arg(owned.actions)
                            .arg(options.action));
    }
}

void describeMaking(RegionOptions& options, Fields& fields)
{
    fields.add("atlas", &options.atlases,
               FUSIFORM_TR("core", "A label image in the subject's scanner space (NIfTI, .mgz), or "
                                   "labels of the cortical surface (.annot, .label, .label.gii), "
                                   "then once for each side."));
    fields
        .add("depth-from", &options.depthFrom,
             FUSIFORM_TR("core", "Where the cortex begins that is taken: 0 is the white surface, 1 "
                                 "the pial one."))
        .between(0, 1);
    fields.add("depth-to", &options.depthTo, FUSIFORM_TR("core", "Where it ends.")).between(0, 1);
    fields.add("names", &options.names,
               FUSIFORM_TR("core", "Names of its labels: lookup table, .tsv, .csv, .json, FSL's "
                                   ".xml, ...; default: the file beside it."));
    fields.add("label", &options.labels,
               FUSIFORM_TR("core", "Only this label, by name or number; may be given more than "
                                   "once."));
    fields.add("thirds", &options.thirds,
               FUSIFORM_TR("core", "The selected voxels, cut into occipital, temporal and "
                                   "frontoparietal; without planes into equal thirds, or as an "
                                   "imported fit came."));
    fields
        .add("occipital-behind", &options.occipitalBehind,
             FUSIFORM_TR("core", "Of the thirds: occipital is what lies behind this y."))
        .in("mm");
    fields
        .add("temporal-below", &options.temporalBelow,
             FUSIFORM_TR("core", "Of the thirds: of the rest, temporal is what lies below this z."))
        .in("mm");
    fields.add("sphere", &options.sphere,
               FUSIFORM_TR("core", "A sphere round RAS millimetres x,y,z; with --radius."));
    fields.add("radius", &options.radius, FUSIFORM_TR("core", "Of the sphere."))
        .in("mm")
        .between(0, 1000);
    fields.add("box", &options.box,
               FUSIFORM_TR("core", "A box between two opposite corners in RAS millimetres: "
                                   "x,y,z,x,y,z."));
    fields.add("criterion", &options.criterion,
               FUSIFORM_TR("core", "The voxels above a t (of faces against fixation) and a gain in "
                                   "explained variance: T,GAIN."));
    fields.add("flood", &options.flood,
               FUSIFORM_TR("core", "The voxels connected with RAS millimetres x,y,z whose value in "
                                   "the map lies above --above and below --below, or within "
                                   "--tolerance of the value there."));
    fields.add("above", &options.above,
               FUSIFORM_TR("core", "Of --map and --flood: values greater than this."));
    fields.add("below", &options.below,
               FUSIFORM_TR("core", "Of --map and --flood: values less than this. Of --map, below "
                                   "--above: values less than this, and those greater than "
                                   "--above, both tails."));
    fields
        .add("tolerance", &options.tolerance,
             FUSIFORM_TR("core", "Of --flood: how far values may be from that of the first "
                                 "voxel."))
        .between(0, std::numeric_limits<double>::infinity());
}

void describeCombining(RegionOptions& options, Fields& fields)
{
    fields.add("mask", &options.masks,
               FUSIFORM_TR("core", "NAME=FILE: a mask that the expression may name; may be given "
                                   "more than once."));
    fields.add("mirror", &options.mirror,
               FUSIFORM_TR("core", "Mirror the result about x = 0 mm. This comes first, then what "
                                   "the next options say, in their order."));
    fields
        .add("shrink", &options.shrink,
             FUSIFORM_TR("core", "Take away what lies within this of a voxel outside."))
        .in("mm")
        .between(0, 1000);
    fields
        .add("grow", &options.grow,
             FUSIFORM_TR("core", "Add the voxels of the brain mask within this of a member."))
        .in("mm")
        .between(0, 1000);
    fields.add("fill", &options.fill, FUSIFORM_TR("core", "Fill holes."));
    fields
        .add("drop-below", &options.dropBelow,
             FUSIFORM_TR("core", "Drop connected pieces of fewer voxels."))
        .between(0, 1e9);
    fields.add("largest", &options.largest,
               FUSIFORM_TR("core", "Keep the largest connected piece."));
}

void describeMasks(RegionOptions& options, Fields& fields)
{
    fields.add("threshold", &options.threshold,
               FUSIFORM_TR("core", "For masks that are not 0 and 1: what voxels have to reach."));
    fields
        .add("resampling", &options.resampling,
             FUSIFORM_TR("core", "Masks on another grid: voxels of which a share lies in the mask, "
                                 "or whose centre does."))
        .oneOf({"share", "nearest"});
    fields.add("share", &options.share, FUSIFORM_TR("core", "That share.")).between(0.001, 1);
    fields
        .add("other-grid", &options.otherGrid,
             FUSIFORM_TR("core", "Whether masks on another grid than that of the fit are resampled "
                                 "or refused."))
        .oneOf({"resample", "refuse"});
    fields.add("like", &options.like,
               FUSIFORM_TR("core", "An image whose grid is wanted, or t1: the fit's T1 image; "
                                   "default: the grid of the fit."));
}

} // namespace

void describe(RegionOptions& options, Fields& fields)
{
    fields
        .add("action", &options.action,
             FUSIFORM_TR("core", "make: a region or regions of an atlas; combine: set algebra; "
                                 "resample: a mask on another grid; measure: size, place and peak; "
                                 "export: a mask or labels of a surface."))
        .oneOf({"make", "combine", "resample", "measure", "export"})
        .positional();
    fields.add("fit", &options.fit, FUSIFORM_TR("core", "The folder of the fit.")).positional();
    fields
        .add("region", &options.region,
             FUSIFORM_TR("core", "Not of make. A region of the fit by name, or a file: a mask or "
                                 "labels of a surface. For combine an expression of names: + "
                                 "union, - difference, & intersection, ^ exclusive or, ! "
                                 "complement; ! binds most, then &; names with blanks in quotes."))
        .positional()
        .isRequired
        = false;
    describeMaking(options, fields);
    fields.add("map", &options.map,
               FUSIFORM_TR("core", "A map: t, gain, an image, or a folder of localizer or "
                                   "contrast. make: regions by its values; measure: its peak; "
                                   "default: t."));
    describeCombining(options, fields);
    fields
        .add("neighbours", &options.neighbours,
             FUSIFORM_TR("core", "Voxels are connected by faces (6), also by edges (18), also by "
                                 "corners (26)."))
        .oneOf({"6", "18", "26"});
    fields.add("surface", &options.surfaces,
               FUSIFORM_TR("core",
                           "The white surface of labels, or the only one, for each --atlas; "
                           "default: looked for in ../surf and beside the labels. For export the "
                           "surface whose vertices are labelled."));
    fields.add("pial", &options.pials,
               FUSIFORM_TR("core", "The pial surface, for each --surface."));
    describeMasks(options, fields);
    fields.add("model", &options.model,
               FUSIFORM_TR("core", "Face model whose regions are meant; default: the first."));
    fields.add("name", &options.name, FUSIFORM_TR("core", "The name of the region that is made."));
    fields.add("out", &options.out,
               FUSIFORM_TR("core", "What to write: a mask (.nii, .nii.gz); for make also a folder "
                                   "of masks; for export also .label or .label.gii."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace what exists."));
}

Outcome runRegion(const RegionOptions& options, Progress& progress)
{
    const auto action = std::ranges::find(kActions, options.action, &Action::name);
    if (action == kActions.end())
        throw usage(FUSIFORM_TR("core", "There is no action %1.").arg(options.action));
    refuseOptionsOfOthers(options);
    if (action->hasRegion && options.region.empty())
        throw usage(FUSIFORM_TR("core",
                                "region %1 needs a region after the fit: a name, a file, or "
                                "for combine an expression.")
                        .arg(options.action));
    if (!action->hasRegion && !options.region.empty())
        throw usage(FUSIFORM_TR("core", "region %1 takes nothing after the fit; found %2.")
                        .arg(options.action)
                        .arg(options.region));
    if (action->hasOutput && options.out.empty())
        throw usage(FUSIFORM_TR("core", "%1 is missing.").arg("--out"));
    return action->run(options, progress);
}

} // namespace fusiform::task
