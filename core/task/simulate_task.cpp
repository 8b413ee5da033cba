// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/simulate_task.h"

#include "core/simulate/write_study.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"
#include "core/util/resources.h"

namespace fusiform::task {

void describe(SimulateOptions& options, Fields& fields)
{
    simulate::StudyOptions& study = options.study;
    fields.add("out", &options.out, FUSIFORM_TR("core", "Folder of the new study.")).required();
    fields
        .add("scale", &study.scale,
             FUSIFORM_TR("core", "Size that the other options start from; paper: 8 sessions, "
                                 "about 100 runs, 80 x 80 x 41 voxels, 20 GB on disk when "
                                 "unpacked."))
        .oneOf({"small", "paper"});
    fields.add("subjects", &study.subjects, FUSIFORM_TR("core", "Subjects.")).between(1, 99);
    fields
        .add("sessions", &study.sessions,
             FUSIFORM_TR("core", "Sessions a subject; 0: 2, or 8 at paper scale."))
        .between(0, 99);
    fields
        .add("runs", &study.runs,
             FUSIFORM_TR("core", "Face runs a session; 0: 5, or 11 to 14 at paper scale."))
        .between(0, 99);
    fields
        .add("voxel", &study.voxelSize,
             FUSIFORM_TR("core", "Edge of a voxel; 0: 4, or 3 x 3 x 3.2 at paper scale."))
        .in("mm")
        .between(0, 10);
    fields
        .add("signal", &study.signal,
             FUSIFORM_TR("core", "Strength of the code for faces; 0: none."))
        .between(0, 10);
    fields.add("noise", &study.noise, FUSIFORM_TR("core", "Strength of the noise; 0: none."))
        .between(0, 20);
    fields
        .add("motion", &study.motion,
             FUSIFORM_TR("core", "Strength of the head's movement; 0: none."))
        .between(0, 20);
    fields
        .add("extra", &study.extraFaces,
             FUSIFORM_TR("core", "At most so many further portraits in stimuli/extra."))
        .between(0, 4000);
    fields.add("seed", &study.seed, FUSIFORM_TR("core", "All random numbers follow from it."))
        .between(0, 1e9);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome simulateStudy(const SimulateOptions& options, Progress& progress)
{
    const Costs costs;
    AtomicFolder folder(options.out, AtomicFolder::existing(options.overwrite));
    const auto written = simulate::writeStudy(options.study, resourceFolder() / "portraits",
                                              folder.path(), progress);
    folder.commit();
    Outcome outcome;
    outcome.json = {{"out", options.out.string()},  {"subjects", options.study.subjects},
                    {"runs", written.runs},         {"volumes", written.volumes},
                    {"pictures", written.pictures}, {"bytes", written.bytes}};
    costs.addTo(outcome.json);
    outcome.text = options.out.string() + ": " + std::to_string(written.runs) + " runs, "
                   + std::to_string(written.volumes) + " volumes, "
                   + std::to_string(written.pictures) + " pictures in "
                   + numberText(costs.seconds()) + " s\n";
    return outcome;
}

} // namespace fusiform::task
