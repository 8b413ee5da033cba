// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Folders of core: each may include itself and those before it.
constexpr std::array kCoreOrder = {
    "util",     "math",   "image",   "io",      "bids",     "preprocess", "scores",  "face_model",
    "glm",      "roi",    "decode",  "stats",   "evaluate", "report",     "results", "rating",
    "simulate", "import", "present", "journal", "session",  "task"};

struct Include {
    fs::path file; ///< relative to the source tree
    std::string target;
};

std::vector<Include> includesBelow(const std::string& folder)
{
    static const std::regex kPattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    const fs::path root = FUSIFORM_SOURCE_DIR;
    std::vector<Include> includes;
    if (!fs::exists(root / folder))
        return includes;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp")
            continue;
        std::ifstream stream(entry.path());
        std::smatch match;
        for (std::string line; std::getline(stream, line);)
            if (std::regex_search(line, match, kPattern))
                includes.push_back({fs::relative(entry.path(), root), match[1]});
    }
    return includes;
}

std::string part(const fs::path& path, std::size_t index)
{
    auto it = path.begin();
    std::advance(it, static_cast<long>(index));
    return it->string();
}

bool startsWithAny(const std::string& text, std::initializer_list<const char*> prefixes)
{
    return std::ranges::any_of(prefixes,
                               [&](const char* prefix) { return text.starts_with(prefix); });
}

bool isQt(const std::string& target)
{
    return target.size() > 1 && target[0] == 'Q'
           && std::isupper(static_cast<unsigned char>(target[1]));
}
bool isTorch(const std::string& target)
{
    return startsWithAny(target, {"torch/", "ATen/", "c10/"});
}
bool isItk(const std::string& target) { return target.starts_with("itk"); }

void expectNone(const std::vector<std::string>& breaches)
{
    QString text;
    for (const std::string& breach : breaches)
        text += QString::fromStdString(breach) + QLatin1Char('\n');
    QVERIFY2(breaches.empty(), qPrintable(text));
}

} // namespace

class IncludeRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coreKnowsNeitherQtNorRenderingNorTheLayersAbove()
    {
        std::vector<std::string> breaches;
        const auto all = includesBelow("core");
        QVERIFY(all.size() > 100);
        for (const Include& include : all)
            if (isQt(include.target)
                || startsWithAny(include.target, {"Qt", "vtk", "app/", "widgets/"}))
                breaches.push_back(include.file.string() + " includes " + include.target);
        expectNone(breaches);
    }
    void foldersOfCoreIncludeOnlyThoseAboveThem()
    {
        std::vector<std::string> breaches;
        const auto rank = [](const std::string& folder) {
            return std::ranges::find(kCoreOrder, folder) - kCoreOrder.begin();
        };
        for (const Include& include : includesBelow("core")) {
            if (!include.target.starts_with("core/")
                || std::distance(include.file.begin(), include.file.end()) < 3)
                continue;
            const std::string from = part(include.file, 1);
            const std::string to = part(include.target, 1);
            QVERIFY2(rank(from) < static_cast<long>(kCoreOrder.size()), from.c_str());
            if (rank(to) > rank(from))
                breaches.push_back(include.file.string() + " includes " + include.target);
        }
        expectNone(breaches);
    }
    void torchStaysInItsFolder()
    {
        std::vector<std::string> breaches;
        for (const char* folder : {"core", "widgets", "app"})
            for (const Include& include : includesBelow(folder))
                if (isTorch(include.target)
                    && !include.file.string().starts_with("core/face_model/torch/"))
                    breaches.push_back(include.file.string() + " includes " + include.target);
        expectNone(breaches);
    }
    void widgetsComputeNothingAndKnowNoApplication()
    {
        std::vector<std::string> breaches;
        for (const Include& include : includesBelow("widgets")) {
            const bool isScene = include.file.string().starts_with("widgets/scene/");
            if (include.target.starts_with("app/") || isItk(include.target)
                || include.target == "QtWidgets" || (isScene && isQt(include.target)))
                breaches.push_back(include.file.string() + " includes " + include.target);
        }
        expectNone(breaches);
    }
    void theHeadlessProgramHasNoQt()
    {
        std::vector<std::string> breaches;
        for (const Include& include : includesBelow("app/cli"))
            if (isQt(include.target) || startsWithAny(include.target, {"vtk", "widgets/"}))
                breaches.push_back(include.file.string() + " includes " + include.target);
        expectNone(breaches);
    }
};

FUSIFORM_TEST(IncludeRulesTest)
#include "include_rules_test.moc"
