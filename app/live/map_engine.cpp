// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/map_engine.h"

#include "app/support/text.h"
#include "core/stats/fdr.h"
#include "core/task/voxel_maps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform {

namespace {

constexpr double kFdrLevel = 0.05;

/// The least size among the values that the false discovery rate calls.
std::optional<double> leastCalled(const task::VoxelMap& map)
{
    const auto p = stats::fdrThreshold(map.p, kFdrLevel, stats::FdrProcedure::BenjaminiHochberg);
    if (!p)
        return std::nullopt;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t v = 0; v < map.p.size(); ++v)
        if (map.p[v] <= *p)
            least = std::min(least, std::abs(static_cast<double>(map.values[v])));
    return least;
}

} // namespace

MapEngine::MapEngine(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& token) { work(token); })
{
}

MapEngine::~MapEngine()
{
    m_passStop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void MapEngine::make(MapRequest request)
{
    m_mailbox.put({std::move(request), m_passStop.get_token()});
}

void MapEngine::interrupt()
{
    m_passStop.request_stop();
    m_passStop = std::stop_source();
}

void MapEngine::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const auto made = pass(*input);
        if (!input->token.stop_requested())
            QMetaObject::invokeMethod(
                this, [this, made] { Q_EMIT mapMade(made); }, Qt::QueuedConnection);
    }
}

/// A map is finished even if a newer wish waits: while a region changes, its evidence follows.
std::shared_ptr<const MadeMap> MapEngine::pass(const Input& input)
{
    const MapRequest& request = input.request;
    if (m_opened != request.opened) {
        m_mappers.clear();
        m_opened = request.opened;
    }
    auto made = std::make_shared<MadeMap>();
    made->request = request;
    Progress progress(input.token);
    made->problem = problemOf([&] { addValues(*made, progress); });
    return made;
}

void MapEngine::addValues(MadeMap& made, Progress& progress)
{
    const MapRequest& request = made.request;
    const glm::Fit& fit = m_opened->fit;
    const glm::ModelFit& model = fit.models[request.model];
    task::VoxelMap map;
    switch (request.kind) {
    case MapKind::Faces: map = task::facesVoxels(fit); break;
    case MapKind::Gain: map = task::gainVoxels(model); break;
    case MapKind::Evidence: map.values = evidence(made, progress); break;
    case MapKind::Attribute: map = task::attributeVoxels(model, request.axis, progress); break;
    case MapKind::Similarity:
        map = task::similarVoxels(model, model.exploration.codes.row(request.face).transpose(),
                                  progress);
        break;
    case MapKind::Reliability:
        map = task::storedMap(fit, model, task::StoredMap::Reliability);
        break;
    case MapKind::NoiseCeiling:
        map = task::storedMap(fit, model, task::StoredMap::NoiseCeiling);
        break;
    case MapKind::Searchlight: return; // a job makes it
    }
    made.hasP = !map.p.empty();
    if (made.hasP)
        made.fdrThreshold = leastCalled(map);
    made.values = std::make_shared<const image::Volume>(fit.volumeOf(map.values));
}

std::vector<float> MapEngine::evidence(MadeMap& made, Progress& progress)
{
    const MapRequest& request = made.request;
    const glm::Fit& fit = m_opened->fit;
    const glm::ModelFit& model = fit.models[request.model];
    decode::EvidenceMapper& mapper
        = m_mappers.try_emplace(request.model, fit, model, model.exploration).first->second;
    if (decode::decoderNamed(request.options.decoder).needsInputs() && !mapper.hasInputs())
        mapper.setInputs(std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(fit, model, progress)));
    const decode::Evidence evidence
        = mapper.of(request.region->voxels, {request.face, request.face, request.over},
                    request.options, progress);
    made.decision = evidence.decision;
    std::vector<float> values(fit.voxels.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t v = 0; v < evidence.positions.size(); ++v)
        values[static_cast<std::size_t>(evidence.positions[v])]
            = static_cast<float>(evidence.contributions[static_cast<Eigen::Index>(v)]);
    return values;
}

} // namespace fusiform
