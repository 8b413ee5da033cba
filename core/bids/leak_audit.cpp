// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/leak_audit.h"

#include "core/util/hash.h"
#include "core/util/parallel.h"

#include <set>

namespace fusiform::bids {

LeakAudit auditLeaks(const Study& study, const std::vector<std::vector<Event>>& runs,
                     Progress& progress)
{
    std::set<std::string> train;
    std::map<std::string, std::string> test; // stimulus -> identity
    for (const auto& events : runs) {
        for (const Event& event : events) {
            if (event.kind == EventKind::TrainFace)
                train.insert(event.stimulus);
            if (event.kind == EventKind::TestFace)
                test[event.stimulus] = faceIdentity(event);
        }
    }
    std::vector<std::string> all(train.begin(), train.end());
    for (const auto& [stimulus, identity] : test)
        all.push_back(stimulus);

    progress.begin(FUSIFORM_TR("core", "Comparing pictures by content"), all.size());
    std::vector<std::string> hashes(all.size());
    parallelFor(all.size(), [&](std::size_t i) {
        const auto file = stimulusFile(study, all[i]);
        if (fileState(file) == FileState::Present)
            hashes[i] = fileHash(file);
        progress.step();
    });

    LeakAudit audit;
    audit.trainFiles = train.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (hashes[i].empty())
            ++audit.unreadable;
        else
            audit.hashes[all[i]] = hashes[i];
    }
    std::map<std::string, std::string> testByHash;
    for (const auto& [stimulus, identity] : test)
        if (const auto hash = audit.hashes.find(stimulus); hash != audit.hashes.end())
            testByHash[hash->second] = identity;
    std::map<std::string, std::size_t> trainByHash;
    for (const std::string& stimulus : train) {
        const auto hash = audit.hashes.find(stimulus);
        if (hash == audit.hashes.end())
            continue;
        ++trainByHash[hash->second];
        if (const auto leak = testByHash.find(hash->second); leak != testByHash.end())
            audit.leaks.push_back({stimulus, leak->second, hash->second});
    }
    audit.trainContents = trainByHash.size();
    for (const auto& [hash, count] : trainByHash)
        audit.duplicatedContents += count > 1;
    return audit;
}

} // namespace fusiform::bids
