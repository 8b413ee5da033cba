// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_gallery.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <cmath>
#include <filesystem>

namespace fusiform::results {

namespace {

using evaluate::LatentStep;
using evaluate::LatentStrip;
using evaluate::LatentStrips;
using evaluate::StripKind;

std::string faceStem(const std::string& name)
{
    return std::filesystem::path(name).stem().string();
}

std::string kindKey(StripKind kind)
{
    switch (kind) {
    case StripKind::Between: return "between";
    case StripKind::FromMean: return "from_mean";
    case StripKind::Attribute: break;
    }
    return "attribute";
}

Text stripName(const LatentStrip& strip)
{
    switch (strip.kind) {
    case StripKind::Between:
        return FUSIFORM_TR("core", "%1 to %2")
            .arg(faceStem(strip.first))
            .arg(faceStem(strip.second));
    case StripKind::FromMean: return FUSIFORM_TR("core", "Mean to %1").arg(faceStem(strip.first));
    case StripKind::Attribute: break;
    }
    return FUSIFORM_TR("core", "%1 + %2").arg(faceStem(strip.first)).arg(strip.second);
}

std::string signedNumber(double value)
{
    return value < 0 ? "−" + report::fixedNumber(-value, 0) : "+" + report::fixedNumber(value, 0);
}

Text stepCaption(const LatentStrip& strip, const LatentStep& step)
{
    if (strip.kind == StripKind::Attribute)
        return report::plain(step.amount == 0 ? "0" : signedNumber(step.amount));
    if (strip.kind == StripKind::FromMean && step.amount == 0)
        return FUSIFORM_TR("core", "mean face");
    const std::string share = report::fixedNumber(std::abs(100 * step.amount), 0) + " %";
    return report::plain((step.amount < 0 ? "−" : "") + share);
}

Text stripDetail(const LatentStrip& strip)
{
    switch (strip.kind) {
    case StripKind::Between: return FUSIFORM_TR("core", "steps between codes");
    case StripKind::FromMean: return FUSIFORM_TR("core", "beyond: caricature");
    case StripKind::Attribute: break;
    }
    return FUSIFORM_TR("core", "axis added");
}

report::GalleryRow rowOfStrip(const LatentStrip& strip)
{
    report::GalleryRow row{stripName(strip), {stripDetail(strip)}, {}, true};
    row.items.push_back({strip.firstPicture,
                         strip.firstPicture ? report::plain(faceStem(strip.first)) : Text(),
                         FUSIFORM_TR("core", "%1, as it was shown").arg(faceStem(strip.first))});
    for (const LatentStep& step : strip.steps)
        row.items.push_back(
            {step.picture, stepCaption(strip, step),
             FUSIFORM_TR("core", "Amount %1; %2 standard deviations from the training mean")
                 .arg(step.amount)
                 .arg(report::shortNumber(step.distance))});
    if (strip.secondPicture)
        row.items.push_back(
            {strip.secondPicture, report::plain(faceStem(strip.second)),
             FUSIFORM_TR("core", "%1, as it was shown").arg(faceStem(strip.second))});
    return row;
}

report::Figure stripsFigure(const std::string& subject, const LatentStrips& strips, double widthMm)
{
    report::GalleryPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: arithmetic with codes of faces")
                     .arg(subject)
                     .arg(strips.model);
    for (const LatentStrip& strip : strips.strips)
        plot.rows.push_back(rowOfStrip(strip));
    plot.notes
        = {FUSIFORM_TR("core", "First column: as shown. All else is made from codes of pictures.")};
    if (strips.strips.back().kind == StripKind::Attribute)
        plot.notes.push_back(FUSIFORM_TR(
            "core", "+1: as far as mean codes with and without the attribute lie apart."));
    if (strips.isWithoutAxes)
        plot.notes.push_back(FUSIFORM_TR("core", "No attribute: this model knows none."));
    return report::galleryFigure(plot, widthMm);
}

Json describe(const LatentStrip& strip)
{
    Json steps = Json::array();
    for (const LatentStep& step : strip.steps)
        steps.push_back({{"amount", step.amount}, {"distance", finite(step.distance)}});
    return {{"kind", kindKey(strip.kind)},
            {"first", strip.first},
            {"second", strip.second},
            {"balanced_accuracy", finite(strip.balancedAccuracy)},
            {"axis_pictures", strip.axisPictures},
            {"steps", std::move(steps)}};
}

Table stripsTable(const std::vector<LatentStrips>& all)
{
    Table table{"latent_arithmetic",
                FUSIFORM_TR("core", "Steps in latent space"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"kind", FUSIFORM_TR("core", "Kind"), Kind::Name},
                 {"first", FUSIFORM_TR("core", "Face"), Kind::Name},
                 {"second", FUSIFORM_TR("core", "To"), Kind::Name},
                 {"amount", FUSIFORM_TR("core", "Amount"), Kind::Number},
                 {"distance", FUSIFORM_TR("core", "Distance from the mean (sd)"), Kind::Number},
                 {"balanced_accuracy",
                  FUSIFORM_TR("core", "Axis tells the attribute (chance 50 %)"), Kind::Share},
                 {"axis_pictures", FUSIFORM_TR("core", "Pictures"), Kind::Count}},
                {}};
    for (const LatentStrips& strips : all)
        for (const LatentStrip& strip : strips.strips)
            for (const LatentStep& step : strip.steps)
                table.rows.push_back({strips.model, kindKey(strip.kind), strip.first, strip.second,
                                      step.amount, step.distance, strip.balancedAccuracy,
                                      strip.kind == StripKind::Attribute
                                          ? static_cast<double>(strip.axisPictures)
                                          : std::nan("")});
    return table;
}

} // namespace

void tellArithmetic(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                    Section& section)
{
    bool hasStrips = false;
    for (const LatentStrips& strips : subject.strips) {
        if (strips.strips.empty()) {
            section.missing.push_back(
                FUSIFORM_TR("core", "%1 makes no pictures of codes.").arg(strips.model));
            continue;
        }
        hasStrips = true;
    }
    section.json = Json::array();
    if (!hasStrips)
        return;
    section.method = FUSIFORM_TR(
        "core",
        "Codes of the first faces of the fit are added and subtracted, and the face model makes "
        "pictures of the results (paper, Fig. 1b): steps between two faces; from the mean of the "
        "training codes through a face and beyond; and a face with the axis of an attribute added, "
        "the mean code of training pictures with the attribute less that of those without, so that "
        "1 is the distance between these means. The distance of a code from the training mean is "
        "the root mean square over latents in training standard deviations, about 1 for training "
        "pictures. How well an axis tells its attribute was measured on pictures that it has not "
        "seen (mean of both shares that are right).");
    for (const LatentStrips& strips : subject.strips) {
        if (strips.strips.empty())
            continue;
        section.figures.push_back(
            {strips.model, stripsFigure(subject.subject, strips, section.widthMm)});
        Json rows = Json::array();
        for (const LatentStrip& strip : strips.strips)
            rows.push_back(describe(strip));
        section.json.push_back({{"model", strips.model}, {"strips", std::move(rows)}});
    }
    section.tables.push_back(stripsTable(subject.strips));
}

} // namespace fusiform::results
