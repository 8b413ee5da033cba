// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/results_pdf.h"

#include "core/results/page_flow.h"

#include <algorithm>

namespace fusiform::results {

namespace {

constexpr double kTitleMm = 6;
constexpr double kSubjectMm = 4.6;
constexpr double kSectionMm = 3.7;

/// A heading stays with what comes first below it.
double firstMm(const Section& section)
{
    constexpr double kSomething = 40;
    constexpr double kMost = 180;
    return section.figures.empty() ? kSomething
                                   : std::min(kMost, section.figures.front().figure.heightMm + 4);
}

void addSection(PageFlow& flow, const Section& section)
{
    flow.heading(section.title.english() + (section.subject.empty() ? " over subjects" : ""),
                 kSectionMm, firstMm(section));
    for (const Text& missing : section.missing)
        flow.paragraph(missing.english(), report::Ink::Warning);
    for (const NamedFigure& one : section.figures)
        flow.figure(one.figure);
    for (const Table& table : section.tables)
        if (isLong(table))
            flow.paragraph(table.title.english() + " (" + std::to_string(table.rows.size())
                               + " rows): in the file "
                               + (section.subject.empty() ? "group" : section.subject) + "/"
                               + table.name + ".tsv.",
                           report::Ink::Text);
        else
            flow.table(table);
    if (!section.method.english().empty())
        flow.paragraph(section.method.english(), report::Ink::Muted);
}

} // namespace

std::string resultsPdf(const ReportFacts& facts, std::span<const Section> sections)
{
    std::string names;
    for (const std::string& subject : facts.subjects)
        names += (names.empty() ? "" : ", ") + subject;
    const std::string title = "Faces read from the brain: " + names;
    PageFlow flow({title, facts.command, facts.created},
                  "Fusiform " FUSIFORM_VERSION " · " + names + " · " + facts.created);
    flow.heading(title, kTitleMm);
    flow.paragraph(facts.faces, report::Ink::Muted);
    std::string subject = "-";
    for (const Section& section : sections) {
        if (section.subject != subject)
            flow.heading(section.subject.empty() ? "Over subjects" : section.subject, kSubjectMm,
                         firstMm(section) + 4 * kSectionMm);
        subject = section.subject;
        addSection(flow, section);
    }
    flow.heading("Where this comes from", kSubjectMm);
    for (const auto& [name, value] : facts.provenance)
        flow.fact(name, value);
    flow.fact("Made", facts.created);
    flow.fact("Again", facts.command);
    return flow.bytes();
}

} // namespace fusiform::results
