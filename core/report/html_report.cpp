// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_report.h"

#include "core/report/html_style.h"
#include "core/report/plots_design.h"
#include "core/report/plots_quality.h"
#include "core/report/svg.h"
#include "core/util/error.h"
#include "core/util/escaped_xml.h"

#include <cmath>
#include <functional>

namespace fusiform::report {

namespace {

constexpr double kPageMm = 190; // width of the figures

std::string number(double value, int digits)
{
    if (!std::isfinite(value))
        return "n/a";
    return fixedNumber(value, digits);
}

std::string framed(const Figure& figure) { return "<figure>\n" + svgText(figure) + "</figure>\n"; }

/// The section, or a sentence in red that says why it is not there.
std::string orReason(const std::function<std::string()>& section)
{
    try {
        return section();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Cancelled)
            throw;
        return "<p class=\"missing\">Not shown: " + escapedXml(error.what()) + "</p>\n";
    }
}

std::string fact(const std::string& name, const std::string& value)
{
    return "<div><dt>" + escapedXml(name) + "</dt><dd>" + escapedXml(value) + "</dd></div>\n";
}

std::string facts(const QualityReport& report)
{
    double outliers = 0;
    double volumes = 0;
    for (const preprocess::RunResult& run : report.runs) {
        outliers += static_cast<double>(run.report.outliers.size());
        volumes += static_cast<double>(run.report.volumes);
    }
    return "<dl class=\"facts\">\n" + fact("Runs", std::to_string(report.runs.size()))
           + fact("Dropped", std::to_string(report.dropped.size()))
           + fact("Volumes", number(volumes, 0))
           + fact("Outliers", number(volumes > 0 ? 100 * outliers / volumes : 0, 1) + " %")
           + "</dl>\n";
}

std::string cell(const std::string& text, bool isWarning = false)
{
    return std::string("<td") + (isWarning ? " class=\"warn\">" : ">") + escapedXml(text) + "</td>";
}

std::string tableRow(const preprocess::RunReport& run, const QualityReport& report)
{
    const auto dropped = report.dropped.find(run.name);
    const bool isDropped = dropped != report.dropped.end();
    const double share = 100 * static_cast<double>(run.outliers.size())
                         / static_cast<double>(std::max<image::Index>(1, run.volumes));
    std::string use = isDropped ? "dropped" : "kept";
    if (isDropped && !dropped->second.why.empty())
        use += ": " + dropped->second.why;
    return std::string("<tr") + (isDropped ? " class=\"dropped\">" : ">") + "<td><a href=\"#"
           + escapedXml(run.name) + "\">" + escapedXml(shortRunName(run.name)) + "</a></td>"
           + cell(std::to_string(run.volumes)) + cell(number(run.meanDisplacement, 3))
           + cell(number(run.largestDisplacement, 2), run.largestDisplacement > 0.5)
           + cell(std::to_string(run.outliers.size()) + " (" + number(share, 1) + " %)", share > 10)
           + cell(number(run.tsnrMedian, 1)) + cell(number(run.driftPercent, 2))
           + cell(number(100 * run.lostSignal, 2), run.lostSignal > 0.05) + cell(use) + "</tr>\n";
}

std::string runTable(const QualityReport& report)
{
    std::string text
        = "<table><thead><tr><th>Run</th><th>Volumes</th><th>FD mean<br>mm</th>"
          "<th>FD max<br>mm</th><th>Outliers</th><th>tSNR<br>median</th>"
          "<th>Drift<br>%</th><th>Signal lost<br>%</th><th>Use</th></tr></thead><tbody>\n";
    for (const preprocess::RunResult& run : report.runs)
        text += tableRow(run.report, report);
    return text
           + "</tbody></table>\n"
             "<p class=\"note\">FD: framewise displacement (Power 2012, 50 mm). Outliers: FD "
             "above 0.5 mm, or DVARS above the third quartile by 1.5 interquartile ranges. "
             "tSNR: mean over standard deviation after drift and movement, in the mask. "
             "Signal lost: share of the usual mask that the run's mask lacks.</p>\n";
}

std::string overlays(const QualityReport& report)
{
    const OverlayPictures pictures = readOverlayPictures(report.derivatives, report.subject);
    if (!pictures.mean)
        throw failure(FUSIFORM_TR("core", "there is no T1 image, or no mean image of the runs."));
    return framed(mosaicFigure(pictures.checkerboard,
                               FUSIFORM_TR("core", "Checkerboard: functional and T1 image"),
                               kPageMm))
           + framed(
               mosaicFigure(pictures.mean, FUSIFORM_TR("core", "Mean functional image"), kPageMm))
           + framed(mosaicFigure(pictures.anatomy, FUSIFORM_TR("core", "T1 image"), kPageMm));
}

std::string design(const QualityReport& report)
{
    if (report.design.matrix.rows() == 0)
        throw failure(FUSIFORM_TR("core", "no face run has an image and events."));
    const Figure matrix = designFigure(report.design, kPageMm);
    return "<p>" + escapedXml(matrix.title.english())
           + ". The columns of the face's latent features are added when a face model is chosen."
             "</p>\n"
           + framed(matrix) + framed(correlationFigure(report.design, kPageMm));
}

std::string runSection(const preprocess::RunResult& run, Progress& progress)
{
    std::string text = "<details id=\"" + escapedXml(run.report.name) + "\" open><summary>"
                       + escapedXml(shortRunName(run.report.name)) + "</summary>\n";
    text += orReason([&] {
        std::string figures;
        const RunPictures pictures = readRunPictures(run.files, progress);
        for (const RunPlot plot : kRunPlots)
            figures += framed(runFigure(pictures, plot, kPageMm));
        return figures;
    });
    return text + "</details>\n";
}

std::string provenance(const QualityReport& report)
{
    std::string text = "<table class=\"plain\"><tbody>\n";
    const auto row = [&](const std::string& name, const std::string& value) {
        text += "<tr><th>" + escapedXml(name) + "</th>" + cell(value) + "</tr>\n";
    };
    row("Program", std::string("Fusiform ") + FUSIFORM_VERSION);
    row("Study", report.studyFolder.string());
    row("Results", report.derivatives.string());
    for (const auto& [name, value] : report.options)
        row(name, value);
    for (const auto& [name, decision] : report.dropped)
        row("Dropped", name + ", by " + decision.who + ", " + decision.when
                           + (decision.why.empty() ? "" : ": " + decision.why));
    for (const preprocess::RunResult& run : report.runs)
        row("Input", run.report.name + "_bold");
    return text + "</tbody></table>\n";
}

} // namespace

std::filesystem::path reportFile(const std::filesystem::path& derivatives,
                                 const std::string& subject)
{
    return derivatives / (subject + ".html");
}

std::string qualityHtml(const QualityReport& report, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Writing the report"), report.runs.size());
    std::set<std::string> dropped;
    for (const auto& [name, decision] : report.dropped)
        dropped.insert(name);
    std::string text = htmlHead("Quality of " + report.subject);
    text += "<header><p>" + escapedXml(report.study.empty() ? "BIDS study" : report.study)
            + "</p><h1>" + escapedXml(report.subject) + "</h1></header>\n<main>\n";
    text += facts(report) + htmlHeading("runs", "Runs") + runTable(report)
            + framed(runsFigure(report.runs, dropped, kPageMm));
    text += htmlHeading("anatomy", "Functional and T1 image")
            + orReason([&] { return overlays(report); });
    text += htmlHeading("design", "Design") + orReason([&] { return design(report); });
    text += htmlHeading("each", "Run by run");
    for (const preprocess::RunResult& run : report.runs) {
        text += runSection(run, progress);
        progress.step();
    }
    text += htmlHeading("provenance", "Where this comes from") + provenance(report);
    return text + "</main></body></html>\n";
}

} // namespace fusiform::report
