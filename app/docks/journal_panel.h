// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QTreeView>

namespace fusiform {

class JournalRows;

/// Everything that was done to what is open, oldest first, with the time. The step that is shown is
/// marked; a click on another goes there, back or forth. On request only what made the region in
/// use what it is.
class JournalPanel final : public QTreeView {
    Q_OBJECT
public:
    explicit JournalPanel(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void refresh();
    void goTo(const QModelIndex& row);
    void copy(int firstRow, int lastRow);

    Session& m_session;
    JournalRows* m_rows;
    QAction* m_onlyBehind;
};

} // namespace fusiform
