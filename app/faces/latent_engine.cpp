// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/latent_engine.h"

#include "app/support/text.h"
#include "core/io/face_file.h"
#include "widgets/controls/pictures.h"

namespace fusiform {

using Clock = std::chrono::steady_clock;

namespace {
constexpr std::size_t kNear = 6;
}

LatentEngine::LatentEngine(QObject* parent)
    : QObject(parent), m_thread([this](const std::stop_token& token) { work(token); })
{
}

LatentEngine::~LatentEngine()
{
    m_nearStop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void LatentEngine::show(std::shared_ptr<const ExploredModel> model,
                        std::shared_ptr<const ExploredPictures> pictures,
                        const Eigen::VectorXd& code)
{
    m_nearStop.request_stop();
    m_nearStop = std::stop_source();
    m_mailbox.put({++m_generation, std::move(model), std::move(pictures), code,
                   m_nearStop.get_token(), Clock::now()});
}

void LatentEngine::work(const std::stop_token& token)
{
    while (const std::optional<Input> input = m_mailbox.take(token)) {
        const QString problem = problemOf([&] { pass(*input); });
        if (!problem.isEmpty())
            deliver([this, problem] { Q_EMIT failed(problem); });
    }
}

/// The face is finished even if a newer code waits: while a slider moves, faces follow it.
void LatentEngine::pass(const Input& input)
{
    Progress progress;
    const auto faces = input.model->model->generate(input.code.transpose(), progress);
    const QImage face = imageOf(faces.front());
    const double milliseconds
        = std::chrono::duration<double, std::milli>(Clock::now() - input.asked).count();
    deliver([this, face, milliseconds] { Q_EMIT faceMade(face, milliseconds); });
    if (!input.pictures || input.token.stop_requested())
        return;
    std::vector<NearPicture> near;
    for (const auto& neighbour : input.pictures->space->nearest(input.code, kNear)) {
        if (input.token.stop_requested())
            return;
        const auto& file = input.pictures->coded.files[static_cast<std::size_t>(neighbour.picture)];
        near.push_back({neighbour, imageOf(io::readFace(
                                       file, {input.model->model->description().imageSize}))});
    }
    deliver([this, generation = input.generation, near] {
        if (generation == m_generation)
            Q_EMIT nearFound(near);
    });
}

void LatentEngine::deliver(std::function<void()> onGuiThread)
{
    QMetaObject::invokeMethod(this, std::move(onGuiThread), Qt::QueuedConnection);
}

} // namespace fusiform
