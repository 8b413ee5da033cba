// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_gallery.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"
#include "core/scores/recognition.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace fusiform::results {

namespace {

using evaluate::ReadPictures;
using evaluate::Recognition;
using evaluate::Reconstructions;
using evaluate::SubjectEvaluation;
using report::GalleryItem;
using report::GalleryPlot;
using report::GalleryRow;

/// More faces are hard to look at, or make the figure longer than a page. They are the first of the
/// fit, never the best.
std::size_t mostShown(double widthMm)
{
    constexpr double kNarrow = 120; // mm
    return widthMm < kNarrow ? 10 : 20;
}

std::string stemOf(const std::string& name) { return std::filesystem::path(name).stem().string(); }

std::vector<const Reconstructions*> withPictures(const SubjectEvaluation& subject)
{
    std::vector<const Reconstructions*> models;
    for (const Reconstructions& one : subject.reconstructions)
        if (!one.missing && !one.regions.empty())
            models.push_back(&one);
    return models;
}

GalleryRow rowOf(const Text& name, const evaluate::Pictures& pictures, const Reconstructions& made)
{
    GalleryRow row{name, {}, {}, false};
    for (std::size_t f = 0; f < made.names.size(); ++f)
        row.items.push_back({pictures[f], {}, report::plain(stemOf(made.names[f]))});
    return row;
}

/// What was read from a region, with the share of comparisons won below each face.
GalleryRow readRow(const SubjectEvaluation& subject, const Reconstructions& made,
                   const ReadPictures& read, const Text& name)
{
    GalleryRow row = rowOf(name, read.faces, made);
    const Recognition* const found = subject.find(made.model, read.region);
    if (!found)
        return row;
    const std::vector<double> shares = scores::pairwiseOfRows(found->decoded.similarity);
    for (std::size_t f = 0; f < row.items.size(); ++f) {
        row.items[f].caption = report::plain(report::fixedNumber(100 * shares[f], 0) + " %");
        row.items[f].tip
            = FUSIFORM_TR("core", "%1, read from %2 voxels of %3: %4 of the comparisons are won; "
                                  "its own face is number %5 of %6")
                  .arg(stemOf(made.names[f]))
                  .arg(static_cast<long long>(found->decoded.voxels))
                  .arg(read.region)
                  .arg(percent(shares[f]))
                  .arg(found->ranks[f])
                  .arg(found->ranks.size());
    }
    return row;
}

std::vector<Text> headingsOf(const Reconstructions& made)
{
    std::vector<Text> headings;
    for (std::size_t f = 0; f < made.names.size(); ++f)
        headings.push_back(report::plain(stemOf(made.names[f])));
    return headings;
}

/// The faces that are shown, and what the reader has to know.
report::Figure finished(GalleryPlot plot, std::size_t faces, double widthMm)
{
    const std::size_t shown = std::min(faces, mostShown(widthMm));
    plot.headings.resize(shown);
    for (GalleryRow& row : plot.rows)
        row.items.resize(shown);
    plot.notes = {
        FUSIFORM_TR("core", "Contrast matched: codes stretched to the length of training codes."),
        FUSIFORM_TR("core", "Below: share of comparisons that its own face wins; chance 50 %.")};
    if (shown < faces)
        plot.notes.push_back(
            FUSIFORM_TR("core", "The first %1 of %2 faces, in the order of the fit.")
                .arg(shown)
                .arg(faces));
    return report::galleryFigure(plot, widthMm);
}

/// Originals, then of each face model its ceiling and what was read from the selected voxels.
report::Figure modelsFigure(const SubjectEvaluation& subject,
                            const std::vector<const Reconstructions*>& models, double widthMm)
{
    const Reconstructions& first = *models.front();
    GalleryPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: faces read from the %2 voxels")
                     .arg(subject.subject)
                     .arg(first.regions.front().region);
    plot.headings = headingsOf(first);
    if (first.hasOriginals())
        plot.rows.push_back(rowOf(FUSIFORM_TR("core", "Shown"), first.originals, first));
    for (const Reconstructions* const made : models) {
        GalleryRow truth = rowOf(report::plain(made->model), made->fromTruth, *made);
        truth.details = {FUSIFORM_TR("core", "of the true code")};
        truth.startsGroup = true;
        plot.rows.push_back(std::move(truth));
        GalleryRow read
            = readRow(subject, *made, made->regions.front(), report::plain(made->model));
        read.details = {FUSIFORM_TR("core", "read from the brain")};
        plot.rows.push_back(std::move(read));
    }
    return finished(std::move(plot), first.names.size(), widthMm);
}

/// Originals, then what was read from each region with one face model.
report::Figure regionsFigure(const SubjectEvaluation& subject, const Reconstructions& made,
                             double widthMm)
{
    GalleryPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: faces read from each region")
                     .arg(subject.subject)
                     .arg(made.model);
    plot.headings = headingsOf(made);
    if (made.hasOriginals())
        plot.rows.push_back(rowOf(FUSIFORM_TR("core", "Shown"), made.originals, made));
    for (const ReadPictures& read : made.regions) {
        GalleryRow row = readRow(subject, made, read, report::plain(read.region));
        row.startsGroup = plot.rows.size() < 2;
        if (const Recognition* const found = subject.find(made.model, read.region))
            row.details = {
                FUSIFORM_TR("core", "%1 voxels").arg(report::groupedNumber(found->decoded.voxels))};
        plot.rows.push_back(std::move(row));
    }
    return finished(std::move(plot), made.names.size(), widthMm);
}

/// A row a face and model, with what each region says.
Table galleryTable(const SubjectEvaluation& subject,
                   const std::vector<const Reconstructions*>& models)
{
    Table table{"faces",
                FUSIFORM_TR("core", "Comparisons that each face wins, by region (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"face", FUSIFORM_TR("core", "Face"), Kind::Name}},
                {}};
    const std::vector<ReadPictures>& regions = models.front()->regions;
    for (const ReadPictures& read : regions)
        table.columns.push_back({read.region, report::plain(read.region), Kind::Share});
    for (const Reconstructions* const made : models) {
        const std::size_t first = table.rows.size();
        for (const std::string& name : made->names)
            table.rows.push_back({made->model, name});
        for (const ReadPictures& read : regions) {
            const Recognition* const found = subject.find(made->model, read.region);
            const std::vector<double> shares
                = found ? scores::pairwiseOfRows(found->decoded.similarity)
                        : std::vector<double>(made->names.size(), std::nan(""));
            for (std::size_t f = 0; f < made->names.size(); ++f)
                table.rows[first + f].emplace_back(shares[f]);
        }
    }
    return table;
}

} // namespace

void tellGallery(const SubjectEvaluation& subject, const evaluate::Evaluation&, Section& section)
{
    for (const Reconstructions& one : subject.reconstructions) {
        if (one.missing)
            section.missing.push_back(*one.missing);
        else if (!one.hasOriginals())
            section.missing.push_back(
                FUSIFORM_TR("core", "The fit does not have the pictures of all test faces: what "
                                    "was read with %1 stands without its originals.")
                    .arg(one.model));
    }
    const std::vector<const Reconstructions*> models = withPictures(subject);
    section.method = FUSIFORM_TR(
        "core",
        "Each code that was read is made a picture by the face model. Noise and ridge shrink codes "
        "towards the training mean, so that pictures of them are pale: for the pictures only, each "
        "code is stretched from the mean to the length that training codes have, in training "
        "standard deviations (contrast matched). What the model makes of the true code is as good "
        "as reading could be. Faces stand in the order of the fit and are not chosen by score.");
    section.json = Json::array();
    if (models.empty()) {
        section.json.push_back({{"pictures", false}});
        return;
    }
    section.figures.push_back({"models", modelsFigure(subject, models, section.widthMm)});
    for (const Reconstructions* const made : models)
        section.figures.push_back(
            {made->model + "_regions", regionsFigure(subject, *made, section.widthMm)});
    section.tables.push_back(galleryTable(subject, models));
    for (const Reconstructions* const made : models)
        for (const ReadPictures& read : made->regions)
            if (const Recognition* const found = subject.find(made->model, read.region))
                section.json.push_back(
                    {{"model", made->model},
                     {"region", read.region},
                     {"faces", made->names},
                     {"contrast_matched", true},
                     {"pairwise", scores::pairwiseOfRows(found->decoded.similarity)},
                     {"chance", 0.5},
                     {"ranks", found->ranks}});
}

} // namespace fusiform::results
