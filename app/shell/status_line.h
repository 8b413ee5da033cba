// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "app/shell/place_names.h"

#include <QStatusBar>

class QLabel;

namespace fusiform {

/// Where the cursor is and what the data say there; the numbers of the last update.
class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Session& session, LivePipeline& live, const PlaceNames& names,
               QWidget* parent = nullptr);

private:
    void showCursor();
    void showResult(const LiveResult& result);

    Session& m_session;
    const PlaceNames& m_names;
    QLabel* m_cursor;
    QLabel* m_update;
};

} // namespace fusiform
