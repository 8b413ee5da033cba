// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/live/model_shelf.h"
#include "app/session/document.h"
#include "core/decode/region_decoder.h"
#include "core/face_model/face_model.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

namespace fusiform {

/// What to decode. It can hold only faces that may be shown.
struct LiveRequest {
    std::shared_ptr<const OpenedFit> opened;
    std::shared_ptr<const roi::Region> region;
    decode::DecodeOptions options;
    decode::ShownCodes shown = decode::ShownCodes::ContrastMatched; ///< as faces
    std::size_t model = 0; ///< whose numbers and face are wanted first
    std::size_t focus = 0; ///< the face that is wanted first
};

/// What the brain says of the faces that may be shown, through one face model.
struct LiveResult {
    std::uint64_t generation = 0; ///< of the request it answers
    std::size_t model = 0; ///< position among the fit's models
    std::shared_ptr<const roi::Region> region; ///< that was decoded
    decode::Decoded decoded;
    std::vector<int> ranks; ///< of the true face, per face; 1 is best
    decode::ShownCodes shown = decode::ShownCodes::ContrastMatched; ///< as faces
    std::vector<QImage> faces; ///< one a face; those not made yet are null
    bool hasAllFaces = false;
    double milliseconds = 0; ///< since the pass began, when the scores were there

    [[nodiscard]] bool hasFace() const
    {
        return std::ranges::any_of(faces, [](const QImage& face) { return !face.isNull(); });
    }
};

/// Decodes a region again and again on a thread of its own, at the cost of what changed since the
/// last one. A newer request replaces the one that waits. It also ends the pass that is running,
/// unless nothing was shown for 60 ms: then that pass still gives its first face, so that faces
/// keep coming during a long stroke.
class LivePipeline final : public QObject {
    Q_OBJECT
public:
    explicit LivePipeline(QObject* parent = nullptr);
    ~LivePipeline() override;

    /// Returns the generation its results will carry. Each pass gives the scores of the wanted
    /// model, its wanted face, the scores of the other models, the other faces, and last the
    /// condition numbers.
    std::uint64_t decode(LiveRequest request);
    /// Where the face models are that it uses, for others to use too.
    [[nodiscard]] const std::shared_ptr<ModelShelf>& shelf() const { return m_shelf; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Busy for so long that what is on screen looks out of date.
    [[nodiscard]] bool isLate() const { return m_isBusy && !m_late.isActive(); }

Q_SIGNALS:
    /// Once for each fit, before its first result: the faces themselves, as they were shown in the
    /// scanner.
    void originalsRead(std::shared_ptr<const std::vector<fusiform::image::Picture>> originals);
    void resultReady(std::shared_ptr<const fusiform::LiveResult> result);
    void failed(const QString& reason);
    void busyChanged(bool isBusy);
    void lateChanged(bool isLate);

private:
    struct Input {
        std::uint64_t generation = 0;
        LiveRequest request;
        std::stop_token token;
    };
    void work(const std::stop_token& token);
    void pass(const Input& input);
    void prepare(const Input& input, Progress& progress);
    [[nodiscard]] LiveResult scores(const Input& input, std::size_t model, Progress& progress);
    void addFaces(LiveResult& result, const Input& input, std::size_t first, std::size_t count,
                  Progress& progress);
    [[nodiscard]] const face_model::FaceModel& faceModel(const std::filesystem::path& file);
    void publish(const LiveResult& result);
    void end(std::uint64_t generation, const QString& problem);

    std::shared_ptr<ModelShelf> m_shelf = std::make_shared<ModelShelf>();
    Mailbox<Input> m_mailbox;
    std::stop_source m_passStop;
    QElapsedTimer m_sinceFace; ///< since a face came; invalid: none came yet
    std::uint64_t m_generation = 0;
    std::uint64_t m_shownGeneration = 0;
    bool m_isBusy = false;
    QTimer m_late; ///< runs while an answer is not late yet
    // Of the worker alone:
    std::shared_ptr<const OpenedFit> m_opened; ///< what the decoders are for
    std::vector<decode::RegionDecoder> m_decoders; ///< one a model
    std::map<std::filesystem::path, ModelShelf::Model> m_faceModels;
    std::chrono::steady_clock::time_point m_passStart;
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
