// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/live/model_shelf.h"
#include "app/session/document.h"
#include "core/decode/selectivity.h"
#include "core/face_model/face_model.h"

#include <QImage>
#include <QObject>

#include <chrono>
#include <map>
#include <thread>

namespace fusiform {

/// Whose preference is asked for, and how far from the mean face it is shown.
struct PreferenceRequest {
    std::shared_ptr<const OpenedFit> opened;
    std::size_t model = 0;
    std::optional<image::Index> voxel; ///< linear index of the grid; none: the region's
    std::shared_ptr<const roi::Region> region;
    decode::RegionPreference kind = decode::RegionPreference::Mean;
    double deviations = 8; ///< training sd along the preferred direction
};

/// The faces at both ends of a preferred direction, and the mean face between them.
struct PreferredFaces {
    PreferenceRequest request;
    decode::Preference preference;
    QImage low;
    QImage mean;
    QImage high;
    double milliseconds = 0; ///< from the request to the pictures
};

/// Makes the faces that a voxel or region prefers, on a thread of its own: a newer wish replaces
/// the one that waits.
class PreferenceEngine final : public QObject {
    Q_OBJECT
public:
    explicit PreferenceEngine(std::shared_ptr<ModelShelf> shelf, QObject* parent = nullptr);
    ~PreferenceEngine() override;

    void show(PreferenceRequest request);

Q_SIGNALS:
    void facesMade(std::shared_ptr<const fusiform::PreferredFaces> faces);
    void failed(const QString& reason);

private:
    using Clock = std::chrono::steady_clock;
    struct Input {
        PreferenceRequest request;
        Clock::time_point asked;
        std::stop_token token;
    };
    void work(const std::stop_token& token);
    void pass(const Input& input);

    std::shared_ptr<ModelShelf> m_shelf;
    Mailbox<Input> m_mailbox;
    std::stop_source m_stop;
    // Of the worker alone:
    std::map<std::filesystem::path, ModelShelf::Model> m_faceModels;
    std::map<std::filesystem::path, QImage> m_meanFaces;
    std::shared_ptr<const OpenedFit> m_opened; ///< what these are of
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
