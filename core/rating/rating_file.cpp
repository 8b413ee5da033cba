// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_file.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "core/util/random.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <unistd.h>

namespace fusiform::rating {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPlanFile = "plan.json";
constexpr const char* kRatingsFile = "ratings.tsv";
constexpr std::string_view kHeader = "time\trater\ttrial\tsubject\tface\tleft_model\tright_model"
                                     "\tchosen_model\tseconds\tkind\tflag\n";
constexpr int kFormat = 1; ///< of plan.json
constexpr std::array<std::string_view, 3> kKindNames = {"test", "practice", "taken_back"};

std::string lineOf(const Rating& rating)
{
    std::string line = rating.time;
    for (const std::string& cell :
         {rating.rater, std::to_string(rating.trial), rating.pair.subject, rating.pair.face,
          rating.left, rating.right, rating.chosen, numberText(rating.seconds),
          std::string(kKindNames[static_cast<std::size_t>(rating.kind)]),
          std::string(rating.isFast() ? "fast" : "n/a")})
        line += '\t' + cell;
    return line + '\n';
}

Json jsonOf(const PlanRecord& record)
{
    Json pairs = Json::array();
    for (const Pair& pair : record.plan.pairs)
        pairs.push_back({{"subject", pair.subject}, {"face", pair.face}});
    const Quotas& quotas = record.plan.quotas;
    return {{"format", kFormat},
            {"models", record.plan.models},
            {"region", record.region},
            {"fits", record.fits},
            {"quotas",
             {{"ratings_a_pair", quotas.ratings},
              {"raters", quotas.raters},
              {"raters_in_each_order", quotas.eachOrder}}},
            {"seed", record.plan.seed},
            {"pictures_sha256", record.picturesHash},
            {"program", record.program},
            {"created", record.created},
            {"pairs", std::move(pairs)}};
}

PlanRecord planFrom(const Json& json)
{
    PlanRecord record;
    record.plan.models = json.at("models").get<std::array<std::string, 2>>();
    record.region = json.at("region").get<std::string>();
    record.fits = json.at("fits").get<std::vector<std::string>>();
    const Json& quotas = json.at("quotas");
    record.plan.quotas = {quotas.at("ratings_a_pair").get<int>(), quotas.at("raters").get<int>(),
                          quotas.at("raters_in_each_order").get<int>()};
    record.plan.seed = json.at("seed").get<std::uint64_t>();
    record.picturesHash = json.at("pictures_sha256").get<std::string>();
    record.program = json.at("program").get<std::string>();
    record.created = json.at("created").get<std::string>();
    for (const Json& pair : json.at("pairs"))
        record.plan.pairs.push_back(
            {pair.at("subject").get<std::string>(), pair.at("face").get<std::string>()});
    return record;
}

PlanRecord readPlan(const fs::path& file)
{
    const Json json = readJson(file);
    try {
        if (json.at("format").get<int>() != kFormat)
            throw badData(file, FUSIFORM_TR("core", "a rating plan of format %1").arg(kFormat),
                          FUSIFORM_TR("core", "format %1").arg(json.at("format").get<int>()));
        PlanRecord record = planFrom(json);
        checkPlan(record.plan);
        return record;
    } catch (const Json::exception& error) {
        throw badData(file, FUSIFORM_TR("core", "a rating plan"),
                      FUSIFORM_TR("core", "something else (%1)").arg(error.what()));
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Usage)
            throw;
        throw badData(file, FUSIFORM_TR("core", "a rating plan"), error.message());
    }
}

/// What a line says, held against the plan.
class LineReader {
public:
    LineReader(const Plan& plan, const Tsv& table)
        : m_plan(plan), m_table(table), m_pairs(plan.pairs.begin(), plan.pairs.end())
    {
        for (const std::string_view name : splitText(trimmed(kHeader), '\t'))
            m_columns.push_back(table.requiredColumn({name}));
    }
    [[nodiscard]] Rating at(std::size_t row) const
    {
        const auto cell = [&](std::size_t column) { return m_table.rows[row][m_columns[column]]; };
        Rating rating;
        rating.time = cell(0);
        rating.rater = cell(1);
        rating.trial = static_cast<long>(m_table.number(row, m_columns[2]));
        rating.pair = {cell(3), cell(4)};
        rating.left = cell(5);
        rating.right = cell(6);
        rating.chosen = cell(7);
        rating.seconds = m_table.number(row, m_columns[8]);
        const auto kind = std::ranges::find(kKindNames, cell(9));
        if (kind == kKindNames.end())
            throw wrong(row, cell(9));
        rating.kind = static_cast<RatingKind>(kind - kKindNames.begin());
        check(row, rating);
        return rating;
    }

private:
    [[nodiscard]] Error wrong(std::size_t row, const std::string& what) const
    {
        return badData(m_table.file, FUSIFORM_TR("core", "a rating of the plan beside it"),
                       FUSIFORM_TR("core", "\"%1\" in line %2").arg(what).arg(row + 2));
    }
    void check(std::size_t row, const Rating& rating) const
    {
        if (rating.chosen != rating.left && rating.chosen != rating.right)
            throw wrong(row, rating.chosen);
        if (rating.kind == RatingKind::Practice)
            return;
        if (!m_pairs.contains(rating.pair))
            throw wrong(row, rating.pair.face);
        const auto& models = m_plan.models;
        const bool isFirstLeft = rating.left == models[0] && rating.right == models[1];
        const bool isSecondLeft = rating.left == models[1] && rating.right == models[0];
        if (!isFirstLeft && !isSecondLeft)
            throw wrong(row, rating.left);
    }

    const Plan& m_plan;
    const Tsv& m_table;
    std::set<Pair> m_pairs;
    std::vector<std::size_t> m_columns;
};

std::int64_t wholeLines(std::string_view text)
{
    return static_cast<std::int64_t>(text.rfind('\n') + 1); // npos + 1 is 0
}

} // namespace

bool isRatingFolder(const fs::path& folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / kPlanFile, error);
}

void writeRatingFolder(const fs::path& folder, const PlanRecord& plan)
{
    checkPlan(plan.plan);
    std::error_code error;
    const fs::path ratings = folder / kRatingsFile;
    const bool hasRatings
        = fs::is_regular_file(ratings, error) && fs::file_size(ratings, error) > kHeader.size();
    if (isRatingFolder(folder) || hasRatings)
        throw usage(FUSIFORM_TR("core", "%1 holds ratings already; they are not replaced.")
                        .arg(folder.string()));
    // The plan last: a folder with a plan is whole.
    writeFileAtomically(ratings, kHeader);
    writeJson(folder / kPlanFile, jsonOf(plan));
}

RatingRecord readRatingFolder(const fs::path& folder)
{
    RatingRecord record;
    record.plan = readPlan(folder / kPlanFile);
    const fs::path file = folder / kRatingsFile;
    const std::string text = readTextFile(file);
    const auto whole = static_cast<std::size_t>(wholeLines(text));
    if (whole < text.size())
        record.warnings.push_back(
            FUSIFORM_TR("core", "The last line of %1 was cut off; it does not count.")
                .arg(file.string()));
    const Tsv table = parseTsv(std::string_view(text).substr(0, whole), file);
    const LineReader reader(record.plan.plan, table);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        record.lines.push_back(reader.at(row));
    return record;
}

RatingWriter::RatingWriter(const fs::path& folder) : m_file(folder / kRatingsFile)
{
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
    if (m_descriptor < 0)
        throw systemFailure(m_file, errno);
    try {
        // The kernel lets go of the lock when the program ends, however it ends.
        if (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
            throw errno == EWOULDBLOCK ? failure(
                FUSIFORM_TR("core", "%1: another program writes it.").arg(m_file.string()))
                                       : systemFailure(m_file, errno);
        m_size = wholeLines(readTextFile(m_file));
        if (::ftruncate(m_descriptor, m_size) != 0)
            throw systemFailure(m_file, errno);
    } catch (...) {
        ::close(m_descriptor);
        throw;
    }
}

RatingWriter::~RatingWriter() { ::close(m_descriptor); }

void RatingWriter::append(const Rating& rating)
{
    const std::string line = lineOf(rating);
    std::string_view rest = line;
    int reason = 0;
    while (!rest.empty() && reason == 0) {
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count >= 0)
            rest.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            reason = errno;
    }
    if (reason == 0 && ::fdatasync(m_descriptor) != 0)
        reason = errno;
    if (reason != 0) {
        // Half a line would be taken for a whole one as soon as another follows. Should this fail
        // too, reading and the next writer still drop it.
        [[maybe_unused]] const int ignored = ::ftruncate(m_descriptor, m_size);
        throw systemFailure(m_file, reason);
    }
    m_size += static_cast<std::int64_t>(line.size());
}

std::string raterCode(std::string_view text)
{
    std::string code(trimmed(text));
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || c == '-' || c == '_';
    };
    constexpr std::size_t kLongest = 24;
    if (code.empty() || code.size() > kLongest || !std::ranges::all_of(code, isPlain))
        throw usage(FUSIFORM_TR("core", "A rater's code has 1 to %1 letters, digits, hyphens or "
                                        "underscores.")
                        .arg(kLongest));
    for (char& c : code)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return code;
}

std::string newRaterCode(std::span<const Rating> lines, std::uint64_t seed)
{
    constexpr std::string_view kLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    Random random(seed);
    while (true) {
        std::string code = "R-";
        for (int i = 0; i < 4; ++i)
            code += kLetters[random.below(kLetters.size())];
        if (std::ranges::find(lines, code, &Rating::rater) == lines.end())
            return code;
    }
}

} // namespace fusiform::rating
