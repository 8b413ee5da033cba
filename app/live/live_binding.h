// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/session/session.h"

namespace fusiform {

/// Sends the active region to the live pipeline whenever its voxels or the fit change.
class LiveBinding final : public QObject {
    Q_OBJECT
public:
    LiveBinding(Session& session, LivePipeline& live, QObject* parent = nullptr);

    /// The face that is looked at comes first from now on.
    void setFocus(std::size_t face) { m_focus = face; }

private:
    void refresh(Session::Changes changes);

    Session& m_session;
    LivePipeline& m_live;
    std::shared_ptr<const OpenedFit> m_opened; ///< what was last sent
    std::shared_ptr<const roi::Region> m_region;
    decode::ShownCodes m_shown = decode::ShownCodes::ContrastMatched;
    decode::DecodeOptions m_options;
    std::size_t m_focus = 0;
};

} // namespace fusiform
