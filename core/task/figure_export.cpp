// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/figure_export.h"

#include "core/report/figure_file.h"
#include "core/util/atomic_file.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

namespace fs = std::filesystem;

std::vector<fs::path> exportFigure(const results::Section& section,
                                   const results::NamedFigure& figure, const FigureExport& how,
                                   const Json& provenance)
{
    const report::Figure drawn = report::styled(figure.figure, how.style);
    const fs::path base = how.file.parent_path() / how.file.stem();
    std::vector<fs::path> files = {how.file};
    report::writeFigure(drawn, how.file, {how.dotsPerInch, jsonText(provenance)});
    for (const results::Table& table : section.tables) {
        files.push_back(base.string() + "_" + table.name + ".tsv");
        writeFileAtomically(files.back(), results::tsvOf(table));
    }
    Json colors = Json::object();
    for (const report::InkColor& own : how.style.colors)
        colors[own.ink == report::Ink::First    ? "first"
               : own.ink == report::Ink::Second ? "second"
                                                : "third"]
            = own.color;
    files.push_back(base.string() + ".json");
    writeJson(files.back(), {{"figure", section.key + "_" + figure.name},
                             {"title", drawn.title.english()},
                             {"subject", section.subject},
                             {"width_cm", drawn.widthMm / 10},
                             {"height_cm", drawn.heightMm / 10},
                             {"dpi", how.dotsPerInch},
                             {"text_scale", how.style.textScale},
                             {"has_title", how.style.hasTitle},
                             {"letter", how.style.letter},
                             {"font", how.style.font.empty() ? "Inter" : how.style.font},
                             {"colors", std::move(colors)},
                             {"method", section.method.english()},
                             {"numbers", section.json},
                             {"provenance", provenance},
                             {"created", documentTime()}});
    return files;
}

} // namespace fusiform::task
