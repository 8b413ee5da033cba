// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/session/document.h"
#include "core/decode/decode_region.h"
#include "core/face_model/face_model.h"

#include <QObject>

#include <map>
#include <thread>

namespace fusiform {

/// What the brain says of the faces that may be shown, through one face model.
struct LiveResult {
    std::uint64_t generation = 0; ///< of the input it answers
    std::size_t model = 0; ///< position among the fit's models
    std::shared_ptr<const roi::Region> region; ///< that was decoded
    decode::Decoded decoded;
    std::vector<int> ranks; ///< of the true face, per face; 1 is best
    decode::ShownCodes shown = decode::ShownCodes::ContrastMatched; ///< as faces
    std::vector<image::Picture> faces; ///< empty in the first of the two results of a pass
    double milliseconds = 0; ///< since the pass began
};

/// Decodes a region again and again on a thread of its own: a newer region replaces the one that
/// waits, and stops the one being decoded. It is given only the faces that may be shown.
class LivePipeline final : public QObject {
    Q_OBJECT
public:
    explicit LivePipeline(QObject* parent = nullptr);
    ~LivePipeline() override;

    /// Returns the generation its results will carry.
    std::uint64_t decode(std::shared_ptr<const OpenedFit> opened,
                         std::shared_ptr<const roi::Region> region, decode::ShownCodes shown);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// Once for each fit, before its first result: the faces themselves, as they were shown in the
    /// scanner.
    void originalsRead(std::shared_ptr<const std::vector<fusiform::image::Picture>> originals);
    void resultReady(std::shared_ptr<const fusiform::LiveResult> result);
    void failed(const QString& reason);
    void busyChanged(bool isBusy);

private:
    struct Input {
        std::uint64_t generation = 0;
        std::shared_ptr<const OpenedFit> opened;
        std::shared_ptr<const roi::Region> region;
        decode::ShownCodes shown = decode::ShownCodes::ContrastMatched;
        std::stop_token token;
    };
    void work(const std::stop_token& token);
    void pass(const Input& input);
    void readOriginals(const Input& input, Progress& progress);
    [[nodiscard]] const face_model::FaceModel& faceModel(const std::filesystem::path& file);
    void publish(LiveResult result);
    void end(std::uint64_t generation, const QString& problem);

    Mailbox<Input> m_mailbox;
    std::stop_source m_passStop;
    std::uint64_t m_generation = 0;
    bool m_isBusy = false;
    // Of the worker alone:
    std::shared_ptr<const OpenedFit> m_originalsOf;
    std::map<std::filesystem::path, std::shared_ptr<const face_model::FaceModel>> m_faceModels;
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
