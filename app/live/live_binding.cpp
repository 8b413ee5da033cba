// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/live_binding.h"

namespace fusiform {

LiveBinding::LiveBinding(Session& session, LivePipeline& live, QObject* parent)
    : QObject(parent), m_session(session), m_live(live)
{
    connect(&session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes
            & (Session::FitChange | Session::RegionChange | Session::LiveChange
               | Session::SealChange | Session::ShownCodesChange | Session::DecoderChange))
            refresh(changes);
    });
}

void LiveBinding::refresh(Session::Changes changes)
{
    const auto region = m_session.activeRegion();
    // Whoever opens the seal, the other codes or another decoder wants to see the faces, also of a
    // region that is not followed. A region that is still to be painted has no faces.
    if (!region || region->voxels.isEmpty()
        || !(m_session.isLive()
             || changes
                    & (Session::SealChange | Session::ShownCodesChange | Session::DecoderChange)))
        return;
    const bool isShown = m_session.opened() == m_opened && m_region
                         && m_region->voxels == region->voxels && m_shown == m_session.shownCodes()
                         && m_options == m_session.decodeOptions();
    // A region of the same voxels under another name decodes to the same faces, but its name is
    // shown.
    if (isShown && m_region->name == region->name)
        return;
    m_opened = m_session.opened();
    m_region = region;
    m_shown = m_session.shownCodes();
    m_options = m_session.decodeOptions();
    LiveRequest request{m_opened, m_region, m_options, m_shown, m_session.model(), m_focus};
    m_live.decode(std::move(request));
}

} // namespace fusiform
