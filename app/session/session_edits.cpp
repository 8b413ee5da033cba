// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with regions, as commands.
#include "app/session/session.h"

#include "app/support/text.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace fusiform {

namespace {

std::vector<std::string> namesIn(const Document& document)
{
    std::vector<std::string> names;
    for (const auto& region : document.regions)
        names.push_back(region->name);
    return names;
}

std::string uniqueName(const std::vector<std::string>& taken, const std::string& wanted)
{
    std::string name = wanted;
    for (int number = 2; std::ranges::count(taken, name) > 0; ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

image::Index voxelCount(const journal::VoxelEdit& edit)
{
    image::Index count = 0;
    for (const journal::Runs* const runs : {&edit.added, &edit.removed})
        for (const journal::Run& run : *runs)
            count += run.count;
    return count;
}

} // namespace

void Session::selectRegion(std::size_t region)
{
    finishStroke();
    const roi::Region* const selected = regionAt(region);
    if (selected && region != committed().active)
        commit(journal::SelectRegion{region}, tr("Select %1").arg(regionTitle(*selected)));
}

void Session::addRegion(roi::Region region, const QString& actionName)
{
    std::vector<roi::Region> regions;
    regions.push_back(std::move(region));
    addRegions(std::move(regions), actionName);
}

void Session::newRegion()
{
    if (!m_opened)
        return;
    constexpr std::array kColours = {roi::kOrange, roi::kSkyBlue, roi::kGreen, roi::kPurple};
    roi::Region region;
    region.name = tr("drawn").toStdString();
    region.colour = kColours[committed().regions.size() % kColours.size()];
    region.voxels = image::VoxelSet(m_opened->fit.grid.shape);
    region.made = "brush";
    addRegion(std::move(region), tr("New region"));
}

void Session::addRegions(std::vector<roi::Region> regions, const QString& actionName)
{
    finishStroke();
    if (!m_opened || regions.empty())
        return;
    std::vector<std::string> taken = namesIn(committed());
    for (roi::Region& region : regions) {
        region.name = uniqueName(taken, region.name);
        taken.push_back(region.name);
    }
    commit(journal::AddRegions{std::move(regions)}, actionName);
}

void Session::replaceRegion(roi::Region region, const QString& actionName, Merge merge)
{
    finishStroke();
    const std::size_t active = committed().active;
    const roi::Region* const before = regionAt(active);
    if (!before || before->voxels == region.voxels)
        return;
    guarded([&] {
        const auto base = m_journal->base(actionName.toStdString(), merge);
        commit(journal::replacement(active, *base->regions[active], region), actionName, merge);
    });
}

bool Session::isWatching() const
{
    // With the seal open the faces were seen, whether they still follow or not.
    return m_isLive || (m_opened && m_opened->isSealOpen);
}

void Session::shapeRegion(roi::Region region, const QString& addName, const QString& moveName)
{
    if (region.voxels.isEmpty())
        return;
    const auto wayOf
        = [](const roi::Region& one) { return one.made.substr(0, one.made.find(' ')); };
    const auto active = activeRegion();
    if (active && !active->isLocked && wayOf(*active) == wayOf(region)) {
        region.name = active->name;
        region.colour = active->colour;
        replaceRegion(std::move(region), moveName, Merge::WithLastOfSameName);
    } else {
        addRegion(std::move(region), addName);
    }
}

void Session::paint(const image::VoxelSet& dab, Paint how)
{
    const auto before = activeRegion();
    if (!before || before->isLocked || dab.shape() != before->voxels.shape())
        return;
    m_stroke = how;
    roi::Region region = *before;
    bool isChanged = false;
    const image::Grid& grid = m_opened->fit.grid;
    for (const image::Index index : dab.indices()) {
        const image::Voxel voxel = grid.voxel(index);
        isChanged |= how == Paint::Add ? region.voxels.insert(voxel) : region.voxels.erase(voxel);
    }
    if (!isChanged)
        return;
    region.isEditedWhileLooking = region.isEditedWhileLooking || isWatching();
    constexpr const char* kBrush = "brush";
    if (!region.made.starts_with(kBrush))
        region.made = region.made.empty() ? kBrush : std::string(kBrush) + " on " + region.made;
    Document next = document();
    next.regions[next.active] = std::make_shared<const roi::Region>(std::move(region));
    m_draft = std::make_shared<const Document>(std::move(next));
    note(RegionChange);
}

void Session::finishStroke()
{
    const auto draft = std::exchange(m_draft, nullptr);
    if (!draft)
        return;
    const roi::Region& region = *draft->activeRegion();
    journal::PaintVoxels stroke{
        draft->active,
        journal::VoxelEdit::between(committed().activeRegion()->voxels, region.voxels), region.made,
        region.isEditedWhileLooking};
    const image::Index count = voxelCount(stroke.voxels);
    if (count == 0) {
        note(RegionChange);
        return;
    }
    const QString number = QLocale().toString(static_cast<qlonglong>(count));
    //: steps of undo; %1 voxels, %2 a region
    const QString name
        = m_stroke == Paint::Add
              ? (count == 1 ? tr("Paint %1 voxel in %2") : tr("Paint %1 voxels in %2"))
              : (count == 1 ? tr("Erase %1 voxel in %2") : tr("Erase %1 voxels in %2"));
    commit(std::move(stroke), name.arg(number, regionTitle(region)));
}

void Session::cancelStroke()
{
    if (std::exchange(m_draft, nullptr))
        note(RegionChange);
}

void Session::setRegionLocked(std::size_t region, bool isLocked)
{
    finishStroke();
    const roi::Region* const changed = regionAt(region);
    if (!changed || changed->isLocked == isLocked)
        return;
    const QString title = regionTitle(*changed);
    commit(journal::LockRegion{region, isLocked},
           isLocked ? tr("Lock %1").arg(title) : tr("Unlock %1").arg(title));
}

void Session::setRegionHidden(std::size_t region, bool isHidden)
{
    finishStroke();
    const roi::Region* const changed = regionAt(region);
    if (!changed || changed->isHidden == isHidden)
        return;
    const QString title = regionTitle(*changed);
    commit(journal::HideRegion{region, isHidden},
           isHidden ? tr("Hide %1").arg(title) : tr("Show %1").arg(title));
}

void Session::setRegionColour(std::size_t region, const std::array<std::uint8_t, 3>& colour)
{
    finishStroke();
    const roi::Region* const changed = regionAt(region);
    if (changed && changed->colour != colour)
        commit(journal::ColourRegion{region, colour},
               tr("Colour of %1").arg(regionTitle(*changed)));
}

void Session::moveThirds(const roi::ThirdsPlanes& planes)
{
    finishStroke();
    if (!m_opened || m_opened->fit.models.empty() || planes == committed().thirds)
        return;
    const QString name = tr("Move the thirds");
    guarded([&] {
        const auto base = m_journal->base(name.toStdString(), Merge::WithLastOfSameName);
        commit(thirdsMoved(*base, planes), name, Merge::WithLastOfSameName);
    });
}

journal::MoveThirds Session::thirdsMoved(const Document& base,
                                         const roi::ThirdsPlanes& planes) const
{
    journal::MoveThirds command{planes, {}, {}};
    std::vector<std::string> taken = namesIn(base);
    // Regions are those of the first model, as they were when the fit was opened.
    for (roi::Region& third : roi::thirdsAt(m_opened->fit, m_opened->fit.models.front(), planes)) {
        third.isEditedWhileLooking = isWatching();
        const auto old = std::ranges::find_if(base.regions, [&](const auto& region) {
            return roi::thirdOf(*region) == roi::thirdOf(third);
        });
        if (old == base.regions.end()) {
            third.name = uniqueName(taken, third.name);
            taken.push_back(third.name);
            command.added.push_back(std::move(third));
        } else if (!(*old)->isLocked) {
            third.name = (*old)->name;
            third.colour = (*old)->colour;
            command.moved.push_back(journal::replacement(
                static_cast<std::size_t>(old - base.regions.begin()), **old, third));
        }
    }
    return command;
}

void Session::renameRegion(std::size_t region, const QString& name)
{
    finishStroke();
    const QString trimmed = name.trimmed();
    const roi::Region* const changed = regionAt(region);
    if (!changed || trimmed.isEmpty() || trimmed == regionTitle(*changed))
        return;
    commit(journal::RenameRegion{region, uniqueName(namesIn(committed()), trimmed.toStdString())},
           tr("Rename %1").arg(regionTitle(*changed)));
}

void Session::removeRegion(std::size_t region)
{
    finishStroke();
    const roi::Region* const removed = regionAt(region);
    if (removed && committed().regions.size() > 1)
        commit(journal::RemoveRegion{region}, tr("Remove %1").arg(regionTitle(*removed)));
}

} // namespace fusiform
