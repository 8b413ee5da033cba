// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/what_if_engine.h"

#include "app/support/text.h"
#include "core/face_model/codes_only_model.h"
#include "core/scores/recognition.h"
#include "widgets/controls/pictures.h"

#include <utility>

namespace fusiform {

namespace {

image::VoxelSet voxelsOf(WhatIf kind, const image::VoxelSet& a, const image::VoxelSet& b)
{
    switch (kind) {
    case WhatIf::A: return a;
    case WhatIf::B: return b;
    case WhatIf::Both: return a.united(b);
    case WhatIf::AWithoutB: return a.minus(b);
    }
    return a;
}

} // namespace

WhatIfEngine::WhatIfEngine(std::shared_ptr<ModelShelf> shelf, QObject* parent)
    : QObject(parent),
      m_shelf(std::move(shelf)),
      m_thread([this](const std::stop_token& token) { work(token); })
{
}

WhatIfEngine::~WhatIfEngine()
{
    m_stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void WhatIfEngine::show(WhatIfRequest request)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_mailbox.put({std::move(request), ++m_generation, m_stop.get_token()});
}

void WhatIfEngine::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const QString problem = problemOf([&] { pass(*input); });
        if (!problem.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, problem] { Q_EMIT failed(problem); }, Qt::QueuedConnection);
    }
}

void WhatIfEngine::pass(const Input& input)
{
    Progress progress(input.token);
    const WhatIfRequest& request = input.request;
    if (m_opened != request.opened || m_model != request.model || !m_decoder) {
        m_opened = request.opened;
        m_model = request.model;
        const glm::ModelFit& model = m_opened->fit.models[m_model];
        m_decoder.emplace(m_opened->fit, model, m_opened->faces[m_model]);
        m_faceModel.reset();
        if (face_model::hasGenerator(model.model))
            m_faceModel = m_shelf->take(model.modelFile);
    }
    if (decode::decoderNamed(request.options.decoder).needsInputs() && !m_decoder->hasInputs())
        m_decoder->setInputs(std::make_shared<const decode::DecoderInputs>(
            decode::decoderInputs(m_opened->fit, m_opened->fit.models[m_model], progress)));
    for (const WhatIf kind : kWhatIfs) {
        auto row = std::make_shared<const WhatIfRow>(rowOf(kind, request, progress));
        QMetaObject::invokeMethod(
            this,
            [this, row, generation = input.generation] {
                if (generation == m_generation)
                    Q_EMIT rowMade(row);
            },
            Qt::QueuedConnection);
    }
}

WhatIfRow WhatIfEngine::rowOf(WhatIf kind, const WhatIfRequest& request, Progress& progress)
{
    const glm::ModelFit& model = m_opened->fit.models[m_model];
    WhatIfRow row;
    row.kind = kind;
    const image::VoxelSet voxels = voxelsOf(kind, request.a->voxels, request.b->voxels);
    if (m_opened->fit.positionsOf(voxels).empty())
        return row;
    row.decoded = m_decoder->decode(voxels, request.options, progress);
    row.ranks = scores::ranks(row.decoded->similarity);
    if (m_faceModel)
        for (const image::Picture& face : m_faceModel->generate(
                 decode::shownCodes(row.decoded->latents, model, request.shown), progress))
            row.faces.push_back(imageOf(face));
    return row;
}

} // namespace fusiform
