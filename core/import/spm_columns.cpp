// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm_columns.h"

#include "core/import/name_pattern.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace fusiform::import {

namespace {

/// "Sn(2) facexlatent001^1*bf(1)" taken apart.
struct Column {
    Index index = 0;
    std::string session; ///< "Sn(2) "
    std::string name; ///< "facexlatent001"
    bool isConvolved = false; ///< with the response function, so a condition
};

/// Only the first basis function says how strong the answer is; its derivatives are left out.
std::vector<Column> columnsOf(const SpmModel& model)
{
    constexpr std::string_view kFirstBasis = "*bf(1)";
    std::vector<Column> columns;
    for (std::size_t c = 0; c < model.columns.size(); ++c) {
        std::string_view name = model.columns[c];
        Column column;
        column.index = static_cast<Index>(c);
        if (name.starts_with("Sn(")) {
            const std::size_t end = std::min(name.find(") "), name.size() - 2) + 2;
            column.session = name.substr(0, end);
            name.remove_prefix(end);
        }
        column.isConvolved = name.ends_with(kFirstBasis);
        if (column.isConvolved)
            name.remove_suffix(kFirstBasis.size());
        else if (name.find("*bf(") != std::string_view::npos)
            continue;
        if (name.ends_with("^1"))
            name.remove_suffix(2);
        column.name = trimmed(name);
        columns.push_back(std::move(column));
    }
    return columns;
}

/// "facexlatent# (24), test_F# (6), Fix (2)"
std::string listed(std::span<const Column> columns)
{
    std::vector<std::pair<std::string, int>> kinds;
    for (const Column& column : columns) {
        const std::string kind = withoutNumbers(column.name);
        const auto known = std::ranges::find(kinds, kind, &std::pair<std::string, int>::first);
        if (known == kinds.end())
            kinds.emplace_back(kind, 1);
        else
            ++known->second;
    }
    constexpr std::size_t kMost = 16;
    std::string text;
    for (std::size_t k = 0; k < kinds.size() && k < kMost; ++k)
        (text += k == 0 ? "" : ", ")
            += kinds[k].first + " (" + std::to_string(kinds[k].second) + ")";
    return kinds.size() > kMost ? text + ", ..." : text;
}

/// The user's pattern, or the usual ones: the first that fits anything is taken.
struct Wish {
    std::string said;
    std::span<const char* const> usual;
};

struct Match {
    const Column* column;
    NameMatch at;
};

class Sorter {
public:
    explicit Sorter(const SpmModel& model) : m_file(model.file), m_columns(columnsOf(model)) { }

    [[nodiscard]] SpmColumns sort(const SpmPatterns& patterns)
    {
        SpmColumns sorted;
        sorted.latents = latents(patterns.latents);
        sorted.faces = faces(patterns.faces);
        sorted.fixation = fixation(patterns.fixation);
        sorted.test = test(patterns.test);
        for (const Column& column : m_columns)
            if (!column.isConvolved && lowerCase(column.name) == "constant")
                sorted.constants.columns.push_back(column.index);
        return sorted;
    }

private:
    /// @param found has one more place, for the columns that there are.
    [[nodiscard]] Error unclear(Text expected, const Text& found) const
    {
        return badData(m_file, std::move(expected), found.arg(listed(m_columns)));
    }
    [[nodiscard]] std::vector<Match> matching(std::string_view pattern) const
    {
        std::vector<Match> matches;
        for (const Column& column : m_columns)
            if (column.isConvolved && !m_taken.contains(column.index))
                if (auto at = matchName(column.name, pattern))
                    matches.push_back({&column, std::move(*at)});
        return matches;
    }
    [[nodiscard]] std::vector<Match> matching(const Wish& wish) const
    {
        if (!wish.said.empty())
            return matching(wish.said);
        for (const char* pattern : wish.usual)
            if (auto matches = matching(pattern); !matches.empty())
                return matches;
        return {};
    }
    void take(const SpmMean& mean) { m_taken.insert(mean.columns.begin(), mean.columns.end()); }

    std::vector<SpmMean> latents(const std::string& said)
    {
        constexpr std::array kUsual
            = {"*xlatent#", "*xlatent_#", "*xlatent-#", "*xlat#", "*xlat_#", "*xlat-#",
               "*xcode#",   "*xcode_#",   "*xpc#",      "*xpc_#", "*xz#",    "*xz_#",
               "*latent#",  "*latent_#",  "*lat#",      "*lat_#"};
        const std::vector<Match> matches = matching({said, kUsual});
        std::map<long, SpmMean> byNumber;
        std::set<std::string> owners;
        for (const Match& match : matches) {
            if (!match.at.number)
                throw unclear(FUSIFORM_TR("core", "a # for the number in --latents PATTERN"),
                              FUSIFORM_TR("core", "\"%1\"; the columns are %2").arg(said));
            SpmMean& mean = byNumber[*match.at.number];
            mean.name = match.column->name;
            mean.columns.push_back(match.column->index);
            owners.insert(lowerCase(match.at.text));
        }
        if (byNumber.size() < 2 || owners.size() > 1)
            throw unclear(FUSIFORM_TR("core", "one set of numbered latents; say --latents PATTERN "
                                              "with * for any text and # for the number"),
                          FUSIFORM_TR("core", "%1 sets among the columns %2")
                              .arg(byNumber.size() < 2 ? std::size_t{0} : owners.size()));
        checkLatents(byNumber);
        if (!matches.front().at.text.empty())
            m_owner = matches.front().at.text;
        std::vector<SpmMean> latents;
        for (auto& [number, mean] : byNumber) {
            take(mean);
            latents.push_back(std::move(mean));
        }
        return latents;
    }
    /// Without gaps, and each once in every session that has any.
    void checkLatents(const std::map<long, SpmMean>& byNumber) const
    {
        const long span = byNumber.rbegin()->first - byNumber.begin()->first + 1;
        if (span != static_cast<long>(byNumber.size()))
            throw unclear(
                FUSIFORM_TR("core", "latents from %1 to %2 without a gap")
                    .arg(byNumber.begin()->first)
                    .arg(byNumber.rbegin()->first),
                FUSIFORM_TR("core", "%1 of them; the columns are %2").arg(byNumber.size()));
        const auto sessions = sessionsOf(byNumber.begin()->second);
        for (const auto& [number, mean] : byNumber)
            if (sessionsOf(mean) != sessions || sessions.size() != mean.columns.size())
                throw unclear(FUSIFORM_TR("core", "every latent once in each of %1 sessions")
                                  .arg(sessions.size()),
                              FUSIFORM_TR("core", "%1 in %2 columns; the columns are %3")
                                  .arg(mean.name)
                                  .arg(mean.columns.size()));
    }
    [[nodiscard]] std::set<std::string> sessionsOf(const SpmMean& mean) const
    {
        std::set<std::string> sessions;
        for (const Column& column : m_columns)
            if (std::ranges::find(mean.columns, column.index) != mean.columns.end())
                sessions.insert(column.session);
        return sessions;
    }

    SpmMean faces(const std::string& said)
    {
        // The condition whose modulators the latents are: "face" of "facexlatent001", of which the
        // pattern may have taken the x along. An empty pattern matches nothing.
        const std::string shorter = m_owner.substr(0, std::max<std::size_t>(1, m_owner.size()) - 1);
        const std::array<const char*, 10> usual
            = {m_owner.c_str(), shorter.c_str(), "train_face", "train_faces", "trainface",
               "face",          "faces",         "training",   "train",       "train*face*"};
        SpmMean mean = one("faces", matching({said, usual}));
        if (mean.columns.empty())
            throw unclear(
                FUSIFORM_TR("core", "the condition of the training faces; say --faces PATTERN"),
                FUSIFORM_TR("core", "none among the columns %1"));
        return mean;
    }
    SpmMean fixation(const std::string& said)
    {
        constexpr std::array kUsual = {"fix", "fixation", "fix*", "baseline", "rest", "blank"};
        SpmMean mean = one("fixation", matching({said, kUsual}));
        if (mean.columns.empty() && !said.empty())
            throw unclear(FUSIFORM_TR("core", "a condition called %1 (--fixation)").arg(said),
                          FUSIFORM_TR("core", "none among the columns %1"));
        return mean;
    }
    SpmMean one(const char* option, const std::vector<Match>& matches)
    {
        SpmMean mean;
        for (const Match& match : matches) {
            if (!mean.name.empty() && lowerCase(mean.name) != lowerCase(match.column->name))
                throw unclear(FUSIFORM_TR("core", "one condition; say --%1 PATTERN").arg(option),
                              FUSIFORM_TR("core", "%1 and %2 among the columns %3")
                                  .arg(mean.name)
                                  .arg(match.column->name));
            mean.name = match.column->name;
            mean.columns.push_back(match.column->index);
        }
        take(mean);
        return mean;
    }

    std::vector<SpmMean> test(const std::string& said)
    {
        // The most exact of those that fit as many columns as the widest.
        constexpr std::array kUsual
            = {"test_face_*", "test_face*", "testface_*", "testface*", "test_*", "test-*", "test*"};
        const std::size_t all = matching(kUsual.back()).size();
        std::string pattern = said;
        for (const char* usual : kUsual)
            if (pattern.empty() && all > 0 && matching(usual).size() == all)
                pattern = usual;
        std::map<std::string, SpmMean> byName;
        for (const Match& match : pattern.empty() ? std::vector<Match>() : matching(pattern)) {
            const std::string face
                = pattern.find('*') == std::string::npos ? match.column->name : match.at.text;
            SpmMean& mean = byName[face];
            mean.name = face;
            mean.columns.push_back(match.column->index);
        }
        if (byName.size() < 2)
            throw unclear(FUSIFORM_TR("core", "a condition for each of several test faces; say "
                                              "--test PATTERN with * for the face's name"),
                          FUSIFORM_TR("core", "%1 among the columns %2").arg(byName.size()));
        std::vector<SpmMean> faces;
        for (auto& [name, mean] : byName) {
            take(mean);
            faces.push_back(std::move(mean));
        }
        return faces;
    }

    std::filesystem::path m_file;
    std::vector<Column> m_columns;
    std::set<Index> m_taken;
    std::string m_owner; ///< what stands before the latents' names
};

} // namespace

SpmColumns sortColumns(const SpmModel& model, const SpmPatterns& patterns)
{
    // Of sets of other functions (Fourier, FIR) no single beta is the answer's size.
    if (!model.basis.empty() && !lowerCase(model.basis).starts_with("hrf"))
        throw badData(model.file, FUSIFORM_TR("core", "a model with SPM's response function (hrf)"),
                      FUSIFORM_TR("core", "%1").arg(model.basis));
    return Sorter(model).sort(patterns);
}

std::vector<std::vector<double>> valuesOfLatents(const SpmModel& model, const SpmColumns& columns)
{
    std::vector<std::vector<double>> all;
    for (const SpmMean& latent : columns.latents) {
        std::vector<double>& values = all.emplace_back();
        for (const Index column : latent.columns) {
            const std::string& name = model.columns[static_cast<std::size_t>(column)];
            const auto found = model.modulators.find(name.substr(0, name.rfind("*bf(")));
            if (found == model.modulators.end())
                return {};
            values.insert(values.end(), found->second.begin(), found->second.end());
        }
    }
    return all;
}

} // namespace fusiform::import
