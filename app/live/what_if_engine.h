// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/live/model_shelf.h"
#include "app/session/document.h"
#include "core/decode/region_decoder.h"

#include <QImage>
#include <QObject>

#include <array>
#include <thread>

namespace fusiform {

/// Two regions, and what to decode from them.
struct WhatIfRequest {
    std::shared_ptr<const OpenedFit> opened;
    std::size_t model = 0;
    std::shared_ptr<const roi::Region> a;
    std::shared_ptr<const roi::Region> b;
    decode::DecodeOptions options;
    decode::ShownCodes shown = decode::ShownCodes::ContrastMatched;
};

enum class WhatIf { A, B, Both, AWithoutB };
constexpr std::array kWhatIfs = {WhatIf::A, WhatIf::B, WhatIf::Both, WhatIf::AWithoutB};

/// The faces that one of the four voxel sets says.
struct WhatIfRow {
    WhatIf kind = WhatIf::A;
    std::optional<decode::Decoded> decoded; ///< none: no voxel is left
    std::vector<int> ranks;
    std::vector<QImage> faces;
};

/// Decodes A, B, both, and A with B silenced, on a thread of its own; the latest request wins.
class WhatIfEngine final : public QObject {
    Q_OBJECT
public:
    explicit WhatIfEngine(std::shared_ptr<ModelShelf> shelf, QObject* parent = nullptr);
    ~WhatIfEngine() override;

    void show(WhatIfRequest request);

Q_SIGNALS:
    void rowMade(std::shared_ptr<const fusiform::WhatIfRow> row);
    void failed(const QString& reason);

private:
    struct Input {
        WhatIfRequest request;
        std::uint64_t generation = 0;
        std::stop_token token;
    };
    void work(const std::stop_token& token);
    void pass(const Input& input);
    [[nodiscard]] WhatIfRow rowOf(WhatIf kind, const WhatIfRequest& request, Progress& progress);

    std::shared_ptr<ModelShelf> m_shelf;
    Mailbox<Input> m_mailbox;
    std::stop_source m_stop;
    std::uint64_t m_generation = 0;
    // Of the worker alone:
    std::shared_ptr<const OpenedFit> m_opened;
    std::size_t m_model = 0;
    std::optional<decode::RegionDecoder> m_decoder; ///< of m_model of m_opened
    ModelShelf::Model m_faceModel;
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
