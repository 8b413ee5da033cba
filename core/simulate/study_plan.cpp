// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/study_plan.h"

#include "core/simulate/formatted.h"
#include "core/util/error.h"

#include <array>

namespace fusiform::simulate {

namespace {

constexpr std::size_t kTestFaces = 20; // half of each sex, in two groups of ten
constexpr std::size_t kCandidates = 20;
constexpr int kTruncation = 3; // volumes
// Face runs a session of the four subjects of ds001761.
constexpr std::array<std::array<int, 8>, 4> kPaperRuns = {{{12, 14, 13, 13, 13, 14, 14, 14},
                                                           {11, 13, 12, 13, 12, 13, 13, 13},
                                                           {12, 11, 12, 12, 12, 13, 13, 13},
                                                           {12, 12, 12, 12, 12, 13, 13, 13}}};

/// Portraits of one sex in the order in which they are shown; beyond the last come variations.
class Deck {
public:
    Deck(const Portraits& portraits, bool isMale, Random& random)
    {
        for (std::size_t i = 0; i < portraits.files.size(); ++i)
            if (portraits.isMale[i] == isMale)
                m_order.push_back(i);
        random.shuffle(m_order);
    }
    [[nodiscard]] std::size_t size() const { return m_order.size(); }
    /// One that no later call gives again, in any variation.
    std::size_t drawForGood() { return m_order[m_reserved++]; }
    std::pair<std::size_t, int> draw()
    {
        const std::size_t left = m_order.size() - m_reserved;
        const std::size_t n = m_drawn++;
        return {m_order[m_reserved + n % left], static_cast<int>(n / left)};
    }

private:
    std::vector<std::size_t> m_order;
    std::size_t m_reserved = 0;
    std::size_t m_drawn = 0;
};

class Planner {
public:
    Planner(const StudyOptions& options, std::int64_t subject, const Portraits& portraits)
        : m_options(options),
          m_subject(subject),
          m_random(static_cast<std::uint64_t>(options.seed),
                   1000 + static_cast<std::uint64_t>(subject)),
          m_women(portraits, false, m_random),
          m_men(portraits, true, m_random)
    {
        constexpr std::size_t kLeast = kTestFaces + kCandidates + 100;
        if (m_women.size() < kLeast || m_men.size() < kLeast)
            throw usage(FUSIFORM_TR("core", "A study needs %1 portraits of each sex; there are %2 "
                                            "of women and %3 of men.")
                            .arg(kLeast)
                            .arg(m_women.size())
                            .arg(m_men.size()));
        m_number = static_cast<int>(9000 * (subject - 1));
    }

    SubjectPlan plan()
    {
        m_plan.label = formatted("sub-%02d", static_cast<int>(m_subject));
        m_plan.stimulusFolder = formatted("sub%02d", static_cast<int>(m_subject));
        for (std::size_t i = 0; i < kTestFaces; ++i) {
            const bool isMale = i % 2 == 1;
            m_plan.testFaces.push_back(reserve(isMale));
            m_testNames.push_back(nextName(isMale));
        }
        for (std::size_t i = 0; i < kCandidates; ++i)
            addCandidate(i % 2 == 1);
        m_plan.imagined = m_plan.imageryCandidates[m_random.below(kCandidates)];
        const int sessions = static_cast<int>(m_options.sessions);
        for (int session = 1; session <= sessions; ++session)
            addSession(session, sessions);
        truncateOne();
        return std::move(m_plan);
    }

private:
    std::size_t reserve(bool isMale)
    {
        m_plan.pictures.push_back({(isMale ? m_men : m_women).drawForGood(), 0, {}});
        return m_plan.pictures.size() - 1;
    }
    std::string nextName(bool isMale)
    {
        return formatted("%c%04d.jpg", isMale ? 'M' : 'F', ++m_number);
    }
    void addCandidate(bool isMale)
    {
        const std::size_t picture = reserve(isMale);
        m_plan.pictures[picture].paths.push_back(m_plan.stimulusFolder + "/imagery/"
                                                 + nextName(isMale));
        m_plan.imageryCandidates.push_back(picture);
    }

    int runsOf(int session) const
    {
        if (m_options.runs > 0)
            return static_cast<int>(m_options.runs);
        const std::size_t row = static_cast<std::size_t>(m_subject - 1) % kPaperRuns.size();
        return kPaperRuns[row][static_cast<std::size_t>(session - 1) % kPaperRuns[row].size()];
    }
    int localizersOf(int session) const
    {
        if (!m_options.isPaper())
            return 1;
        return session <= (m_subject == 1 ? 5 : 4) ? 2 : 0;
    }
    /// In ds001761 the first subject saw no test faces in the first two sessions.
    bool hasTestFaces(int session, int run) const
    {
        if (m_subject != 1)
            return true;
        return m_options.isPaper() ? session > 2 : session > 1 || run > 1;
    }

    void addSession(int session, int sessions)
    {
        const std::string name = formatted("ses-%02d", session);
        m_plan.sessions.push_back(name);
        // The second half of the sessions has imagery trials and longer runs for them.
        const bool hasImagery = 2 * session > sessions;
        double clock = 3600 * m_random.uniform(9, 16) + 400;
        const int runs = runsOf(session);
        const int localizers = localizersOf(session);
        for (int run = 1; run <= runs; ++run) {
            PlannedRun planned = makeRun(name, "faces", run);
            planned.volumes = planned.plannedVolumes = hasImagery ? 204 : 195;
            planned.clock = clock;
            planned.events = faceEvents(session, run, hasImagery);
            clock += 2 * planned.volumes + m_random.uniform(20, 90);
            m_plan.runs.push_back(std::move(planned));
        }
        for (int run = 1; run <= localizers; ++run) {
            PlannedRun planned = makeRun(name, "loc", run);
            planned.isLocalizer = true;
            planned.volumes = planned.plannedVolumes = 56;
            planned.clock = clock;
            planned.events = localizerEvents((session + run) % 2 == 0);
            clock += 2 * planned.volumes + m_random.uniform(20, 90);
            m_plan.runs.push_back(std::move(planned));
        }
    }
    PlannedRun makeRun(const std::string& session, const char* task, int number) const
    {
        PlannedRun run;
        run.session = session;
        run.number = number;
        run.name = m_plan.label + "_" + session + formatted("_task-%s_run-%02d", task, number);
        return run;
    }

    std::vector<PlannedEvent> faceEvents(int session, int run, bool hasImagery)
    {
        const int folder = nextFolder(session, run);
        const std::string prefix
            = m_plan.stimulusFolder + formatted(folder < 100 ? "/run%02d/" : "/run%d/", folder);
        const bool isOdd = folder % 2 == 1;
        std::vector<FaceTrial> faces;
        const bool withTests = hasTestFaces(session, run);
        for (int i = 0; i < (withTests ? 78 : 88); ++i)
            faces.push_back(trainingFace(i % 2 == 1, prefix));
        if (withTests)
            for (std::size_t i = 0; i < kTestFaces / 2; ++i)
                faces.push_back(testFace(isOdd ? i : kTestFaces / 2 + i, prefix));
        const ImageryPlace place = !hasImagery ? ImageryPlace::None
                                   : isOdd     ? ImageryPlace::End
                                               : ImageryPlace::Start;
        return faceRunEvents(faces, place, m_plan.imagined, m_random);
    }
    /// Folders are numbered as the runs were prepared; one was prepared and never scanned.
    int nextFolder(int session, int run)
    {
        if (session == static_cast<int>(m_options.sessions + 1) / 2
            && run == (runsOf(session) + 1) / 2)
            ++m_folder;
        return ++m_folder;
    }
    FaceTrial trainingFace(bool isMale, const std::string& prefix)
    {
        const std::string path = prefix + nextName(isMale);
        // One training file is a copy of a test face, as happens in ds001761.
        if (m_plan.leak.empty() && m_folder == 2) {
            m_plan.leak = path;
            const std::size_t picture = m_plan.testFaces[isMale ? 1 : 0];
            m_plan.pictures[picture].paths.push_back(path);
            return {picture, path, false};
        }
        const auto [portrait, variation] = (isMale ? m_men : m_women).draw();
        m_plan.pictures.push_back({portrait, variation, {path}});
        return {m_plan.pictures.size() - 1, path, false};
    }
    FaceTrial testFace(std::size_t index, const std::string& prefix)
    {
        const std::string path = prefix + m_testNames[index];
        m_plan.pictures[m_plan.testFaces[index]].paths.push_back(path);
        return {m_plan.testFaces[index], path, true};
    }

    /// The last run that ends with imagery, or else the last: some events end after its scan.
    void truncateOne()
    {
        PlannedRun* cut = nullptr;
        for (PlannedRun& run : m_plan.runs)
            if (!run.isLocalizer
                && (cut == nullptr || run.events.back().kind == EventKind::Imagery))
                cut = &run;
        cut->volumes -= kTruncation;
    }

    const StudyOptions& m_options;
    std::int64_t m_subject;
    Random m_random;
    Deck m_women;
    Deck m_men;
    int m_number = 0; // of the last picture named
    int m_folder = 0;
    std::vector<std::string> m_testNames;
    SubjectPlan m_plan;
};

} // namespace

SubjectPlan planSubject(const StudyOptions& options, std::int64_t subject,
                        const Portraits& portraits)
{
    StudyOptions filled = options;
    if (filled.sessions == 0)
        filled.sessions = options.isPaper() ? 8 : 2;
    if (filled.runs == 0 && !options.isPaper())
        filled.runs = 5;
    return Planner(filled, subject, portraits).plan();
}

} // namespace fusiform::simulate
