// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_faces.h"

#include "widgets/controls/pictures.h"

#include <QFileInfo>

#include <algorithm>

namespace fusiform {

SlideFaces::SlideFaces(QObject* parent) : QObject(parent)
{
    connect(&m_pipeline, &LivePipeline::originalsRead, this, [this](const auto& originals) {
        m_originals.clear();
        for (const image::Picture& picture : *originals)
            m_originals.push_back(imageOf(picture));
    });
    connect(&m_pipeline, &LivePipeline::resultReady, this,
            [this](const auto& result) { take(*result); });
    connect(&m_pipeline, &LivePipeline::failed, this, [this](const QString& reason) {
        if (!m_wanted.empty())
            m_wanted.erase(m_wanted.begin());
        m_reading.reset();
        Q_EMIT failed(reason);
        readNext();
    });
}

void SlideFaces::setSource(std::shared_ptr<const OpenedFit> opened,
                           const decode::DecodeOptions& options, decode::ShownCodes shown)
{
    if (opened == m_opened && options == m_options && shown == m_shown)
        return;
    m_opened = std::move(opened);
    m_options = options;
    m_shown = shown;
    m_names.clear();
    m_originals.clear();
    m_read.clear();
    m_wanted.clear();
    m_reading.reset();
    ++m_generation; // nothing that is on its way is taken
    if (m_opened && !m_opened->faces.empty())
        for (const std::string& name : m_opened->faces.front().names)
            m_names.push_back(QFileInfo(QString::fromStdString(name)).completeBaseName());
}

const RegionFaces* SlideFaces::of(const std::shared_ptr<const roi::Region>& region)
{
    if (!region || region->voxels.isEmpty() || !m_opened || m_names.empty())
        return nullptr;
    const auto isIt = [&](const auto& one) { return one == region; };
    const auto found = std::ranges::find_if(m_read, isIt, &RegionFaces::region);
    if (found != m_read.end())
        return &*found;
    if (std::ranges::none_of(m_wanted, isIt)) {
        m_wanted.push_back(region);
        readNext();
    }
    return nullptr;
}

void SlideFaces::readNext()
{
    if (m_reading || m_wanted.empty())
        return;
    m_reading = RegionFaces{m_wanted.front(), {}};
    m_reading->rows.resize(m_opened->fit.models.size());
    LiveRequest request;
    request.opened = m_opened;
    request.region = m_wanted.front();
    request.options = m_options;
    request.shown = m_shown;
    m_generation = m_pipeline.decode(request);
}

void SlideFaces::take(const LiveResult& result)
{
    if (!m_reading || result.generation != m_generation || !result.hasAllFaces)
        return;
    m_reading->rows[result.model]
        = {QString::fromStdString(m_opened->fit.models[result.model].model.name), result.faces,
           result.decoded};
    if (std::ranges::any_of(m_reading->rows,
                            [](const RegionFaces::Row& row) { return row.faces.empty(); }))
        return;
    constexpr std::size_t kMostKept = 64;
    if (m_read.size() == kMostKept)
        m_read.erase(m_read.begin());
    m_read.push_back(*std::move(m_reading));
    m_reading.reset();
    m_wanted.erase(m_wanted.begin());
    Q_EMIT regionRead();
    readNext();
}

} // namespace fusiform
