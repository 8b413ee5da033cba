// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/support/text.h"
#include "core/decode/decoder_inputs.h"
#include "core/decode/decoders.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace fusiform {

Session::Session(QObject* parent) : QObject(parent) { }

std::shared_ptr<const roi::Region> Session::activeRegion() const
{
    return document().activeRegion();
}

void Session::open(std::shared_ptr<const OpenedFit> opened)
{
    Document next;
    m_opened = std::move(opened);
    m_model = 0;
    m_cursor = {};
    const auto hasInputs = [this](const glm::ModelFit& model) {
        return decode::canHaveDecoderInputs(m_opened->fit, model);
    };
    if (decode::decoderNamed(m_decodeOptions.decoder).needsInputs()
        && !(m_opened && std::ranges::all_of(m_opened->fit.models, hasInputs)))
        m_decodeOptions.decoder = decode::DecodeOptions().decoder;
    if (m_opened && !m_opened->fit.models.empty()) {
        const glm::Fit& fit = m_opened->fit;
        for (roi::Region& region : roi::offeredRegions(fit, fit.models.front()))
            next.regions.push_back(std::make_shared<const roi::Region>(std::move(region)));
        next.thirds = roi::equalThirds(fit, fit.models.front());
        const image::VoxelSet& selected = fit.models.front().selected;
        m_cursor = roi::measure(selected.isEmpty() ? m_opened->inMask : selected, fit.grid).centre;
    }
    m_document = std::make_shared<const Document>(std::move(next));
    m_draft.reset();
    m_steps.clear();
    m_done = 0;
    note(FitChange | RegionChange | ModelChange | CursorChange);
}

void Session::showUnsealed(std::shared_ptr<const OpenedFit> opened)
{
    if (!m_opened || m_opened->fit.folder != opened->fit.folder)
        return;
    m_opened = std::move(opened);
    note(SealChange);
}

void Session::selectRegion(std::size_t region)
{
    if (region >= m_document->regions.size() || region == m_document->active)
        return;
    Document next = edited();
    next.active = region;
    commit(std::move(next), tr("Select %1").arg(regionTitle(*m_document->regions[region])));
}

std::string Session::uniqueName(const Document& document, const std::string& wanted)
{
    const auto isTaken = [&](const std::string& name) {
        return std::ranges::any_of(document.regions,
                                   [&](const auto& region) { return region->name == name; });
    };
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted + " " + std::to_string(number);
    return name;
}

void Session::addRegion(roi::Region region, const QString& actionName)
{
    Document next = edited();
    region.name = uniqueName(next, region.name);
    next.regions.push_back(std::make_shared<const roi::Region>(std::move(region)));
    next.active = next.regions.size() - 1;
    commit(std::move(next), actionName);
}

void Session::newRegion()
{
    if (!m_opened)
        return;
    constexpr std::array kColours = {roi::kOrange, roi::kSkyBlue, roi::kGreen, roi::kPurple};
    roi::Region region;
    region.name = tr("drawn").toStdString();
    region.colour = kColours[m_document->regions.size() % kColours.size()];
    region.voxels = image::VoxelSet(m_opened->fit.grid.shape);
    region.made = "brush";
    addRegion(std::move(region), tr("New region"));
}

void Session::addRegions(std::vector<roi::Region> regions, const QString& actionName)
{
    if (!m_opened || regions.empty())
        return;
    Document next = edited();
    next.active = next.regions.size();
    for (roi::Region& region : regions) {
        region.name = uniqueName(next, region.name);
        next.regions.push_back(std::make_shared<const roi::Region>(std::move(region)));
    }
    commit(std::move(next), actionName);
}

void Session::replaceRegion(roi::Region region, const QString& actionName, Merge merge)
{
    if (m_document->active >= m_document->regions.size()
        || m_document->activeRegion()->voxels == region.voxels)
        return;
    Document next = edited();
    next.regions[next.active] = std::make_shared<const roi::Region>(std::move(region));
    commit(std::move(next), actionName, merge);
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
    const image::VoxelSet changed = region.voxels.difference(m_document->activeRegion()->voxels);
    if (changed.isEmpty()) {
        note(RegionChange);
        return;
    }
    const image::Index count = changed.count();
    const QString number = QLocale().toString(static_cast<qlonglong>(count));
    //: steps of undo; %1 voxels, %2 a region
    const QString name
        = m_stroke == Paint::Add
              ? (count == 1 ? tr("Paint %1 voxel in %2") : tr("Paint %1 voxels in %2"))
              : (count == 1 ? tr("Erase %1 voxel in %2") : tr("Erase %1 voxels in %2"));
    commit(*draft, name.arg(number, regionTitle(region)));
}

void Session::cancelStroke()
{
    if (std::exchange(m_draft, nullptr))
        note(RegionChange);
}

void Session::changeRegion(std::size_t region, const QString& name,
                           const std::function<void(roi::Region&)>& change)
{
    if (region >= m_document->regions.size())
        return;
    Document next = edited();
    auto changed = std::make_shared<roi::Region>(*next.regions[region]);
    change(*changed);
    next.regions[region] = std::move(changed);
    commit(std::move(next), name);
}

void Session::setRegionLocked(std::size_t region, bool isLocked)
{
    if (region >= m_document->regions.size() || m_document->regions[region]->isLocked == isLocked)
        return;
    const QString title = regionTitle(*m_document->regions[region]);
    changeRegion(region, isLocked ? tr("Lock %1").arg(title) : tr("Unlock %1").arg(title),
                 [&](roi::Region& one) { one.isLocked = isLocked; });
}

void Session::setRegionHidden(std::size_t region, bool isHidden)
{
    if (region >= m_document->regions.size() || m_document->regions[region]->isHidden == isHidden)
        return;
    const QString title = regionTitle(*m_document->regions[region]);
    changeRegion(region, isHidden ? tr("Hide %1").arg(title) : tr("Show %1").arg(title),
                 [&](roi::Region& one) { one.isHidden = isHidden; });
}

void Session::setRegionColour(std::size_t region, const std::array<std::uint8_t, 3>& colour)
{
    if (region >= m_document->regions.size() || m_document->regions[region]->colour == colour)
        return;
    changeRegion(region, tr("Colour of %1").arg(regionTitle(*m_document->regions[region])),
                 [&](roi::Region& one) { one.colour = colour; });
}

void Session::moveThirds(const roi::ThirdsPlanes& planes)
{
    if (!m_opened || m_opened->fit.models.empty() || planes == m_document->thirds)
        return;
    Document next = edited();
    next.thirds = planes;
    // Regions are those of the first model, as they were when the fit was opened.
    for (roi::Region& third : roi::thirdsAt(m_opened->fit, m_opened->fit.models.front(), planes)) {
        third.isEditedWhileLooking = isWatching();
        const auto old = std::ranges::find_if(next.regions, [&](const auto& region) {
            return roi::thirdOf(*region) == roi::thirdOf(third);
        });
        if (old == next.regions.end()) {
            third.name = uniqueName(next, third.name);
            next.regions.push_back(std::make_shared<const roi::Region>(std::move(third)));
        } else if (!(*old)->isLocked) {
            third.name = (*old)->name;
            third.colour = (*old)->colour;
            *old = std::make_shared<const roi::Region>(std::move(third));
        }
    }
    commit(std::move(next), tr("Move the thirds"), Merge::WithLastOfSameName);
}

void Session::renameRegion(std::size_t region, const QString& name)
{
    const QString trimmed = name.trimmed();
    if (region >= m_document->regions.size() || trimmed.isEmpty()
        || trimmed == regionTitle(*m_document->regions[region]))
        return;
    const QString before = regionTitle(*m_document->regions[region]);
    changeRegion(region, tr("Rename %1").arg(before), [&](roi::Region& one) {
        one.name = uniqueName(*m_document, trimmed.toStdString());
    });
}

void Session::removeRegion(std::size_t region)
{
    if (region >= m_document->regions.size() || m_document->regions.size() == 1)
        return;
    const QString before = regionTitle(*m_document->regions[region]);
    Document next = edited();
    next.regions.erase(next.regions.begin() + static_cast<std::ptrdiff_t>(region));
    if (next.active > region || next.active == next.regions.size())
        --next.active;
    commit(std::move(next), tr("Remove %1").arg(before));
}

void Session::setModel(std::size_t model)
{
    if (model == m_model || !m_opened || model >= m_opened->fit.models.size())
        return;
    m_model = model;
    note(ModelChange);
}

void Session::setCursor(const image::MmPoint& cursor)
{
    if (cursor.at == m_cursor.at)
        return;
    m_cursor = cursor;
    note(CursorChange);
}

void Session::setLive(bool isLive)
{
    if (isLive == m_isLive)
        return;
    m_isLive = isLive;
    note(LiveChange);
}

void Session::setShownCodes(decode::ShownCodes shown)
{
    if (shown == m_shownCodes)
        return;
    m_shownCodes = shown;
    note(ShownCodesChange);
}

void Session::setDecodeOptions(const decode::DecodeOptions& options)
{
    if (options == m_decodeOptions)
        return;
    m_decodeOptions = options;
    note(DecoderChange);
}

/// What else is done during a stroke finishes it first.
Document Session::edited()
{
    finishStroke();
    return *m_document;
}

void Session::commit(Document next, const QString& name, Merge merge)
{
    auto after = std::make_shared<const Document>(std::move(next));
    m_steps.resize(m_done);
    const bool isMerged = merge == Merge::WithLastOfSameName && m_isGestureOpen && m_done > 0
                          && m_steps.back().name == name;
    if (isMerged)
        m_steps.back().after = after;
    else
        m_steps.push_back({name, m_document, after});
    m_done = m_steps.size();
    m_isGestureOpen = merge == Merge::WithLastOfSameName;
    m_document = std::move(after);
    note(RegionChange);
}

void Session::undo()
{
    finishStroke();
    if (m_done == 0)
        return;
    m_document = m_steps[--m_done].before;
    m_isGestureOpen = false;
    note(RegionChange);
}

void Session::redo()
{
    if (m_done == m_steps.size())
        return;
    m_document = m_steps[m_done++].after;
    m_isGestureOpen = false;
    note(RegionChange);
}

QString Session::undoName() const { return m_done > 0 ? m_steps[m_done - 1].name : QString(); }

QString Session::redoName() const
{
    return m_done < m_steps.size() ? m_steps[m_done].name : QString();
}

void Session::note(Changes changes)
{
    const bool isFirst = !m_pending;
    m_pending |= changes;
    if (!isFirst)
        return;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT changed(std::exchange(m_pending, Changes())); },
        Qt::QueuedConnection);
}

} // namespace fusiform
