// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/leak_audit.h"

#include "core/bids/near_copies.h"
#include "core/util/hash.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <set>

namespace fusiform::bids {

namespace {

struct Stimuli {
    std::set<std::string> train;
    std::map<std::string, std::string> test; ///< stimulus -> identity
};

Stimuli stimuliOf(const std::vector<std::vector<Event>>& runs)
{
    Stimuli stimuli;
    for (const auto& events : runs)
        for (const Event& event : events) {
            if (event.kind == EventKind::TrainFace)
                stimuli.train.insert(event.stimulus);
            if (event.kind == EventKind::TestFace)
                stimuli.test[event.stimulus] = faceIdentity(event);
        }
    return stimuli;
}

void hashFiles(const Study& study, const Stimuli& stimuli, LeakAudit& audit, Progress& progress)
{
    std::vector<std::string> all(stimuli.train.begin(), stimuli.train.end());
    for (const auto& [stimulus, identity] : stimuli.test)
        all.push_back(stimulus);
    progress.begin(FUSIFORM_TR("core", "Comparing pictures by content"), all.size());
    std::vector<std::string> hashes(all.size());
    parallelFor(all.size(), [&](std::size_t i) {
        const auto file = stimulusFile(study, all[i]);
        if (fileState(file) == FileState::Present)
            hashes[i] = fileHash(file);
        progress.step();
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (hashes[i].empty())
            ++audit.unreadable;
        else
            audit.hashes[all[i]] = hashes[i];
    }
}

/// Contents with one of their stimuli.
using Contents = std::map<std::string, std::string>;

std::vector<std::filesystem::path> filesOfContents(const Study& study, const Contents& contents)
{
    std::vector<std::filesystem::path> files;
    for (const auto& [hash, stimulus] : contents)
        files.push_back(stimulusFile(study, stimulus));
    return files;
}

struct Copy {
    std::string testStimulus;
    LeakKind kind = LeakKind::Identical;
    double correlation = 1;
};

/// Which training contents are test pictures, by hash.
std::map<std::string, Copy> copiesOf(const Study& study, Contents train, const Contents& test,
                                     std::size_t& notDecoded, Progress& progress)
{
    std::map<std::string, Copy> copies;
    for (const auto& [hash, stimulus] : test)
        if (train.erase(hash) > 0)
            copies[hash] = {stimulus, LeakKind::Identical, 1};
    const NearCopies near
        = nearCopies(filesOfContents(study, train), filesOfContents(study, test), progress);
    notDecoded = near.notDecoded;
    for (const NearCopy& copy : near.copies)
        copies[std::next(train.begin(), static_cast<std::ptrdiff_t>(copy.file))->first]
            = {std::next(test.begin(), static_cast<std::ptrdiff_t>(copy.original))->second,
               LeakKind::NearlyIdentical, copy.correlation};
    return copies;
}

} // namespace

std::string nameOf(LeakKind kind)
{
    return kind == LeakKind::Identical ? "identical" : "nearly identical";
}

std::size_t LeakAudit::count(LeakKind kind) const
{
    return static_cast<std::size_t>(std::ranges::count(leaks, kind, &Leak::kind));
}

LeakAudit auditLeaks(const Study& study, const std::vector<std::vector<Event>>& runs,
                     Progress& progress)
{
    const Stimuli stimuli = stimuliOf(runs);
    LeakAudit audit;
    audit.trainFiles = stimuli.train.size();
    hashFiles(study, stimuli, audit, progress);

    Contents train;
    Contents test;
    std::map<std::string, std::size_t> stored;
    for (const std::string& stimulus : stimuli.train)
        if (const auto hash = audit.hashes.find(stimulus); hash != audit.hashes.end()) {
            train.try_emplace(hash->second, stimulus);
            ++stored[hash->second];
        }
    for (const auto& [stimulus, identity] : stimuli.test)
        if (const auto hash = audit.hashes.find(stimulus); hash != audit.hashes.end())
            test.try_emplace(hash->second, stimulus);
    audit.trainContents = train.size();
    for (const auto& [hash, count] : stored)
        audit.duplicatedContents += count > 1;

    const std::map<std::string, Copy> copies
        = copiesOf(study, std::move(train), test, audit.notDecoded, progress);
    for (const std::string& stimulus : stimuli.train) {
        const auto hash = audit.hashes.find(stimulus);
        const auto copy = hash == audit.hashes.end() ? copies.end() : copies.find(hash->second);
        if (copy != copies.end())
            audit.leaks.push_back({stimulus, copy->second.testStimulus,
                                   stimuli.test.at(copy->second.testStimulus), hash->second,
                                   copy->second.kind, copy->second.correlation});
    }
    return audit;
}

} // namespace fusiform::bids
