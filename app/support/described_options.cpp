// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/described_options.h"

#include "app/help/writers.h"

#include <cstdio>

namespace fusiform {

help::Program describeWindow(const QList<QCommandLineOption>& options, const QString& summary,
                             const QString& argumentHelp)
{
    help::Program program;
    program.version = FUSIFORM_VERSION;
    program.itself.name = "fusiform";
    program.itself.summary = summary.toStdString();
    program.itself.arguments
        = {{"folder", help::Value::File, {}, argumentHelp.toStdString(), false, false}};
    for (const QCommandLineOption& option : options) {
        if (option.flags().testFlag(QCommandLineOption::HiddenFromHelp))
            continue;
        help::Option described;
        for (const QString& name : option.names())
            described.names.push_back((name.size() > 1 ? "--" : "-") + name.toStdString());
        if (!option.valueName().isEmpty())
            described.value = option.valueName() == QStringLiteral("file") ? help::Value::File
                                                                           : help::Value::Text;
        described.defaultText = option.defaultValues().join(QStringLiteral(", ")).toStdString();
        described.help = option.description().toStdString();
        program.itself.options.push_back(std::move(described));
    }
    program.itself.options.push_back({{"--help-all"},
                                      help::Value::None,
                                      {},
                                      {},
                                      "Displays help including generic Qt options.",
                                      false});
    program.sections
        = {{"Environment",
            {{"FUSIFORM_RESOURCES", "The folder with portraits, models and the demonstration."},
             {"FUSIFORM_NO_GL", "1: no OpenGL; the brain is drawn as slices alone."},
             {"OMP_WAIT_POLICY", "PASSIVE if it is not set: threads that wait leave the "
                                 "processor."}}},
           {"Files",
            {{"~/.config/fusiform", "Settings."},
             {"~/.local/share/fusiform", "Journals, which bring back what was not saved."},
             {"~/.cache/fusiform", "What can be made again."}}}};
    program.seeAlso = {"fusiform-cli(1)"};
    return program;
}

int printPage(const help::Program& program, const QStringList& words)
{
    if (words.size() == 2 && words[1] == QStringLiteral("--man-page")) {
        std::fputs(help::manPage(program, help::pageDate()).c_str(), stdout);
        return 0;
    }
    if (words.size() != 3 || words[1] != QStringLiteral("--completion"))
        return -1;
    const auto text = help::completion(program, words[2].toStdString());
    if (!text)
        return 2;
    std::fputs(text->c_str(), stdout);
    return 0;
}

} // namespace fusiform
