// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/training_check.h"

#include "app/support/text.h"

#include <chrono>
#include <utility>

namespace fusiform {

TrainingCheck::TrainingCheck(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& token) { work(token); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this,
            [this] { put(std::exchange(m_waiting, {}), Wanted::Score); });
}

TrainingCheck::~TrainingCheck()
{
    m_stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void TrainingCheck::check(TrainingCheckRequest request)
{
    // What runs is of an older region, and would take the processor from the live faces.
    m_stop.request_stop();
    m_waiting = std::move(request);
    m_rest.start();
}

void TrainingCheck::chooseRidge(TrainingCheckRequest request)
{
    m_rest.stop();
    put(std::move(request), Wanted::Ridge);
}

void TrainingCheck::cancel()
{
    m_rest.stop();
    m_stop.request_stop();
    ++m_generation;
}

void TrainingCheck::put(TrainingCheckRequest request, Wanted wanted)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    Q_EMIT started();
    m_mailbox.put({std::move(request), wanted, ++m_generation, m_stop.get_token()});
}

void TrainingCheck::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const QString problem = problemOf([&] { pass(*input); });
        if (!problem.isEmpty())
            answer(input->generation, [this, problem] { Q_EMIT failed(problem); });
    }
}

/// Answers to older requests are dropped.
void TrainingCheck::answer(std::uint64_t generation, const std::function<void()>& emitIt)
{
    QMetaObject::invokeMethod(
        this,
        [this, generation, emitIt] {
            if (generation == m_generation)
                emitIt();
        },
        Qt::QueuedConnection);
}

TrainingCheck::Prepared& TrainingCheck::prepared(const TrainingCheckRequest& request,
                                                 Progress& progress)
{
    const glm::Fit& fit = request.opened->fit;
    const glm::ModelFit& model = fit.models[request.model];
    if (m_folder != fit.folder) {
        m_prepared.clear();
        m_folder = fit.folder;
    }
    auto found = m_prepared.find(request.model);
    if (found == m_prepared.end()) {
        decode::TrainingFolds folds = decode::makeTrainingFolds(fit, model, progress);
        found = m_prepared.try_emplace(request.model).first;
        found->second.folds = std::move(folds);
    }
    Prepared& prepared = found->second;
    const bool needsInputs = decode::decoderNamed(request.options.decoder).needsInputs();
    if (!prepared.scorer || (needsInputs && !prepared.hasInputs)) {
        std::shared_ptr<const decode::DecoderInputs> inputs;
        if (needsInputs)
            inputs = std::make_shared<const decode::DecoderInputs>(
                decode::decoderInputs(fit, model, progress));
        prepared.scorer = std::make_unique<decode::TrainingScorer>(prepared.folds, fit, inputs);
        prepared.hasInputs = needsInputs;
    }
    return prepared;
}

void TrainingCheck::pass(const Input& input)
{
    Progress progress(input.token);
    progress.checkpoint();
    Prepared& ready = prepared(input.request, progress);
    const auto start = std::chrono::steady_clock::now();
    const decode::VoxelChoice choice = decode::choiceOf(*input.request.region);
    const image::VoxelSet& voxels = input.request.region->voxels;
    if (input.wanted == Wanted::Ridge) {
        const double strength
            = ready.scorer->chooseRidge(voxels, choice, input.request.options, progress);
        answer(input.generation, [this, strength] { Q_EMIT ridgeChosen(strength); });
        return;
    }
    auto result = std::make_shared<TrainingCheckResult>();
    result->request = input.request;
    result->score = ready.scorer->score(voxels, choice, input.request.options, progress);
    result->unit = ready.folds.unit;
    result->seconds
        = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    answer(input.generation, [this, result] { Q_EMIT checked(result); });
}

} // namespace fusiform
