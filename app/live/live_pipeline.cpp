// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/live_pipeline.h"

#include "app/support/text.h"
#include "core/face_model/codes_only_model.h"
#include "core/face_model/face_models.h"
#include "core/io/face_file.h"
#include "core/scores/recognition.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace fusiform {

using Clock = std::chrono::steady_clock;

LivePipeline::LivePipeline(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& token) { work(token); })
{
}

LivePipeline::~LivePipeline()
{
    m_passStop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

std::uint64_t LivePipeline::decode(std::shared_ptr<const OpenedFit> opened,
                                   std::shared_ptr<const roi::Region> region,
                                   decode::ShownCodes shown)
{
    m_passStop.request_stop();
    m_passStop = std::stop_source();
    ++m_generation;
    if (!std::exchange(m_isBusy, true))
        Q_EMIT busyChanged(true);
    m_mailbox.put(
        {m_generation, std::move(opened), std::move(region), shown, m_passStop.get_token()});
    return m_generation;
}

void LivePipeline::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const QString problem = problemOf([&] { pass(*input); });
        QMetaObject::invokeMethod(
            this, [this, problem, generation = input->generation] { end(generation, problem); },
            Qt::QueuedConnection);
    }
}

void LivePipeline::end(std::uint64_t generation, const QString& problem)
{
    if (generation != m_generation)
        return;
    m_isBusy = false;
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
    Q_EMIT busyChanged(false);
}

/// Numbers of every model first, then pictures: the numbers are there in a few milliseconds.
void LivePipeline::pass(const Input& input)
{
    Progress progress(input.token);
    readOriginals(input, progress);
    const glm::Fit& fit = input.opened->fit;
    const auto start = Clock::now();
    const auto elapsed
        = [&] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
    std::vector<LiveResult> results;
    for (const glm::ModelFit& model : fit.models) {
        LiveResult result;
        result.generation = input.generation;
        result.model = results.size();
        result.region = input.region;
        result.shown = input.shown;
        result.decoded = decode::decodeRegion(fit, model, input.region->voxels,
                                              input.opened->faces[result.model], {}, progress);
        if (!face_model::hasGenerator(model.model) && !result.decoded.warning)
            result.decoded.warning = face_model::withoutGenerator(model.model.name);
        result.ranks = scores::ranks(result.decoded.similarity);
        result.milliseconds = elapsed();
        results.push_back(result);
        publish(std::move(result));
    }
    for (LiveResult& result : results) {
        const glm::ModelFit& model = fit.models[result.model];
        result.faces = faceModel(model.modelFile)
                           .generate(decode::shownCodes(result.decoded.latents, model, input.shown),
                                     progress);
        result.milliseconds = elapsed();
        publish(std::move(result));
    }
}

void LivePipeline::readOriginals(const Input& input, Progress& progress)
{
    const auto& models = input.opened->fit.models;
    if (m_originalsOf == input.opened || models.empty())
        return;
    m_faceModels.clear();
    // An imported fit may have come without the pictures of its faces.
    std::vector<std::filesystem::path> files = input.opened->faces.front().pictures;
    if (std::ranges::any_of(files, [](const auto& file) { return file.empty(); }))
        files.clear();
    auto originals = std::make_shared<const std::vector<image::Picture>>(
        io::readFaces(files, {models.front().model.imageSize}, progress));
    m_originalsOf = input.opened;
    QMetaObject::invokeMethod(
        this, [this, originals] { Q_EMIT originalsRead(originals); }, Qt::QueuedConnection);
}

const face_model::FaceModel& LivePipeline::faceModel(const std::filesystem::path& file)
{
    auto& known = m_faceModels[file];
    if (!known)
        known = face_model::loadFaceModel(file);
    return *known;
}

void LivePipeline::publish(LiveResult result)
{
    auto shared = std::make_shared<const LiveResult>(std::move(result));
    QMetaObject::invokeMethod(
        this,
        [this, shared] {
            if (shared->generation == m_generation)
                Q_EMIT resultReady(shared);
        },
        Qt::QueuedConnection);
}

} // namespace fusiform
