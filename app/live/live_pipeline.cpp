// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/live_pipeline.h"

#include "app/support/text.h"
#include "core/face_model/codes_only_model.h"
#include "core/io/face_file.h"
#include "core/scores/recognition.h"
#include "widgets/controls/pictures.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace fusiform {

using Clock = std::chrono::steady_clock;

namespace {
// Architecture, section 4: 60 ms and one pass of about 40 ms stay inside the promised 100.
constexpr qint64 kLongestWaitMilliseconds = 60;
// Faces are made in portions, so that stale ones are left soon.
constexpr std::size_t kFacesAtOnce = 4;
// What is back sooner than this is not worth a sign that it is away.
constexpr int kLateMilliseconds = 200;
} // namespace

LivePipeline::LivePipeline(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& token) { work(token); })
{
    m_late.setSingleShot(true);
    m_late.setInterval(kLateMilliseconds);
    connect(&m_late, &QTimer::timeout, this, [this] { Q_EMIT lateChanged(true); });
}

LivePipeline::~LivePipeline()
{
    m_passStop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

std::uint64_t LivePipeline::decode(LiveRequest request)
{
    if (!m_sinceFace.isValid() || m_sinceFace.elapsed() < kLongestWaitMilliseconds)
        m_passStop.request_stop();
    m_passStop = std::stop_source();
    ++m_generation;
    if (!std::exchange(m_isBusy, true)) {
        m_late.start();
        Q_EMIT busyChanged(true);
    }
    m_mailbox.put({m_generation, std::move(request), m_passStop.get_token()});
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
    const bool wasLate = isLate();
    m_isBusy = false;
    m_late.stop();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
    Q_EMIT busyChanged(false);
    if (wasLate)
        Q_EMIT lateChanged(false);
}

/// What the eye rests on first: scores and one face of the wanted model.
void LivePipeline::pass(const Input& input)
{
    if (input.request.opened->fit.models.empty())
        return;
    Progress progress(input.token);
    prepare(input, progress);
    m_passStart = Clock::now();
    const std::size_t wanted = std::min(input.request.model, m_decoders.size() - 1);
    std::vector<std::size_t> order = {wanted};
    for (std::size_t model = 0; model < m_decoders.size(); ++model)
        if (model != wanted)
            order.push_back(model);

    std::vector<LiveResult> results;
    for (const std::size_t model : order) {
        LiveResult& result = results.emplace_back(scores(input, model, progress));
        publish(result);
        if (model == wanted) {
            const std::size_t last = result.faces.size() - 1;
            addFaces(result, input, std::min(input.request.focus, last), 1, progress);
            publish(result);
        }
        // A pass that a newer request did not stop has now given what it was left for.
        if (m_mailbox.isWaiting())
            return;
    }
    for (LiveResult& result : results) {
        for (std::size_t face = 0; face < result.faces.size(); face += kFacesAtOnce)
            addFaces(result, input, face, kFacesAtOnce, progress);
        result.hasAllFaces = true;
        publish(result);
    }
    for (LiveResult& result : results) {
        m_decoders[result.model].addCondition(result.decoded);
        publish(result);
    }
}

void LivePipeline::prepare(const Input& input, Progress& progress)
{
    const std::shared_ptr<const OpenedFit>& opened = input.request.opened;
    if (m_opened == opened)
        return;
    m_decoders.clear();
    m_opened.reset();
    m_faceModels.clear();
    // An imported fit may have come without the pictures of its faces.
    std::vector<std::filesystem::path> files = opened->faces.front().pictures;
    if (std::ranges::any_of(files, [](const auto& file) { return file.empty(); }))
        files.clear();
    const std::vector<glm::ModelFit>& models = opened->fit.models;
    auto originals = std::make_shared<const std::vector<image::Picture>>(
        io::readFaces(files, {models.front().model.imageSize}, progress));
    for (std::size_t model = 0; model < models.size(); ++model)
        m_decoders.emplace_back(opened->fit, models[model], opened->faces[model]);
    m_opened = opened;
    QMetaObject::invokeMethod(
        this, [this, originals] { Q_EMIT originalsRead(originals); }, Qt::QueuedConnection);
}

LiveResult LivePipeline::scores(const Input& input, std::size_t model, Progress& progress)
{
    const glm::ModelFit& modelFit = m_opened->fit.models[model];
    decode::RegionDecoder& decoder = m_decoders[model];
    if (decode::decoderNamed(input.request.options.decoder).needsInputs() && !decoder.hasInputs())
        decoder.setInputs(std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(m_opened->fit, modelFit, progress)));
    LiveResult result;
    result.generation = input.generation;
    result.model = model;
    result.region = input.request.region;
    result.shown = input.request.shown;
    result.decoded = decoder.decode(result.region->voxels, input.request.options, progress);
    if (!face_model::hasGenerator(modelFit.model) && !result.decoded.warning)
        result.decoded.warning = face_model::withoutGenerator(modelFit.model.name);
    result.ranks = scores::ranks(result.decoded.similarity);
    result.faces.resize(result.decoded.names.size());
    result.milliseconds
        = std::chrono::duration<double, std::milli>(Clock::now() - m_passStart).count();
    return result;
}

/// Those of `count` faces from `first` on that are not there yet.
void LivePipeline::addFaces(LiveResult& result, const Input& input, std::size_t first,
                            std::size_t count, Progress& progress)
{
    const glm::ModelFit& model = m_opened->fit.models[result.model];
    std::vector<Eigen::Index> missing;
    for (std::size_t face = first; face < std::min(first + count, result.faces.size()); ++face)
        if (result.faces[face].isNull())
            missing.push_back(static_cast<Eigen::Index>(face));
    if (missing.empty())
        return;
    const Eigen::MatrixXd codes = decode::shownCodes(result.decoded.latents(missing, Eigen::all),
                                                     model, input.request.shown);
    const std::vector<image::Picture> made = faceModel(model.modelFile).generate(codes, progress);
    for (std::size_t face = 0; face < made.size(); ++face)
        result.faces[static_cast<std::size_t>(missing[face])] = imageOf(made[face]);
}

const face_model::FaceModel& LivePipeline::faceModel(const std::filesystem::path& file)
{
    auto& known = m_faceModels[file];
    if (!known)
        known = m_shelf->take(file);
    return *known;
}

void LivePipeline::publish(const LiveResult& result)
{
    auto shared = std::make_shared<const LiveResult>(result);
    QMetaObject::invokeMethod(
        this,
        [this, shared] {
            if (shared->generation < m_shownGeneration)
                return;
            m_shownGeneration = shared->generation;
            if (shared->hasFace())
                m_sinceFace.start();
            Q_EMIT resultReady(shared);
        },
        Qt::QueuedConnection);
}

} // namespace fusiform
