// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/results_html.h"

#include "core/report/html_style.h"
#include "core/report/svg.h"
#include "core/util/escaped_xml.h"

namespace fusiform::results {

namespace {

std::string idOf(const Section& section)
{
    return (section.subject.empty() ? "group" : section.subject) + "-" + section.key;
}

std::string headingOf(const Section& section)
{
    return section.title.english() + (section.subject.empty() ? " over subjects" : "");
}

std::string sectionHtml(const Section& section)
{
    std::string text = "<h3 id=\"" + escapedXml(idOf(section)) + "\">"
                       + escapedXml(headingOf(section)) + "</h3>\n";
    for (const Text& missing : section.missing)
        text += "<p class=\"missing\">" + escapedXml(missing.english()) + "</p>\n";
    for (const NamedFigure& one : section.figures)
        text += "<figure>\n" + report::svgText(one.figure) + "</figure>\n";
    for (const Table& table : section.tables)
        text += "<div class=\"wide\">" + htmlOf(table) + "</div>\n";
    if (!section.method.english().empty())
        text += "<p class=\"note\">" + escapedXml(section.method.english()) + "</p>\n";
    return text;
}

std::string contents(std::span<const Section> sections)
{
    std::string text = "<nav><ul>\n";
    for (const Section& section : sections)
        text += "<li><a href=\"#" + escapedXml(idOf(section)) + "\">"
                + escapedXml(section.subject.empty()
                                 ? headingOf(section)
                                 : section.subject + ": " + section.title.english())
                + "</a></li>\n";
    return text + "</ul></nav>\n";
}

} // namespace

std::string resultsHtml(const ReportFacts& facts, std::span<const Section> sections)
{
    std::string names;
    for (const std::string& subject : facts.subjects)
        names += (names.empty() ? "" : ", ") + subject;
    std::string text = report::htmlHead("Evaluation of " + names)
                       + "<header><p>Faces read from the brain</p><h1>" + escapedXml(names)
                       + "</h1></header>\n<main>\n<p class=\"note\">" + escapedXml(facts.faces)
                       + "</p>\n" + contents(sections);
    std::string subject;
    bool isGroup = false;
    for (const Section& section : sections) {
        if (section.subject.empty() && !isGroup) {
            text += report::htmlHeading("group", "Over subjects");
            isGroup = true;
        } else if (!section.subject.empty() && section.subject != subject) {
            text += report::htmlHeading(section.subject, section.subject);
            subject = section.subject;
        }
        text += sectionHtml(section);
    }
    text += report::htmlHeading("provenance", "Where this comes from")
            + "<table class=\"plain\"><tbody>\n";
    for (const auto& [name, value] : facts.provenance)
        text += "<tr><th>" + escapedXml(name) + "</th><td>" + escapedXml(value) + "</td></tr>\n";
    return text + "<tr><th>Made</th><td>" + escapedXml(facts.created)
           + "</td></tr>\n<tr><th>Again</th><td><code>" + escapedXml(facts.command)
           + "</code></td></tr>\n</tbody></table>\n</main></body></html>\n";
}

} // namespace fusiform::results
