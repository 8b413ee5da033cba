// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_style.h"

#include "core/report/svg.h"
#include "core/util/escaped_xml.h"

namespace fusiform::report {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light; }
body { margin: 0; background: #eef1f4; color: #17202b;
       font: 15px/1.5 Inter, "Helvetica Neue", Helvetica, Arial, sans-serif; }
header { background: #12333a; color: #fff; padding: 28px 0 24px; }
header p, header h1, main { max-width: 860px; margin: 0 auto; padding: 0 24px; }
header p { color: #a9d6d0; } header h1 { font-size: 30px; line-height: 1.2; }
main { padding-bottom: 64px; }
h2 { font-size: 19px; margin: 40px 0 12px; }
.facts { display: flex; gap: 16px; margin: 24px 0 0; }
.facts div { flex: 1; background: #fff; border: 1px solid #d7dde4; border-radius: 8px; padding: 12px 16px; }
.facts dt { color: #52606f; font-size: 13px; } .facts dd { margin: 0; font-size: 24px; font-weight: 600; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid #d7dde4;
        border-radius: 8px; font-variant-numeric: tabular-nums; font-size: 14px; }
th { text-align: right; color: #52606f; font-weight: 600; font-size: 12.5px; line-height: 1.3; vertical-align: bottom; }
td { text-align: right; } th, td { padding: 6px 10px; border-bottom: 1px solid #edf0f3; }
th:first-child, td:first-child { text-align: left; } td:last-child, th:last-child { text-align: left; }
tbody tr:last-child td { border-bottom: none; }
tr.dropped td { color: #7f8b99; text-decoration: line-through; } tr.dropped td:last-child { text-decoration: none; }
td.warn { color: #9a6200; font-weight: 600; }
.plain th { text-align: left; width: 130px; vertical-align: top; } .plain td { text-align: left; overflow-wrap: anywhere; }
a { color: #0d7f75; text-decoration: none; } a:hover { text-decoration: underline; }
figure { margin: 12px 0; padding: 16px; background: #fff; border: 1px solid #d7dde4; border-radius: 8px; }
svg { width: 100%; height: auto; display: block; }
details { margin: 16px 0; } summary { font-size: 16px; font-weight: 600; cursor: pointer; }
table caption { text-align: left; font-weight: 600; padding: 0 0 6px; } table .name { text-align: left; }
.wide td:not(.name) { white-space: nowrap; } .wide { overflow-x: auto; margin: 16px 0; } nav ul { columns: 2; padding-left: 18px; margin: 20px 0; }
.wide td.name { overflow-wrap: break-word; }
.wide td:last-child:not(.name), .wide th:last-child:not(.name) { text-align: right; }
h3 { font-size: 16px; margin: 28px 0 8px; }
.note { color: #52606f; font-size: 13px; } .missing { color: #b3261e; font-weight: 600; }
@media print { body { background: #fff; } figure { break-inside: avoid; }
  .wide { overflow: visible; } .wide table { font-size: 11px; } .wide th, .wide td { padding: 3px 5px; }
  .wide td { white-space: normal; overflow-wrap: anywhere; } }
)";

} // namespace

std::string htmlHead(const std::string& title)
{
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
           + escapedXml(title) + "</title>\n<style>" + kStyle + "</style></head><body>\n";
}

std::string htmlHeading(const std::string& id, const std::string& text)
{
    return "<h2 id=\"" + escapedXml(id) + "\">" + escapedXml(text) + "</h2>\n";
}

} // namespace fusiform::report
