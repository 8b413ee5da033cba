// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/run_decisions.h"

#include "core/util/error.h"
#include "core/util/json.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

namespace fusiform::preprocess {

namespace {

namespace fs = std::filesystem;

fs::path fileIn(const fs::path& folder) { return folder / "runs.json"; }

std::string loginName()
{
    const passwd* const user = getpwuid(geteuid());
    return user ? user->pw_name : std::to_string(geteuid());
}

Json jsonOf(const RunDecision& decision)
{
    return {{"run", decision.run},
            {"decision", decision.verdict == Verdict::Drop ? "drop" : "keep"},
            {"who", decision.who},
            {"when", decision.when},
            {"why", decision.why}};
}

RunDecision decisionOf(const Json& json)
{
    return {json.at("run").get<std::string>(),
            json.at("decision").get<std::string>() == "drop" ? Verdict::Drop : Verdict::Keep,
            json.value("who", ""), json.value("when", ""), json.value("why", "")};
}

} // namespace

std::vector<RunDecision> readRunDecisions(const fs::path& folder)
{
    std::vector<RunDecision> decisions;
    if (!fs::exists(fileIn(folder)))
        return decisions;
    const Json json = readJson(fileIn(folder));
    try {
        for (const Json& one : json.at("decisions"))
            decisions.push_back(decisionOf(one));
    } catch (const Json::exception& problem) {
        throw badData(fileIn(folder),
                      FUSIFORM_TR("core", "\"decisions\", each with a run and keep or drop"),
                      FUSIFORM_TR("core", "%1").arg(problem.what()));
    }
    return decisions;
}

void recordRunDecision(const fs::path& folder, RunDecision decision)
{
    if (decision.when.empty())
        decision.when = utcNow();
    if (decision.who.empty())
        decision.who = loginName();
    Json list = Json::array();
    for (const RunDecision& earlier : readRunDecisions(folder))
        list.push_back(jsonOf(earlier));
    list.push_back(jsonOf(decision));
    writeJson(fileIn(folder), {{"decisions", list}});
}

std::map<std::string, RunDecision> droppedRuns(const fs::path& folder)
{
    std::map<std::string, RunDecision> dropped;
    for (RunDecision& decision : readRunDecisions(folder)) {
        dropped.erase(decision.run);
        if (decision.verdict == Verdict::Drop)
            dropped.emplace(decision.run, std::move(decision));
    }
    return dropped;
}

void leaveOutDroppedRuns(bids::Subject& subject, const fs::path& studyRoot, Progress& progress)
{
    const auto dropped = droppedRuns(studyRoot / "derivatives" / "fusiform");
    std::erase_if(subject.faceRuns, [&](const bids::Run& run) {
        const auto found = dropped.find(run.name);
        if (found == dropped.end())
            return false;
        progress.note(FUSIFORM_TR("core", "%1 is left out, as %2 decided on %3: %4")
                          .arg(run.name)
                          .arg(found->second.who)
                          .arg(found->second.when)
                          .arg(found->second.why));
        return true;
    });
}

} // namespace fusiform::preprocess
