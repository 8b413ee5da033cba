// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/preference_engine.h"

#include "app/support/text.h"
#include "core/face_model/codes_only_model.h"
#include "widgets/controls/pictures.h"

#include <utility>

namespace fusiform {

PreferenceEngine::PreferenceEngine(std::shared_ptr<ModelShelf> shelf, QObject* parent)
    : QObject(parent),
      m_shelf(std::move(shelf)),
      m_thread([this](const std::stop_token& token) { work(token); })
{
}

PreferenceEngine::~PreferenceEngine()
{
    m_stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void PreferenceEngine::show(PreferenceRequest request)
{
    m_mailbox.put({std::move(request), Clock::now(), m_stop.get_token()});
}

void PreferenceEngine::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const QString problem = problemOf([&] { pass(*input); });
        if (!problem.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, problem] { Q_EMIT failed(problem); }, Qt::QueuedConnection);
    }
}

/// The faces are finished even if a newer wish waits: while the mouse moves, they follow it.
void PreferenceEngine::pass(const Input& input)
{
    Progress progress(input.token);
    const PreferenceRequest& request = input.request;
    if (m_opened != request.opened) {
        m_faceModels.clear();
        m_meanFaces.clear();
        m_opened = request.opened;
    }
    const glm::Fit& fit = m_opened->fit;
    const glm::ModelFit& model = fit.models[request.model];
    auto made = std::make_shared<PreferredFaces>();
    made->request = request;
    if (request.voxel) {
        const Eigen::Index position = fit.positionOf(*request.voxel);
        if (position >= 0)
            made->preference = decode::preferenceOf(model, position);
    } else if (request.region) {
        made->preference = decode::preferenceOf(model, fit.positionsOf(request.region->voxels),
                                                request.kind, progress);
    }
    if (made->preference.voxels > 0 && face_model::hasGenerator(model.model)) {
        auto& faceModel = m_faceModels[model.modelFile];
        if (!faceModel)
            faceModel = m_shelf->take(model.modelFile);
        QImage& mean = m_meanFaces[model.modelFile];
        if (mean.isNull())
            mean = imageOf(faceModel->generate(model.latentMean.transpose(), progress).front());
        const auto ends = faceModel->generate(
            decode::endsOf(model, made->preference, request.deviations), progress);
        made->low = imageOf(ends[0]);
        made->mean = mean;
        made->high = imageOf(ends[1]);
    }
    made->milliseconds
        = std::chrono::duration<double, std::milli>(Clock::now() - input.asked).count();
    QMetaObject::invokeMethod(
        this, [this, made] { Q_EMIT facesMade(made); }, Qt::QueuedConnection);
}

} // namespace fusiform
