// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/explored_model.h"
#include "app/live/mailbox.h"

#include <QImage>
#include <QObject>

#include <chrono>
#include <functional>
#include <thread>

namespace fusiform {

/// A picture near a code, with what is needed to show it.
struct NearPicture {
    face_model::Neighbour neighbour;
    QImage picture;
};

/// Makes the face of a code, then finds the pictures near it, on a thread of its own: a newer code
/// replaces the one that waits.
class LatentEngine final : public QObject {
    Q_OBJECT
public:
    explicit LatentEngine(QObject* parent = nullptr);
    ~LatentEngine() override;

    /// @param pictures null: nothing is known of what is near
    void show(std::shared_ptr<const ExploredModel> model,
              std::shared_ptr<const ExploredPictures> pictures, const Eigen::VectorXd& code);

Q_SIGNALS:
    /// @param milliseconds from the request to the picture
    void faceMade(const QImage& face, double milliseconds);
    void nearFound(const std::vector<fusiform::NearPicture>& pictures);
    void failed(const QString& reason);

private:
    struct Input {
        std::uint64_t generation = 0;
        std::shared_ptr<const ExploredModel> model;
        std::shared_ptr<const ExploredPictures> pictures;
        Eigen::VectorXd code;
        std::stop_token token;
        std::chrono::steady_clock::time_point asked;
    };
    void work(const std::stop_token& token);
    void pass(const Input& input);
    void deliver(std::function<void()> onGuiThread);

    Mailbox<Input> m_mailbox;
    std::stop_source m_nearStop;
    std::uint64_t m_generation = 0;
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
