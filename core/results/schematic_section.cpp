// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_schematic.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>
#include <limits>

namespace fusiform::results {

namespace {

using evaluate::Recognition;
using evaluate::Reconstructions;
using evaluate::StudyFacts;
using evaluate::SubjectEvaluation;

/// What a diagram needs: a face model that makes pictures, and what was read with it.
struct Drawn {
    const Reconstructions* made = nullptr;
    const StudyFacts* facts = nullptr;
    const Recognition* selected = nullptr;
};

/// Of the first face model that makes pictures; null if none does.
Drawn drawnOf(const SubjectEvaluation& subject)
{
    for (const Reconstructions& one : subject.reconstructions) {
        const auto facts = std::ranges::find(subject.facts, one.model, &StudyFacts::model);
        if (one.missing || one.regions.empty() || facts == subject.facts.end())
            continue;
        if (const Recognition* const found = subject.find(one.model, one.regions.front().region))
            return {&one, &*facts, found};
    }
    return {};
}

void addEquation(report::SchematicPlot& plot, const Recognition& selected)
{
    if (selected.decoded.decoder == "ols") {
        plot.equation = "x = y Wᵀ (W Wᵀ)⁻¹";
        return;
    }
    if (selected.decoded.decoder == "ridge") {
        plot.equation = "x = y Wᵀ (W Wᵀ + λD)⁻¹";
        // RidgeOptions: the constant is not shrunk.
        plot.equationNotes
            = {FUSIFORM_TR("core", "λ: %1 of the mean diagonal").arg(selected.decoded.ridge),
               FUSIFORM_TR("core", "D: 1, for the constant 0")};
        return;
    }
    plot.equation = "y → x";
    plot.equationNotes = {FUSIFORM_TR("core", "decoder: %1").arg(selected.decoded.decoder)};
}

report::Figure methodFigure(const SubjectEvaluation& subject, const Drawn& drawn, double widthMm)
{
    const StudyFacts& facts = *drawn.facts;
    report::SchematicPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: how faces are read with %2")
                     .arg(subject.subject)
                     .arg(drawn.made->model);
    plot.meanFace = drawn.made->mean;
    if (drawn.made->hasOriginals())
        plot.shownFace = drawn.made->originals.front();
    plot.readFace = drawn.made->regions.front().faces.front();
    plot.brain = facts.brain;
    plot.faceName = std::filesystem::path(drawn.made->names.front()).stem().string();
    plot.trainingFaces = facts.trainingFaces;
    plot.runs = facts.runs;
    plot.scans = facts.scans;
    plot.voxels = facts.voxels;
    plot.usedVoxels = drawn.selected->decoded.voxels;
    plot.latents = facts.latents;
    plot.code = facts.firstCode;
    plot.r = facts.firstR;
    addEquation(plot, *drawn.selected);
    return report::schematicFigure(plot, widthMm);
}

double known(const std::optional<std::int64_t>& count)
{
    return count ? static_cast<double>(*count) : std::numeric_limits<double>::quiet_NaN();
}

Json knownJson(const std::optional<std::int64_t>& count)
{
    return count ? Json(*count) : Json(nullptr);
}

} // namespace

void tellSchematic(const SubjectEvaluation& subject, const evaluate::Evaluation&, Section& section)
{
    const Drawn drawn = drawnOf(subject);
    section.json = Json::object();
    if (!drawn.made) {
        if (!subject.recognitions.empty())
            section.missing.push_back(FUSIFORM_TR(
                "core", "The method is not drawn: no face model of the fit makes pictures."));
        return;
    }
    const StudyFacts& facts = *drawn.facts;
    section.method = FUSIFORM_TR(
        "core",
        "In training every picture that was shown has a code, and W is the linear regression of "
        "the brain's responses on these codes (paper, Fig. 2a). In the test the response to a face "
        "that W has not seen is turned back into a code, and the face model makes a picture of it "
        "(Fig. 2b). The brain is the axial slice of the mean functional image with most of the "
        "selected voxels, which are orange. Of the code the first numbers are drawn, blue above "
        "the training mean and orange below. The face is the first of the fit.");
    section.figures.push_back({"method", methodFigure(subject, drawn, section.widthMm)});
    Table table{"study",
                FUSIFORM_TR("core", "Counts of the study"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"latents", FUSIFORM_TR("core", "Latents"), Kind::Count},
                 {"training_faces", FUSIFORM_TR("core", "Training faces"), Kind::Count},
                 {"runs", FUSIFORM_TR("core", "Runs"), Kind::Count},
                 {"scans", FUSIFORM_TR("core", "Scans"), Kind::Count},
                 {"voxels", FUSIFORM_TR("core", "Voxels of W"), Kind::Count},
                 {"selected", FUSIFORM_TR("core", "Voxels read"), Kind::Count},
                 {"face", FUSIFORM_TR("core", "Face drawn"), Kind::Name},
                 {"r", FUSIFORM_TR("core", "r of its code"), Kind::Number}},
                {}};
    table.rows.push_back({facts.model, static_cast<double>(facts.latents),
                          known(facts.trainingFaces), known(facts.runs), known(facts.scans),
                          static_cast<double>(facts.voxels),
                          static_cast<double>(drawn.selected->decoded.voxels),
                          drawn.made->names.front(), facts.firstR});
    section.tables.push_back(std::move(table));
    section.json = {{"model", facts.model},
                    {"latents", facts.latents},
                    {"training_faces", knownJson(facts.trainingFaces)},
                    {"runs", knownJson(facts.runs)},
                    {"scans", knownJson(facts.scans)},
                    {"voxels", facts.voxels},
                    {"voxels_read", drawn.selected->decoded.voxels},
                    {"face", drawn.made->names.front()},
                    {"r", finite(facts.firstR)}};
}

} // namespace fusiform::results
